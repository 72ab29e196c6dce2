"""Examples of the books."""

from erp.finance import services as finance
from erp.finance.models import AuditRun, Entry, Invoice, Journal, Role
from erp.finance.services import Posting
from erp.foundation.actor import SYSTEM
from erp.foundation.money import Money
from erp.foundation.organisation.models import Company
from erp.orders import services as orders
from tests.contract.examples import example_for, example_of
from tests.factories.catalog import VariantFactory
from tests.factories.finance import billed, sent
from tests.factories.inventory import a_warehouse, an_origin, stocked
from tests.factories.orders import AT, CHANNEL, Shop, a_draft, a_line
from tests.factories.organisation import SalesChannelFactory


@example_of(Entry)
def entry(company: Company) -> Entry:
    """A sale in the books of this company."""
    finance.set_up_accounts(company=company, actor=SYSTEM, at=AT)
    posted = finance.post_entry(
        company_id=company.pk,
        journal=Journal.GENERAL,
        on=AT.date(),
        postings=(
            Posting(Role.RECEIVABLES, Money("123.00", company.currency)),
            Posting(Role.SALES, Money("-123.00", company.currency)),
        ),
        origin=an_origin("sale"),
        purpose="sale",
        actor=SYSTEM,
        at=AT,
    )
    assert posted is not None
    return posted


@example_for("finance:entry", "finance:reverse")
def named_entry(company: Company) -> dict[str, object]:
    """The place of an entry in an address."""
    return {"pk": entry(company).pk}


@example_of(Invoice)
def invoice(company: Company) -> Invoice:
    """The invoice of a shipped order."""
    finance.set_up_accounts(company=company, actor=SYSTEM, at=AT)
    warehouse, mug = a_warehouse(company, f"I{an_origin().key}"), VariantFactory.create(company=company)
    stocked(mug, warehouse, 5)
    shop = Shop(company, SalesChannelFactory.create(company=company), warehouse, mug, mug)
    order = orders.import_order(draft=a_draft(shop, a_line(mug.sku)), actor=CHANNEL, at=AT)
    sent(order)
    return billed(order)


@example_for("finance:invoice", "finance:invoice-pdf", "finance:invoice-preview")
def named_invoice(company: Company) -> dict[str, object]:
    """The place of an invoice in an address."""
    return {"pk": invoice(company).pk}


@example_of(AuditRun)
def audit(company: Company) -> AuditRun:
    """An audit of this company."""
    return finance.run_audit(company=company, actor=SYSTEM, at=AT)


@example_for("finance:audit")
def named_audit(company: Company) -> dict[str, object]:
    """The place of an audit in an address."""
    return {"pk": audit(company).pk}
