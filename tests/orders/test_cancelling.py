"""Cancelling at each stage frees the stock exactly once."""

from decimal import Decimal

import pytest

from erp.foundation.actor import SYSTEM
from erp.foundation.events.models import Event
from erp.foundation.refs import Ref
from erp.foundation.states import IllegalMove
from erp.inventory.models import Reservation, Shortage
from erp.inventory.queries import audit
from erp.orders import services as orders
from erp.orders.models import Order
from tests.builders import an_order, line_of
from tests.factories.inventory import level
from tests.factories.orders import AT, Shop, a_shop

LATER = AT.replace(hour=12)


@pytest.fixture
def shop(db: None) -> Shop:
    return a_shop()


def _cancel(order: Order) -> Order:
    orders.cancel_order(order_id=order.pk, reason="Rozmyślił się", actor=SYSTEM, at=LATER)
    order.refresh_from_db()
    return order


def _told(name: str) -> int:
    return Event.objects.filter(name=f"orders.{name}").count()


@pytest.mark.parametrize("stage", ["new", "reserved"])
def test_before_picking_everything_is_cancelled_and_freed_once(shop: Shop, stage: str) -> None:
    order = an_order(stage, shop=shop)
    for _ in range(2):
        _cancel(order)
    assert (order.status, order.cancelled_at, order.cancel_reason) == ("cancelled", LATER, "Rozmyślił się")
    assert (order.ready_at, order.short) == (None, False)
    assert line_of(order, "MUG") == {"quantity": 2, "cancelled": 2}
    assert (level(shop.mug, shop.warehouse), Reservation.objects.count()) == ((10, 0), 0)
    assert (_told("OrderCancelled"), _told("CancellationRequested")) == (1, 1)
    assert audit(shop.company) == []


def test_what_is_picked_is_asked_back_and_cancelled_when_it_lies_on_the_shelf(shop: Shop) -> None:
    order = _cancel(an_order("picked", shop=shop))
    assert (order.status, line_of(order, "MUG")) == (
        "confirmed",
        {"quantity": 2, "reserved": 2, "picked": 2, "to_cancel": 2},
    )
    assert (_told("CancellationRequested"), level(shop.mug, shop.warehouse)) == (1, (10, 2))

    lines = [(line.pk, line.picked) for line in order.lines.all()]
    orders.record_unpicked(order_id=order.pk, lines=lines, actor=SYSTEM, at=LATER)
    order.refresh_from_db()
    assert (order.status, line_of(order, "MUG")) == ("cancelled", {"quantity": 2, "cancelled": 2})
    assert level(shop.mug, shop.warehouse) == (10, 0)


def test_goods_that_are_asked_back_do_not_leave(shop: Shop) -> None:
    order = _cancel(an_order("picked", shop=shop))
    lines = [(line.pk, line.picked) for line in order.lines.all()]
    with pytest.raises(orders.NotThatMuch):
        orders.record_shipment(order_id=order.pk, lines=lines, shipment=Ref("s.s", "1"), actor=SYSTEM, at=LATER)
    assert line_of(order, "MUG")["picked"] == 2


@pytest.mark.parametrize("stage", ["shipped", "delivered"])
def test_what_has_left_cannot_be_cancelled(shop: Shop, stage: str) -> None:
    order = an_order(stage, shop=shop)
    with pytest.raises(IllegalMove):
        _cancel(order)
    assert line_of(order, "MUG") == {"quantity": 2, "shipped": 2}


def test_a_part_of_a_line_is_cancelled_and_the_rest_keeps_its_stock(shop: Shop) -> None:
    order = an_order(shop=shop)
    mug = order.lines.get(sku="MUG")
    orders.cancel_lines(order_id=order.pk, lines=[(mug.pk, Decimal(1))], reason="", actor=SYSTEM, at=LATER)
    order.refresh_from_db()
    assert (order.status, line_of(order, "MUG")) == ("confirmed", {"quantity": 2, "reserved": 1, "cancelled": 1})
    assert level(shop.mug, shop.warehouse) == (10, 1)
    with pytest.raises(orders.LineNotCancellable):
        orders.cancel_lines(order_id=order.pk, lines=[(mug.pk, Decimal(2))], reason="", actor=SYSTEM, at=LATER)
    with pytest.raises(orders.UnknownLine):
        orders.cancel_lines(order_id=order.pk, lines=[(0, Decimal(1))], reason="", actor=SYSTEM, at=LATER)


def test_a_backorder_waits_no_more(db: None) -> None:
    shop = a_shop(mugs=1)
    order = an_order(shop=shop)
    assert (order.short, Shortage.objects.count()) == (True, 1)
    _cancel(order)
    assert (order.short, Shortage.objects.count(), level(shop.mug, shop.warehouse)) == (False, 0, (1, 0))


def test_freed_goods_go_to_who_waits(db: None) -> None:
    shop = a_shop(mugs=2)
    first, second = an_order(shop=shop), an_order(shop=shop)
    assert line_of(second, "MUG") == {"quantity": 2}
    _cancel(first)
    orders.refresh_reserved(order_id=second.pk, actor=SYSTEM, at=LATER)
    second.refresh_from_db()
    assert (line_of(second, "MUG"), second.short) == ({"quantity": 2, "reserved": 2}, False)


def test_the_rest_of_a_part_shipped_order_is_cancelled(shop: Shop) -> None:
    order = an_order(shop=shop)
    mug = order.lines.get(sku="MUG")
    orders.record_shipment(
        order_id=order.pk, lines=[(mug.pk, Decimal(2))], shipment=Ref("s.s", "1"), actor=SYSTEM, at=AT
    )
    order.refresh_from_db()
    assert order.status == "part_shipped"
    _cancel(order)
    assert (order.status, line_of(order, "PLATE")) == ("shipped", {"quantity": 1, "cancelled": 1})
