"""Goods leave: what was held for an owner goes to the customer."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal

from django.db import connection

from erp.foundation.actor import Actor
from erp.foundation.db import use_case
from erp.foundation.refs import Ref
from erp.inventory import locking, queries
from erp.inventory.lines import Issue
from erp.inventory.models import LocationKind, Reservation, StockMove
from erp.inventory.services.posting import Ground, Posting, Step, check_quantities, post_moves, survey
from erp.inventory.services.telling import free_by_variant, tell_availability

# The levels of these reservations are locked by us; post_moves writes what is left of ``reserved``.
WRITE_USED_UP = """
WITH used AS (
    SELECT * FROM unnest(%(ids)s::bigint[], %(quantities)s::numeric[]) AS u (id, quantity)
), lowered AS (
    UPDATE inventory_reservation r SET quantity = r.quantity - used.quantity
    FROM used WHERE r.id = used.id AND r.quantity > used.quantity
)
DELETE FROM inventory_reservation r USING used WHERE r.id = used.id AND r.quantity <= used.quantity
"""


@use_case
def issue_stock(
    *,
    lines: Sequence[Issue],
    reserved_for: Ref,
    origin: Ref,
    actor: Actor,
    at: datetime,
    purpose: str = "issue",
    reason: str = "",
) -> list[StockMove]:
    """
    Send goods to the customer and use up what was held for them.

    A line uses its reservation in the place that the goods leave, else its reservations elsewhere (the picker took
    them from another bin); what exceeds them must be free.
    Safe to repeat: what (origin, purpose) moved the first time is returned.

    :raises NotEnoughStock: when a place holds less than is to leave it, what is promised to others not counted.
    """
    check_quantities(line.quantity for line in lines)
    ground = survey((line.location_id for line in lines), LocationKind.CUSTOMER)
    places = [(line.variant_id, line.location_id) for line in lines]
    line_keys = sorted({line.line_key for line in lines})
    ground.shelves = locking.lock_owner_and_places(reserved_for, line_keys, places)
    if done := queries.moves_of(origin, purpose):
        return done
    before = free_by_variant(ground.shelves)
    use_up(lines, queries.reservations_of(reserved_for, line_keys), ground)
    outside = ground.virtual(LocationKind.CUSTOMER)
    steps = [Step(line.line_key, line.variant_id, line.location_id, outside, line.quantity) for line in lines]
    moves = post_moves(Posting(origin, purpose, actor, at, reason), steps, ground)
    tell_availability(ground.company_id, before, ground.shelves, actor)
    return moves


def use_up(lines: Sequence[Issue], reservations: Sequence[Reservation], ground: Ground) -> None:
    """Take from the reservations what the lines send, those in the same place first."""
    used: dict[int, Decimal] = defaultdict(Decimal)
    for line in lines:
        own = [r for r in reservations if (r.line_key, r.variant_id) == (line.line_key, line.variant_id)]
        left = line.quantity
        for reservation in sorted(own, key=lambda r: (r.location_id != line.location_id, r.pk)):
            took = min(left, reservation.quantity - used[reservation.pk])
            if took > 0 and (shelf := ground.shelf(reservation.variant_id, reservation.location_id)):
                shelf.reserved -= took
                used[reservation.pk] += took
                left -= took
    used = {key: quantity for key, quantity in used.items() if quantity}
    if used:
        with connection.cursor() as cursor:
            cursor.execute(WRITE_USED_UP, {"ids": list(used), "quantities": list(used.values())})
