"""Orders under races: the same one ten times, cancelling against shipping; each with its control."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from threading import Barrier
from typing import Any

import pytest
from django.db import connection

from erp.crm.models import Customer
from erp.foundation.actor import SYSTEM
from erp.foundation.db import use_case
from erp.foundation.errors import BusinessError
from erp.foundation.refs import Ref
from erp.inventory.models import Reservation, StockLevel
from erp.inventory.queries import audit
from erp.orders import locking, storing
from erp.orders import services as orders
from erp.orders.models import Order, OrderLine
from erp.orders.services import taking
from tests.builders import an_order
from tests.factories.orders import AT, CHANNEL, GUEST, Shop, a_draft, a_line, a_shop

TWINS = 10


@pytest.fixture
def shop(own_db: str) -> Shop:
    return a_shop()


def _at_once(*calls: Callable[[], Any]) -> list[Any]:
    """Run all at the same moment, each on a connection of its own; what one raises is its result."""
    barrier = Barrier(len(calls))

    def run(call: Callable[[], Any]) -> Any:
        barrier.wait()
        try:
            return call()
        except BusinessError as error:
            return error
        finally:
            connection.close()

    with ThreadPoolExecutor(len(calls)) as pool:
        return [done.result() for done in [pool.submit(run, call) for call in calls]]


def test_the_same_order_ten_times_at_once_is_one_order_with_one_set_of_reservations(shop: Shop) -> None:
    draft = a_draft(shop, contact=GUEST)
    taken = _at_once(*[lambda: orders.import_order(draft=draft, actor=CHANNEL, at=AT)] * TWINS)
    assert {order.pk for order in taken} == {Order.objects.get().pk}
    assert (OrderLine.objects.count(), Reservation.objects.count(), Customer.objects.count()) == (2, 2, 1)
    assert StockLevel.objects.get(variant=shop.mug).reserved == 2


def test_without_the_lock_of_the_name_each_twin_makes_a_customer(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    """The control: the unique key alone keeps the order one, but leaves guests that nobody is."""
    monkeypatch.setattr(locking, "lock_sources", lambda names: {})
    meet, real = Barrier(TWINS), storing.insert_new

    def insert_together(rows: list[Order]) -> set[int]:
        meet.wait()
        return real(rows)

    monkeypatch.setattr(storing, "insert_new", insert_together)
    draft = a_draft(shop, contact=GUEST)

    @use_case
    def take_one(*, actor: Any) -> int:
        return len(taking.take([draft], company=shop.company, actor=actor, at=AT))

    assert sorted(_at_once(*[lambda: take_one(actor=CHANNEL)] * TWINS)) == [0] * (TWINS - 1) + [1]
    assert (Order.objects.count(), Reservation.objects.count(), Customer.objects.count()) == (1, 2, TWINS)


def test_ten_orders_for_the_last_mug_give_it_to_one(own_db: str) -> None:
    shop = a_shop(mugs=1)
    drafts = [a_draft(shop, a_line("MUG"), contact=GUEST) for _ in range(TWINS)]
    _at_once(*[lambda draft=draft: orders.import_order(draft=draft, actor=CHANNEL, at=AT) for draft in drafts])
    assert sorted(OrderLine.objects.values_list("reserved", flat=True)) == [0] * (TWINS - 1) + [1]
    assert Order.objects.filter(short=True).count() == TWINS - 1
    assert audit(shop.company) == []


@pytest.mark.parametrize("attempt", range(3))
def test_cancelling_and_shipping_at_once_do_not_both_happen(shop: Shop, attempt: int) -> None:
    order = an_order("picked", shop=shop)
    lines = [(line.pk, line.quantity) for line in order.lines.all()]
    ship = lambda: orders.record_shipment(  # noqa: E731
        order_id=order.pk, lines=lines, shipment=Ref("s.s", "1"), actor=SYSTEM, at=AT
    )
    cancel = lambda: orders.cancel_order(order_id=order.pk, reason="", actor=SYSTEM, at=AT)  # noqa: E731
    results = _at_once(ship, cancel)
    assert sum(isinstance(result, BusinessError) for result in results) == 1
    order.refresh_from_db()
    quantities = set(order.lines.values_list("shipped", "to_cancel"))
    shipped = {(Decimal(2), Decimal(0)), (Decimal(1), Decimal(0))}
    asked_back = {(Decimal(0), Decimal(2)), (Decimal(0), Decimal(1))}
    assert quantities in (shipped, asked_back)


def test_ten_cancellations_at_once_free_the_stock_once(shop: Shop) -> None:
    order = an_order(shop=shop)
    _at_once(*[lambda: orders.cancel_order(order_id=order.pk, reason="", actor=SYSTEM, at=AT)] * TWINS)
    assert StockLevel.objects.get(variant=shop.mug).reserved == 0
    assert list(order.lines.values_list("cancelled", flat=True)) == [2, 1]
    assert audit(shop.company) == []
