"""
The ledger is brought to what is really there: corrections, write-offs, goods that turn up.

Where less is left than was promised, the newest promises become shortages in the same transaction, and get what is
free elsewhere at once.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from django.db import connection
from django.utils.translation import gettext_lazy as _

from erp.foundation.actor import Actor
from erp.foundation.db import use_case
from erp.foundation.errors import Invalid
from erp.foundation.money import Money
from erp.foundation.refs import Ref
from erp.inventory import locking, queries
from erp.inventory.allocation import Shelf
from erp.inventory.lines import Held
from erp.inventory.models import LocationKind, Reservation, StockMove
from erp.inventory.services.filling import fill_from
from erp.inventory.services.posting import Ground, Posting, Step, check_quantities, post_moves, survey
from erp.inventory.services.telling import free_by_variant, tell_availability, tell_lost

# The levels are locked by us; post_moves writes what is left of ``reserved``. A cart waits for nothing: no shortage.
WRITE_LOST = """
WITH lost AS (
    SELECT * FROM unnest(%(ids)s::bigint[], %(quantities)s::numeric[]) AS l (id, quantity)
), lowered AS (
    UPDATE inventory_reservation r SET quantity = r.quantity - lost.quantity
    FROM lost WHERE r.id = lost.id AND r.quantity > lost.quantity
), gone AS (
    DELETE FROM inventory_reservation r USING lost WHERE r.id = lost.id AND r.quantity <= lost.quantity
)
INSERT INTO inventory_shortage
    (company_id, owner_kind, owner_key, line_key, variant_id, quantity, per_unit, locations, promised_on, created_at)
SELECT r.company_id, r.owner_kind, r.owner_key, r.line_key, r.variant_id, sum(lost.quantity), min(r.per_unit),
    min(r.locations), min(r.promised_on), min(r.created_at)
FROM lost JOIN inventory_reservation r USING (id)
WHERE r.kept_until IS NULL
GROUP BY r.company_id, r.owner_kind, r.owner_key, r.line_key, r.variant_id
ON CONFLICT (owner_kind, owner_key, line_key, variant_id)
    DO UPDATE SET quantity = inventory_shortage.quantity + excluded.quantity
