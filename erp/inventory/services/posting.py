"""
Writing moves: the one place that appends to the goods ledger.

Levels, values and moves change in one statement, computed from rows that the caller has locked.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.db import connection

from erp.foundation import clock
from erp.foundation.actor import Actor
from erp.foundation.events.publishing import publish
from erp.foundation.money import Money
from erp.foundation.refs import Ref
from erp.inventory import locking, queries
from erp.inventory.allocation import Shelf
from erp.inventory.errors import NotEnoughStock, WrongPlace, WrongQuantity
from erp.inventory.events import StockValued
from erp.inventory.models import STOCKED, Location, LocationKind, StockMove
from erp.inventory.valuation import Cost

ZERO = Decimal(0)

WRITE_MOVES = """
WITH moved AS (
    INSERT INTO inventory_stockmove
        (company_id, variant_id, source_id, destination_id, quantity, value, currency, at, "on", origin_kind,
         origin_key, purpose, position, line_key, reason, actor_kind, actor_key)
    SELECT %(company)s, m.variant_id, m.source_id, m.destination_id, m.quantity, m.value, %(currency)s, %(at)s, %(on)s,
        %(origin_kind)s, %(origin_key)s, %(purpose)s, m.ordinality - 1, m.line_key, %(reason)s, %(actor_kind)s,
        %(actor_key)s
    FROM unnest(
        %(variants)s::bigint[], %(sources)s::bigint[], %(destinations)s::bigint[], %(quantities)s::numeric[],
        %(values)s::numeric[], %(lines)s::text[]
    ) WITH ORDINALITY AS m (variant_id, source_id, destination_id, quantity, value, line_key, ordinality)
    RETURNING id, position
), levels AS (
    UPDATE inventory_stocklevel s SET on_hand = l.on_hand, reserved = l.reserved
    FROM unnest(%(level_ids)s::bigint[], %(on_hand)s::numeric[], %(reserved)s::numeric[]) AS l (id, on_hand, reserved)
    WHERE s.id = l.id AND (s.on_hand, s.reserved) IS DISTINCT FROM (l.on_hand, l.reserved)
), costs AS (
    UPDATE inventory_variantcost c SET quantity = v.quantity, value = v.value, last_unit_cost = v.last_unit_cost
    FROM unnest(
        %(cost_ids)s::bigint[], %(cost_quantities)s::numeric[], %(cost_values)s::numeric[], %(last_costs)s::numeric[]
    ) AS v (id, quantity, value, last_unit_cost)
    WHERE c.id = v.id
)
SELECT id FROM moved ORDER BY position
"""


@dataclass(frozen=True, slots=True)
class Step:
    """One move to be made; ``unit_cost`` is known for receipts only, None meaning the average."""

    line_key: str
    variant_id: int
    source_id: int
    destination_id: int
    quantity: Decimal
    unit_cost: Money | None = None


@dataclass(frozen=True, slots=True)
class Posting:
    """A group of moves with one cause."""

    origin: Ref
    purpose: str
    actor: Actor
    at: datetime
    reason: str = ""


@dataclass(slots=True)
class Ground:
    """The places that a posting touches, all of one company, and the levels in them, locked."""

    company_id: int
    currency: str
    time_zone: str
    places: Mapping[int, Location]
    shelves: list[Shelf] = field(default_factory=list)

    def stocked(self, location_id: int) -> bool:
        """Whether the place holds stock, so that goods in it belong to the company's stock."""
        return self.places[location_id].kind in STOCKED

    def shelf(self, variant_id: int, location_id: int) -> Shelf | None:
        """The level of a variant in a place, if there is one."""
        wanted = (variant_id, location_id)
        return next((s for s in self.shelves if (s.variant_id, s.location_id) == wanted), None)

    def existing_shelf(self, variant_id: int, location_id: int) -> Shelf:
        """The level of a variant in a place where the caller has opened one."""
        shelf = self.shelf(variant_id, location_id)
        assert shelf is not None
        return shelf

    def virtual(self, kind: LocationKind) -> int:
        """The company's place of a kind that it has once."""
        return next(place.pk for place in self.places.values() if place.kind == kind)


def survey(location_ids: Iterable[int], *virtual: LocationKind) -> Ground:
    """
    Read the places, those virtual ones of their company that the verb moves from or to, and the company.

    :raises WrongPlace: when one is missing, holds no stock, or they are of several companies.
    """
    wanted = set(location_ids)
    named = queries.locations_by_id(wanted)
    companies = {place.company_id for place in named.values()}
    if len(named) != len(wanted) or len(companies) != 1 or any(p.kind not in STOCKED for p in named.values()):
        raise WrongPlace(field="location", reason=", ".join(str(key) for key in sorted(wanted)))
    company = next(iter(named.values())).company
    return Ground(company.pk, company.currency, company.time_zone, named | queries.virtual_places(company.pk, virtual))


