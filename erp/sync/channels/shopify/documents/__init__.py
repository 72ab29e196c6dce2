"""The GraphQL documents we send, one file each; a test validates every one against the vendor's schema."""

from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent


@cache
def document(name: str) -> str:
    """The text of ``<name>.graphql``."""
    return (_FOLDER / f"{name}.graphql").read_text(encoding="utf-8")


def all_documents() -> dict[str, str]:
    return {path.stem: document(path.stem) for path in sorted(_FOLDER.glob("*.graphql"))}
