"""What there is to set up: each app registers its lines, and says of each whether it is done or missing."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from erp.foundation.actor import Actor

Label = str | Promise

GROUPS: dict[str, Label] = {
    "company": _("Company"),
    "people": _("People and programs"),
    "goods": _("Goods"),
    "sell": _("Selling"),
    "money": _("Money and documents"),
}
"""Groups of the settings in their order."""


@dataclass(frozen=True, slots=True)
class State:
    """
    How a line stands: a few words (``2 warehouses``), and whether it is done.

    None is for what nobody has to do, such as a second language: neither done nor missing.
    """

    words: Label
    done: bool | None = True


@dataclass(frozen=True, slots=True)
class Step:
    """What to do where something is missing: a verb, its page, and who may."""

    label: Label
    url_name: str
    permission: str


@dataclass(frozen=True, slots=True)
class Line:
    """
    A line of the settings. ``load`` looks at what the actor sees (one or two queries), in the view.

    ``step`` is offered while it is missing. ``order`` sorts inside the group, and steps among each other.
    """

    key: str
    title: Label
    detail: Label
    icon: str
    url_name: str
    permission: str
    group: str
    load: Callable[[Actor], State]
    step: Step | None = None
    order: int = 50


_lines: dict[str, Line] = {}


def register(line: Line) -> None:
    """
    Add a line; the same key replaces it. Do it in the app's ``nav.py``.

    :raises ValueError: for an unknown group.
    """
    if line.group not in GROUPS:
        raise ValueError(f"{line.group!r} is no group of the settings")
    _lines[line.key] = line


def lines() -> list[Line]:
    """All lines, in the order they are shown."""
    groups = list(GROUPS)
    return sorted(_lines.values(), key=lambda line: (groups.index(line.group), line.order, line.key))
