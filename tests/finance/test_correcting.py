"""A refund of something billed becomes a correction; one of something not billed becomes nothing but the money."""

from decimal import Decimal

import pytest

from erp.finance import queries, services
from erp.finance.models import Invoice, InvoiceKind, TaxKind
from erp.foundation.actor import SYSTEM
from erp.foundation.money import Money
from erp.orders import services as orders
from erp.orders.drafts import RefundDraft, Restock
from erp.orders.models import Order
from tests.builders import an_order
from tests.factories.finance import a_shop_with_books, balances, billed, entry_lines, sent
from tests.factories.orders import AT, Shop, a_line, a_refund

MUGS, PLATE = a_line("MUG", 2), a_line("PLATE", 1, "21.00")
D = Decimal


@pytest.fixture
def shop(db: None) -> Shop:
    return a_shop_with_books()


def refunded(order: Order, draft: RefundDraft) -> list[Invoice]:
    refund = orders.record_refund(order_id=order.pk, draft=draft, actor=SYSTEM, at=AT)
    order.refresh_from_db()
    return services.correct_invoices(order_id=order.pk, origin=refund.ref, reason=refund.reason, actor=SYSTEM, at=AT)


def rows(invoice: Invoice) -> list[tuple[str, str, str, str]]:
    return [
        (line.kind, f"{line.quantity.normalize():f}", f"{line.tax:.2f}", f"{line.gross:.2f}")
        for line in invoice.lines.all()
    ]


def a_billed_order(shop: Shop) -> tuple[Order, Invoice]:
    order = an_order("reserved", shop=shop, lines=[MUGS, PLATE])
    return order, billed(order, sent(order))


def test_a_unit_sent_back_is_credited_with_its_entry(shop: Shop) -> None:
    order, invoice = a_billed_order(shop)
    (correction,) = refunded(order, a_refund((MUGS, 1, "39.00"), restock=Restock.RETURN, reason="Za mały"))
    assert (correction.kind, correction.corrects, correction.number) == (
        InvoiceKind.CORRECTION,
        invoice,
        "FK/2026/11/1",
    )
    assert (correction.net, correction.tax, correction.gross) == (D("-31.71"), D("-7.29"), D("-39.00"))
    assert (correction.reason, correction.buyer.name) == ("Za mały", "Anna Nowak")
    assert rows(correction) == [("goods", "-1", "-7.29", "-39.00")]
    assert entry_lines(queries.entry_of(correction.ref, "correction")) == [
        ("200", "-39.00", ""),
        ("730", "31.71", "rated 23"),
        ("221", "7.29", "rated 23"),
    ]


def test_the_same_refund_is_credited_once(shop: Shop) -> None:
    order, _invoice = a_billed_order(shop)
    draft = a_refund((MUGS, 1, "39.00"), restock=Restock.RETURN)
    assert len(refunded(order, draft)) == 1
    assert refunded(order, draft) == []
    assert Invoice.objects.filter(kind=InvoiceKind.CORRECTION).count() == 1


def test_a_refund_of_something_not_billed_makes_no_document(shop: Shop) -> None:
    order = an_order("reserved", shop=shop, lines=[MUGS, PLATE])
    assert refunded(order, a_refund((MUGS, 1, "39.00"))) == []
    assert Invoice.objects.count() == 0


def test_delivery_alone_can_be_credited(shop: Shop) -> None:
    order, _invoice = a_billed_order(shop)
    draft = a_refund(shipping=Money("12.00", "PLN"), shipping_tax=Money("2.24", "PLN"), tax=Money("2.24", "PLN"))
    (correction,) = refunded(order, draft)
    assert rows(correction) == [("shipping", "-1", "-2.24", "-12.00")]
    assert balances(shop.company)["221"] == "-18.52"


def test_a_line_less_adjustment_lowers_sales_and_takes_no_tax_that_was_not_told(shop: Shop) -> None:
    order, _invoice = a_billed_order(shop)
    (correction,) = refunded(order, a_refund(adjustment=Money("10.00", "PLN")))
    line = correction.lines.get()
    assert rows(correction) == [("adjustment", "0", "0.00", "-10.00")]
    assert line.tax_kind == TaxKind.OUTSIDE
    assert balances(shop.company)["221"] == "-20.76"


def test_the_tax_in_an_adjustment_is_shared_out_over_the_rates(shop: Shop) -> None:
    book = a_line("PLATE", 1, "21.00", tax_rate=D(5))
    order = an_order("reserved", shop=shop, lines=[MUGS, book], charges=())
    billed(order, sent(order))
    (correction,) = refunded(order, a_refund(adjustment=Money("9.90", "PLN"), tax=Money("1.56", "PLN")))
    assert [(f"{t.tax_rate:.0f}", t.tax, t.gross) for t in correction.taxes.all()] == [
        ("23", D("-1.46"), D("-9.27")),
        ("5", D("-0.10"), D("-0.63")),
    ]
    assert correction.gross == D("-9.90")


