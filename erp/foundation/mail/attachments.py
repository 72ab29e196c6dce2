"""Where attachments come from: upper apps register who can turn (kind, key) into a file."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Attachment:
    name: str
    media_type: str
    content: bytes


_providers: dict[str, Callable[[str], Attachment]] = {}


def register_attachments(kind: str, provide: Callable[[str], Attachment]) -> None:
    """``provide(key)`` reads or makes the file; called outside any transaction, when the mail is sent."""
    _providers[kind] = provide


def attachment(kind: str, key: str) -> Attachment:
    """:raises LookupError: when nobody provides this kind."""
    return _providers[kind](key)
