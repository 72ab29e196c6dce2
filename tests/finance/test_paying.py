"""Money that came in and went back is posted against what the customer owes."""

from datetime import date
from decimal import Decimal

import pytest

from erp.finance import queries, services
from erp.finance.models import Entry, Invoice
from erp.finance.services import retrying
from erp.finance.tasks import try_again
from erp.fiscal import services as fiscal
from erp.foundation.actor import SYSTEM
from erp.foundation.money import Money
from erp.foundation.workqueue.models import WorkItem, WorkState
from erp.orders import services as orders
from erp.orders.drafts import PaymentTerms, Restock
from erp.orders.models import Order
from erp.payments import queries as payments_read
from tests.builders import an_order
from tests.factories.finance import a_shop_with_books, balances, billed, entry_lines, sent
from tests.factories.orders import AT, PLACED, Shop, a_draft, a_line, a_refund, a_tender

MUGS = a_line("MUG", 2)
D = Decimal


@pytest.fixture
def shop(db: None) -> Shop:
    return a_shop_with_books()


def taken(shop: Shop, *tenders: object, **other: object) -> Order:
    draft = a_draft(shop, MUGS, charges=(), paid=False, tenders=tenders, **other)
    return orders.import_order(draft=draft, actor=SYSTEM, at=AT)


def pay(order: Order) -> list[Entry | None]:
    return [
        services.post_payment(tender_id=tender.pk, actor=SYSTEM, at=AT)
        for tender in payments_read.tenders_of(order.ref)
    ]


def give_back(order: Order) -> list[Entry | None]:
    return [
        services.post_money_back(refund_id=refund.pk, actor=SYSTEM, at=AT)
        for refund in payments_read.refunds_of(order.ref)
    ]


def eur(amount: str) -> Money:
    return Money(amount, "EUR")


def rate(day: date, value: str) -> None:
    fiscal.record_exchange_rate(base="EUR", quote="PLN", on=day, rate=D(value), source="NBP", actor=SYSTEM, at=AT)


def test_a_card_payment_is_on_its_way_until_the_provider_pays_out(shop: Shop) -> None:
    order = taken(shop, a_tender(Money("78.00", "PLN")))
    (entry,) = pay(order)
    assert entry_lines(entry) == [("139", "78.00", "card"), ("200", "-78.00", "card")]
    billed(order, sent(order))
    assert queries.receivable(order.ref, "PLN") == (0, 0)


def test_a_payment_is_posted_once(shop: Shop) -> None:
    order = taken(shop, a_tender(Money("78.00", "PLN")))
    assert pay(order) == pay(order)
    assert Entry.objects.filter(journal="payments").count() == 1


def test_a_gift_card_redeemed_lowers_what_is_owed_to_its_holders(shop: Shop) -> None:
    order = taken(
        shop,
        a_tender(Money("50.00", "PLN"), method="gift_card"),
        a_tender(Money("28.00", "PLN"), method="store_credit"),
    )
    pay(order)
    assert balances(shop.company) == {"248": "50.00", "249": "28.00", "200": "-78.00"}


def test_cash_on_delivery_is_owed_until_the_courier_has_paid(shop: Shop) -> None:
    tender = a_tender(Money("78.00", "PLN"), "pending", method="cod")
    order = taken(shop, tender, payment_terms=PaymentTerms.ON_DELIVERY)
    assert pay(order) == [None]
    billed(order, sent(order))
    assert balances(shop.company)["200"] == "78.00"


def test_money_back_goes_the_way_it_came(shop: Shop) -> None:
    order = an_order("reserved", shop=shop, lines=[MUGS], charges=())
    pay(order)
    billed(order, sent(order))
    refund = orders.record_refund(
        order_id=order.pk, draft=a_refund((MUGS, 1, "39.00"), restock=Restock.RETURN), actor=SYSTEM, at=AT
    )
    services.correct_invoices(order_id=order.pk, origin=refund.ref, reason="", actor=SYSTEM, at=AT)
    (entry,) = give_back(order)
    assert entry_lines(entry) == [("139", "-39.00", "other"), ("200", "39.00", "other")]
    assert balances(shop.company) == {"139": "39.00", "730": "-31.70", "221": "-7.30"}


