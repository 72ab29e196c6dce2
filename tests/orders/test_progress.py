"""What shipping, finance, payments and stock tell an order."""

from decimal import Decimal

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.models import F

from erp.foundation.actor import SYSTEM
from erp.foundation.events.models import Event
from erp.foundation.money import Money
from erp.foundation.organisation.models import Company
from erp.foundation.refs import Ref
from erp.orders import services as orders
from erp.orders.models import Order, OrderLine
from erp.payments import services as payments
from tests.builders import an_order, line_of
from tests.factories.catalog import a_variant
from tests.factories.inventory import stocked
from tests.factories.orders import AT, Shop, a_line, a_shop

PARCEL = Ref("shipping.shipment", "5")


@pytest.fixture
def shop(db: None) -> Shop:
    return a_shop()


def _ready() -> int:
    return Event.objects.filter(name="orders.OrderReady").count()


def _pay(order: Order, amount: str, state: str = "paid", remote_id: str = "1") -> None:
    payments.record_tender(
        company=Company(pk=order.company_id), owner=order.ref, source="phone", remote_id=remote_id, method="transfer",
        money=Money(amount, "PLN"), state=state, actor=SYSTEM, at=AT,
    )  # fmt: skip
    orders.refresh_payment(order_id=order.pk, actor=SYSTEM, at=AT)
    order.refresh_from_db()


def test_an_order_becomes_ready_when_it_is_paid_in_full(shop: Shop) -> None:
    order = an_order("new", shop=shop)
    _pay(order, "11.00")
    assert (order.status, order.payment_status, _ready()) == ("new", "part_paid", 0)
    _pay(order, "100.00", remote_id="2")
    assert (order.status, order.payment_status, order.ready_at, _ready()) == ("confirmed", "paid", AT, 1)
    orders.refresh_payment(order_id=order.pk, actor=SYSTEM, at=AT)
    assert _ready() == 1


def test_a_promise_to_pay_is_no_payment(shop: Shop) -> None:
    order = an_order("new", shop=shop)
    _pay(order, "111.00", "authorised")
    assert (order.status, order.payment_status) == ("new", "unpaid")


def test_money_that_goes_back_shows(shop: Shop) -> None:
    order = an_order(shop=shop)
    for remote_id, amount, expected in (("1", "11.00", "part_refunded"), ("2", "100.00", "refunded")):
        payments.record_tender_refund(
            company=Company(pk=order.company_id), owner=order.ref, source="phone", remote_id=remote_id,
            money=Money(amount, "PLN"), actor=SYSTEM, at=AT,
        )  # fmt: skip
        orders.refresh_payment(order_id=order.pk, actor=SYSTEM, at=AT)
        order.refresh_from_db()
        assert order.payment_status == expected


def test_a_parcel_takes_goods_from_picked_and_reserved(shop: Shop) -> None:
    order = an_order("picked", shop=shop)
    mug, plate = order.lines.order_by("position")
    orders.record_shipment(order_id=order.pk, lines=[(mug.pk, Decimal(1))], shipment=PARCEL, actor=SYSTEM, at=AT)
    order.refresh_from_db()
    assert (order.status, line_of(order, "MUG")) == (
        "part_shipped",
        {"quantity": 2, "reserved": 1, "picked": 1, "shipped": 1},
    )
    rest = [(mug.pk, Decimal(1)), (plate.pk, Decimal(1))]
    orders.record_shipment(order_id=order.pk, lines=rest, shipment=PARCEL, actor=SYSTEM, at=AT)
    order.refresh_from_db()
    assert (order.status, order.parcels_sent) == ("shipped", 2)


def test_an_order_is_complete_when_its_last_parcel_has_arrived(shop: Shop) -> None:
    order = an_order("picked", shop=shop)
    mug, plate = order.lines.order_by("position")
    for lines in ([(mug.pk, Decimal(2))], [(plate.pk, Decimal(1))]):
        orders.record_shipment(order_id=order.pk, lines=lines, shipment=PARCEL, actor=SYSTEM, at=AT)
    for expected in ("shipped", "completed", "completed"):
        orders.record_delivered(order_id=order.pk, actor=SYSTEM, at=AT)
        order.refresh_from_db()
        assert order.status == expected
    assert (order.completed_at, order.parcels_arrived) == (AT, 2)


def test_more_than_there_is_is_refused_at_each_step(shop: Shop) -> None:
    order = an_order(shop=shop)
    mug = order.lines.get(sku="MUG")
    three = [(mug.pk, Decimal(3))]
    calls = (
        lambda: orders.record_picked(order_id=order.pk, lines=three, actor=SYSTEM, at=AT),
        lambda: orders.record_unpicked(order_id=order.pk, lines=three, actor=SYSTEM, at=AT),
        lambda: orders.record_shipment(order_id=order.pk, lines=three, shipment=PARCEL, actor=SYSTEM, at=AT),
        lambda: orders.record_invoice(order_id=order.pk, lines=three, invoice=PARCEL, actor=SYSTEM, at=AT),
    )
    for call in calls:
        with pytest.raises(orders.NotThatMuch):
            call()
    assert line_of(order, "MUG") == {"quantity": 2, "reserved": 2}


