"""Holds keep an order from shipping until a person has looked."""

import pytest
from django.db import IntegrityError, transaction

from erp.foundation.actor import SYSTEM
from erp.foundation.errors import NotFound
from erp.foundation.events.models import Event
from erp.foundation.money import Money
from erp.foundation.refs import Ref
from erp.foundation.states import IllegalMove
from erp.foundation.workqueue.models import WorkItem
from erp.orders import services as orders
from erp.orders.models import Order
from tests.builders import an_order
from tests.factories.orders import AT, a_line

pytestmark = pytest.mark.django_db


def _facts() -> list[str]:
    names = Event.objects.filter(name__startswith="orders.").order_by("id").values_list("name", flat=True)
    return [name.removeprefix("orders.") for name in names]


def test_a_held_order_is_not_ready_until_it_is_released() -> None:
    order = an_order()
    orders.hold_order(order_id=order.pk, note="Adres?", actor=SYSTEM, at=AT)
    order.refresh_from_db()
    assert (order.status, order.ready_at, order.hold_note) == ("held", None, "Adres?")

    orders.release_order(order_id=order.pk, actor=SYSTEM, at=AT)
    order.refresh_from_db()
    assert (order.status, order.ready_at, order.holds, order.hold_note) == ("confirmed", AT, [], "")
    assert _facts() == ["OrderPlaced", "OrderReady", "OrderHeld", "OrderReady", "OrderReleased"]


def test_holding_and_releasing_twice_changes_nothing_more() -> None:
    order = an_order()
    for _ in range(2):
        orders.hold_order(order_id=order.pk, note="Adres?", actor=SYSTEM, at=AT)
    for _ in range(2):
        orders.release_order(order_id=order.pk, actor=SYSTEM, at=AT)
    assert _facts() == ["OrderPlaced", "OrderReady", "OrderHeld", "OrderReady", "OrderReleased"]


def test_an_order_held_for_two_reasons_stays_held_for_the_other() -> None:
    order = an_order(lines=[a_line("UNSEEN"), a_line("MUG")], total=Money("999.00", "PLN"))
    assert order.holds == ["unknown_sku", "total_differs"]
    orders.release_order(order_id=order.pk, holds=["total_differs"], actor=SYSTEM, at=AT)
    order.refresh_from_db()
    assert (order.status, order.holds) == ("held", ["unknown_sku"])
    assert list(WorkItem.objects.filter(state="open").values_list("kind", flat=True)) == ["orders.unknown_sku"]


def test_an_unpaid_order_goes_back_to_waiting_for_its_money() -> None:
    order = an_order("new")
    orders.hold_order(order_id=order.pk, note="", actor=SYSTEM, at=AT)
    orders.release_order(order_id=order.pk, actor=SYSTEM, at=AT)
    order.refresh_from_db()
    assert (order.status, order.ready_at) == ("new", None)


def test_what_has_left_cannot_be_held() -> None:
    order = an_order("shipped")
    with pytest.raises(IllegalMove):
        orders.hold_order(order_id=order.pk, note="", actor=SYSTEM, at=AT)
    with pytest.raises(NotFound):
        orders.hold_order(order_id=order.pk + 1, note="", actor=SYSTEM, at=AT)


def test_goods_of_a_held_or_unpaid_order_do_not_leave() -> None:
    held, unpaid = an_order("picked"), an_order("new")
    orders.hold_order(order_id=held.pk, note="Oszustwo?", actor=SYSTEM, at=AT)
    for order, error in ((held, orders.OrderIsHeld), (unpaid, IllegalMove)):
        lines = [(line.pk, line.quantity) for line in order.lines.all()]
        with pytest.raises(error):
            orders.record_shipment(order_id=order.pk, lines=lines, shipment=Ref("s.s", "1"), actor=SYSTEM, at=AT)
    assert not Order.objects.filter(lines__shipped__gt=0).exists()


def test_the_database_refuses_a_held_order_without_a_reason() -> None:
    order = an_order()
    with pytest.raises(IntegrityError, match="order_held_has_reason"), transaction.atomic():
        Order.objects.filter(pk=order.pk).update(status="held")
