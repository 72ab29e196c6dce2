"""Records brought as far as a test needs them, by calling the verbs that the program calls."""

from decimal import Decimal
from typing import Any

from erp.foundation.actor import SYSTEM
from erp.foundation.refs import Ref
from erp.orders import services as orders
from erp.orders.models import Order
from tests.factories.orders import AT, Shop, a_draft, a_shop

STAGES = ("new", "reserved", "picked", "shipped", "delivered")


def an_order(up_to: str = "reserved", *, shop: Shop | None = None, **draft: Any) -> Order:
    """
    An order of two mugs and a plate, unless other lines are given.

    ``new`` is unpaid, ``reserved`` paid and with its stock held; from ``picked`` on only orders is told of it, as
    shipping would tell it: no shipment stands behind it.
    """
    stage = STAGES.index(up_to)
    shop = shop or a_shop()
    lines = draft.pop("lines", ())
    order = orders.import_order(draft=a_draft(shop, *lines, paid=stage > 0, **draft), actor=SYSTEM, at=AT)
    everything = [(line.pk, line.quantity) for line in order.lines.order_by("position")]
    if stage >= STAGES.index("picked"):
        orders.record_picked(order_id=order.pk, lines=everything, actor=SYSTEM, at=AT)
    if stage >= STAGES.index("shipped"):
        orders.record_shipment(
            order_id=order.pk, lines=everything, shipment=Ref("tests.shipment", str(order.pk)), actor=SYSTEM, at=AT
        )
    if stage >= STAGES.index("delivered"):
        orders.record_delivered(order_id=order.pk, actor=SYSTEM, at=AT)
    order.refresh_from_db()
    return order


def line_of(order: Order, sku: str) -> dict[str, Decimal]:
    """The quantities of an order's line that are not zero, by name."""
    line = order.lines.get(sku=sku)
    names = ("quantity", "reserved", "picked", "shipped", "invoiced", "cancelled", "to_cancel", "returned", "refunded")
    return {name: getattr(line, name) for name in names if getattr(line, name)}
