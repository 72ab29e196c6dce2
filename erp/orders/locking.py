"""The lock of an order: it covers its lines, charges, addresses and refunds, and is taken before any stock."""

from erp.foundation.db import lock_rows
from erp.foundation.errors import NotFound
from erp.orders.models import Order, OrderLine


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
