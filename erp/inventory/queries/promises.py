"""Who holds and who waits."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from decimal import ROUND_CEILING, Decimal

from django.db.models import Exists, F, OuterRef, Q

from erp.foundation.refs import Ref
from erp.inventory.models import Reservation, Shortage, StockLevel

ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class Holding:
    """
    Where a line stands, in its own unit: ``missing`` of it is short, the rest of what was asked is held.

    A kit lacking any component is missing whole.
    """

    line_key: str
    missing: Decimal


def reservations_of(owner: Ref, line_keys: Iterable[str] | None = None) -> list[Reservation]:
    """What is held for an owner, by line, place and variant."""
    rows = Reservation.objects.filter(owner_kind=owner.kind, owner_key=owner.key)
    if line_keys is not None:
        rows = rows.filter(line_key__in=list(line_keys))
    return list(rows.order_by("line_key", "location_id", "variant_id"))


def reservations_in(variant_id: int, location_id: int) -> list[Reservation]:
    """What is held in a place, in the order in which it would be given up: carts first, then the newest."""
    rows = Reservation.objects.filter(variant=variant_id, location=location_id)
    return sorted(rows, key=lambda r: (r.kept_until is not None, r.created_at, r.pk), reverse=True)


def shortages_of(owner: Ref) -> list[Shortage]:
    """What an owner waits for, by line and variant."""
    return list(Shortage.objects.filter(owner_kind=owner.kind, owner_key=owner.key).order_by("line_key", "variant_id"))


def holdings(owner: Ref) -> dict[str, Holding]:
    """Of each line that holds or lacks anything, how much of it is missing."""
    result = {reservation.line_key: Holding(reservation.line_key, ZERO) for reservation in reservations_of(owner)}
    for shortage in shortages_of(owner):
        units = shortage.quantity / shortage.per_unit
        missing = units.to_integral_value(ROUND_CEILING) if shortage.per_unit != 1 else units
        known = result.get(shortage.line_key, Holding(shortage.line_key, ZERO))
        result[shortage.line_key] = Holding(shortage.line_key, max(known.missing, missing))
    return result


def fillable(*, limit: int) -> list[tuple[int, int]]:
    """(company, variant) pairs that somebody waits for although some of it is free in a place of the company."""
    free = StockLevel.objects.filter(
        variant=OuterRef("variant"),
        company=OuterRef("company"),
        location__pickable=True,
        location__active=True,
        on_hand__gt=F("reserved"),
    )
    inside = free.filter(location__lineage__overlap=OuterRef("locations"))
    waiting = Q(Exists(free), locations__isnull=True) | Q(Exists(inside), locations__isnull=False)
    pairs = Shortage.objects.filter(waiting).order_by("company_id", "variant_id")
    return list(pairs.values_list("company_id", "variant_id").distinct()[:limit])


def expired_owners(at: datetime, *, limit: int) -> list[Ref]:
    """Owners with reservations whose time is over, those longest over first."""
    rows = Reservation.objects.filter(kept_until__lte=at).order_by("kept_until", "pk")
    pairs = rows.values_list("owner_kind", "owner_key")[:limit]
    return list(dict.fromkeys(Ref(kind, key) for kind, key in pairs))
