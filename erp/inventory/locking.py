"""
Every lock of the goods ledger, in one order: StockLevel > Shortage > VariantCost, each by primary key.

The statements lock and read in one: FOR NO KEY UPDATE waits for whoever holds the row and then returns its newest
version, so what comes back is the truth until we commit. Whatever else such a statement reads is of its snapshot, from
before the wait; so nothing that the lock guards (reservations, moves) is read here, but in a later statement.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django.db import connection

from erp.foundation.db import lock_rows
from erp.foundation.errors import NotFound
from erp.foundation.refs import Ref
from erp.inventory.allocation import Part, Shelf
from erp.inventory.lines import Demand
from erp.inventory.models import INTERNAL, Location, Shortage, StockLevel
from erp.inventory.valuation import Cost

_SHELF = "s.id, s.variant_id, s.location_id, l.lineage, l.pickable AND l.active, l.sequence, s.on_hand, s.reserved"

# What each demanded variant takes from stock (a kit its components), beside the levels of all of it, locked.
LOCK_FOR_DEMAND = f"""
WITH parts AS MATERIALIZED (
    SELECT d.variant_id AS demanded, coalesce(k.component_id, d.variant_id) AS variant_id,
        coalesce(k.quantity, 1) AS per_unit
    FROM unnest(%(variants)s::bigint[]) AS d (variant_id)
    LEFT JOIN catalog_kitcomponent k ON k.kit_id = d.variant_id
), locked AS MATERIALIZED (
    SELECT {_SHELF}
    FROM inventory_stocklevel s JOIN inventory_location l ON l.id = s.location_id
    WHERE s.variant_id = ANY(ARRAY(SELECT variant_id FROM parts)) AND s.company_id = %(company)s
        AND l.pickable AND l.active
        AND (%(locations)s::bigint[] IS NULL OR l.lineage && %(locations)s::bigint[])
    ORDER BY s.id
    FOR NO KEY UPDATE OF s
)
SELECT parts.demanded, parts.variant_id, parts.per_unit, locked.*
FROM parts LEFT JOIN locked ON locked.variant_id = parts.variant_id
"""  # noqa: S608  # put together from constants only

_LOCK_LEVELS = f"""
SELECT {_SHELF}
FROM inventory_stocklevel s JOIN inventory_location l ON l.id = s.location_id
WHERE s.id = ANY(ARRAY({{wanted}}))
ORDER BY s.id
FOR NO KEY UPDATE OF s
"""  # noqa: S608  # put together from constants only
_IN_PLACES = """
    SELECT o.id FROM unnest(%(variants)s::bigint[], %(locations)s::bigint[]) AS p (variant_id, location_id)
    JOIN inventory_stocklevel o USING (variant_id, location_id)
"""
_OF_OWNER = """
    SELECT o.id FROM inventory_reservation r JOIN inventory_stocklevel o USING (variant_id, location_id)
    WHERE r.owner_kind = %(kind)s AND r.owner_key = %(key)s
        AND (%(lines)s::text[] IS NULL OR r.line_key = ANY(%(lines)s::text[]))
"""
LOCK_PLACES = _LOCK_LEVELS.format(wanted=_IN_PLACES)
LOCK_OWNER = _LOCK_LEVELS.format(wanted=_OF_OWNER)
LOCK_OWNER_AND_PLACES = _LOCK_LEVELS.format(wanted=f"{_IN_PLACES} UNION ALL {_OF_OWNER}")
LOCK_VARIANTS = _LOCK_LEVELS.format(
    wanted="SELECT o.id FROM inventory_stocklevel o"
    " WHERE o.company_id = %(company)s AND o.variant_id = ANY(%(variants)s::bigint[])"
)

# Without a target, because the table has two unique keys over these columns: of two who open the same level at once,
# the second may meet either key first, and a named target forgives only that one.
OPEN_LEVELS = """
INSERT INTO inventory_stocklevel (company_id, variant_id, location_id, on_hand, reserved)
SELECT %(company)s, p.variant_id, p.location_id, 0, 0
FROM unnest(%(variants)s::bigint[], %(locations)s::bigint[]) AS p (variant_id, location_id)
WHERE NOT EXISTS (
    SELECT FROM inventory_stocklevel o WHERE (o.variant_id, o.location_id) = (p.variant_id, p.location_id)
)
ORDER BY p.variant_id, p.location_id
ON CONFLICT DO NOTHING
"""

OPEN_COSTS = """
INSERT INTO inventory_variantcost (company_id, variant_id, quantity, value, currency, last_unit_cost)
SELECT c.id, v.id, 0, 0, c.currency, 0
FROM organisation_company c, unnest(%(variants)s::bigint[]) AS v (id)
WHERE c.id = %(company)s
    AND NOT EXISTS (SELECT FROM inventory_variantcost o WHERE (o.company_id, o.variant_id) = (c.id, v.id))
