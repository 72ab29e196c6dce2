"""The pages of the books in a browser: accessible, fitting, in both languages and themes."""

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from erp.finance import queries, services
from erp.finance.models import AuditRun, Entry, Invoice, InvoiceKind
from erp.foundation.actor import SYSTEM
from erp.foundation.organisation.models import Company
from erp.orders import services as orders
from erp.orders.drafts import Restock
from tests.browser.conftest import Visit, faults_of, picture
from tests.builders import an_order
from tests.factories.accounts import a_member
from tests.factories.finance import a_shop_with_books, sent, told_the_books
from tests.factories.orders import AT, Shop, a_line, a_refund

if TYPE_CHECKING:
    from erp.foundation.accounts.models import User

pytestmark = pytest.mark.browser
LOOKS = [("en", "light", False), ("pl", "dark", False), ("pl", "light", True)]
MUGS = a_line("MUG", 2, title="Kubek ceramiczny „Lipa” 330 ml, granatowy")
BOOK = a_line("", 1, "59.90", title="Książka kucharska (e-book)", requires_shipping=False, tax_rate=5)


@pytest.fixture
def shop(site: str) -> Shop:
    """Sales, a correction, payments and goods in the books, and an audit with a fault in it."""
    shop = a_shop_with_books(legal_name="Lipa sp. z o.o.")
    order = an_order("reserved", shop=shop, lines=[MUGS, BOOK])
    sent(order)
    told_the_books()
    orders.record_refund(
        order_id=order.pk,
        draft=a_refund((MUGS, 1, "39.00"), restock=Restock.RETURN, reason="Uszkodzony"),
        actor=SYSTEM,
        at=AT,
    )
    sent(an_order("reserved", shop=shop, lines=[replace(MUGS, source_line_ref="second")]))
    told_the_books()
    entry = Entry.objects.filter(journal="payments").latest("pk")
    services.reverse_entry(entry_id=entry.pk, on=AT.date(), actor=SYSTEM, at=AT)
    services.run_audit(company=shop.company, actor=SYSTEM, at=AT)
    return shop


@pytest.fixture
def accountant(shop: Shop) -> "User":
    return a_member("accountant", shop.company, name="Ewa Kowalska")


def pages(company: Company) -> dict[str, str]:
    invoice = Invoice.objects.filter(kind=InvoiceKind.INVOICE).earliest("pk")
    correction = Invoice.objects.get(kind=InvoiceKind.CORRECTION)
    entry = queries.entry_of(invoice.ref, "invoice")
    assert entry is not None
    account = queries.accounts_by_role(company.pk)["receivables"]
    return {
        "invoices": "/finance/invoices/",
        "invoice": f"/finance/invoices/{invoice.pk}/",
        "correction": f"/finance/invoices/{correction.pk}/",
        "balance": "/finance/balance/",
        "lines": f"/finance/lines/?account={account.pk}",
        "entries": "/finance/entries/",
        "entry": f"/finance/entries/{entry.pk}/",
        "accounts": "/finance/accounts/",
        "audits": "/finance/audits/",
        "audit": f"/finance/audits/{AuditRun.objects.latest('pk').pk}/",
        "order": f"/orders/{invoice.order_id}/",
    }


@pytest.mark.parametrize("language, theme, phone", LOOKS)
def test_the_books_are_accessible_and_fit(
    visit: Visit, shop: Shop, accountant: "User", language: str, theme: str, phone: bool
) -> None:
    faults = []
    for name, path in pages(shop.company).items():
        page = visit(path, accountant, language=language, theme=theme, phone=phone)
        page.wait_for_timeout(300)  # live pages never fall silent
        faults += [f"{name}: {fault}" for fault in faults_of(page)]
        faults += [f"{name}: {complaint}" for complaint in page.complaints]  # type: ignore[attr-defined]
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        faults += [f"{name}: {wide} px too wide"] if wide > 0 else []
        picture(page, f"finance-{name}-{language}-{theme}{'-phone' if phone else ''}")
        page.context.close()
    assert faults == []
