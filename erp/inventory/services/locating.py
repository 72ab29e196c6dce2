"""Setting up places."""

from collections.abc import Sequence
from datetime import datetime

from erp.foundation.actor import Actor
from erp.foundation.db import use_case
from erp.foundation.events.publishing import publish
from erp.foundation.organisation.models import Branch, Company
from erp.inventory.events import PlaceOpened
from erp.inventory.models import VIRTUAL, Location, LocationKind

# Codes of the places that a company has once.
_CODES = {kind: kind.value.upper() for kind in [*sorted(VIRTUAL), LocationKind.TRANSIT]}


@use_case
def create_warehouse(
    *, branch: Branch, code: str, name: str, actor: Actor, at: datetime, sequence: int = 100, pickable: bool = True
) -> Location:
    """
    Open a warehouse in a branch, and the company's virtual places with its first one.

    Safe to repeat: the place that has the code already is returned.
    """
    open_virtual_places(company=branch.company, actor=actor, at=at)
    values = {"name": name, "kind": LocationKind.WAREHOUSE, "sequence": sequence, "pickable": pickable}
    place, created = _get_or_create(branch.company, code, branch=branch, parent=None, **values)
    if created:
        publish(PlaceOpened(location_id=place.pk), actor=actor, subjects=[place.ref, branch.ref])
    return place


@use_case
def create_place(
    *,
    parent: Location,
    kind: LocationKind,
    code: str,
    name: str,
    actor: Actor,
    at: datetime,
    sequence: int = 100,
    pickable: bool = True,
) -> Location:
    """
    Make a zone or a bin inside a warehouse or zone.

    Safe to repeat: the place that has the code already is returned.
    """
    values = {"name": name, "kind": kind, "sequence": sequence, "pickable": pickable}
    place, created = _get_or_create(parent.company, code, branch=parent.branch, parent=parent, **values)
    if created:
        publish(PlaceOpened(location_id=place.pk), actor=actor, subjects=[place.ref, parent.ref])
    return place


@use_case
def create_places(
    *,
    parent: Location,
    kind: LocationKind,
    codes: Sequence[str],
    actor: Actor,
    at: datetime,
    sequence: int = 100,
    pickable: bool = True,
) -> list[Location]:
    """Make many zones or bins inside a place, all or none, each called by its code. Safe to repeat."""
    return [
        create_place(
            parent=parent,
            kind=kind,
            code=code,
            name=code,
            sequence=sequence,
            pickable=pickable,
            actor=actor,
            at=at,
        )
        for code in codes
    ]


@use_case
def open_virtual_places(*, company: Company, actor: Actor, at: datetime) -> None:
    """Make the places outside the company's walls (suppliers, customers, scrap ...) and transit. Safe to repeat."""
    present = set(Location.objects.filter(company=company, kind__in=_CODES).values_list("kind", flat=True))
    for kind, code in _CODES.items():
        if kind not in present:
            values = {"name": kind.label, "kind": kind, "pickable": False}
            _get_or_create(company, code, branch=None, parent=None, **values)


def _get_or_create(company: Company, code: str, **values: object) -> tuple[Location, bool]:
    place, created = Location.objects.get_or_create(company=company, code=code, defaults=values)
    if created:
        place.refresh_from_db(fields=["lineage"])  # written by the database
    return place, created
