"""What orders does on facts from below; each twice, as the relay may."""

from decimal import Decimal

import pytest

from erp.catalog.events import ProductCreated, VariantChanged
from erp.foundation.actor import SYSTEM
from erp.foundation.events.ids import uuid7
from erp.foundation.events.models import Event
from erp.foundation.events.registry import Delivered, handlers_of
from erp.foundation.money import Money
from erp.foundation.organisation.models import Company
from erp.foundation.refs import Ref
from erp.inventory import services as inventory
from erp.inventory.events import ReservationLost, ShortageFilled
from erp.orders import handlers
from erp.payments import services as payments
from erp.payments.events import TenderPaid, TenderRefunded
from tests.builders import an_order, line_of
from tests.factories.catalog import a_variant
from tests.factories.inventory import an_origin, stocked
from tests.factories.orders import AT, Shop, a_line, a_shop

DELIVERED = Delivered(uuid7(), SYSTEM, AT, 1)


@pytest.fixture
def shop(db: None) -> Shop:
    return a_shop()


def _ready() -> int:
    return Event.objects.filter(name="orders.OrderReady").count()


def test_money_that_comes_in_makes_an_order_ready_once(shop: Shop) -> None:
    order = an_order("new", shop=shop)
    tender = payments.record_tender(
        company=shop.company, owner=order.ref, source="bank", remote_id="1", method="transfer",
        money=order.money, state="paid", actor=SYSTEM, at=AT,
    )  # fmt: skip
    for _ in range(2):
        handlers.follow_tender(TenderPaid(tender_id=tender.pk), DELIVERED)
    order.refresh_from_db()
    assert (order.status, order.payment_status, _ready()) == ("confirmed", "paid", 1)


def test_money_that_goes_back_shows_on_the_order(shop: Shop) -> None:
    order = an_order(shop=shop)
    refund = payments.record_tender_refund(
        company=Company(pk=order.company_id), owner=order.ref, source="bank", remote_id="1",
        money=Money(11, "PLN"), actor=SYSTEM, at=AT,
    )  # fmt: skip
    handlers.follow_money_back(TenderRefunded(refund_id=refund.pk), DELIVERED)
    order.refresh_from_db()
    assert order.payment_status == "part_refunded"


def test_money_for_something_else_is_left_alone(shop: Shop) -> None:
    tender = payments.record_tender(
        company=shop.company, owner=Ref("tests.thing", "1"), source="bank", remote_id="1", method="card",
        money=Money(5, "PLN"), state="paid", actor=SYSTEM, at=AT,
    )  # fmt: skip
    handlers.follow_tender(TenderPaid(tender_id=tender.pk), DELIVERED)
    assert _ready() == 0


def test_goods_that_arrive_and_get_lost_show_on_the_line(db: None) -> None:
    shop = a_shop(mugs=1)
    order = an_order(shop=shop, lines=[a_line("MUG", 3)])
    line = order.lines.get()
    stocked(shop.mug, shop.warehouse, 2)
    fact = {"owner_kind": "orders.order", "owner_key": str(order.pk), "line_key": str(line.pk)}
    for _ in range(2):
        handlers.refresh_reserved(ShortageFilled(**fact, variant_id=shop.mug.pk, quantity=line.quantity), DELIVERED)
    order.refresh_from_db()
    assert (line_of(order, "MUG"), order.short, _ready()) == ({"quantity": 3, "reserved": 3}, False, 2)

    inventory.adjust_stock(
        variant_id=shop.mug.pk, location_id=shop.warehouse.pk, quantity_delta=Decimal(-1), reason="Stłuczony",
        origin=an_origin("count"), actor=SYSTEM, at=AT,
    )  # fmt: skip
    handlers.refresh_reserved(ReservationLost(**fact, variant_id=shop.mug.pk, quantity=line.quantity), DELIVERED)
    order.refresh_from_db()
    assert (line_of(order, "MUG"), order.short) == ({"quantity": 3, "reserved": 2}, True)


@pytest.mark.parametrize("fact", [ProductCreated, VariantChanged])
def test_a_product_that_becomes_known_frees_the_orders_that_wait_for_it(shop: Shop, fact: type) -> None:
    order = an_order(shop=shop, lines=[a_line("NEW")])
    foreign = an_order(shop=a_shop(), lines=[a_line("NEW")])
    variant = a_variant(shop.company, "NEW")
    stocked(variant, shop.warehouse, 1)
    told = (
        ProductCreated(product_id=variant.product_id)
        if fact is ProductCreated
        else VariantChanged(variant_id=variant.pk)
    )
    for _ in range(2):
        handlers.match_product(told, DELIVERED)
    for row, status in ((order, "confirmed"), (foreign, "held")):
        row.refresh_from_db()
        assert row.status == status


def test_every_fact_that_orders_needs_has_its_handler() -> None:
    wanted = {
        TenderPaid: "orders.follow_tender",
        TenderRefunded: "orders.follow_money_back",
        ShortageFilled: "orders.refresh_reserved",
        ReservationLost: "orders.refresh_reserved",
        ProductCreated: "orders.match_product",
        VariantChanged: "orders.match_product",
    }
    for fact, name in wanted.items():
        assert name in {handler.name for handler in handlers_of(fact)}


def test_a_fix_of_the_queue_looks_again(shop: Shop) -> None:
    from erp.foundation.workqueue import services as workqueue
    from erp.foundation.workqueue.models import WorkItem

    order = an_order(shop=shop, lines=[a_line("NEW"), a_line("MUG")])
    a_variant(shop.company, "NEW")
    item = WorkItem.objects.get()
    workqueue.mend_item(item_id=item.pk, fix="match", actor=SYSTEM, at=AT)
    order.refresh_from_db()
    item.refresh_from_db()
    assert (order.status, item.state) == ("confirmed", "done")
