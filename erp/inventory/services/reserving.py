"""Holding stock for an owner's lines."""

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db import connection

from erp.foundation.actor import Actor
from erp.foundation.db import use_case
from erp.foundation.refs import Ref
from erp.inventory import locking
from erp.inventory.allocation import Allocation, Need, Part, allocate
from erp.inventory.errors import OutOfStock, WrongQuantity
from erp.inventory.lines import Claim, Demand, ShortLine
from erp.inventory.services.telling import free_by_variant, tell_availability

# Runs after the locks, so its snapshot shows what a twin of this call has committed while we waited.
FIND_HOLDERS = """
SELECT owner_kind, owner_key, line_key FROM inventory_reservation
WHERE owner_kind = ANY(%(kinds)s) AND owner_key = ANY(%(keys)s)
UNION
SELECT owner_kind, owner_key, line_key FROM inventory_shortage
WHERE owner_kind = ANY(%(kinds)s) AND owner_key = ANY(%(keys)s)
"""

# Levels are locked by us: adding to what they hold can't meet anybody else's change.
WRITE_PROMISES = """
WITH claimed AS (
    SELECT *
    FROM unnest(
        %(held_levels)s::bigint[], %(held_kinds)s::text[], %(held_keys)s::text[], %(held_lines)s::text[],
        %(held_quantities)s::numeric[], %(held_per_unit)s::numeric[], %(held_locations)s::text[],
        %(held_promised_on)s::date[], %(held_kept_until)s::timestamptz[]
    ) AS c (level_id, owner_kind, owner_key, line_key, quantity, per_unit, locations, promised_on, kept_until)
), promised AS (
    UPDATE inventory_stocklevel s SET reserved = s.reserved + t.quantity
    FROM (SELECT level_id, sum(quantity) AS quantity FROM claimed GROUP BY level_id) AS t
    WHERE s.id = t.level_id
), held AS (
    INSERT INTO inventory_reservation
        (company_id, owner_kind, owner_key, line_key, variant_id, location_id, quantity, per_unit, locations,
         promised_on, kept_until, created_at)
    SELECT s.company_id, c.owner_kind, c.owner_key, c.line_key, s.variant_id, s.location_id, c.quantity, c.per_unit,
        c.locations::bigint[], c.promised_on, c.kept_until, %(at)s
    FROM claimed c JOIN inventory_stocklevel s ON s.id = c.level_id
)
INSERT INTO inventory_shortage
    (company_id, owner_kind, owner_key, line_key, variant_id, quantity, per_unit, locations, promised_on, created_at)
SELECT %(company)s, c.owner_kind, c.owner_key, c.line_key, c.variant_id, c.quantity, c.per_unit,
    c.locations::bigint[], c.promised_on, %(at)s
FROM unnest(
    %(short_kinds)s::text[], %(short_keys)s::text[], %(short_lines)s::text[], %(short_variants)s::bigint[],
    %(short_quantities)s::numeric[], %(short_per_unit)s::numeric[], %(short_locations)s::text[],
    %(short_promised_on)s::date[]
) AS c (owner_kind, owner_key, line_key, variant_id, quantity, per_unit, locations, promised_on)
"""


@use_case
def reserve_stock(
    *,
    demand: Sequence[Demand],
    owner: Ref,
    company_id: int,
    at: datetime,
    actor: Actor,
    locations: Sequence[int] | None = None,
    kept_until: datetime | None = None,
    accept_shortage: bool = True,
    promised_on: date | None = None,
) -> list[ShortLine]:
    """
    Hold stock for the lines of an owner; what is not there becomes a shortage that later receipts fill.

    Safe to repeat: a line that already holds or lacks something is left as it is and not reported again. To change a
    line, release it first, in the same transaction and with ``hand_on=False``.

    :param locations: warehouses or places inside them, best first; None = any pickable place of the company.
    :param kept_until: a cart's time limit; :func:`free_expired` frees what is older.
    :returns: the lines that are short.
    :raises OutOfStock: if anything is short and a shortage is not accepted; then nothing is reserved.
    """
    claim = Claim(owner, demand, locations, kept_until, promised_on)
    return reserve_many(claims=[claim], company_id=company_id, at=at, actor=actor, accept_shortage=accept_shortage)[
        owner
    ]


