"""Labels as PDF, set by Typst from label.typ."""

import json
from dataclasses import asdict
from functools import cache
from pathlib import Path

import typst

from erp.simulators.carrier.labels import gs1_128, qr
from erp.simulators.carrier.labels.content import LabelContent, human_readable

TEMPLATE = Path(__file__).parent / "label.typ"
PRINTER_DPI = 203.2
"""Exactly 8 dots per mm, which is what "203 dpi" means."""
MADE_AT = 0
"""A fixed time in the document, so that the same label has the same bytes."""


def render_pdf(labels: list[LabelContent]) -> bytes:
    """A page of 100 x 150 mm per parcel."""
    return typst.compile(
        _template(), format="pdf", ignore_system_fonts=True, timestamp=MADE_AT, sys_inputs=_inputs(labels)
    )


def render_png(label: LabelContent) -> bytes:
    """The same page as a printer of 203 dpi sees it."""
    return typst.compile(
        _template(), format="png", ppi=PRINTER_DPI, ignore_system_fonts=True, sys_inputs=_inputs([label])
    )


def _inputs(labels: list[LabelContent]) -> dict[str, str]:
    return {"labels": json.dumps([_fields(label) for label in labels])}


@cache
def _template() -> bytes:
    return TEMPLATE.read_bytes()


def _fields(label: LabelContent) -> dict[str, object]:
    return {
        **asdict(label),
        "sscc_bars": gs1_128.as_svg(label.sscc),
        "sscc_modules": len(gs1_128.modules(label.sscc)),
        "sscc_text": human_readable(label.sscc),
        "routing_bars": gs1_128.as_svg(label.routing),
        "routing_modules": len(gs1_128.modules(label.routing)),
        "routing_text": human_readable(label.routing),
        "qr_image": qr.as_svg(label.qr),
        "qr_modules": qr.size_in_modules(label.qr),
    }
