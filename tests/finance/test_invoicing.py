"""An invoice says what left the house, at the price the buyer was charged, and posts it."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from erp.finance import queries, services
from erp.finance.models import Invoice, InvoiceLine, LineKind, TaxKind
from erp.finance.services import TotalUnproved
from erp.fiscal import services as fiscal
from erp.fiscal.queries import NoExchangeRate
from erp.foundation.actor import SYSTEM
from erp.foundation.events.models import Event
from erp.foundation.money import Money
from erp.foundation.refs import Ref
from erp.orders import services as orders
from erp.orders.drafts import ChargeDraft, ChargeKind, PaymentTerms, Restock
from erp.orders.models import Order
from tests.builders import an_order, line_of
from tests.factories.finance import a_shop_with_books, balances, billed, entry_lines, sent
from tests.factories.orders import AT, Shop, a_delivery, a_draft, a_line, a_refund, a_tender

MUGS, PLATE = a_line("MUG", 2), a_line("PLATE", 1, "21.00")
D = Decimal


@pytest.fixture
def shop(db: None) -> Shop:
    return a_shop_with_books()


def an_order_of(shop: Shop, *lines: object, **other: object) -> Order:
    return an_order("reserved", shop=shop, lines=list(lines) or [MUGS, PLATE], **other)


def rows(invoice: Invoice) -> list[tuple[str, str, str, str, str]]:
    return [
        (line.kind, f"{line.quantity.normalize():f}", f"{line.net:.2f}", f"{line.tax:.2f}", f"{line.gross:.2f}")
        for line in invoice.lines.all()
    ]


def test_a_shipped_order_is_billed_to_the_grosz(shop: Shop) -> None:
    order = an_order_of(shop)
    invoice = billed(order, sent(order))

    assert rows(invoice) == [
        ("goods", "2", "63.41", "14.59", "78.00"),
        ("goods", "1", "17.07", "3.93", "21.00"),
        ("shipping", "1", "9.76", "2.24", "12.00"),
    ]
    assert (invoice.net, invoice.tax, invoice.gross) == (D("90.24"), D("20.76"), D("111.00"))
    assert invoice.gross == order.total
    assert [(t.tax_kind, t.tax_rate, t.net, t.tax, t.gross) for t in invoice.taxes.all()] == [
        (TaxKind.RATED, D(23), D("90.24"), D("20.76"), D("111.00"))
    ]
    assert (invoice.number, invoice.language, invoice.currency) == ("FV/2026/11/1", "pl", "PLN")
    assert (invoice.issued_on, invoice.sold_on, invoice.due_on) == (date(2026, 11, 23),) * 3
    assert (invoice.paid, invoice.payment_methods) == (D("111.00"), "card")
    assert invoice.seller_address == "ul. Lipowa 7\n00-950 Warszawa"
    assert (invoice.buyer.name, invoice.buyer.city) == ("Anna Nowak", "Kraków")
    assert invoice.buyer.keep_until == date(2031, 12, 31)


def test_its_entry_stands_in_the_same_transaction(shop: Shop) -> None:
    order = an_order_of(shop)
    invoice = billed(order, sent(order))
    assert entry_lines(queries.entry_of(invoice.ref, "invoice")) == [
        ("200", "111.00", ""),
        ("730", "-80.48", "rated 23"),
        ("732", "-9.76", "rated 23"),
        ("221", "-20.76", "rated 23"),
    ]
    assert queries.receivable(order.ref, "PLN") == (D("111.00"), D("111.00"))
    assert line_of(order, "MUG")["invoiced"] == 2


def test_the_same_shipment_is_billed_once(shop: Shop) -> None:
    order = an_order_of(shop)
    shipment = sent(order)
    assert billed(order, shipment) == billed(order, shipment)
    assert Invoice.objects.count() == 1
    assert Event.objects.filter(name="finance.InvoiceIssued").count() == 1
    assert services.issue_invoice(order_id=order.pk, origin=Ref("tests.shipment", "?"), actor=SYSTEM, at=AT) is None


def test_the_database_refuses_a_second_invoice_of_a_shipment(shop: Shop) -> None:
    order = an_order_of(shop)
    invoice = billed(order, sent(order))
    invoice.pk, invoice.number = None, "FV/2026/11/2"
    with pytest.raises(IntegrityError, match="invoice_once_per_cause"), transaction.atomic():
        invoice.save(force_insert=True)


def test_partial_invoices_add_up_exactly_and_charges_stand_on_the_first(shop: Shop) -> None:
    thirds = a_line("MUG", 3, "33.33", off=("0.01",))  # 99.98: no third of it is whole
    order = an_order_of(shop, thirds)
    invoices = [billed(order, sent(order, MUG=1)) for _ in range(3)]

    assert [f"{invoice.gross:.2f}" for invoice in invoices] == ["45.33", "33.32", "33.33"]
    assert [len(invoice.lines.all()) for invoice in invoices] == [2, 1, 1]
    assert sum(invoice.gross for invoice in invoices) == order.total
    assert sum(invoice.tax for invoice in invoices) == order.tax_total
    assert [invoice.paid for invoice in invoices] == [invoice.gross for invoice in invoices]


def test_prices_without_tax_get_it_on_top(shop: Shop) -> None:
    mugs = a_line("MUG", 2, "39.00", includes_tax=False)
    order = an_order_of(shop, mugs, prices_include_tax=False, charges=())
    invoice = billed(order, sent(order))
    assert rows(invoice) == [("goods", "2", "78.00", "17.94", "95.94")]
    assert invoice.gross == order.total


def test_tips_duties_fees_and_rounding_have_accounts_of_their_own(shop: Shop) -> None:
    def charge(kind: ChargeKind, amount: str) -> ChargeDraft:
        return ChargeDraft(kind=kind, title=kind.value, amount=Money(amount, "PLN"))

    charges = (
        charge(ChargeKind.TIP, "5.00"),
        charge(ChargeKind.DUTY, "7.00"),
        charge(ChargeKind.FEE, "3.00"),
        charge(ChargeKind.ROUNDING, "-0.02"),
    )
    order = an_order_of(shop, MUGS, charges=charges)
    invoice = billed(order, sent(order))
    assert invoice.gross == order.total == D("92.98")
    assert balances(shop.company) == {
        "200": "92.98",
        "221": "-14.59",
        "730": "-63.41",
        "733": "-10.00",
        "760": "-5.00",
        "768": "0.02",
    }


def test_a_gift_card_sold_is_a_liability_outside_vat(shop: Shop) -> None:
    card = a_line("", 1, "100.00", title="Karta", gift_card=True, requires_shipping=False, tax_rate=D(0))
    order = an_order("reserved", shop=shop, lines=[card], charges=())
    assert order.status == "completed"
    invoice = billed(order)
    line = invoice.lines.get()
    assert (line.kind, line.tax_kind, line.tax_rate, line.tax) == (LineKind.GIFT_CARD, TaxKind.OUTSIDE, None, 0)
    assert balances(shop.company) == {"200": "100.00", "248": "-100.00"}


def test_what_need_not_be_shipped_stands_on_the_first_invoice(shop: Shop) -> None:
    ebook = a_line("", 1, "20.00", title="E-book", requires_shipping=False)
    order = an_order_of(shop, MUGS, ebook)
    first = billed(order, sent(order, MUG=1))
    assert [row[0] for row in rows(first)] == ["goods", "goods", "shipping"]
    assert first.gross == D("39.00") + 20 + 12
    assert billed(order, sent(order, MUG=1)).gross == D("39.00")


def test_a_seller_not_registered_bills_no_vat(db: None) -> None:
    shop = a_shop_with_books(vat_registered=False)
    order = an_order_of(shop)
    invoice = billed(order, sent(order))
    assert (invoice.taxed, invoice.net, invoice.tax, invoice.gross) == (False, D("111.00"), 0, D("111.00"))
    assert {line.tax_kind for line in invoice.lines.all()} == {TaxKind.EXEMPT}
    assert balances(shop.company) == {"200": "111.00", "730": "-99.00", "732": "-12.00"}


def test_several_rates_are_summed_up_apart(shop: Shop) -> None:
    book = a_line("PLATE", 1, "21.00", tax_rate=D(5))
    order = an_order_of(shop, MUGS, book)
    invoice = billed(order, sent(order))
    assert [(f"{t.tax_rate:.0f}", f"{t.net:.2f}", f"{t.tax:.2f}") for t in invoice.taxes.all()] == [
        ("23", "73.17", "16.83"),
        ("5", "20.00", "1.00"),
    ]


def test_an_order_whose_total_is_not_proved_is_refused(shop: Shop) -> None:
    draft = a_draft(shop, MUGS, total=Money("91.00", "PLN"), payment_terms=PaymentTerms.ON_ACCOUNT)
    order = orders.import_order(draft=draft, actor=SYSTEM, at=AT)
    orders.release_order(order_id=order.pk, actor=SYSTEM, at=AT)
    shipment = sent(order)
    with pytest.raises(TotalUnproved, match="by 1 PLN"):
        billed(order, shipment)
    assert Invoice.objects.count() == 0
    assert balances(shop.company) == {}
    assert billed(order, shipment, accepted=True).gross == D("90.00")


def test_nothing_is_billed_of_what_has_not_left(shop: Shop) -> None:
    order = an_order_of(shop)
    assert services.issue_invoice(order_id=order.pk, origin=order.ref, actor=SYSTEM, at=AT) is None
    assert Invoice.objects.count() == 0


def test_what_was_refunded_before_it_left_is_not_billed(shop: Shop) -> None:
    order = an_order_of(shop)
    orders.record_refund(
        order_id=order.pk,
        draft=a_refund((MUGS, 1, "39.00"), shipping=Money("5.00", "PLN"), adjustment=Money("1.00", "PLN")),
        actor=SYSTEM,
        at=AT,
    )
    order.refresh_from_db()
    invoice = billed(order, sent(order))
    assert [(row[0], row[4]) for row in rows(invoice)] == [
        ("goods", "39.00"),
        ("goods", "21.00"),
        ("shipping", "7.00"),
        ("adjustment", "-1.00"),
    ]
    assert invoice.gross == order.total - D("45.00")


def test_goods_on_account_are_due_later_and_unpaid(shop: Shop) -> None:
    draft = a_draft(shop, MUGS, paid=False, payment_terms=PaymentTerms.ON_ACCOUNT)
    order = orders.import_order(draft=draft, actor=SYSTEM, at=AT)
    invoice = billed(order, sent(order))
    assert (invoice.paid, invoice.due_on) == (0, date(2026, 12, 7))


def test_part_paid_orders_pay_the_first_invoice_first(shop: Shop) -> None:
    draft = a_draft(
        shop, MUGS, paid=False, payment_terms=PaymentTerms.ON_ACCOUNT, tenders=(a_tender(Money("60.00", "PLN")),)
    )
    order = orders.import_order(draft=draft, actor=SYSTEM, at=AT)
    assert [billed(order, sent(order, MUG=1)).paid for _ in range(2)] == [D("51.00"), D("9.00")]


def test_a_foreign_order_is_stamped_with_the_rate_of_the_day_before(shop: Shop) -> None:
    for day, rate in ((date(2026, 11, 20), "4.2637"), (date(2026, 11, 23), "9.9999")):
        fiscal.record_exchange_rate(base="EUR", quote="PLN", on=day, rate=D(rate), source="NBP", actor=SYSTEM, at=AT)
    order = an_order_of(shop, a_line("MUG", 2, "39.00", currency="EUR"), currency="EUR")
    invoice = billed(order, sent(order))
    assert (invoice.rate, invoice.rate_on, invoice.books_currency) == (D("4.26370000"), date(2026, 11, 22), "PLN")
    assert (invoice.gross, invoice.gross_books, invoice.tax_books) == (D("90.00"), D("383.73"), D("71.76"))
    assert entry_lines(queries.entry_of(invoice.ref, "invoice")) == [
        ("200", "383.73", ""),
        ("730", "-270.36", "rated 23"),
        ("732", "-41.61", "rated 23"),
        ("221", "-71.76", "rated 23"),
    ]


def test_without_a_rate_nothing_is_guessed(shop: Shop) -> None:
    order = an_order_of(shop, a_line("MUG", 2, "39.00", currency="EUR"), currency="EUR")
    shipment = sent(order)
    with pytest.raises(NoExchangeRate):
        billed(order, shipment)
    assert Invoice.objects.count() == 0


def test_an_english_buyer_of_a_british_company_gets_the_british_series(db: None) -> None:
    shop = a_shop_with_books(country="GB", time_zone="Europe/London")
    order = an_order_of(shop, MUGS, charges=(a_delivery(),))
    assert billed(order, sent(order)).number == "INV-2026-00001"


def test_lines_can_not_join_an_invoice_later(own_db: str) -> None:
    shop = a_shop_with_books()
    order = an_order_of(shop)
    line = billed(order, sent(order)).lines.first()
    assert line is not None
    line.pk, line.position = None, 99
    with pytest.raises(IntegrityError, match="only in the transaction that issued it"):
        InvoiceLine.objects.bulk_create([line])
    assert InvoiceLine.objects.count() == 3


def test_an_invoice_that_does_not_equal_its_lines_is_refused(own_db: str) -> None:
    shop = a_shop_with_books()
    order = an_order_of(shop)
    invoice = billed(order, sent(order))
    invoice.pk, invoice.number, invoice.origin_key = None, "FV/2026/11/2", "other"
    with pytest.raises(IntegrityError, match="does not equal its lines"):
        invoice.save(force_insert=True)
    assert Invoice.objects.count() == 1


def test_goods_not_put_back_are_not_billed_again(shop: Shop) -> None:
    order = an_order_of(shop)
    billed(order, sent(order))
    refund = a_refund((MUGS, 1, "39.00"), restock=Restock.NO_RESTOCK)
    orders.record_refund(order_id=order.pk, draft=refund, actor=SYSTEM, at=AT)
    assert services.issue_invoice(order_id=order.pk, origin=Ref("tests.shipment", "?"), actor=SYSTEM, at=AT) is None
