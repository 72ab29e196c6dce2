"""The list of invoices and the page of one."""

from collections.abc import Sequence
from typing import Any, ClassVar

from django.db.models import QuerySet
from django.http import HttpResponse, HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from erp.documents import queries as documents_read
from erp.documents import services as documents
from erp.finance import queries
from erp.finance.documents import wording as w
from erp.finance.models import Invoice, InvoiceKind
from erp.finance.portal import shown
from erp.finance.services.printing import KIND, preview_invoice, print_invoice
from erp.foundation.errors import NotFound
from erp.foundation.money import Money
from erp.foundation.web import access
from erp.foundation.web.formats import country, money_html
from erp.foundation.web.lists import Choice, Column, DateRange, Empty, Hidden, ListPage, NumberRange, View
from erp.foundation.web.records import Action, Card, Fact, RecordPage, Status, pairs
from erp.foundation.web.views import StaffView, go


def _of_order(rows: "QuerySet[Any]", key: str) -> "QuerySet[Any]":
    return rows.filter(order=key) if key.isdecimal() else rows.none()


class InvoiceList(ListPage):
    """Invoices and corrections, newest first."""

    permission = "finance.view_invoices"
    name = "finance.invoices"
    title = gettext_lazy("Invoices")
    sort = "-issued"
    columns = (
        Column(
            "number", gettext_lazy("Number"), "code", sort="pk", main=True,
            url=lambda i: reverse("finance:invoice", args=[i.pk]),
        ),
        Column(
            "kind", gettext_lazy("Kind"), "pill", value=lambda i: i.get_kind_display(),
            tone=lambda i: shown.KIND_TONES[i.kind],
        ),
        Column("issued", gettext_lazy("Issued"), "date", value="issued_on", sort="issued_on"),
        Column("sold", gettext_lazy("Sold"), "date", value="sold_on", shown=False),
        Column("due", gettext_lazy("Due"), "date", value="due_on", shown=False),
        Column(
            "buyer", w.BUYER, reads="personal",
            value=lambda i: i.buyer.firm or i.buyer.name,
        ),
        Column(
            "order", gettext_lazy("Order"), "code", value="order.number",
            url=lambda i: reverse("orders:order", args=[i.order_id]),
        ),
        Column("net", gettext_lazy("Net"), "money", value=lambda i: Money(i.net, i.currency)),
        Column("tax", gettext_lazy("VAT"), "money", value=lambda i: Money(i.tax, i.currency)),
        Column("gross", gettext_lazy("Gross"), "money", value="money", sort="gross"),
    )  # fmt: skip
    filters = (
        Choice("kind", gettext_lazy("Kind"), InvoiceKind.choices),
        DateRange("issued", gettext_lazy("Issued"), path="issued_on", moment=False),
        NumberRange("gross", gettext_lazy("Gross")),
        Hidden("order", gettext_lazy("Order"), _of_order, lambda key: f"#{key}"),
    )
    views = (View(gettext_lazy("Corrections"), "kind=correction"),)
    search_hint = gettext_lazy("Number of the invoice or order")
    search_fields = ("number__istartswith", "order__number__iexact", "order__source_number__iexact")
    empty = Empty(
        gettext_lazy("No invoices yet"),
        gettext_lazy("An invoice is issued by itself as soon as something of an order leaves the warehouse."),
        "file-invoice",
    )

    def rows(self) -> "QuerySet[Invoice]":
        rows = Invoice.objects.visible_to(self.actor).select_related("order", "buyer")
        return shown.in_company(self.request, rows)  # type: ignore[no-any-return]  # any rows go in and come out

    def row_url(self, row: Invoice) -> str:
        return reverse("finance:invoice", args=[row.pk])

    def row_label(self, row: Invoice) -> str:
        return row.number


