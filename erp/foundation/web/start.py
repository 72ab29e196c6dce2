"""The start page: what somebody has to do now, put together from what apps register for it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from erp.foundation.actor import Actor
from erp.foundation.web.nav import Label


@dataclass(frozen=True, slots=True)
class Work:
    """A line of the work queue: a number of things that wait, with the list that shows exactly them."""

    count: int
    label: Label
    url: str
    detail: Label = ""
    tone: str = ""


@dataclass(frozen=True, slots=True)
class StartCard:
    """
    A card of the start page for everybody with its permission.

    ``load`` runs in the view. With ``template`` it returns that template's context, otherwise a list of :class:`Work`
    lines under ``work``; None or no lines means that the card is not shown. Small ``order`` comes first.
    """

    key: str
    title: Label
    permission: str
    load: Callable[[Actor], Mapping[str, Any] | None]
    template: str = "web/start/work.html"
    column: Literal["main", "side"] = "main"
    order: int = 50
    flush: bool = True


_cards: dict[str, StartCard] = {}


def register(card: StartCard) -> None:
    """Add a card; the same key replaces it. Do it in the app's ``work.py``."""
    _cards[card.key] = card


def cards() -> list[StartCard]:
    """All cards in their order."""
    return sorted(_cards.values(), key=lambda card: (card.order, card.key))


FirstThing = Callable[[Actor], str | None]
_first: list[FirstThing] = []


def register_first(thing: FirstThing) -> None:
    """Add a page that somebody must deal with before there is a start page: gives its address, or None."""
    if thing not in _first:
        _first.append(thing)


def first_thing(actor: Actor) -> str | None:
    """Where the actor has to go first, None for the start page itself."""
    return next((url for thing in _first if (url := thing(actor))), None)
