"""Timelines: what happened to a record, in words. The event log gives the rows, the apps the words."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from django.utils.functional import Promise

from erp.foundation.refs import Ref

Words = str | Promise | Callable[[Mapping[str, Any]], str]


class Row(Protocol):
    """An event, as :func:`erp.foundation.events.queries.timeline` gives it."""

    id: Any
    name: str
    data: Any
    actor_kind: str
    actor_key: str
    at: datetime


class Source(Protocol):
    """Where the events of a record come from, newest first, older than the event ``before``."""

    def __call__(self, subject: Ref, *, before: Any = None, limit: int = 50) -> Sequence[Row]: ...


@dataclass(frozen=True, slots=True)
class Entry:
    """How an event reads: words (or a function of the event's data), icon, tone, and what changed."""

    words: Words
    icon: str = ""
    tone: str = ""
    diff: Callable[[Mapping[str, Any]], Sequence[tuple[str, str, str]]] | None = None  # (field, before, after)

    def text(self, data: Mapping[str, Any]) -> str:
        """The sentence for one event."""
        return self.words(data) if callable(self.words) else str(self.words)


_entries: dict[str, Entry] = {}
_source: Source | None = None


def register(event_name: str, words: Words, *, icon: str = "", tone: str = "", diff: Any = None) -> None:
    """
    Say how an event reads: ``timeline.register("orders.OrderPlaced", _("Order placed"), icon="shopping-cart")``.

    An event without words is not shown.
    """
    _entries[event_name] = Entry(words, icon, tone, diff)


def entry_of(event_name: str) -> Entry | None:
    """How an event reads, None when it is not meant for people."""
    return _entries.get(event_name)


def set_source(source: Source) -> None:
    """Register where events come from."""
    global _source
    _source = source


def rows(subject: Ref, *, before: Any = None, limit: int = 50) -> Sequence[Row]:
    """Events of a record, newest first; none while there is no event log."""
    return _source(subject, before=before, limit=limit) if _source else ()
