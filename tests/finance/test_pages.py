"""The pages of the books: what they show, to whom, and where their figures lead."""

from decimal import Decimal

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from erp.documents.models import DocumentRead
from erp.finance import queries, services
from erp.finance.models import AuditRun, Entry, Invoice
from erp.foundation.actor import SYSTEM
from erp.inventory import services as inventory
from erp.orders.models import Order
from tests.builders import an_order
from tests.factories.accounts import a_member
from tests.factories.finance import a_shop_with_books, billed, sent
from tests.factories.orders import AT, Shop, a_line


@pytest.fixture
def shop(db: None) -> Shop:
    return a_shop_with_books()


def browser(role: str, shop: Shop) -> Client:
    client = Client()
    client.force_login(a_member(role, shop.company), backend="django.contrib.auth.backends.ModelBackend")
    return client


def text(client: Client, url: str) -> str:
    answer = client.get(url)
    assert answer.status_code == 200
    return answer.content.decode().replace("&nbsp;", " ").replace("\u00a0", " ")


def a_billed_order(shop: Shop) -> tuple[Order, Invoice]:
    order = an_order("reserved", shop=shop)
    return order, billed(order, sent(order))


def goods_leave(order: Order, shop: Shop) -> None:
    shipment = sent(order)
    lines = [
        inventory.Issue(str(line.pk), line.variant_id, shop.warehouse.pk, line.quantity) for line in order.lines.all()
    ]
    inventory.issue_stock(lines=lines, reserved_for=order.ref, origin=shipment, actor=SYSTEM, at=AT)
    services.issue_invoice(order_id=order.pk, origin=shipment, actor=SYSTEM, at=AT)


def test_the_list_shows_invoices_of_whoever_may_see_them(shop: Shop) -> None:
    _order, invoice = a_billed_order(shop)
    assert invoice.number in text(browser("accountant", shop), reverse("finance:invoices"))
    assert invoice.number not in text(browser("accountant", a_shop_with_books()), reverse("finance:invoices"))
    assert browser("warehouse", shop).get(reverse("finance:invoices")).status_code == 404


def test_the_invoice_page_shows_lines_vat_entry_and_file(shop: Shop) -> None:
    order, invoice = a_billed_order(shop)
    page = text(browser("accountant", shop), reverse("finance:invoice", args=[invoice.pk]))
    for words in (invoice.number, order.number, "Anna Nowak", "63.41", "14.59", "111.00", "Settlements with customers"):
        assert words in page
    assert reverse("finance:invoice-preview", args=[invoice.pk]) in page


def test_the_entry_shows_only_to_who_sees_the_books(shop: Shop) -> None:
    _order, invoice = a_billed_order(shop)
    page = text(browser("sales", shop), reverse("finance:invoice", args=[invoice.pk]))
    assert invoice.number in page
    assert "Settlements with customers" not in page


def test_the_pdf_opens_and_its_reading_is_written_down(shop: Shop) -> None:
    _order, invoice = a_billed_order(shop)
    answer = browser("accountant", shop).get(reverse("finance:invoice-pdf", args=[invoice.pk]), follow=True)
    assert answer.status_code == 200
    assert answer["Content-Type"] == "application/pdf"
    assert b"".join(answer.streaming_content).startswith(b"%PDF")
    assert DocumentRead.objects.count() == 1


def test_a_stranger_opens_neither_file_nor_picture(shop: Shop) -> None:
    _order, invoice = a_billed_order(shop)
    stranger = browser("accountant", a_shop_with_books())
    for name in ("finance:invoice", "finance:invoice-pdf", "finance:invoice-preview"):
        assert stranger.get(reverse(name, args=[invoice.pk])).status_code == 404
    assert DocumentRead.objects.count() == 0


def test_the_trial_balance_balances_and_leads_to_its_lines(shop: Shop) -> None:
    _order, invoice = a_billed_order(shop)
    client = browser("accountant", shop)
    page = text(client, reverse("finance:balance"))
    for words in ("200 Settlements with customers", "111.00", "730", "80.48", "20.76", "Together"):
        assert words in page
    account = queries.accounts_by_role(shop.company.pk)["receivables"]
    link = f"{reverse('finance:lines')}?account={account.pk}"
    assert link in page
    lines = text(client, link)
    assert "Invoice issued" in lines
    assert "200 Settlements with customers" in lines
    assert "730" not in lines
    entry = queries.entry_of(invoice.ref, "invoice")
    assert entry is not None
    assert reverse("finance:entry", args=[entry.pk]) in lines


