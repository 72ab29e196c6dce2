"""
The locks of orders, taken before any stock.

An order's lock covers its lines, charges, addresses and refunds. Before an order exists there is no row to lock: then
the name by which its source calls it is.
"""

from collections.abc import Collection

from django.db import connection

from erp.foundation.db import lock_rows
from erp.foundation.errors import NotFound
from erp.orders.models import Order, OrderLine

# Two statements in one round trip: the second has a snapshot of its own, from after the wait.
_LOCK_SOURCES = """
SELECT pg_advisory_xact_lock(hash) FROM (
    SELECT DISTINCT hashtextextended('orders:' || source || ' ' || source_ref, 0) AS hash
    FROM unnest(%(sources)s::text[], %(refs)s::text[]) AS s (source, source_ref) ORDER BY 1
) AS names;
SELECT o.source, o.source_ref, o.id
FROM unnest(%(sources)s::text[], %(refs)s::text[]) AS s (source, source_ref)
JOIN orders_order o USING (source, source_ref)
"""


def lock_order(order_id: int) -> Order:
    """
    Lock an order and read it as it is now.

    :raises NotFound: when there is no such order.
    """
    found = lock_rows(Order.objects.filter(pk=order_id))
    if not found:
        raise NotFound
    return found[0]


def lines_of(order: Order) -> list[OrderLine]:
    """The lines of an order whose lock we hold, in their order; read after the lock, so they are the truth."""
    return list(OrderLine.objects.filter(order=order).order_by("position"))


def lock_sources(names: Collection[tuple[str, str]]) -> dict[tuple[str, str], int]:
    """
    Keep others from taking the orders of these names (source, source_ref) until the transaction ends.

    The unique key stands behind this; the lock lets the second of two wait before it makes a customer in vain.

    :returns: the keys of those that are taken already.
    :raises RuntimeError: outside a transaction.
    """
    if not connection.in_atomic_block:
        raise RuntimeError("a lock outside a transaction holds nothing")
    wanted = sorted(set(names))
    params = {"sources": [source for source, _ref in wanted], "refs": [ref for _source, ref in wanted]}
    with connection.cursor() as cursor:
        cursor.execute(_LOCK_SOURCES, params)
        cursor.nextset()
        return {(source, ref): key for source, ref, key in cursor.fetchall()}
