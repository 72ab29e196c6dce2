"""The pieces a record's page declares: cards, actions, tabs, facts."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from django.utils.functional import Promise

Label = str | Promise


@dataclass(frozen=True, slots=True)
class Action:
    """
    Something to do with the record.

    ``legal`` says whether its state allows it now (ask the state machine's ``can_move``); what is not legal or not
    allowed is not shown. ``asks`` opens the address in the dialog first (an :class:`ActionView`); otherwise the
    button posts to it at once. A ``quiet`` one is never the page's filled button.
    """

    label: Label
    url: str
    permission: str
    legal: bool = True
    icon: str = "bolt"
    asks: bool = True
    danger: bool = False
    quiet: bool = False
    link: bool = False  # a plain page, such as the form to edit


@dataclass(frozen=True, slots=True)
class Card:
    """
    A card of the page. ``template`` gets ``context`` and issues no query.

    ``live_topic`` with ``live_url`` makes it refresh by itself. ``flush`` leaves out the inner margin, for tables.
    ``count`` stands after the title.
    """

    title: Label
    template: str
    context: Mapping[str, Any] = field(default_factory=dict)
    column: Literal["main", "side"] = "main"
    flush: bool = False
    count: int | None = None
    live_topic: str = ""
    live_url: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class Tab:
    """A tab that is an address: ``name`` stands in the URL, "" is the first one."""

    name: str
    label: Label
    permission: str = "signed-in"
    count: Callable[[Any], int] | None = None


@dataclass(frozen=True, slots=True)
class Status:
    """The status pill: the word, and good, warn, bad, info, accent or "" as its tone."""

    word: Label
    tone: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and a value for the ``pairs`` card template; ``total`` draws a line above."""

    label: Label
    value: Any
    total: bool = False


def pairs(title: Label, facts: Sequence[Fact], *, column: Literal["main", "side"] = "side", left: bool = False) -> Card:
    """A card of labels and values; facts whose value is None are left out."""
    shown = [fact for fact in facts if fact.value is not None]
    return Card(title, "web/record/pairs.html", {"facts": shown, "left": left}, column=column)
