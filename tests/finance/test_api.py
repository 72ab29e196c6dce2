"""Invoices and the books through the API: read under rights, personal data only for who reads it."""

import pytest

from erp.documents.models import DocumentRead
from erp.finance.models import Invoice
from erp.orders.models import Order
from tests.builders import an_order
from tests.factories.api import a_client
from tests.factories.finance import a_shop_with_books, billed, sent
from tests.factories.orders import Shop

INVOICES, BALANCES, PDFS = "/api/v1/invoices/", "/api/v1/trial-balances/", "/api/v1/invoice-pdfs/"


@pytest.fixture
def shop(db: None) -> Shop:
    return a_shop_with_books()


def a_billed_order(shop: Shop) -> tuple[Order, Invoice]:
    order = an_order("reserved", shop=shop)
    return order, billed(order, sent(order))


def test_invoices_are_listed_and_narrowed(shop: Shop) -> None:
    order, invoice = a_billed_order(shop)
    a_billed_order(shop)
    client = a_client(shop.company, "finance.view_invoices")
    answer = client.get(INVOICES, {"order": order.pk}).json()
    assert [row["number"] for row in answer["results"]] == [invoice.number]
    assert (answer["results"][0]["gross"], answer["results"][0]["tax"]) == ("111.0000", "20.7600")
    assert client.get(INVOICES, {"kind": "correction"}).json()["results"] == []


def test_one_invoice_comes_with_lines_taxes_and_buyer(shop: Shop) -> None:
    _order, invoice = a_billed_order(shop)
    client = a_client(shop.company, "finance.view_invoices", reads=("personal",))
    answer = client.get(f"{INVOICES}{invoice.pk}/").json()
    assert [line["gross"] for line in answer["lines"]] == ["78.0000", "21.0000", "12.0000"]
    assert [(tax["tax_rate"], tax["tax"]) for tax in answer["taxes"]] == [("23.000", "20.7600")]
    assert answer["buyer"]["name"] == "Anna Nowak"


def test_the_buyer_is_left_out_for_who_does_not_read_personal_data(shop: Shop) -> None:
    _order, invoice = a_billed_order(shop)
    answer = a_client(shop.company, "finance.view_invoices").get(f"{INVOICES}{invoice.pk}/").json()
    assert set(answer["buyer"]) == {"firm", "country", "keep_until", "erased_on"}


def test_a_stranger_finds_nothing(shop: Shop) -> None:
    _order, invoice = a_billed_order(shop)
    stranger = a_client(a_shop_with_books().company, "finance.view_invoices", "finance.view", reads=("personal",))
    assert stranger.get(INVOICES).json()["results"] == []
    assert stranger.get(f"{INVOICES}{invoice.pk}/").status_code == 404
    assert stranger.get(f"{PDFS}{invoice.pk}/").status_code == 404
    assert stranger.get(f"{BALANCES}{shop.company.pk}/").status_code == 404


def test_the_pdf_is_given_to_who_reads_personal_data_and_that_is_written_down(shop: Shop) -> None:
    _order, invoice = a_billed_order(shop)
    scopes = ("finance.view_invoices", "documents.view")
    assert a_client(shop.company, *scopes).get(f"{PDFS}{invoice.pk}/").status_code == 404
    assert DocumentRead.objects.count() == 0
    answer = a_client(shop.company, *scopes, reads=("personal",)).get(f"{PDFS}{invoice.pk}/")
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/pdf")
    assert answer.content.startswith(b"%PDF")
    assert DocumentRead.objects.count() == 1


def test_the_trial_balance_sums_to_nothing(shop: Shop) -> None:
    a_billed_order(shop)
    client = a_client(shop.company, "finance.view")
    answer = client.get(f"{BALANCES}{shop.company.pk}/").json()
    used = {row["code"]: row["balance"] for row in answer["accounts"] if row["debit"] != row["credit"]}
    assert used == {"200": "111.0000", "221": "-20.7600", "730": "-80.4800", "732": "-9.7600"}
    earlier = client.get(f"{BALANCES}{shop.company.pk}/", {"until": "2026-11-22"}).json()
    assert {row["balance"] for row in earlier["accounts"]} == {"0.0000"}
    assert client.get(f"{BALANCES}{shop.company.pk}/", {"until": "yesterday"}).status_code == 422


def test_a_scope_of_invoices_does_not_open_the_books(shop: Shop) -> None:
    client = a_client(shop.company, "finance.view_invoices")
    assert client.get(f"{BALANCES}{shop.company.pk}/").status_code == 403
