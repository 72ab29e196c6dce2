"""Drafts of orders for tests, and a small shop to sell from."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from itertools import count
from typing import Any

from erp.catalog.models import Variant
from erp.crm.contacts import Contact, PostalAddress
from erp.foundation.actor import Actor
from erp.foundation.money import Money
from erp.foundation.organisation.models import Company, SalesChannel
from erp.inventory.models import Location
from erp.orders.drafts import (
    ChargeDraft,
    ChargeKind,
    LineDraft,
    OrderDraft,
    RefundDraft,
    RefundLineDraft,
    Restock,
    TenderDraft,
    TenderRefundDraft,
)
from erp.orders.totals import tax_upon, tax_within, totals_of
from tests.factories.catalog import a_variant
from tests.factories.inventory import a_warehouse, stocked
from tests.factories.organisation import CompanyFactory, SalesChannelFactory

PLACED = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
AT = datetime(2026, 11, 23, 9, 31, tzinfo=UTC)
SHOP = "shopify:3"
CHANNEL = Actor("channel", "3")
ANNA_HOME = PostalAddress(name="Anna Nowak", street="ul. Długa 5", city="Kraków", postcode="31-147", country="PL")
ANNA = Contact(
    source=SHOP, remote_id="77", name="Anna Nowak", email="anna@example.com", phone="+48600100200", language="pl"
)
GUEST = Contact(source=SHOP, name="Jan Gość", email="jan@example.com", language="pl")
_numbers = count(1001)


@dataclass(frozen=True, slots=True)
class Shop:
    """A company that sells mugs and plates from one warehouse through one channel."""

    company: Company
    channel: SalesChannel
    warehouse: Location
    mug: Variant
    plate: Variant


def a_shop(mugs: int = 10, plates: int = 10) -> Shop:
    """A shop with so many mugs and plates."""
    company = CompanyFactory.create()
    warehouse = a_warehouse(company, f"W{company.pk}")
    mug, plate = a_variant(company, "MUG"), a_variant(company, "PLATE")
    for variant, quantity in ((mug, mugs), (plate, plates)):
        if quantity:
            stocked(variant, warehouse, quantity)
    return Shop(company, SalesChannelFactory.create(company=company), warehouse, mug, plate)


def a_line(sku: str = "MUG", quantity: int | str = 1, price: str = "39.00", **other: Any) -> LineDraft:
    """A line with 23 % of tax within its price, unless other parts are given."""
    currency = other.pop("currency", "PLN")
    unit_price, off = Money(price, currency), other.pop("off", ())
    discounts = tuple(Money(one, currency) for one in off)
    rate = other.pop("tax_rate", Decimal(23))
    total = unit_price * Decimal(quantity) - Money.total(discounts, currency)
    tax_of = tax_within if other.pop("includes_tax", True) else tax_upon
    defaults = {"source_line_ref": f"line-{next(_numbers)}", "title": sku.title(), "tax": tax_of(total, rate)}
    return LineDraft(
        sku=sku, quantity=Decimal(quantity), unit_price=unit_price, tax_rate=rate, discounts=discounts,
        **(defaults | other),
    )  # fmt: skip


def a_delivery(price: str = "12.00", currency: str = "PLN") -> ChargeDraft:
    """Delivery with 23 % of tax within."""
    amount = Money(price, currency)
    return ChargeDraft(
        kind=ChargeKind.SHIPPING, title="Kurier", amount=amount, tax=tax_within(amount, Decimal(23)),
        tax_rate=Decimal(23),
    )  # fmt: skip


def a_draft(shop: Shop, *lines: LineDraft, paid: bool = True, **other: Any) -> OrderDraft:
    """An order by Anna at the shop, paid by card unless said otherwise; its total follows from its parts."""
    number = next(_numbers)
    lines = lines or (a_line("MUG", 2), a_line("PLATE", 1, "21.00"))
    currency, include = other.pop("currency", "PLN"), other.pop("prices_include_tax", True)
    charges: Sequence[ChargeDraft] = other.pop("charges", (a_delivery(currency=currency),))
    total = totals_of(lines, charges, currency=currency, prices_include_tax=include).total
    defaults = {
        "company_id": shop.company.pk,
        "sales_channel_id": shop.channel.pk,
        "source": SHOP,
        "source_ref": f"gid://shopify/Order/{number}",
        "source_number": f"#{number}",
        "placed_at": PLACED,
        "source_updated_at": PLACED,
        "total": total,
        "contact": ANNA,
        "shipping_address": ANNA_HOME,
        "billing_address": ANNA_HOME,
        "delivery_method": "Kurier InPost",
        "tenders": (a_tender(total, remote_id=f"pay-{number}"),) if paid else (),
    }
    return OrderDraft(
        currency=currency, prices_include_tax=include, lines=tuple(lines), charges=tuple(charges),
        **(defaults | other),
    )  # fmt: skip


def a_tender(amount: Money, state: str = "paid", **other: Any) -> TenderDraft:
    """A payment by card."""
    defaults = {"remote_id": f"pay-{next(_numbers)}", "method": "card", "gateway": "stripe", "at": PLACED}
    return TenderDraft(amount=amount, state=state, **(defaults | other))


def a_refund(
    *parts: tuple[LineDraft, int, str], restock: Restock = Restock.CANCEL, back: str = "done", **other: Any
) -> RefundDraft:
    """A refund of so much of some lines for an amount; ``back`` is the state of the money, "" for none."""
    lines = tuple(
        RefundLineDraft(
            source_line_ref=line.source_line_ref, quantity=Decimal(quantity), amount=Money(amount, "PLN"),
            tax=tax_within(Money(amount, "PLN"), Decimal(23)), restock=restock,
        )
        for line, quantity, amount in parts
    )  # fmt: skip
    shipping, adjustment = other.get("shipping"), other.get("adjustment")
    beside = [money for money in (shipping, adjustment) if money]
    amount = other.pop("amount", Money.total([*(line.amount for line in lines), *beside], "PLN"))
    number = next(_numbers)
    tender = TenderRefundDraft(remote_id=f"back-{number}", amount=amount, state=back, at=AT) if back else None
    defaults = {"source_ref": f"gid://shopify/Refund/{number}", "at": AT, "tenders": (tender,) if tender else ()}
    return RefundDraft(amount=amount, lines=lines, **(defaults | other))
