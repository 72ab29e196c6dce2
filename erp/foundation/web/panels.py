"""Panels that upper apps show on pages of records below them, which know nothing of them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from django.utils.functional import Promise

from erp.foundation.actor import Actor
from erp.foundation.refs import Ref

Load = Callable[[Ref, Actor], Mapping[str, Any] | None]


@dataclass(frozen=True, slots=True)
class Panel:
    """
    A card on somebody else's page.

    ``load`` runs in the view and returns what ``template`` needs, or None to show nothing; the template gets it
    as its context, beside ``panel`` and ``ref``, and issues no query. ``live_topic`` makes it refresh by itself
    ("orders.order:{key}": ``{key}`` is filled in). ``tab`` is the page's tab it stands on.
    """

    key: str
    title: str | Promise
    permission: str
    template: str
    load: Load
    column: Literal["main", "side"] = "side"
    tab: str = ""
    order: int = 50
    live_topic: str = ""


_panels: dict[str, dict[str, Panel]] = {}


def register(subject_kind: str, panel: Panel) -> None:
    """Add a panel to the page of records of a kind (``crm.customer``); the same key replaces it."""
    _panels.setdefault(subject_kind, {})[panel.key] = panel


def of(subject_kind: str) -> list[Panel]:
    """The panels of a kind in their order."""
    return sorted(_panels.get(subject_kind, {}).values(), key=lambda panel: (panel.order, panel.key))


def one(subject_kind: str, key: str) -> Panel | None:
    """One panel, for refreshing it alone."""
    return _panels.get(subject_kind, {}).get(key)
