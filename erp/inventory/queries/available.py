"""What may be promised: free stock, and kits that can be put together from it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from django.db import connection

from erp.catalog.queries import components_of
from erp.inventory.availability import PublishPolicy, kit_available, published

ZERO = Decimal(0)

FREE_BY_WAREHOUSE = """
SELECT s.variant_id, l.lineage[1], sum(s.on_hand - s.reserved)
FROM inventory_stocklevel s JOIN inventory_location l ON l.id = s.location_id
WHERE s.variant_id = ANY(%(variants)s::bigint[]) AND l.pickable AND l.active
    AND (%(locations)s::bigint[] IS NULL OR l.lineage && %(locations)s::bigint[])
GROUP BY s.variant_id, l.lineage[1]
"""


def available(variant_ids: Iterable[int], locations: Sequence[int] | None = None) -> dict[int, Decimal]:
    """
    What is free of each variant in these places and what lies inside them (None: in all pickable ones).

    Of a kit: per warehouse as many whole ones as its components give, summed over the warehouses. Two queries,
    whatever is asked for.
    """
    wanted = list(dict.fromkeys(variant_ids))
    kits = components_of(wanted)
    stocked = {component for parts in kits.values() for component, _ in parts} | (set(wanted) - kits.keys())
    by_warehouse = _free(sorted(stocked), locations)
    return {
        variant: kit_available(kits[variant], by_warehouse.values())
        if variant in kits
        else sum((free.get(variant, ZERO) for free in by_warehouse.values()), ZERO)
        for variant in wanted
    }


def publishable(variant_ids: Iterable[int], policy: PublishPolicy) -> dict[int, int]:
    """What a channel with this policy may offer of each variant."""
    free = available(variant_ids, policy.locations)
    return {variant: published(quantity, policy) for variant, quantity in free.items()}


def _free(variant_ids: Sequence[int], locations: Sequence[int] | None) -> Mapping[int, Mapping[int, Decimal]]:
    chosen = None if locations is None else list(locations)
    with connection.cursor() as cursor:
        cursor.execute(FREE_BY_WAREHOUSE, {"variants": list(variant_ids), "locations": chosen})
        result: dict[int, dict[int, Decimal]] = defaultdict(dict)
        for variant, warehouse, free in cursor.fetchall():
            result[warehouse][variant] = free
    return result