"""


class ReasonMissing(Invalid):
    """Stock is not corrected without a reason."""

    code = "reason-missing"
    message = _("Say why the stock is corrected.")


@dataclass(frozen=True, slots=True)
class Adjustment:
    """So much more (positive) or less of a variant lies in a place than the ledger says."""

    line_key: str
    variant_id: int
    location_id: int
    delta: Decimal
    unit_cost: Money | None = None


@use_case
def adjust_stock(
    *,
    variant_id: int,
    location_id: int,
    quantity_delta: Decimal,
    reason: str,
    origin: Ref,
    actor: Actor,
    at: datetime,
    purpose: str = "adjustment",
    unit_cost: Money | None = None,
) -> list[StockMove]:
    """
    Correct the stock of a variant in a place by so much, up or down.

    What comes up is worth ``unit_cost``, or the average. Safe to repeat: what (origin, purpose) moved the first time
    is returned.

    :raises NotEnoughStock: when more is taken away than lies there. :raises ReasonMissing: without a reason.
    """
    line = Adjustment("1", variant_id, location_id, quantity_delta, unit_cost)
    return apply_adjustments([line], Posting(origin, purpose, actor, at, reason), LocationKind.ADJUSTMENT)


@use_case
def write_off(
    *,
    variant_id: int,
    location_id: int,
    quantity: Decimal,
    reason: str,
    origin: Ref,
    actor: Actor,
    at: datetime,
    purpose: str = "write-off",
) -> list[StockMove]:
    """
    Throw goods away that are broken or out of date.

    Safe to repeat: what (origin, purpose) moved the first time is returned.

    :raises NotEnoughStock: when more is thrown away than lies there. :raises ReasonMissing: without a reason.
    """
    check_quantities([quantity])
    line = Adjustment("1", variant_id, location_id, -quantity)
    return apply_adjustments([line], Posting(origin, purpose, actor, at, reason), LocationKind.SCRAP)


@use_case
def found_stock(
    *,
    variant_id: int,
    location_id: int,
    quantity: Decimal,
    reason: str,
    origin: Ref,
    actor: Actor,
    at: datetime,
    found_for: Ref | None = None,
    purpose: str = "found",
) -> list[StockMove]:
    """
    Book in goods that somebody holds and the ledger lacks, at the average cost.

    :param found_for: whose picking it was: this owner's shortage is filled before all others'.

    Safe to repeat: what (origin, purpose) moved the first time is returned.

    :raises ReasonMissing: without a reason.
    """
    check_quantities([quantity])
    line = Adjustment("1", variant_id, location_id, quantity)
    posting = Posting(origin, purpose, actor, at, reason)
    return apply_adjustments([line], posting, LocationKind.ADJUSTMENT, first=found_for)


def apply_adjustments(
    adjustments: Sequence[Adjustment], posting: Posting, outside: LocationKind, *, first: Ref | None = None
) -> list[StockMove]:
    """Move the differences from or to the virtual place ``outside``, and put the promises right."""
    if not posting.reason.strip():
        raise ReasonMissing
    ground = survey((line.location_id for line in adjustments), outside)
    locking.open_levels(ground.company_id, [(line.variant_id, line.location_id) for line in adjustments])
    ground.shelves = locking.lock_variants(ground.company_id, (line.variant_id for line in adjustments))
    if done := queries.moves_of(posting.origin, posting.purpose):
        return done
    before = free_by_variant(ground.shelves)
    _lose_promises(adjustments, ground, posting.actor)
    beyond = ground.virtual(outside)
    moves = post_moves(posting, [_step(line, beyond) for line in adjustments if line.delta], ground)
    fill_from(ground.shelves, company_id=ground.company_id, actor=posting.actor, at=posting.at, first=first)
    tell_availability(ground.company_id, before, ground.shelves, posting.actor)
    return moves


def _step(line: Adjustment, outside: int) -> Step:
    ends = (outside, line.location_id) if line.delta > 0 else (line.location_id, outside)
    return Step(line.line_key, line.variant_id, *ends, abs(line.delta), line.unit_cost)


def _lose_promises(adjustments: Sequence[Adjustment], ground: Ground, actor: Actor) -> None:
    """Free what can no longer be kept: carts first, then the newest reservation."""
    deltas: dict[tuple[int, int], Decimal] = defaultdict(Decimal)
    for line in adjustments:
        deltas[line.variant_id, line.location_id] += line.delta
    lost = [
        loss
        for (variant_id, location_id), delta in deltas.items()
        for loss in _losses(ground.existing_shelf(variant_id, location_id), delta)
    ]
    if not lost:
        return
    # Known shortages of these lines grow: they are locked in order, before any of them is written.
    locking.lock_shortages(ground.company_id, {reservation.variant_id for reservation, _quantity in lost})
    keys = [reservation.pk for reservation, _quantity in lost]
    with connection.cursor() as cursor:
        cursor.execute(WRITE_LOST, {"ids": keys, "quantities": [quantity for _reservation, quantity in lost]})
    for reservation, quantity in lost:
        held = Held(reservation.line_key, reservation.variant_id, reservation.location_id, quantity)
        tell_lost(reservation.owner, held, actor)


def _losses(shelf: Shelf, delta: Decimal) -> list[tuple[Reservation, Decimal]]:
    excess = min(shelf.reserved, shelf.reserved - (shelf.on_hand + delta))
    losses: list[tuple[Reservation, Decimal]] = []
    for reservation in queries.reservations_in(shelf.variant_id, shelf.location_id) if excess > 0 else []:
        quantity = min(excess, reservation.quantity)
        if quantity > 0:
            losses.append((reservation, quantity))
            shelf.reserved -= quantity
            excess -= quantity
    return losses
