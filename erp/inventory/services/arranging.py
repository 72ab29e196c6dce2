"""Places are called otherwise, picked in another order, taken out of use."""

from dataclasses import asdict, dataclass
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from erp.foundation.actor import Actor
from erp.foundation.db import use_case
from erp.foundation.errors import BusinessError, Invalid
from erp.foundation.events.publishing import publish
from erp.inventory.events import AvailabilityChanged, PlaceChanged
from erp.inventory.locking import lock_place
from erp.inventory.models import Location, StockLevel


class NotEmpty(BusinessError):
    """Goods lie in the place, or in one inside it."""

    code = "place-not-empty"
    message = _("Goods still lie in %(place)s. Move them elsewhere first.")


class InUseInside(BusinessError):
    """A place inside it is in use."""

    code = "place-in-use-inside"
    message = _("%(place)s inside it is still in use. Take that out of use first.")


class HeldFromSale(BusinessError):
    """Goods in the place are promised to somebody."""

    code = "place-has-promises"
    message = _("Goods in this place are reserved. Ship or move them first, then keep it from sale.")


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceDetails:
    """What may change about a place; its code, kind and where it lies may not."""

    name: str
    pickable: bool
    sequence: int
    active: bool


@use_case
def update_place(*, place: Location, details: PlaceDetails, actor: Actor, at: datetime) -> Location:
    """
    Change a warehouse, zone or bin. What stays the same causes nothing.

    What may be sold from it changes with it, and whoever shows availability is told.

    :raises NotEmpty: when a place with stock was to go out of use. :raises InUseInside: as it says.
    :raises HeldFromSale: when a place with reservations was to be kept from sale.
    :raises Invalid: without a name. :raises NotFound: for a place that is none of the company's own.
    """
    if not details.name.strip():
        raise Invalid(field="name", reason=_("a place has a name."))
    row, levels = lock_place(place.pk)
    wanted = asdict(details) | {"name": details.name.strip()}
    changed = [name for name, value in wanted.items() if getattr(row, name) != value]
    if not changed:
        return row
    stocked = [level for level in levels if level.on_hand]
    if "active" in changed and not details.active:
        _check_unused(row, stocked)
    if "pickable" in changed and not details.pickable and any(level.reserved for level in stocked):
        raise HeldFromSale
    for name in changed:
        setattr(row, name, wanted[name])
    row.save(update_fields=changed)
    if {"pickable", "active"} & set(changed):
        for variant in sorted({level.variant_id for level in stocked}):
            publish(AvailabilityChanged(variant_id=variant, company_id=row.company_id), actor=actor)
    publish(PlaceChanged(location_id=row.pk, changed=tuple(changed)), actor=actor, subjects=[row.ref])
    return row


def _check_unused(row: Location, levels: list[StockLevel]) -> None:
    if levels:
        raise NotEmpty(place=row.code)
    inside = Location.objects.filter(parent=row, active=True).order_by("code").first()
    if inside is not None:
        raise InUseInside(place=inside.code)
