"""An invoice on paper: everything the law wants, in the buyer's language, the same bytes each time."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from io import BytesIO

import pytest
from django.db import transaction
from pypdf import PdfReader

from erp.documents import queries as documents_read
from erp.documents.models import Document
from erp.finance import services
from erp.finance.documents.content import content_of
from erp.finance.documents.rendering import render
from erp.finance.mails import attach_invoice
from erp.finance.models import Invoice
from erp.finance.services.printing import preview_invoice, print_invoice
from erp.fiscal import services as fiscal
from erp.foundation.actor import SYSTEM
from erp.foundation.db import InsideTransaction
from erp.foundation.money import Money
from erp.orders import services as orders
from erp.orders.drafts import PaymentTerms, Restock
from tests.builders import an_order
from tests.factories.finance import a_shop_with_books, billed, sent
from tests.factories.orders import ANNA, ANNA_HOME, AT, Shop, a_line, a_refund, a_tender

MUGS, PLATE = a_line("MUG", 2, title="Kubek „Lipa”"), a_line("PLATE", 3, "21.00", off=("6.30",))


@pytest.fixture
def shop(db: None) -> Shop:
    return a_shop_with_books(tax_id="5260250274", legal_name="Lipa sp. z o.o.")


def printed(invoice: Invoice) -> str:
    """The words of the PDF, runs of space as one."""
    document = print_invoice(invoice_id=invoice.pk, actor=SYSTEM, at=AT)
    reader = PdfReader(BytesIO(documents_read.content_of(document)))
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


def an_invoice(shop: Shop, *lines: object, **draft: object) -> Invoice:
    order = an_order("reserved", shop=shop, lines=list(lines) or [MUGS, PLATE], **draft)
    return billed(order, sent(order))


def test_a_polish_invoice_says_what_the_law_wants(shop: Shop) -> None:
    text = printed(an_invoice(shop))
    for words in (
        *("Faktura", "FV/2026/11/1", "Data wystawienia 2026-11-23", "Data sprzedaży 2026-11-23"),
        *("Sprzedawca", "Lipa sp. z o.o.", "ul. Lipowa 7", "00-950 Warszawa", "NIP: 5260250274"),
        *("Nabywca", "Anna Nowak", "ul. Długa 5", "31-147 Kraków"),
        *("Kubek „Lipa”", "2 szt.", "39,00", "63,41", "14,59", "78,00", "−6,30", "23%"),
        *("VAT według stawek", "119,27 27,43 146,70", "Zapłacono 146,70 zł", "Do zapłaty 0,00 zł"),
    ):
        assert words in text, text


def test_a_firm_is_named_with_its_tax_number(shop: Shop) -> None:
    firm = replace(ANNA_HOME, firm="Biuro Nowak s.c.")
    contact = replace(ANNA, tax_id="6762484560", remote_id="78", email="biuro@example.com")
    text = printed(an_invoice(shop, billing_address=firm, contact=contact))
    assert "Biuro Nowak s.c. Anna Nowak ul. Długa 5" in text
    assert "NIP: 6762484560" in text


def test_an_english_reader_gets_english_words(shop: Shop) -> None:
    text = printed(an_invoice(shop, contact=replace(ANNA, language="en")))
    for words in ("Invoice", "Date of issue", "Seller", "Buyer", "VAT by rate", "To pay PLN 0.00"):
        assert words in text, text


def test_a_foreign_invoice_says_rate_and_vat_in_the_books_currency(shop: Shop) -> None:
    fiscal.record_exchange_rate(
        base="EUR", quote="PLN", on=date(2026, 11, 20), rate=Decimal("4.2637"), source="NBP", actor=SYSTEM, at=AT
    )
    text = printed(an_invoice(shop, a_line("MUG", 2, "39.00", currency="EUR"), currency="EUR"))
    assert "VAT w PLN" in text
    assert "71,76" in text
    assert "Kurs: 1 EUR = 4,2637 PLN z dnia 2026-11-22." in text


def test_a_seller_exempt_says_why_and_shows_no_vat(db: None) -> None:
    text = printed(an_invoice(a_shop_with_books(vat_registered=False)))
    assert "art. 113 ust. 1 i 9" in text
    assert "Kwota VAT" not in text


def test_a_british_seller_makes_vat_invoices_only_when_registered(db: None) -> None:
    english = replace(ANNA, language="en")
    registered = a_shop_with_books(country="GB", time_zone="Europe/London")
    assert printed(an_invoice(registered, contact=english)).startswith("VAT invoice INV-2026-00001")
    exempt = a_shop_with_books(country="GB", time_zone="Europe/London", vat_registered=False)
    text = printed(an_invoice(exempt, contact=english))
    assert text.startswith("Invoice INV-2026-00001")
    assert "VAT invoice" not in text


def test_what_is_open_is_asked_for(shop: Shop) -> None:
    tender = a_tender(Money("30.00", "PLN"), method="transfer")
    text = printed(an_invoice(shop, MUGS, charges=(), payment_terms=PaymentTerms.ON_ACCOUNT, tenders=(tender,)))
    assert "Termin płatności 2026-12-07" in text
    assert "Zapłacono 30,00 zł" in text
    assert "Do zapłaty 48,00 zł" in text
    assert "Płatność: przelew" in text


def test_a_correction_names_its_invoice_and_what_changes(shop: Shop) -> None:
    order = an_order("reserved", shop=shop, lines=[MUGS, PLATE])
    billed(order, sent(order))
    orders.record_refund(
        order_id=order.pk, draft=a_refund((MUGS, 1, "39.00"), restock=Restock.RETURN), actor=SYSTEM, at=AT
    )
    (correction,) = services.correct_invoices(
        order_id=order.pk, origin=order.ref, reason="Uszkodzony", actor=SYSTEM, at=AT
    )
    text = printed(correction)
    for words in (
        *("Faktura korygująca", "FK/2026/11/1", "do faktury FV/2026/11/1 z dnia 2026-11-23", "Przyczyna: Uszkodzony"),
        *("Przed korektą 146,70 zł", "Zmiana −39,00 zł", "Po korekcie 107,70 zł", "Do zwrotu 39,00 zł"),
    ):
        assert words in text, text


def test_the_same_invoice_makes_the_same_bytes(shop: Shop) -> None:
    invoice = an_invoice(shop)
    content = content_of(Invoice.objects.get(pk=invoice.pk), invoice.gross)
    assert render("invoice.typ", content, at=AT) == render("invoice.typ", content, at=AT)


def test_printing_twice_keeps_one_file(shop: Shop) -> None:
    invoice = an_invoice(shop)
    first = print_invoice(invoice_id=invoice.pk, actor=SYSTEM, at=AT)
    assert print_invoice(invoice_id=invoice.pk, actor=SYSTEM, at=AT) == first
    assert Document.objects.filter(kind="invoice").count() == 1
    assert (first.name, first.media_type) == ("FV-2026-11-1.pdf", "application/pdf")


def test_no_transaction_waits_for_the_setting(shop: Shop) -> None:
    invoice = an_invoice(shop)
    with pytest.raises(InsideTransaction), transaction.atomic():
        print_invoice(invoice_id=invoice.pk, actor=SYSTEM, at=AT)


def test_a_long_invoice_breaks_into_pages_with_heads(shop: Shop) -> None:
    invoice = an_invoice(shop, *(a_line("MUG", 1, "19.00", title=f"Kubek numer {i}") for i in range(45)))
    document = print_invoice(invoice_id=invoice.pk, actor=SYSTEM, at=AT)
    pages = PdfReader(BytesIO(documents_read.content_of(document))).pages
    assert len(pages) == 2
    assert all("Wartość brutto" in page.extract_text() for page in pages)
    assert preview_invoice(Invoice.objects.get(pk=invoice.pk)).startswith(b"\x89PNG")


def test_the_mail_takes_the_file_and_makes_it_if_it_is_not_there(shop: Shop) -> None:
    invoice = an_invoice(shop)
    attachment = attach_invoice(str(invoice.pk))
    assert (attachment.name, attachment.media_type) == ("FV-2026-11-1.pdf", "application/pdf")
    assert attachment.content == documents_read.content_of(Document.objects.get(kind="invoice"))
