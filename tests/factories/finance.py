"""Shops with books, shipments as orders hears of them, and what the books say afterwards."""

from decimal import Decimal
from itertools import count
from typing import Any

from erp.finance import queries, services
from erp.finance.models import Entry, Invoice
from erp.foundation.actor import SYSTEM
from erp.foundation.events.registry import all_handlers
from erp.foundation.events.relay.claiming import claim
from erp.foundation.events.relay.process import groups
from erp.foundation.events.relay.running import run_group
from erp.foundation.organisation.models import Company
from erp.foundation.refs import Ref
from erp.orders import services as orders
from erp.orders.models import Order
from tests.factories.orders import AT, Shop, a_shop

_shipments = count(1)


def a_shop_with_books(**company: Any) -> Shop:
    """A shop with its chart of accounts; ``company`` changes facts of its company."""
    shop = a_shop()
    facts = {"tax_id": f"{5210000000 + shop.company.pk}", "street": "ul. Lipowa 7", "postal_code": "00-950"} | {
        "city": "Warszawa"
    }
    for name, value in (facts | company).items():
        setattr(shop.company, name, value)
    shop.company.save()
    services.set_up_accounts(company=shop.company, actor=SYSTEM, at=AT)
    return shop


def sent(order: Order, **units: int) -> Ref:
    """So many units of each SKU leave with a shipment of their own; everything when none is named."""
    shipment = Ref("tests.shipment", f"f{next(_shipments)}")
    lines = [
        (line.pk, Decimal(units[line.sku]) if units else line.open)
        for line in order.lines.order_by("position")
        if line.requires_shipping and (line.sku in units or not units)
    ]
    orders.record_shipment(order_id=order.pk, lines=lines, shipment=shipment, actor=SYSTEM, at=AT)
    order.refresh_from_db()
    return shipment


def billed(order: Order, origin: Ref | None = None, **options: Any) -> Invoice:
    """The invoice of what was sent."""
    invoice = services.issue_invoice(order_id=order.pk, origin=origin or order.ref, actor=SYSTEM, at=AT, **options)
    assert invoice is not None
    return invoice


def balances(company: Company) -> dict[str, str]:
    """The accounts that are not at zero: number -> balance, debit positive."""
    rows = queries.trial_balance(company.pk)
    return {row.account.code: f"{row.balance:.2f}" for row in rows if row.balance}


def entry_lines(entry: Entry | None) -> list[tuple[str, str, str]]:
    """The lines of an entry: account, amount in the books (debit positive), text."""
    assert entry is not None
    lines = entry.lines.select_related("account").order_by("pk")
    return [(line.account.code, f"{line.debit - line.credit:.2f}", line.text) for line in lines]


def told_the_books() -> None:
    """The facts that wait for finance are delivered, as the relay does it; those for anybody else keep waiting."""
    names = [h.name for h in all_handlers() if h.name.startswith("finance.") and not h.network]
    while claimed := claim(handlers=names, coalescing=[], limit=100):
        for handler, group in groups(claimed):
            run_group(handler, group)