@use_case
def reserve_many(
    *, claims: Sequence[Claim], company_id: int, at: datetime, actor: Actor, accept_shortage: bool = True
) -> dict[Ref, list[ShortLine]]:
    """
    Hold stock for many owners at once, in their order; as :func:`reserve_stock`, in as few statements.

    :raises OutOfStock: if anything is short and a shortage is not accepted; then nothing is reserved.
    """
    lines = [line for claim in claims for line in claim.demand]
    if any(line.quantity <= 0 for line in lines):
        raise WrongQuantity(field="quantity", reason="0")
    only = claims[0].locations if len(claims) == 1 else None
    parts, shelves = locking.lock_for_demand(lines, company_id=company_id, locations=only)
    before = free_by_variant(shelves)
    holders = _holders(claims)
    short: dict[Ref, list[ShortLine]] = {}
    allocations: list[tuple[Claim, Allocation]] = []
    for claim in claims:
        needs = [_need(line, parts) for line in claim.demand if (*claim.owner, line.line_key) not in holders]
        allocation = allocate(needs, shelves, claim.locations)
        allocations.append((claim, allocation))
        missing = ((need, allocation.missing_of(need)) for need in needs)
        short[claim.owner] = [ShortLine(need.line_key, need.variant_id, units) for need, units in missing if units]
    if not accept_shortage and any(short.values()):
        raise OutOfStock(lines=[line for of_owner in short.values() for line in of_owner])
    _write(allocations, company_id, at)
    tell_availability(company_id, before, shelves, actor)
    return short


def _need(line: Demand, parts: dict[int, tuple[Part, ...]]) -> Need:
    return Need(line.line_key, line.variant_id, line.quantity, parts[line.variant_id])


def _holders(claims: Sequence[Claim]) -> set[tuple[str, str, str]]:
    known = [claim.owner for claim in claims if not claim.new_owner]
    if not known:
        return set()
    kinds, keys = sorted({owner.kind for owner in known}), sorted({owner.key for owner in known})
    with connection.cursor() as cursor:
        cursor.execute(FIND_HOLDERS, {"kinds": kinds, "keys": keys})
        return set(cursor.fetchall())


def _write(allocations: Sequence[tuple[Claim, Allocation]], company_id: int, at: datetime) -> None:
    held = [
        (*_claimed(claim, line_key, part, quantity), claim.kept_until, level)
        for claim, allocation in allocations
        for (line_key, part, level), quantity in allocation.taken.items()
    ]
    short = [
        (*_claimed(claim, line_key, part, quantity), part.variant_id)
        for claim, allocation in allocations
        for (line_key, part), quantity in allocation.lacking.items()
    ]
    if not held and not short:
        return
    claimed = ("kinds", "keys", "lines", "quantities", "per_unit", "locations", "promised_on")
    params: dict[str, Any] = {"company": company_id, "at": at}
    params |= _columns("held", (*claimed, "kept_until", "levels"), held)
    params |= _columns("short", (*claimed, "variants"), short)
    with connection.cursor() as cursor:
        cursor.execute(WRITE_PROMISES, params)


def _claimed(claim: Claim, line_key: str, part: Part, quantity: Decimal) -> tuple[object, ...]:
    locations = None
    if claim.locations is not None:  # an array inside an array, in PostgreSQL's text form: unnest would flatten it
        locations = "{" + ",".join(str(int(location)) for location in claim.locations) + "}"
    return (*claim.owner, line_key, quantity, part.per_unit, locations, claim.promised_on)


def _columns(prefix: str, names: Sequence[str], rows: Sequence[tuple[object, ...]]) -> dict[str, Any]:
    return {f"{prefix}_{name}": [row[i] for row in rows] for i, name in enumerate(names)}
