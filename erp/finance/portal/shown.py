"""What the pages show of the books, worked out before the templates, which issue no query."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import BigIntegerField, Case, CharField, OuterRef, Subquery, When
from django.db.models.functions import Cast
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from erp.finance.documents.content import line_title, method_name, rate_name
from erp.finance.models import Entry, EntryLine, Invoice, InvoiceKind, InvoiceLine, TaxKind
from erp.finance.standing import parse_rate
from erp.foundation.accounts.provider import scope_filter
from erp.foundation.actor import Actor
from erp.foundation.errors import NotFound
from erp.foundation.money import Money
from erp.foundation.organisation.models import Branch, Company
from erp.foundation.refs import Ref
from erp.foundation.web import access, subjects
from erp.orders.models import Order
from erp.payments.models import Method
from erp.shipping.models import Shipment

KIND_TONES = {InvoiceKind.INVOICE: "good", InvoiceKind.CORRECTION: "warn"}
# What posts entries by itself: the words for (kind of record, purpose).
PURPOSES: dict[str, str | Promise] = {
    "invoice": gettext_lazy("Invoice issued"),
    "correction": gettext_lazy("Correction issued"),
    "paid": gettext_lazy("Payment came in"),
    "refunded": gettext_lazy("Money went back to the buyer"),
    "exchange": gettext_lazy("Difference of exchange rates"),
    "reversal": gettext_lazy("Entry taken back"),
    "stock": pgettext_lazy("entry", "Goods moved"),
}
ORIGINS: dict[str, str | Promise] = {
    "finance.invoice": gettext_lazy("Invoice"),
    "finance.entry": gettext_lazy("Entry"),
    "payments.tender": gettext_lazy("Payment"),
    "payments.tenderrefund": gettext_lazy("Refund"),
    "orders.order": gettext_lazy("Order"),
    "orders.orderrefund": gettext_lazy("Refund"),
    "shipping.shipment": gettext_lazy("Shipment"),
}

NUMBERED: tuple[type[Invoice | Order | Shipment], ...] = (Invoice, Order, Shipment)
"""Documents that people call by a number."""


@dataclass(frozen=True, slots=True)
class ShownLine:
    """A line of an invoice."""

    sku: str
    title: str
    quantity: Decimal | None
    unit: str
    price: Money
    rate: str
    net: Money
    tax: Money
    gross: Money


@dataclass(frozen=True, slots=True)
class ShownPosting:
    """A line of an entry; ``foreign`` where its document is in another currency than the books."""

    account: str
    url: str
    debit: Money | None
    credit: Money | None
    foreign: Money | None
    text: str


def purpose_name(entry: Entry) -> str:
    """Why an entry was posted, in words."""
    return str(PURPOSES.get(entry.purpose.partition(":")[0], entry.purpose))


def origin_name(origin: Ref, number: str | None = None) -> str:
    """What posted an entry: the kind of record and its number, or its key."""
    return f"{ORIGINS.get(origin.kind, _('Document'))} {number or origin.key}"


def with_document_number(rows: Any, path: str = "") -> Any:
    """Entries (or lines, by their path) with the number of the document that posted them, where it has one."""
    key = Cast(OuterRef(f"{path}origin_key"), BigIntegerField())
    cases = [
        When(
            **{f"{path}origin_kind": model._meta.label_lower},
            then=Subquery(model._default_manager.filter(pk=key).values("number")),
        )
        for model in NUMBERED
    ]
    return rows.annotate(document_number=Case(*cases, default=None, output_field=CharField()))


def posting_text(text: str) -> str:
    """What a line says of itself: the rate it was taxed at, or the means of payment."""
    if text.partition(" ")[0] in TaxKind.values:
        return rate_name(*parse_rate(text))
    return method_name(text) if text in Method.values else text


def named(value: str) -> str | SafeString:
    """A value of a finding: a record's name, with its page where there is one, instead of its kind and key."""
    kind, colon, key = value.partition(":")
    if not colon or kind not in ORIGINS:
        return value
    try:
        return format_html('<a href="{}">{}</a>', subjects.url_of(Ref(kind, key)), origin_name(Ref(kind, key)))
    except NotFound:
        return origin_name(Ref(kind, key))


def origin_url(origin: Ref, actor: Actor) -> str:
    """Address of the record that posted an entry, if it has a page that the actor may see."""
    try:
        subjects.load(origin, actor)
        return subjects.url_of(origin)
    except NotFound:
        return ""


def invoice_lines(lines: Iterable[InvoiceLine], currency: str) -> list[ShownLine]:
    """The lines of an invoice in the reader's language; titles stay in the invoice's."""
    return [
        ShownLine(
            sku=line.sku,
            title=line_title(line),
            quantity=line.quantity or None,
            unit=line.unit,
            price=Money(line.unit_price, currency),
            rate=rate_name(line.tax_kind, line.tax_rate),
            net=Money(line.net, currency),
            tax=Money(line.tax, currency),
            gross=Money(line.gross, currency),
        )
        for line in lines
    ]


def tax_rows(invoice: Invoice) -> list[tuple[str, Money, Money, Money]]:
    """The summary of VAT."""
    return [
        (
            rate_name(tax.tax_kind, tax.tax_rate),
            Money(tax.net, invoice.currency),
            Money(tax.tax, invoice.currency),
            Money(tax.gross, invoice.currency),
        )
        for tax in invoice.taxes.all()
    ]


def postings(lines: Iterable[EntryLine], currency: str) -> list[ShownPosting]:
    """The lines of an entry with links to their accounts."""
    return [
        ShownPosting(
            account=str(line.account),
            url=f"{reverse('finance:lines')}?account={line.account_id}",
            debit=Money(line.debit, currency) if line.debit else None,
            credit=Money(line.credit, currency) if line.credit else None,
            foreign=Money(line.amount, line.currency) if line.currency != currency else None,
            text=posting_text(line.text),
        )
        for line in lines
    ]


def chosen_company(companies: Sequence[Company], request: Any) -> Company:
    """
    The company a report is about: named in the address, chosen in the shell, or the first one.

    :raises NotFound: when the reader sees none, or not this one.
    """
    by_key = {str(company.pk): company for company in companies}
    named = request.GET.get("company")
    if named is not None:
        if named not in by_key:
            raise NotFound
        return by_key[named]
    chosen = scope_filter(access.scope_of(request))
    if chosen is not None:
        model, key = chosen
        company_id = Branch.objects.filter(pk=key).values_list("company", flat=True).first() if model is Branch else key
        if str(company_id) in by_key:
            return by_key[str(company_id)]
    if not companies:
        raise NotFound
    return companies[0]


def in_company(request: Any, rows: Any, path: str = "company") -> Any:
    """Rows of the company chosen in the shell; all visible ones when none is."""
    chosen = scope_filter(access.scope_of(request))
    if chosen is None:
        return rows
    model, key = chosen
    return rows.filter(**{f"{path}__branches" if model is Branch else path: key})
