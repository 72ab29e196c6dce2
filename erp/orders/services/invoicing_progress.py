"""What finance has invoiced of an order, noted in the same transaction."""

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal

from erp.foundation.actor import Actor
from erp.foundation.db import use_case
from erp.foundation.refs import Ref
from erp.orders import locking
from erp.orders.errors import NotThatMuch, UnknownLine
from erp.orders.models import Order, OrderLine


@use_case
def record_invoice(
    *, order_id: int, lines: Sequence[tuple[int, Decimal]], invoice: Ref, actor: Actor, at: datetime
) -> Order:
    """
    So much of some lines (key, quantity) stands on an invoice, whose own key keeps it from being told twice.

    A correction tells negative quantities.

    :raises UnknownLine: for a line of another order. :raises NotThatMuch: for more than is ordered and not invoiced.
    """
    order = locking.lock_order(order_id)
    own = {line.pk: line for line in locking.lines_of(order)}
    for key, quantity in lines:
        if key not in own:
            raise UnknownLine
        line = own[key]
        if not 0 <= line.invoiced + quantity <= line.quantity:
            raise NotThatMuch(possible=f"{(line.quantity - line.invoiced).normalize():f}", sku=line.sku)
        line.invoiced += quantity
    OrderLine.objects.bulk_update(own.values(), ["invoiced"])
    return order
