"""Search over everything: the palette and the search page ask whoever keeps the index."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise

from erp.foundation.actor import Actor
from erp.foundation.web.nav import Label


@dataclass(frozen=True, slots=True)
class Hit:
    """Something found that the actor may see: ``kind`` is the heading it stands under."""

    kind: str | Promise
    label: str
    url: str
    detail: str = ""
    icon: str = "file-text"


@dataclass(frozen=True, slots=True)
class PaletteAction:
    """Something to do from the palette: the name of a URL without arguments, and words people may type for it."""

    label: Label
    url_name: str
    permission: str
    icon: str = "plus"
    words: str = ""


Search = Callable[[Actor, str, int], Sequence[Hit]]

_search: Search | None = None
_actions: dict[str, PaletteAction] = {}


def set_search(search: Search) -> None:
    """Register what searches: (actor, text, limit) to hits, best first, only what the actor may see."""
    global _search
    _search = search


def find(actor: Actor, text: str, limit: int = 20) -> Sequence[Hit]:
    """What fits a text; nothing for a blank one."""
    return _search(actor, text, limit) if _search is not None and text.strip() else ()


def register_action(action: PaletteAction) -> None:
    """Add an action to the palette; the same URL replaces it."""
    _actions[action.url_name] = action


def actions() -> list[PaletteAction]:
    """All actions of the palette."""
    return list(_actions.values())