class InvoicePage(RecordPage):
    """One invoice: its lines, its VAT, who was billed, how it looks on paper, its entry."""

    permission = "finance.view_invoices"
    model: ClassVar[Any] = Invoice
    parent = (gettext_lazy("Invoices"), "finance:invoices")
    record: Invoice

    def find(self, pk: Any) -> Invoice | None:
        rows = Invoice.objects.visible_to(self.actor).select_related("company", "order", "buyer", "corrects")
        return rows.prefetch_related("lines", "taxes", "corrections").filter(pk=pk).first()

    def title(self) -> str:
        return self.record.number

    def status(self) -> Status:
        return Status(self.record.get_kind_display(), shown.KIND_TONES[InvoiceKind(self.record.kind)])

    def facts(self) -> Sequence[Any]:
        invoice = self.record
        hidden = not self._personal()
        return (
            invoice.issued_on.isoformat(),
            None if hidden else invoice.buyer.firm or invoice.buyer.name,
            money_html(invoice.money),
        )

    def actions(self) -> Sequence[Action]:
        url = reverse("finance:invoice-pdf", args=[self.record.pk])
        return (
            Action(
                gettext_lazy("Open the PDF"), url, "finance.view_invoices", legal=self._personal(),
                icon="file-invoice", link=True,
            ),
        )  # fmt: skip

    def cards(self, tab: str) -> Sequence[Card]:
        invoice = self.record
        lines = shown.invoice_lines(invoice.lines.all(), invoice.currency)
        context = {"lines": lines, "taxed": invoice.taxed, "invoice": invoice, "total": invoice.money}
        cards = [
            Card(gettext_lazy("Lines"), "finance/staff/lines.html", context, flush=True, count=len(lines)),
        ]
        if invoice.taxed:
            taxes = {"rows": shown.tax_rows(invoice)}
            cards.append(Card(w.VAT_BY_RATE, "finance/staff/taxes.html", taxes, flush=True))
        cards += self._entry_cards()
        if self._personal():
            preview = {"preview": reverse("finance:invoice-preview", args=[invoice.pk]), "number": invoice.number}
            cards.append(Card(gettext_lazy("On paper"), "finance/staff/preview.html", preview | self._pdf()))
        return (*cards, self._money(), self._buyer(), self._related())

    def _pdf(self) -> dict[str, Any]:
        return {"pdf": reverse("finance:invoice-pdf", args=[self.record.pk])}

    def _personal(self) -> bool:
        return access.provider().reads(self.actor, "personal", self.record)

    def _entry_cards(self) -> list[Card]:
        if not self.can("finance.view"):
            return []
        rows = [
            {
                "url": reverse("finance:entry", args=[entry.pk]),
                "why": shown.purpose_name(entry),
                "lines": shown.postings(entry.lines.all(), self.record.books_currency),
            }
            for entry in queries.entries_about([self.record.ref])
        ]
        return [Card(gettext_lazy("In the books"), "finance/staff/postings.html", {"entries": rows}, flush=True)]

    def _money(self) -> Card:
        invoice = self.record
        left = invoice.money - Money(invoice.paid, invoice.currency)
        rate = f"{invoice.rate.normalize():f}" if invoice.rate else None
        facts = [
            Fact(_("Net"), money_html(Money(invoice.net, invoice.currency))),
            Fact(_("VAT"), money_html(Money(invoice.tax, invoice.currency)) if invoice.taxed else _("seller exempt")),
            Fact(_("Gross"), money_html(invoice.money), total=True),
            Fact(_("Paid when issued"), money_html(Money(invoice.paid, invoice.currency))),
            Fact(_("Left to pay then"), money_html(left) if left and invoice.kind == InvoiceKind.INVOICE else None),
            Fact(_("Exchange rate"), rate),
        ]
        return pairs(gettext_lazy("Amounts"), facts)

    def _buyer(self) -> Card:
        buyer = self.record.buyer
        if not self._personal():
            return pairs(w.BUYER, [Fact(_("Country"), country(buyer.country) or None)])
        facts = [
            Fact(_("Firm"), buyer.firm or None),
            Fact(_("Name"), buyer.name or None),
            Fact(_("Tax number"), buyer.tax_id or None),
            Fact(_("Address"), ", ".join(filter(None, (buyer.street, f"{buyer.postcode} {buyer.city}"))) or None),
            Fact(_("Country"), country(buyer.country) or None),
            Fact(_("Kept until"), buyer.keep_until.isoformat()),
            Fact(_("Erased on"), buyer.erased_on.isoformat() if buyer.erased_on else None),
        ]
        return pairs(w.BUYER, facts, left=True)

    def _related(self) -> Card:
        invoice = self.record
        others = [*([invoice.corrects] if invoice.corrects else []), *invoice.corrections.all()]
        context = {
            "order": (invoice.order.number, reverse("orders:order", args=[invoice.order_id])),
            "others": [
                (other.number, other.get_kind_display(), reverse("finance:invoice", args=[other.pk]))
                for other in others
            ],
            "reason": invoice.reason,
        }
        return Card(gettext_lazy("Belongs to"), "finance/staff/related.html", context, column="side")


class _InvoiceFile(StaffView):
    abstract = True

    def load(self) -> None:
        """A printed invoice shows who was billed: only for who reads personal data."""
        rows = Invoice.objects.visible_to(self.actor).select_related("company", "order", "corrects", "buyer")
        invoice = rows.filter(pk=self.kwargs["pk"]).first()
        if invoice is None or not access.provider().reads(self.actor, "personal", invoice):
            raise NotFound
        self.invoice = invoice


class InvoicePdf(_InvoiceFile):
    """The PDF; made now if its time has not come yet."""

    permission = "finance.view_invoices"
    model: ClassVar[Any] = Invoice

    def get(self, request: Any, pk: int) -> HttpResponse:
        document = print_invoice(invoice_id=self.invoice.pk, actor=self.actor, at=self.now())
        return go(self.request, reverse("documents:document", args=[document.pk]))


class InvoicePreview(_InvoiceFile):
    """The first page as a picture."""

    permission = "finance.view_invoices"
    model: ClassVar[Any] = Invoice

    def get(self, request: Any, pk: int) -> HttpResponseBase:
        document = documents_read.documents_of(self.invoice.ref, KIND).first()
        if document is not None:  # looking at the picture is reading the file, which is written down
            documents.open_document(document_id=document.pk, actor=self.actor, at=self.now())
        response = HttpResponse(preview_invoice(self.invoice), content_type="image/png")
        response["Cache-Control"] = "private, max-age=3600"
        return response