def test_everything_given_back_leaves_nothing_in_sales_tax_or_receivables(shop: Shop) -> None:
    order, invoice = a_billed_order(shop)
    draft = a_refund(
        (MUGS, 2, "78.00"),
        (PLATE, 1, "21.00"),
        restock=Restock.RETURN,
        shipping=Money("12.00", "PLN"),
        shipping_tax=Money("2.24", "PLN"),
        tax=Money("20.76", "PLN"),
    )
    (correction,) = refunded(order, draft)
    assert (correction.net, correction.tax, correction.gross) == (-invoice.net, -invoice.tax, -invoice.gross)
    assert balances(shop.company) == {}


def test_a_refund_over_two_invoices_corrects_the_newest_first(shop: Shop) -> None:
    order = an_order("reserved", shop=shop, lines=[MUGS], charges=())
    first = billed(order, sent(order, MUG=1))
    second = billed(order, sent(order, MUG=1))
    one = refunded(order, a_refund((MUGS, 1, "39.00"), restock=Restock.RETURN))
    assert [(c.corrects, c.gross) for c in one] == [(second, D("-39.00"))]
    other = refunded(order, a_refund((MUGS, 1, "39.00"), restock=Restock.NO_RESTOCK))
    assert [(c.corrects, c.gross) for c in other] == [(first, D("-39.00"))]


def test_one_refund_that_spans_two_invoices_makes_two_corrections(shop: Shop) -> None:
    order = an_order("reserved", shop=shop, lines=[MUGS], charges=())
    first = billed(order, sent(order, MUG=1))
    second = billed(order, sent(order, MUG=1))
    made = refunded(order, a_refund((MUGS, 2, "78.00"), restock=Restock.RETURN))
    assert [(c.corrects, c.gross, c.number) for c in made] == [
        (second, D("-39.00"), "FK/2026/11/1"),
        (first, D("-39.00"), "FK/2026/11/2"),
    ]


def test_a_refund_heard_late_is_corrected_before_more_is_billed(shop: Shop) -> None:
    """The facts came in the wrong order: the second shipment is billed before the refund of the first is heard."""
    order = an_order("reserved", shop=shop, lines=[MUGS], charges=())
    billed(order, sent(order, MUG=1))
    draft = a_refund((MUGS, 1, "39.00"), restock=Restock.RETURN)
    orders.record_refund(order_id=order.pk, draft=draft, actor=SYSTEM, at=AT)
    second = billed(order, sent(order, MUG=1))
    assert second.gross == D("39.00")
    assert refunded(order, draft) == []
    assert sum(invoice.gross for invoice in queries.invoices_of(order.pk)) == D("39.00")


def test_goods_that_came_back_before_they_were_billed_are_billed_and_credited(shop: Shop) -> None:
    order = an_order("reserved", shop=shop, lines=[MUGS], charges=())
    shipment = sent(order)
    draft = a_refund((MUGS, 1, "39.00"), restock=Restock.RETURN)
    orders.record_refund(order_id=order.pk, draft=draft, actor=SYSTEM, at=AT)
    invoice = billed(order, shipment)
    (correction,) = invoice.corrections.all()
    assert (rows(invoice), rows(correction)) == (
        [("goods", "2", "14.59", "78.00")],
        [("goods", "-1", "-7.29", "-39.00")],
    )
    assert refunded(order, draft) == []


def test_more_adjusted_than_is_billed_waits_for_the_rest(shop: Shop) -> None:
    order = an_order("reserved", shop=shop, lines=[MUGS], charges=())
    billed(order, sent(order, MUG=1))
    refunded(order, a_refund(adjustment=Money("50.00", "PLN")))
    assert sum(invoice.gross for invoice in queries.invoices_of(order.pk)) == 0
    assert billed(order, sent(order, MUG=1)).gross == D("28.00")


def test_goods_that_need_no_shipping_and_are_cancelled_are_credited(shop: Shop) -> None:
    ebook = a_line("", 1, "20.00", title="E-book", requires_shipping=False)
    order = an_order("reserved", shop=shop, lines=[MUGS, ebook], charges=())
    billed(order, sent(order, MUG=1))
    orders.cancel_order(order_id=order.pk, reason="Pomyłka", actor=SYSTEM, at=AT)
    (correction,) = services.correct_invoices(
        order_id=order.pk, origin=order.ref, reason="Pomyłka", actor=SYSTEM, at=AT
    )
    assert correction.gross == D("-20.00")
    assert services.issue_invoice(order_id=order.pk, origin=order.ref, actor=SYSTEM, at=AT) is None


def test_a_seller_not_registered_credits_no_vat(db: None) -> None:
    shop = a_shop_with_books(vat_registered=False)
    order, _invoice = a_billed_order(shop)
    (correction,) = refunded(order, a_refund((MUGS, 1, "39.00"), restock=Restock.RETURN))
    assert (correction.tax, correction.gross) == (0, D("-39.00"))
