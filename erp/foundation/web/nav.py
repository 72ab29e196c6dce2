"""The left navigation: what there is to open, registered by each app in its ``nav.py``."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from erp.foundation.actor import Actor

Label = str | Promise
Counter = Callable[[Actor], int]

GROUPS: dict[str, Label] = {
    "": "",
    "sell": _("Sales"),
    "goods": _("Goods"),
    "money": _("Money"),
    "channels": _("Channels"),
    "setup": _("Set-up"),
}
"""Groups of the navigation in their order."""


@dataclass(frozen=True, slots=True)
class NavItem:
    """
    One entry. ``url_name`` is reversed without arguments; ``icon`` is a name of the sprite.

    ``counter`` says how much waits for the actor (one cheap query); with ``alert`` the number is shown as a
    warning. ``order`` sorts inside the group. The entry is lit on every page whose path begins with its own, or
    with one of ``also``.
    """

    app: str
    label: Label
    url_name: str
    icon: str
    permission: str
    counter: Counter | None = None
    group: str = ""
    order: int = 50
    alert: bool = False
    also: Sequence[str] = field(default=())


_items: dict[tuple[str, str], NavItem] = {}


def register(item: NavItem) -> None:
    """
    Add an entry; the same app and URL replaces it.

    :raises ValueError: for an unknown group.
    """
    if item.group not in GROUPS:
        raise ValueError(f"{item.group!r} is no group of the navigation")
    _items[(item.app, item.url_name)] = item


def items() -> list[NavItem]:
    """All entries, in the order they are shown."""
    groups = list(GROUPS)
    return sorted(_items.values(), key=lambda item: (groups.index(item.group), item.order, item.app))