ORDER BY v.id
ON CONFLICT (company_id, variant_id) DO NOTHING
"""

LOCK_COSTS = """
SELECT id, variant_id, quantity, value, currency, last_unit_cost
FROM inventory_variantcost
WHERE company_id = %(company)s AND variant_id = ANY(%(variants)s::bigint[])
ORDER BY id
FOR NO KEY UPDATE
"""


def lock_for_demand(
    demand: Iterable[Demand], *, company_id: int, locations: Sequence[int] | None
) -> tuple[dict[int, tuple[Part, ...]], list[Shelf]]:
    """
    Lock every level that could serve the demand.

    :returns: what each demanded variant takes from stock, and the levels.
    """
    variants = sorted({line.variant_id for line in demand})
    rows = _locked(LOCK_FOR_DEMAND, variants=variants, company=company_id, locations=_list(locations))
    parts: dict[int, dict[Part, None]] = {}
    shelves: dict[int, Shelf] = {}
    for demanded, variant_id, per_unit, *level in rows:
        parts.setdefault(demanded, {})[Part(variant_id, per_unit)] = None
        if level[0] is not None:
            shelves.setdefault(level[0], _shelf(level))
    return {variant: tuple(of) for variant, of in parts.items()}, list(shelves.values())


def lock_places(places: Iterable[tuple[int, int]]) -> list[Shelf]:
    """Lock the levels of these (variant, location); a pair without a level is left out."""
    return _shelves(LOCK_PLACES, **_arrays(places))


def lock_owner(owner: Ref, line_keys: Sequence[str] | None) -> list[Shelf]:
    """Lock the levels in which an owner (or some of its lines) holds something."""
    return _shelves(LOCK_OWNER, kind=owner.kind, key=owner.key, lines=_list(line_keys))


def lock_owner_and_places(owner: Ref, line_keys: Sequence[str], places: Iterable[tuple[int, int]]) -> list[Shelf]:
    """Both at once, so that all of it is locked in one order."""
    named = {"kind": owner.kind, "key": owner.key, "lines": list(line_keys)}
    return _shelves(LOCK_OWNER_AND_PLACES, **named, **_arrays(places))


def lock_place(location_id: int) -> tuple[Location, list[StockLevel]]:
    """
    Lock a warehouse, zone or bin and the levels in it: no goods come or go, none are promised.

    Levels first, as whoever moves goods does, whose rows then point at the place.

    :raises NotFound: when there is no such place.
    """
    levels = lock_rows(StockLevel.objects.filter(location=location_id))
    places = lock_rows(Location.objects.filter(pk=location_id, kind__in=INTERNAL))
    if not places:
        raise NotFound
    return places[0], levels


def lock_variants(company_id: int, variant_ids: Iterable[int]) -> list[Shelf]:
    """Lock all levels of these variants in the company."""
    return _shelves(LOCK_VARIANTS, company=company_id, variants=sorted(set(variant_ids)))


def open_levels(company_id: int, places: Iterable[tuple[int, int]]) -> None:
    """
    Make the levels that don't exist yet, empty; call before the first lock.

    Whoever inserts the same level at the same time waits for the other, in the same order.
    """
    _execute(OPEN_LEVELS, company=company_id, **_arrays(places))


def lock_shortages(company_id: int, variant_ids: Iterable[int]) -> list[Shortage]:
    """Lock who waits for these variants, and put them in order of promise."""
    waiting = Shortage.objects.filter(company=company_id, variant__in=set(variant_ids))
    return sorted(lock_rows(waiting), key=lambda s: (s.promised_on or date.max, s.created_at, s.pk))


def lock_costs(company_id: int, variant_ids: Iterable[int]) -> dict[int, Cost]:
    """Lock what these variants are worth, by variant; made when there is none yet."""
    variants = sorted(set(variant_ids))
    rows = _locked(LOCK_COSTS, company=company_id, variants=variants)
    if len(rows) < len(variants):
        _execute(OPEN_COSTS, company=company_id, variants=variants)
        rows = _locked(LOCK_COSTS, company=company_id, variants=variants)
    return {row[1]: Cost(*row) for row in rows}


def _shelves(statement: str, **params: Any) -> list[Shelf]:
    return [_shelf(row) for row in _locked(statement, **params)]


def _shelf(row: Sequence[Any]) -> Shelf:
    level_id, variant_id, location_id, lineage, *rest = row
    return Shelf(level_id, variant_id, location_id, tuple(lineage), *rest)


def _arrays(places: Iterable[tuple[int, int]]) -> dict[str, list[int]]:
    pairs = sorted(set(places))
    return {"variants": [variant for variant, _ in pairs], "locations": [location for _, location in pairs]}


def _list(values: Sequence[Any] | None) -> list[Any] | None:
    return None if values is None else list(values)


def _locked(statement: str, **params: Any) -> list[tuple[Any, ...]]:
    if not connection.in_atomic_block:
        raise RuntimeError("a lock outside a transaction holds nothing")
    with connection.cursor() as cursor:
        cursor.execute(statement, params)
        rows: list[tuple[Any, ...]] = cursor.fetchall()
        return rows


def _execute(statement: str, **params: Any) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, params)
