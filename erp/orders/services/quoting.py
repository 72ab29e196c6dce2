"""From what a person wants to buy to a draft with prices, taxes and totals, each price explained."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from erp.catalog import queries as catalog
from erp.catalog.models import Variant
from erp.crm.contacts import Contact, PostalAddress
from erp.fiscal import queries as fiscal
from erp.foundation import clock
from erp.foundation.errors import Invalid
from erp.foundation.money import Money, digits_of
from erp.foundation.organisation.models import Company, SalesChannel
from erp.orders.drafts import ChargeDraft, ChargeKind, LineDraft, OrderDraft, PaymentTerms
from erp.orders.errors import NoLines, UnknownSku
from erp.orders.totals import line_amount, tax_upon, tax_within, totals_of
from erp.pricing import queries as pricing
from erp.pricing.models import PriceList
from erp.pricing.queries import NoPrice

DELIVERY_TAX_CLASS = "standard"


@dataclass(frozen=True, slots=True, kw_only=True)
class WantedLine:
    """So much of a SKU; ``unit_price`` as agreed with the buyer, None for what the price list says."""

    sku: str
    quantity: Decimal
    unit_price: Money | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What a buyer wants, before prices. ``reference`` makes placing it twice give one order."""

    channel: SalesChannel
    price_list: PriceList
    source: str
    reference: str
    contact: Contact
    lines: Sequence[WantedLine]
    branch_id: int | None = None
    customer_id: int | None = None
    delivery: Money | None = None
    delivery_method: str = ""
    pickup_point: str = ""
    shipping_address: PostalAddress | None = None
    billing_address: PostalAddress | None = None
    payment_terms: PaymentTerms = PaymentTerms.PREPAID
    note: str = ""
    locations: tuple[int, ...] | None = None
    accept_shortage: bool = True


@dataclass(frozen=True, slots=True)
class Quote:
    """
    A draft that can be placed, and by SKU why each price is what it is: steps whose ``str()`` is a sentence in the
    reader's language. Prices agreed by hand have no reasons.
    """

    draft: OrderDraft
    reasons: Mapping[str, Sequence[object]]


class WrongPrice(Invalid):
    """A price that can't be charged: negative, in another currency, or of less than a minor unit."""

    code = "wrong-price"


def quote_order(wanted: Wanted, *, at: datetime) -> Quote:
    """
    Price an order; reads only.

    Prices are those of the list on the company's day unless one was agreed; taxes those of the company's country,
    none if it is not registered for VAT.

    :raises NoLines: :raises UnknownSku: :raises NoPrice: if the list has no price and none was agreed.
    :raises WrongPrice: :raises fiscal.queries.NoTaxRate: a tax is never guessed.
    """
    if not wanted.lines:
        raise NoLines
    company, price_list = wanted.channel.company, wanted.price_list
    on = clock.day_in(company.time_zone, at)
    variants = catalog.variants_by_sku(company, [line.sku for line in wanted.lines])
    for line in wanted.lines:
        if line.sku not in variants:
            raise UnknownSku(field="sku", sku=line.sku)
    quantities: dict[int, Decimal] = {}
    for line in wanted.lines:
        key = variants[line.sku].pk
        quantities[key] = quantities.get(key, Decimal(0)) + line.quantity
    priced = pricing.price_lines(quantities, price_list, on)
    prices = {key: one.unit_price for key, one in priced.items()}
    rates = fiscal.rates_for([company.country], on) if company.vat_registered else {}
    lines = tuple(
        _line(number, line, variants[line.sku], prices, wanted, rates, on.isoformat())
        for number, line in enumerate(wanted.lines, 1)
    )
    charges = _delivery(wanted, rates, on.isoformat())
    totals = totals_of(lines, charges, currency=price_list.currency, prices_include_tax=price_list.includes_tax)
    reasons = {line.sku: priced[variants[line.sku].pk].source for line in wanted.lines if line.unit_price is None}
    return Quote(_draft(wanted, lines, charges, totals.total, at), reasons)


def _line(
    number: int,
    line: WantedLine,
    variant: Variant,
    prices: Mapping[int, Money],
    wanted: Wanted,
    rates: Mapping[tuple[str, str], Decimal],
    on: str,
) -> LineDraft:
    price_list, company = wanted.price_list, wanted.channel.company
    if line.unit_price is None and variant.pk not in prices:
        raise NoPrice(price_list=price_list.name, on=on, sku=variant.sku)
    unit_price = line.unit_price if line.unit_price is not None else prices[variant.pk]
    _check_price(unit_price, price_list.currency)
    rate = _rate(company, variant.product.tax_class.code, rates, on)
    return LineDraft(
        source_line_ref=str(number),
        sku=variant.sku,
        variant_id=variant.pk,
        title=variant.title(wanted.contact.language),
        quantity=line.quantity,
        unit_price=unit_price,
        tax_rate=rate,
        tax=_tax(line_amount(unit_price, line.quantity), rate, price_list),
    )


def _delivery(wanted: Wanted, rates: Mapping[tuple[str, str], Decimal], on: str) -> tuple[ChargeDraft, ...]:
    if wanted.delivery is None:
        return ()
    _check_price(wanted.delivery, wanted.price_list.currency)
    rate = _rate(wanted.channel.company, DELIVERY_TAX_CLASS, rates, on)
    return (
        ChargeDraft(
            kind=ChargeKind.SHIPPING,
            title=wanted.delivery_method or str(_("Delivery")),
            amount=wanted.delivery,
            tax_rate=rate,
            tax=_tax(wanted.delivery, rate, wanted.price_list),
        ),
    )


def _rate(company: Company, tax_class: str, rates: Mapping[tuple[str, str], Decimal], on: str) -> Decimal:
    if not company.vat_registered:
        return Decimal(0)
    try:
        return rates[company.country, tax_class]
    except KeyError:
        raise fiscal.NoTaxRate(tax_class=tax_class, country=company.country, on=on) from None


def _tax(amount: Money, rate: Decimal, price_list: PriceList) -> Money:
    return tax_within(amount, rate) if price_list.includes_tax else tax_upon(amount, rate)


def _check_price(price: Money, currency: str) -> None:
    if price.currency != currency:
        raise WrongPrice(field="unit_price", reason=_("the price list is in another currency."))
    if price.amount < 0 or price.amount != round(price.amount, max(digits_of(currency), 4)):
        raise WrongPrice(field="unit_price", reason=_("a price is zero or more, with at most four decimals."))


def _draft(
    wanted: Wanted, lines: tuple[LineDraft, ...], charges: tuple[ChargeDraft, ...], total: Money, at: datetime
) -> OrderDraft:
    return OrderDraft(
        company_id=wanted.channel.company_id,
        branch_id=wanted.branch_id,
        customer_id=wanted.customer_id,
        sales_channel_id=wanted.channel.pk,
        source=wanted.source,
        source_ref=wanted.reference,
        placed_at=at,
        currency=wanted.price_list.currency,
        prices_include_tax=wanted.price_list.includes_tax,
        total=total,
        contact=wanted.contact,
        lines=lines,
        charges=charges,
        shipping_address=wanted.shipping_address,
        billing_address=wanted.billing_address,
        payment_terms=wanted.payment_terms,
        delivery_method=wanted.delivery_method,
        pickup_point=wanted.pickup_point,
        note=wanted.note,
        locations=wanted.locations,
        accept_shortage=wanted.accept_shortage,
    )
