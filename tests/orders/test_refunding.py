"""Refunds are kept as the channel made them: partial, pending, of shipping only, without a line."""

from dataclasses import replace
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from erp.foundation.actor import SYSTEM
from erp.foundation.events.models import Event
from erp.foundation.money import CurrencyMismatch, Money
from erp.foundation.refs import Ref
from erp.foundation.workqueue.models import WorkItem
from erp.inventory import services as inventory
from erp.inventory.queries import audit
from erp.orders import services as orders
from erp.orders.drafts import RefundDraft, Restock
from erp.orders.models import Order, OrderRefund
from erp.payments import queries as payments
from tests.builders import an_order, line_of
from tests.factories.inventory import level
from tests.factories.orders import AT, SHOP, Shop, a_line, a_refund, a_shop

MUGS, PLATE = a_line("MUG", 2), a_line("PLATE", 1, "21.00")


@pytest.fixture
def shop(db: None) -> Shop:
    return a_shop()


def _order(shop: Shop, stage: str = "reserved") -> Order:
    return an_order(stage, shop=shop, lines=[MUGS, PLATE])


def _refund(order: Order, draft: RefundDraft) -> OrderRefund:
    refund = orders.record_refund(order_id=order.pk, draft=draft, actor=SYSTEM, at=AT)
    order.refresh_from_db()
    return refund


def _send(order: Order, shop: Shop) -> Ref:
    """Ship everything as shipping does: the goods leave the stock and the order together."""
    shipment = Ref("shipping.shipment", str(order.pk))
    lines = list(order.lines.all())
    orders.record_shipment(
        order_id=order.pk, lines=[(line.pk, line.quantity) for line in lines], shipment=shipment, actor=SYSTEM, at=AT
    )
    issues = [inventory.Issue(str(line.pk), line.variant_id, shop.warehouse.pk, line.quantity) for line in lines]
    inventory.issue_stock(
        lines=issues, reserved_for=order.ref, origin=shipment, purpose="dispatch", actor=SYSTEM, at=AT
    )
    return shipment


def test_goods_never_sent_are_cancelled_and_their_stock_freed(shop: Shop) -> None:
    order = _order(shop)
    refund = _refund(order, a_refund((MUGS, 1, "39.00")))
    assert (refund.amount, refund.tax, refund.difference) == (39, Decimal("7.29"), 0)
    assert line_of(order, "MUG") == {"quantity": 2, "reserved": 1, "cancelled": 1, "refunded": 1}
    assert (order.status, order.payment_status) == ("confirmed", "part_refunded")
    assert level(shop.mug, shop.warehouse) == (10, 1)
    assert payments.refunded(order.ref, "PLN") == Money(39, "PLN")
    assert Event.objects.filter(name="orders.RefundRecorded").count() == 1


def test_the_same_refund_is_written_down_once(shop: Shop) -> None:
    order, draft = _order(shop), a_refund((MUGS, 1, "39.00"))
    assert _refund(order, draft) == _refund(order, draft)
    assert line_of(order, "MUG")["cancelled"] == 1
    assert payments.refunded(order.ref, "PLN") == Money(39, "PLN")


def test_refunding_everything_unsent_cancels_the_order(shop: Shop) -> None:
    order = _order(shop)
    draft = a_refund((MUGS, 2, "78.00"), (PLATE, 1, "21.00"), shipping=Money(12, "PLN"))
    refund = _refund(order, draft)
    assert (refund.amount, refund.shipping_amount) == (111, 12)
    assert (order.status, order.payment_status) == ("cancelled", "refunded")
    assert level(shop.mug, shop.warehouse) == (10, 0)


def test_a_pending_refund_becomes_money_later(shop: Shop) -> None:
    order, draft = _order(shop), a_refund((MUGS, 1, "39.00"), back="pending")
    _refund(order, draft)
    assert (order.payment_status, payments.refunded(order.ref, "PLN").amount) == ("paid", 0)
    done = replace(draft, tenders=tuple(replace(one, state="done") for one in draft.tenders))
    _refund(order, done)
    assert (order.payment_status, payments.refunded(order.ref, "PLN")) == ("part_refunded", Money(39, "PLN"))
    _refund(order, draft)
    assert order.payment_status == "part_refunded"