def test_the_trial_balance_stops_at_a_day(shop: Shop) -> None:
    a_billed_order(shop)
    page = text(browser("accountant", shop), reverse("finance:balance") + "?until=2026-11-22")
    assert "Nothing posted yet" in page
    assert "111.00" in text(browser("accountant", shop), reverse("finance:balance") + "?until=2026-11-23")


def test_an_entry_leads_to_its_document_and_can_be_taken_back(shop: Shop) -> None:
    _order, invoice = a_billed_order(shop)
    entry = queries.entry_of(invoice.ref, "invoice")
    assert entry is not None
    client = browser("accountant", shop)
    assert reverse("finance:invoice", args=[invoice.pk]) in text(client, reverse("finance:entry", args=[entry.pk]))
    answer = client.post(reverse("finance:reverse", args=[entry.pk]))
    assert answer.status_code in (204, 302)
    assert Entry.objects.get(reverses=entry).purpose == "reversal"
    assert queries.receivable(invoice.order.ref, "PLN") == (Decimal(0), Decimal(0))
    assert "Taken back" in text(client, reverse("finance:entry", args=[entry.pk]))


def test_the_chart_names_what_each_account_is_used_for(shop: Shop) -> None:
    page = text(browser("accountant", shop), reverse("finance:accounts"))
    assert "Sales of goods" in page
    assert "Output VAT" in page


def test_an_audit_is_run_from_its_page_and_shows_every_check(shop: Shop) -> None:
    a_billed_order(shop)
    client = browser("accountant", shop)
    client.post(reverse("finance:run-audit"))
    run = AuditRun.objects.get()
    page = text(client, reverse("finance:audit", args=[run.pk]))
    assert "Every entry balances" in page
    assert "Agrees" in page
    assert "No audit yet" not in text(client, reverse("finance:audits"))


def test_who_may_not_audit_starts_none(shop: Shop) -> None:
    assert browser("sales", shop).post(reverse("finance:run-audit")).status_code == 404
    assert AuditRun.objects.count() == 0


def test_the_order_page_shows_invoice_debt_cost_and_margin(shop: Shop) -> None:
    order = an_order("reserved", shop=shop)
    goods_leave(order, shop)
    page = text(browser("accountant", shop), reverse("orders:order", args=[order.pk]))
    assert "FV/2026/11/1" in page
    assert "Owed by the buyer" in page
    assert "Cost of goods" in page  # three units at 10.00
    assert "Margin" in page
    assert ">30.00" in page or "30.00</span>" in page
    assert "60.24" in page


def test_cost_and_margin_stay_away_from_who_does_not_read_them(shop: Shop) -> None:
    order = an_order("reserved", shop=shop)
    goods_leave(order, shop)
    page = text(browser("sales", shop), reverse("orders:order", args=[order.pk]))
    assert "FV/2026/11/1" in page
    for hidden in ("Cost of goods", "Margin", "60.24"):
        assert hidden not in page


def test_lists_ask_as_many_queries_for_many_rows_as_for_one(shop: Shop) -> None:
    client = browser("accountant", shop)
    counts = {}
    for rows in (1, 6):
        for _ in range(rows):
            order = an_order("reserved", shop=shop, lines=[a_line("MUG")])
            billed(order, sent(order))
        for name in ("finance:invoices", "finance:entries", "finance:lines", "finance:accounts", "finance:balance"):
            client.get(reverse(name))
            with CaptureQueriesContext(connection) as asked:
                client.get(reverse(name))
            counts.setdefault(name, []).append(len(asked))
    assert {name: one == many for name, (one, many) in counts.items()} == dict.fromkeys(counts, True)


def test_the_journal_names_invoices_by_their_number_and_finds_them_by_it(shop: Shop) -> None:
    a_billed_order(shop)
    client = browser("accountant", shop)
    for name in ("finance:entries", "finance:lines"):
        assert "Invoice FV/2026/11/1" in text(client, reverse(name))
        assert "Invoice FV/2026/11/1" in text(client, reverse(name) + "?q=fv/2026/11")
        assert "Invoice FV/2026/11/1" not in text(client, reverse(name) + "?q=FV/2025")


def test_a_line_says_at_which_rate_it_was_taxed(shop: Shop) -> None:
    _order, invoice = a_billed_order(shop)
    page = text(browser("accountant", shop), reverse("finance:invoice", args=[invoice.pk]))
    assert '<span class="sub">23%</span>' in page
    assert "rated 23" not in page
