"""A part of an order is cancelled while its parcel is being made ready: the rest is planned anew and leaves."""

from decimal import Decimal

import pytest

from erp.foundation.actor import SYSTEM
from erp.foundation.events.ids import uuid7
from erp.foundation.events.registry import Delivered
from erp.orders import services as orders
from erp.orders.events import CancellationRequested
from erp.shipping import handlers
from erp.shipping import services as shipping
from erp.shipping.models import Shipment
from tests.builders import an_order, line_of
from tests.factories.inventory import level
from tests.factories.orders import AT, a_shop

DELIVERED = Delivered(uuid7(), SYSTEM, AT, 1)


@pytest.mark.parametrize("packed", [False, True])
def test_the_rest_of_a_partly_cancelled_order_leaves(db: None, packed: bool) -> None:
    shop = a_shop()
    order = an_order(shop=shop)
    (first,) = shipping.plan_shipments(order_id=order.pk, actor=SYSTEM, at=AT)
    if packed:
        shipping.pack_shipment(shipment_id=first.pk, all_picked=True, actor=SYSTEM, at=AT)

    mug = order.lines.get(sku="MUG")
    orders.cancel_lines(order_id=order.pk, lines=[(mug.pk, Decimal(1))], reason="", actor=SYSTEM, at=AT)
    for _ in range(2):
        handlers.take_back(CancellationRequested(order_id=order.pk), DELIVERED)

    second = Shipment.objects.exclude(status="cancelled").get()
    assert dict(second.lines.values_list("variant__sku", "quantity")) == {"MUG": 1, "PLATE": 1}
    shipping.pack_shipment(shipment_id=second.pk, all_picked=True, actor=SYSTEM, at=AT)
    shipping.dispatch_shipment(shipment_id=second.pk, actor=SYSTEM, at=AT)
    order.refresh_from_db()
    assert (order.status, line_of(order, "MUG")) == ("shipped", {"quantity": 2, "shipped": 1, "cancelled": 1})
    assert level(shop.mug, shop.warehouse) == (9, 0)


def test_a_cancelled_order_plans_nothing_again(db: None) -> None:
    shop = a_shop()
    order = an_order(shop=shop)
    shipping.plan_shipments(order_id=order.pk, actor=SYSTEM, at=AT)
    orders.cancel_order(order_id=order.pk, reason="", actor=SYSTEM, at=AT)
    handlers.take_back(CancellationRequested(order_id=order.pk), DELIVERED)
    assert list(Shipment.objects.values_list("status", flat=True)) == ["cancelled"]
    assert level(shop.mug, shop.warehouse) == (10, 0)