def test_a_refund_of_shipping_only_touches_no_line(shop: Shop) -> None:
    order = _order(shop, "shipped")
    refund = _refund(order, a_refund(shipping=Money(12, "PLN"), shipping_tax=Money("2.24", "PLN")))
    assert (refund.amount, refund.tax, refund.lines.count()) == (12, Decimal("2.24"), 0)
    assert line_of(order, "MUG") == {"quantity": 2, "shipped": 2}


def test_a_refund_without_lines_is_an_adjustment(shop: Shop) -> None:
    refund = _refund(_order(shop), a_refund(adjustment=Money(5, "PLN")))
    assert (refund.amount, refund.adjustment, refund.difference) == (5, 5, 0)


def test_goods_that_came_back_are_in_stock_at_the_value_they_left_with(shop: Shop) -> None:
    order = _order(shop)
    _send(order, shop)
    assert level(shop.mug, shop.warehouse) == (8, 0)
    draft = a_refund((MUGS, 1, "39.00"), restock=Restock.RETURN)
    for _ in range(2):
        _refund(order, draft)
    assert line_of(order, "MUG") == {"quantity": 2, "shipped": 2, "returned": 1, "refunded": 1}
    assert level(shop.mug, shop.warehouse) == (9, 0)
    assert audit(shop.company) == []


def test_goods_that_stay_with_the_buyer_are_not_restocked(shop: Shop) -> None:
    order = _order(shop)
    _send(order, shop)
    _refund(order, a_refund((MUGS, 1, "39.00"), restock=Restock.NO_RESTOCK))
    assert line_of(order, "MUG") == {"quantity": 2, "shipped": 2, "refunded": 1}
    assert level(shop.mug, shop.warehouse) == (8, 0)


def test_refunded_goods_that_have_not_left_do_not_leave(shop: Shop) -> None:
    order = _order(shop)
    _refund(order, a_refund((MUGS, 2, "78.00"), restock=Restock.NO_RESTOCK))
    assert line_of(order, "MUG") == {"quantity": 2, "cancelled": 2, "refunded": 2}


def test_a_refund_that_does_not_follow_holds_the_order_and_shows_the_difference(shop: Shop) -> None:
    order = _order(shop)
    refund = _refund(order, a_refund((MUGS, 1, "39.00"), amount=Money("39.50", "PLN")))
    assert (refund.amount, refund.difference, order.status) == (Decimal("39.50"), Decimal("0.50"), "held")
    assert WorkItem.objects.get().params["difference"] == "0.5 PLN"


def test_more_back_than_came_in_is_not_recorded_but_shown(shop: Shop) -> None:
    order = _order(shop)
    _refund(order, a_refund(adjustment=Money(112, "PLN")))
    assert payments.refunded(order.ref, "PLN").amount == 0
    assert (order.status, order.holds) == ("held", ["refund_differs"])
    assert WorkItem.objects.get().params["difference"] == "112 PLN"


def test_a_line_that_the_order_has_not_is_shown_as_difference(shop: Shop) -> None:
    order = _order(shop)
    refund = _refund(order, a_refund((a_line("LAMP"), 1, "5.00")))
    assert (refund.lines.count(), refund.difference, order.holds) == (0, 5, ["refund_differs"])


def test_a_refund_in_another_currency_is_refused(shop: Shop) -> None:
    order = _order(shop)
    draft = RefundDraft(source_ref="1", amount=Money(5, "EUR"), adjustment=Money(5, "EUR"), at=AT)
    with pytest.raises(CurrencyMismatch):
        orders.record_refund(order_id=order.pk, draft=draft, actor=SYSTEM, at=AT)
    assert OrderRefund.objects.count() == 0


def test_the_database_keeps_a_refund_once_and_for_ever(shop: Shop) -> None:
    refund = _refund(_order(shop), a_refund(adjustment=Money(5, "PLN")))
    again = {"order": refund.order, "source": SHOP, "source_ref": refund.source_ref, "currency": "PLN", "at": AT}
    with pytest.raises(IntegrityError, match="order_refund_once"), transaction.atomic():
        OrderRefund.objects.create(amount=1, **again)
    with pytest.raises(Exception, match="permission denied"), transaction.atomic():
        OrderRefund.objects.filter(pk=refund.pk).update(amount=1)