def test_money_back_of_an_order_never_billed_is_only_the_money(shop: Shop) -> None:
    order = an_order("reserved", shop=shop, lines=[MUGS], charges=())
    pay(order)
    orders.record_refund(order_id=order.pk, draft=a_refund((MUGS, 2, "78.00")), actor=SYSTEM, at=AT)
    give_back(order)
    assert balances(shop.company) == {}
    assert Invoice.objects.count() == 0


def test_a_pending_refund_is_not_posted(shop: Shop) -> None:
    order = an_order("reserved", shop=shop, lines=[MUGS], charges=())
    orders.record_refund(order_id=order.pk, draft=a_refund((MUGS, 2, "78.00"), back="pending"), actor=SYSTEM, at=AT)
    assert give_back(order) == [None]


@pytest.mark.parametrize(
    "at_payment, at_sale, difference",
    [("4.30", "4.25", {"750": "-3.90"}), ("4.20", "4.25", {"755": "3.90"}), ("4.25", "4.25", {})],
)
def test_a_settled_foreign_debt_leaves_only_the_difference_of_rates(
    shop: Shop, at_payment: str, at_sale: str, difference: dict[str, str]
) -> None:
    rate(date(2026, 11, 20), at_payment)
    order = orders.import_order(
        draft=a_draft(
            shop, a_line("MUG", 2, "39.00", currency="EUR"), currency="EUR", charges=(), paid=False,
            tenders=(a_tender(eur("78.00")),),
        ),
        actor=SYSTEM, at=AT,
    )  # fmt: skip
    pay(order)
    rate(date(2026, 11, 22), at_sale)
    billed(order, sent(order))
    assert queries.receivable(order.ref, "EUR") == (0, 0)
    found = balances(shop.company)
    assert {code: found[code] for code in found if code in ("750", "755")} == difference


def test_what_lacks_a_rate_waits_and_is_posted_when_it_comes(shop: Shop) -> None:
    draft = a_draft(
        shop, a_line("MUG", 2, "39.00", currency="EUR"), currency="EUR", charges=(), paid=False,
        tenders=(a_tender(eur("78.00")),),
    )  # fmt: skip
    order = orders.import_order(draft=draft, actor=SYSTEM, at=AT)
    tender = payments_read.tenders_of(order.ref).get()
    retrying.take_over_payment(tender_id=tender.pk, actor=SYSTEM, at=AT)
    retrying.bill(order_id=order.pk, origin=sent(order), sold_at=PLACED, actor=SYSTEM, at=AT)
    open_items = WorkItem.objects.filter(state=WorkState.OPEN, kind=retrying.NO_RATE)
    assert [item.about for item in open_items.order_by("pk")] == [tender.ref, order.ref]
    assert Entry.objects.count() == 0

    assert try_again() == 2
    assert open_items.count() == 2

    rate(date(2026, 11, 20), "4.25")
    try_again()
    assert open_items.count() == 0
    invoice = Invoice.objects.get()
    assert (invoice.origin_kind, invoice.rate) == ("tests.shipment", D("4.25"))
    assert queries.receivable(order.ref, "EUR") == (0, 0)


def test_a_person_decides_on_a_total_that_is_not_proved(shop: Shop) -> None:
    draft = a_draft(
        shop, MUGS, charges=(), total=Money("79.00", "PLN"), paid=False, payment_terms=PaymentTerms.ON_ACCOUNT
    )
    order = orders.import_order(draft=draft, actor=SYSTEM, at=AT)
    orders.release_order(order_id=order.pk, actor=SYSTEM, at=AT)
    shipment = sent(order)
    retrying.bill(order_id=order.pk, origin=shipment, sold_at=PLACED, actor=SYSTEM, at=AT)
    item = WorkItem.objects.get(kind=retrying.TOTAL_UNPROVED)
    assert item.params == {"number": order.number, "difference": "1 PLN"}

    retrying.bill_the_parts(about=item.about, actor=SYSTEM, at=AT)
    invoice = Invoice.objects.get()
    assert (invoice.origin, invoice.gross) == (shipment, D("78.00"))
    item.refresh_from_db()
    assert item.state == WorkState.DONE
