"""Giving free stock to those who have waited longest."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from decimal import Decimal

from django.db import connection

from erp.foundation.actor import Actor
from erp.foundation.db import use_case
from erp.foundation.refs import Ref
from erp.inventory import locking
from erp.inventory.allocation import Need, Part, Shelf, allocate
from erp.inventory.lines import Held
from erp.inventory.models import Shortage
from erp.inventory.services.telling import free_by_variant, tell_availability, tell_filled

# A line may hold something in the place already: the reservation grows then, keeping its age.
WRITE_FILLED = """
WITH filled AS (
    SELECT * FROM unnest(%(shortages)s::bigint[], %(levels)s::bigint[], %(quantities)s::numeric[])
        AS f (shortage_id, level_id, quantity)
), promised AS (
    UPDATE inventory_stocklevel s SET reserved = s.reserved + t.quantity
    FROM (SELECT level_id, sum(quantity) AS quantity FROM filled GROUP BY level_id) AS t
    WHERE s.id = t.level_id
), lowered AS (
    UPDATE inventory_shortage s SET quantity = s.quantity - t.quantity
    FROM (SELECT shortage_id, sum(quantity) AS quantity FROM filled GROUP BY shortage_id) AS t
    WHERE s.id = t.shortage_id AND s.quantity > t.quantity
), gone AS (
    DELETE FROM inventory_shortage s
    USING (SELECT shortage_id, sum(quantity) AS quantity FROM filled GROUP BY shortage_id) AS t
    WHERE s.id = t.shortage_id AND s.quantity <= t.quantity
)
INSERT INTO inventory_reservation
    (company_id, owner_kind, owner_key, line_key, variant_id, location_id, quantity, per_unit, locations, promised_on,
     created_at)
SELECT w.company_id, w.owner_kind, w.owner_key, w.line_key, w.variant_id, s.location_id, f.quantity, w.per_unit,
    w.locations, w.promised_on, %(at)s
FROM filled f
JOIN inventory_shortage w ON w.id = f.shortage_id
JOIN inventory_stocklevel s ON s.id = f.level_id
ON CONFLICT (owner_kind, owner_key, line_key, variant_id, location_id)
    DO UPDATE SET quantity = inventory_reservation.quantity + excluded.quantity
"""


@use_case
def fill_shortages(*, company_id: int, variant_ids: Iterable[int], actor: Actor, at: datetime) -> list[Held]:
    """
    Give what is free of these variants, anywhere in the company, to those who wait, in order of promise.

    Receipts, returns and releases do it by themselves for the places they touch; the sweep each minute does it for
    what slipped between two transactions (a first receipt into a new place while an order became short).

    :returns: what was given to whom's line.
    """
    shelves = locking.lock_variants(company_id, variant_ids)
    before = free_by_variant(shelves)
    filled = fill_from(shelves, company_id=company_id, actor=actor, at=at)
    tell_availability(company_id, before, shelves, actor)
    return filled


def fill_from(
    shelves: Sequence[Shelf], *, company_id: int, actor: Actor, at: datetime, first: Ref | None = None
) -> list[Held]:
    """
    Give what is free on these locked shelves to those who wait; the caller publishes the availability.

    :param first: an owner who is served before all others: who found the goods found them for this one.
    """
    with_free = {shelf.variant_id for shelf in shelves if shelf.pickable and shelf.free > 0}
    waiting = locking.lock_shortages(company_id, with_free) if with_free else []
    waiting.sort(key=lambda shortage: shortage.owner != first)  # stable: the order of promise stays
    rows: list[tuple[int, int, Decimal]] = []
    filled: list[Held] = []
    places = {shelf.level_id: shelf.location_id for shelf in shelves}
    for shortage in waiting:
        for level_id, quantity in _give(shortage, shelves):
            rows.append((shortage.pk, level_id, quantity))
            filled.append(Held(shortage.line_key, shortage.variant_id, places[level_id], quantity))
            tell_filled(shortage.owner, filled[-1], actor)
    if rows:
        shortages, levels, quantities = (list(column) for column in zip(*rows, strict=True))
        with connection.cursor() as cursor:
            cursor.execute(WRITE_FILLED, {"shortages": shortages, "levels": levels, "quantities": quantities, "at": at})
    return filled


def _give(shortage: Shortage, shelves: Sequence[Shelf]) -> list[tuple[int, Decimal]]:
    """How much the shortage gets from which level; the shelves note it."""
    part = Part(shortage.variant_id, Decimal(1))
    need = Need(shortage.line_key, shortage.variant_id, shortage.quantity, (part,))
    of_variant = [shelf for shelf in shelves if shelf.variant_id == shortage.variant_id]
    taken = allocate([need], of_variant, shortage.locations).taken
    return [(level_id, quantity) for (_line, _part, level_id), quantity in taken.items()]