def test_a_line_of_another_order_is_refused(shop: Shop) -> None:
    order, other = an_order(shop=shop), an_order(shop=shop)
    line = [(other.lines.get(sku="MUG").pk, Decimal(1))]
    for verb in (orders.record_picked, orders.record_unpicked):
        with pytest.raises(orders.UnknownLine):
            verb(order_id=order.pk, lines=line, actor=SYSTEM, at=AT)


def test_an_invoice_and_its_correction_are_noted(shop: Shop) -> None:
    order = an_order("shipped", shop=shop)
    mug = order.lines.get(sku="MUG")
    for quantity, expected in ((2, 2), (-1, 1)):
        orders.record_invoice(
            order_id=order.pk, lines=[(mug.pk, Decimal(quantity))], invoice=Ref("f.i", "1"), actor=SYSTEM, at=AT
        )
        assert line_of(order, "MUG")["invoiced"] == expected


def test_a_receipt_fills_a_backorder_which_is_ready_again(db: None) -> None:
    shop = a_shop(mugs=1)
    order = an_order(shop=shop)
    assert (_ready(), order.short) == (1, True)
    stocked(shop.mug, shop.warehouse, 5)
    for _ in range(2):
        orders.refresh_reserved(order_id=order.pk, actor=SYSTEM, at=AT)
    order.refresh_from_db()
    assert (line_of(order, "MUG"), order.short, _ready()) == ({"quantity": 2, "reserved": 2}, False, 2)


def test_goods_that_become_known_are_matched_and_reserved(shop: Shop) -> None:
    order = an_order(shop=shop, lines=[a_line("NEW"), a_line("MUG")])
    assert order.status == "held"
    stocked(a_variant(shop.company, "NEW"), shop.warehouse, 3)
    orders.match_lines(order_id=order.pk, actor=SYSTEM, at=AT)
    order.refresh_from_db()
    assert (order.status, order.holds) == ("confirmed", [])
    assert line_of(order, "NEW") == {"quantity": 1, "reserved": 1}


def test_a_line_still_unknown_keeps_the_order_held(shop: Shop) -> None:
    order = an_order(shop=shop, lines=[a_line("NEW"), a_line("NEWER")])
    a_variant(shop.company, "NEW")
    orders.match_lines(order_id=order.pk, actor=SYSTEM, at=AT)
    order.refresh_from_db()
    assert (order.status, order.holds, order.lines.filter(variant=None).count()) == ("held", ["unknown_sku"], 1)


@pytest.mark.parametrize(
    "constraint, change",
    [
        ("reserved_fits", {"reserved": F("quantity") + 1}),
        ("picked_fits", {"picked": F("quantity") + 1}),
        ("picked_fits", {"reserved": 0, "shipped": F("quantity"), "cancelled": 1}),
        ("returned_fits", {"returned": 1}),
        ("invoiced_fits", {"invoiced": F("quantity") + 1}),
        ("refunded_fits", {"refunded": F("quantity") + 1}),
        ("to_cancel_fits", {"to_cancel": F("quantity") + 1}),
        ("none_negative", {"reserved": -1}),
        ("quantity", {"quantity": 0}),
        ("unknown_not_shipped", {"variant": None}),
    ],
)
def test_the_database_refuses_quantities_that_cannot_be(shop: Shop, constraint: str, change: dict[str, object]) -> None:
    order = an_order(shop=shop)
    with pytest.raises(IntegrityError, match=f"order_line_{constraint}"), transaction.atomic():
        OrderLine.objects.filter(order=order, sku="MUG").update(**change)


@pytest.mark.parametrize(
    "constraint, change",
    [
        ("order_total_follows", {"total": 1}),
        ("order_total_follows", {"tax_total": 1, "prices_include_tax": False}),
        ("order_parcels_fit", {"parcels_arrived": 1}),
        ("order_buyer_money_whole", {"buyer_currency": "EUR"}),
        ("order_status_known", {"status": "lost"}),
        ("order_cancelled_has_time", {"status": "cancelled"}),
        ("order_holds_known", {"holds": ["whim"]}),
    ],
)
def test_the_database_refuses_orders_that_cannot_be(shop: Shop, constraint: str, change: dict[str, object]) -> None:
    order = an_order(shop=shop)
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        Order.objects.filter(pk=order.pk).update(**change)


def test_the_database_refuses_another_companys_customer(shop: Shop) -> None:
    order, other = an_order(shop=shop), an_order(shop=a_shop())
    Order.objects.filter(pk=order.pk).update(customer=other.customer)
    with pytest.raises(IntegrityError, match="order_in_company_of_customer"), connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
