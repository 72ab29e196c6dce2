"""Putting a document down: number, header, lines, summary of VAT, buyer and entry, all in one transaction."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal

from erp.finance.billing import ZERO, Share
from erp.finance.events import InvoiceIssued
from erp.finance.models import (
    Invoice,
    InvoiceBuyer,
    InvoiceKind,
    InvoiceLine,
    InvoiceTax,
    Journal,
    LineKind,
    Role,
    TaxKind,
)
from erp.finance.services.exchange import Stamp, balanced
from erp.finance.services.numbers import series_of
from erp.finance.services.posting import Posting, post_entry
from erp.finance.standing import Part, rate_text
from erp.fiscal import services as fiscal
from erp.foundation.actor import Actor
from erp.foundation.events.publishing import publish
from erp.foundation.organisation.models import Company
from erp.foundation.refs import Ref
from erp.orders import queries as orders_read
from erp.orders.models import Order
from erp.orders.states import Terms

DAYS_ON_ACCOUNT = 14
# Years from the end of the year in which the tax was due: PL Ordynacja podatkowa art. 70 par. 1, GB VAT Notice 700/21.
YEARS_KEPT = {"PL": 5, "GB": 6}
YEARS_KEPT_ELSEWHERE = 10
INCOME = {
    LineKind.GOODS: Role.SALES,
    LineKind.ADJUSTMENT: Role.SALES,
    LineKind.GIFT_CARD: Role.GIFT_CARDS,
    LineKind.SHIPPING: Role.SHIPPING_INCOME,
    LineKind.TIP: Role.TIPS,
    LineKind.DUTY: Role.DUTIES,
    LineKind.FEE: Role.FEE_INCOME,
    LineKind.ROUNDING: Role.ROUNDING,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """What is to be issued."""

    order: Order
    kind: InvoiceKind
    origin: Ref
    lines: Sequence[tuple[Part, Share]]
    stamp: Stamp
    taxed: bool
    issued_on: date
    sold_on: date
    paid: Decimal = ZERO
    payment_methods: str = ""
    corrects: Invoice | None = None
    reason: str = ""


def issue(document: Document, *, actor: Actor, at: datetime) -> Invoice:
    """Give a document its number and put it down with its entry; the caller holds the lock of its order."""
    invoice = _header(document, at)
    invoice.number = fiscal.take_number(series=invoice.series, on=document.issued_on)
    invoice.save(force_insert=True)
    lines = [_line(invoice, position, *one) for position, one in enumerate(document.lines, 1)]
    InvoiceLine.objects.bulk_create(lines)
    taxes = _taxes(invoice, lines, document.stamp)
    InvoiceTax.objects.bulk_create(taxes)
    _buyer(invoice, document).save(force_insert=True)
    post_entry(
        company_id=invoice.company_id,
        journal=Journal.SALES,
        on=invoice.issued_on,
        postings=_postings(invoice, lines, taxes, document),
        origin=invoice.ref,
        purpose=document.kind.value,
        actor=actor,
        at=at,
    )
    fact = InvoiceIssued(invoice_id=invoice.pk, order_id=invoice.order_id)
    publish(fact, actor=actor, subjects=[invoice.ref, document.order.ref])
    return invoice


def _header(document: Document, at: datetime) -> Invoice:
    order, company = document.order, document.order.company
    gross = sum((share.gross for _part, share in document.lines), ZERO)
    tax = sum((share.tax for _part, share in document.lines), ZERO)
    by_rate: dict[str, Decimal] = defaultdict(Decimal)
    for part, share in document.lines:
        by_rate[rate_text(part.tax_kind, part.tax_rate)] += share.tax
    on_account = order.payment_terms == Terms.ON_ACCOUNT and document.kind == InvoiceKind.INVOICE
    return Invoice(
        company=company,
        series=series_of(company, document.kind),
        kind=document.kind,
        order=order,
        origin_kind=document.origin.kind,
        origin_key=document.origin.key,
        corrects=document.corrects,
        reason=document.reason[:300],
        issued_on=document.issued_on,
        sold_on=document.sold_on,
        due_on=document.issued_on + timedelta(days=DAYS_ON_ACCOUNT if on_account else 0),
        at=at,
        language=order.language,
        currency=order.currency,
        prices_include_tax=order.prices_include_tax,
        taxed=document.taxed,
        net=gross - tax,
        tax=tax,
        gross=gross,
        paid=document.paid,
        payment_methods=document.payment_methods,
        books_currency=company.currency,
        rate=document.stamp.rate,
        rate_on=document.stamp.on,
        tax_books=sum((document.stamp.convert(amount) for amount in by_rate.values()), ZERO),
        gross_books=document.stamp.convert(gross),
        seller_name=company.legal_name,
        seller_tax_id=company.tax_id,
        seller_address="\n".join(filter(None, (company.street, f"{company.postal_code} {company.city}".strip()))),
        seller_country=company.country,
    )


def _line(invoice: Invoice, position: int, part: Part, share: Share) -> InvoiceLine:
    return InvoiceLine(
        invoice=invoice,
        position=position,
        kind=part.kind,
        order_line_id=part.key.line or None,
        charge_id=part.key.charge or None,
        sku=part.sku,
        title=part.title,
        unit=part.unit,
        quantity=share.quantity,
        unit_price=part.unit_price,
        tax_kind=part.tax_kind,
        tax_rate=part.tax_rate,
        net=share.gross - share.tax,
        tax=share.tax,
        gross=share.gross,
    )


def _taxes(invoice: Invoice, lines: Sequence[InvoiceLine], stamp: Stamp) -> list[InvoiceTax]:
    """The summary: the sums of the lines of each rate, the highest first."""
    rates: dict[tuple[str, Decimal | None], list[InvoiceLine]] = defaultdict(list)
    for line in lines:
        rates[(line.tax_kind, line.tax_rate)].append(line)
    ordered = sorted(rates.items(), key=lambda item: (-(item[0][1] or ZERO), item[0][0]))
    return [
        InvoiceTax(
            invoice=invoice,
            tax_kind=kind,
            tax_rate=rate,
            net=sum((line.net for line in own), ZERO),
            tax=(tax := sum((line.tax for line in own), ZERO)),
            gross=sum((line.gross for line in own), ZERO),
            tax_books=stamp.convert(tax),
        )
        for (kind, rate), own in ordered
    ]


def _postings(
    invoice: Invoice, lines: Sequence[InvoiceLine], taxes: Sequence[InvoiceTax], document: Document
) -> list[Posting]:
    """Receivables against income by kind and rate, and output VAT by rate."""
    order, stamp = document.order, document.stamp
    income: dict[tuple[Role, str], Decimal] = defaultdict(Decimal)
    for line in lines:
        income[INCOME[LineKind(line.kind)], rate_text(TaxKind(line.tax_kind), line.tax_rate)] -= line.net
    amounts = [
        (Role.RECEIVABLES, "", invoice.gross),
        *((role, rate, amount) for (role, rate), amount in income.items()),
        *((Role.OUTPUT_TAX, rate_text(TaxKind(tax.tax_kind), tax.tax_rate), -tax.tax) for tax in taxes),
    ]
    return balanced(
        [
            Posting(
                role,
                *stamp.money(amount),
                branch_id=order.branch_id,
                sales_channel_id=order.sales_channel_id,
                text=rate,
                settles=str(order.ref) if role == Role.RECEIVABLES else "",
                fixed=role in (Role.RECEIVABLES, Role.OUTPUT_TAX),
            )
            for role, rate, amount in amounts
        ]
    )


def _buyer(invoice: Invoice, document: Document) -> InvoiceBuyer:
    order = document.order
    if document.corrects is not None:
        before = document.corrects.buyer
        before.pk, before.invoice, before._state.adding = None, invoice, True
        before.keep_until = _keep_until(order.company, document.issued_on)
        return before
    address, customer = orders_read.billing_address(order), order.customer
    return InvoiceBuyer(
        invoice=invoice,
        name=(address.name if address else "") or customer.name,
        firm=address.firm if address else "",
        tax_id=customer.tax_id,
        street="\n".join(filter(None, (address.street, address.street2))) if address else "",
        postcode=address.postcode if address else "",
        city=address.city if address else "",
        country=address.country if address else "",
        email=order.email,
        keep_until=_keep_until(order.company, document.issued_on),
    )


def _keep_until(company: Company, issued_on: date) -> date:
    """The tax of December is due in January, so its years count from the end of the next year."""
    due_year = issued_on.year + (issued_on.month == 12)
    return date(due_year + YEARS_KEPT.get(company.country, YEARS_KEPT_ELSEWHERE), 12, 31)
