"""The bell: what somebody should know of. An app above registers where the notices come from."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from erp.foundation.actor import Actor


@dataclass(frozen=True, slots=True)
class Alert:
    """One notice; ``tone`` is good, warn, bad or info. ``detail`` says what it is about."""

    text: str
    url: str
    at: datetime
    tone: str = "info"
    icon: str = "bell"
    detail: str = ""
    unread: bool = True


def topic_of(actor: Actor) -> str:
    """The live topic that tells of new notices of an actor."""
    return f"web.notices:{actor.key}"


Count = Callable[[Actor], int]
Read = Callable[[Actor], Sequence[Alert]]

_sources: list[tuple[Count, Read]] = []


def register(count: Count, read: Read) -> None:
    """Add a source: how many notices wait for an actor (cheap), and the newest of them."""
    if (count, read) not in _sources:
        _sources.append((count, read))


def waiting(actor: Actor) -> int:
    """How many notices wait."""
    return sum(count(actor) for count, _ in _sources)


def newest(actor: Actor, limit: int = 20) -> list[Alert]:
    """The newest notices of all sources."""
    found = [alert for _, read in _sources for alert in read(actor)]
    return sorted(found, key=lambda alert: alert.at, reverse=True)[:limit]