def check_quantities(quantities: Iterable[Decimal]) -> None:
    """:raises WrongQuantity: unless all are positive."""
    if any(quantity <= 0 for quantity in quantities):
        raise WrongQuantity(field="quantity", reason="0")


def post_moves(posting: Posting, steps: Sequence[Step], ground: Ground) -> list[StockMove]:
    """
    Append the moves and bring levels and values after them.

    The ground's shelves must be locked and hold every stocked place of the steps; what a verb did to their
    ``reserved`` before is written too.

    :raises NotEnoughStock: when a place holds less than is to leave it, what is promised to others not counted.
    """
    if not steps:
        return []
    costs = _lock_costs(steps, ground)
    moves = [_move(posting, step, costs, ground) for step in steps]
    for move, pk in zip(moves, _write(moves, ground, costs), strict=True):
        move.pk = pk
    if any(move.value for move in moves):
        kind, key = posting.origin
        publish(
            StockValued(company_id=ground.company_id, origin_kind=kind, origin_key=key, purpose=posting.purpose),
            actor=posting.actor,
            subjects=[posting.origin],
        )
    return moves


def _lock_costs(steps: Sequence[Step], ground: Ground) -> dict[int, Cost]:
    """The costs of what enters or leaves the company's stock; moves inside it change no value."""
    valued = {
        step.variant_id for step in steps if ground.stocked(step.source_id) != ground.stocked(step.destination_id)
    }
    return locking.lock_costs(ground.company_id, valued) if valued else {}


def _move(posting: Posting, step: Step, costs: Mapping[int, Cost], ground: Ground) -> StockMove:
    """Make one move on the shelves and costs in memory."""
    leaves, enters = ground.stocked(step.source_id), ground.stocked(step.destination_id)
    if not leaves and not enters:
        raise WrongPlace(field="location", reason=f"{step.source_id}, {step.destination_id}")
    if leaves:
        shelf = ground.shelf(step.variant_id, step.source_id)
        if shelf is None or shelf.free < step.quantity:
            raise _not_enough(shelf, step, ground)
        shelf.on_hand -= step.quantity
    if enters:
        ground.existing_shelf(step.variant_id, step.destination_id).on_hand += step.quantity
    value = ZERO
    if enters and not leaves:
        value = costs[step.variant_id].add(step.quantity, step.unit_cost)
    elif leaves and not enters:
        value = -costs[step.variant_id].take(step.quantity)
    return StockMove(
        company_id=ground.company_id,
        variant_id=step.variant_id,
        source_id=step.source_id,
        destination_id=step.destination_id,
        quantity=step.quantity,
        value=value,
        currency=ground.currency,
        at=posting.at,
        on=clock.day_in(ground.time_zone, posting.at),
        origin_kind=posting.origin.kind,
        origin_key=posting.origin.key,
        purpose=posting.purpose,
        line_key=step.line_key,
        reason=posting.reason,
        actor_kind=posting.actor.kind,
        actor_key=posting.actor.key,
    )


def _not_enough(shelf: Shelf | None, step: Step, ground: Ground) -> NotEnoughStock:
    free = shelf.free if shelf else ZERO
    return NotEnoughStock(
        free=f"{free.normalize():f}",
        sku=queries.sku(step.variant_id),
        location=ground.places[step.source_id].code,
        variant_id=step.variant_id,
        location_id=step.source_id,
    )


def _write(moves: Sequence[StockMove], ground: Ground, costs: Mapping[int, Cost]) -> list[int]:
    """Number the moves and write everything; returns the moves' keys in their order."""
    first = moves[0]
    for position, move in enumerate(moves):
        move.position = position
    same = ("currency", "at", "on", "origin_kind", "origin_key", "purpose", "reason", "actor_kind", "actor_key")
    params: dict[str, Any] = {name: getattr(first, name) for name in same}
    params |= {
        "company": ground.company_id,
        "variants": [move.variant_id for move in moves],
        "sources": [move.source_id for move in moves],
        "destinations": [move.destination_id for move in moves],
        "quantities": [move.quantity for move in moves],
        "values": [move.value for move in moves],
        "lines": [move.line_key for move in moves],
        "level_ids": [shelf.level_id for shelf in ground.shelves],
        "on_hand": [shelf.on_hand for shelf in ground.shelves],
        "reserved": [shelf.reserved for shelf in ground.shelves],
        "cost_ids": [cost.cost_id for cost in costs.values()],
        "cost_quantities": [cost.quantity for cost in costs.values()],
        "cost_values": [cost.value for cost in costs.values()],
        "last_costs": [cost.last_unit_cost for cost in costs.values()],
    }
    with connection.cursor() as cursor:
        cursor.execute(WRITE_MOVES, params)
        return [pk for (pk,) in cursor.fetchall()]
