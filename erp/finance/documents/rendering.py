"""Setting a document with typst."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import typst

from erp.foundation.db import outside_transaction

HERE = Path(__file__).resolve().parent


@outside_transaction
def render(template: str, content: str, *, at: datetime) -> bytes:
    """
    A PDF of some content (JSON). The same content makes the same bytes: ``at`` stands in for the time of setting.

    Takes a tenth of a second, so no lock may wait for it.
    """
    pdf = typst.compile(
        HERE / template,
        root=HERE,
        font_paths=[HERE / "fonts"],
        ignore_system_fonts=True,
        sys_inputs={"data": content},
        timestamp=int(at.astimezone(UTC).timestamp()),
    )
    assert isinstance(pdf, bytes), "no output path was given"
    return pdf


def render_preview(template: str, content: str) -> bytes:
    """The first page of a document as a PNG."""
    pages: Any = typst.compile(
        HERE / template,
        root=HERE,
        font_paths=[HERE / "fonts"],
        ignore_system_fonts=True,
        sys_inputs={"data": content},
        format="png",
        ppi=110,
    )
    first = pages[0] if isinstance(pages, list) else pages
    assert isinstance(first, bytes), "no output path was given"
    return first
