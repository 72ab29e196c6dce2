"""
The style guide at ``/kit/``: every component of the kit on a few pages, in development and tests.

Its rows are the content types that every database has, dressed up as orders; nothing here is business.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from django import forms
from django.contrib.contenttypes.models import ContentType
from django.db.models import F, IntegerField, QuerySet
from django.db.models.functions import Mod
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from erp.foundation import clock
from erp.foundation.actor import Actor
from erp.foundation.money import Money
from erp.foundation.web import access, formats
from erp.foundation.web.forms import base, fields, lines, lookups
from erp.foundation.web.lists import (
    BulkAction,
    Choice,
    Column,
    DateRange,
    Empty,
    ListPage,
    NumberRange,
    Outcome,
    Preview,
    View,
)
from erp.foundation.web.records import Action, Card, Fact, RecordPage, Status, pairs
from erp.foundation.web.views import StaffView

STATUSES = [("0", _("To pack")), ("1", _("Held")), ("2", _("Shipped")), ("3", _("Cancelled")), ("4", _("New"))]
TONES = ["accent", "warn", "good", "", "info"]
CUSTOMERS = ["Anna Nowak", "Café Łódka sp. z o.o.", "John Smith", "Żaneta Źrebiec", "Müller GmbH"]
SHOPS = ["Sklep PL", "Shop UK", "Allegro"]


def _status(row: Any) -> int:
    return int(row.pk) % 5


def _total(row: Any) -> Money:
    return Money(Decimal(row.pk * 7919 % 400_000) / 100, "PLN")


def _placed(row: Any) -> datetime:
    return clock.now() - timedelta(minutes=row.pk * row.pk * 11 % 9000)


def _preview(rows: Sequence[Any], actor: Actor) -> Preview:
    ready = [row for row in rows if _status(row) == 0]
    held = [(f"#S-{10000 + row.pk}", str(_("it is not to be packed"))) for row in rows if _status(row) != 0]
    return Preview(len(ready), [(_("Parcels"), str(len(ready)))], held)


def _run(keys: Sequence[Any], actor: Actor, at: datetime) -> Outcome:
    return Outcome(len(keys))


class KitListView(ListPage):
    """A list with everything a list can have."""

    permission = access.SIGNED_IN
    name = "web.kit"
    title = _("Orders")
    sort = "number"
    columns = (
        Column(
            "number",
            _("Order"),
            "code",
            value=lambda r: f"#S-{10000 + r.pk}",
            sort="pk",
            url=lambda r: reverse("web:kit-record"),
            main=True,
        ),
        Column("placed", _("Placed"), "moment", value=_placed),
        Column("customer", _("Customer"), value=lambda r: CUSTOMERS[r.pk % 5]),
        Column(
            "status",
            _("Status"),
            "pill",
            value=lambda r: STATUSES[_status(r)][1],
            tone=lambda r: TONES[_status(r)],
            sort="status",
        ),
        Column("shop", _("Shop"), value=lambda r: SHOPS[r.pk % 3]),
        Column("items", _("Items"), "number", value=lambda r: r.pk % 7 + 1),
        Column("total", _("Total"), "money", value=_total),
        Column("cost", _("Cost"), "money", value=lambda r: None, reads="cost", shown=False),
        Column("due", _("Ship by"), "date", value=lambda r: _placed(r).date(), shown=False),
    )
    filters = (
        Choice("status", _("Status"), STATUSES),
        DateRange("placed", _("Placed"), path="pk"),
        NumberRange("total", _("Total"), path="pk", unit="zł"),
    )
    views = (View(_("To pack"), "status=0"), View(_("Held"), "status=1"))
    search_fields = ("model__icontains",)
    search_hint = _("Order, customer, SKU")
    bulk_actions = (BulkAction("pack", _("Pack"), access.SIGNED_IN, _preview, _run, icon="package"),)
    empty = Empty(_("No orders yet"), _("Orders appear here as soon as a shop is connected."), "shopping-cart")
    page_size = 25
    live_topic = "kit.list"

    def rows(self) -> "QuerySet[Any]":
        return ContentType.objects.annotate(status=Mod(F("pk"), 5, output_field=IntegerField()))

    def row_url(self, row: Any) -> str:
        return reverse("web:kit-record")

    def row_label(self, row: Any) -> str:
        return f"#S-{10000 + row.pk}"


class KitRecordView(RecordPage):
    """A record with everything a record can have."""

    permission = access.SIGNED_IN
    parent = (_("Orders"), "web:kit-list")

    def find(self, pk: Any) -> Any:
        return ContentType.objects.order_by("pk").first()

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, pk=0, **kwargs)

    def title(self) -> str:
        return "#S-10482"

    def why(self) -> Sequence[Any]:
        return (_("Your role “Sales” in Mugs & Tea lets you see its orders."),)

    def status(self) -> Status:
        return Status(_("To pack"), "accent")

    def facts(self) -> Sequence[Any]:
        return ("Shopify “Sklep PL”", "Anna Nowak", _("paid"))

    def actions(self) -> Sequence[Action]:
        url = reverse("web:kit-record")
        return (
            Action(_("Pack"), url, access.SIGNED_IN, icon="package", asks=False),
            Action(_("Hold"), url, access.SIGNED_IN, icon="player-pause", asks=False),
            Action(_("Print documents"), url, access.SIGNED_IN, icon="printer", asks=False),
            Action(_("Cancel order"), url, access.SIGNED_IN, icon="circle-x", danger=True, asks=False),
        )

    def cards(self, tab: str) -> Sequence[Card]:
        rows = [
            ("KUB-001", "Kubek niebieski 300 ml", 2, Money(39, "PLN"), Money(78, "PLN")),
            ("HER-114", "Herbata Earl Grey 100 g", 3, Money(57, "PLN"), Money(171, "PLN")),
        ]
        money = [
            Fact(_("Goods"), Money(249, "PLN")),
            Fact(_("Delivery"), Money("14.99", "PLN")),
            Fact(_("Paid"), Money("263.99", "PLN"), total=True),
        ]
        return (
            Card(_("Lines"), "web/kit/lines.html", {"lines": rows, "total": Money(249, "PLN")}, flush=True, count=2),
            Card(_("Import"), "web/job.html", {"job": JOB}),
            Card(_("Customer"), "web/kit/customer.html", column="side"),
            pairs(_("Money"), [Fact(f.label, _money(f.value), f.total) for f in money]),
            pairs(
                _("Shipment"),
                [Fact(_("Carrier"), "InPost"), Fact(_("Number"), "620999681271234567"), Fact(_("Due"), "2026-11-24")],
            ),
        )


def _money(value: Money) -> Any:
    return formats.money_html(value)


JOB: Mapping[str, Any] = {
    "title": _("Import of products"),
    "state": "running",
    "done": 6200,
    "total": 10000,
    "percent": 62,
    "rate": Decimal(412),
    "seconds_left": 9.0,
    "failed": 3,
    "cancel_url": "",
}


def _options(actor: Actor, text: str) -> list[lookups.Option]:
    return [
        lookups.Option(str(i), name, f"C-{100 + i}")
        for i, name in enumerate(CUSTOMERS)
        if text.casefold() in name.casefold()
    ]


lookups.register(
    "web.kit",
    lookups.Lookup(
        access.SIGNED_IN,
        search=_options,
        get=lambda actor, key: next((option for option in _options(actor, "") if option.value == key), None),
    ),
)


class KitLine(lines.LineForm):
    """A line of a document."""

    counted, priced = "pieces", "each"
    product = lookups.LookupField("web.kit", label=_("Product"))
    pieces = fields.QuantityField(label=_("Quantity"))
    each = fields.MoneyField(label=_("Price"), currency="PLN")


class KitForm(base.Form):
    """One of each field."""

    wide = ("note",)
    customer = lookups.LookupField("web.kit", label=_("Customer"), help_text=_("Type a name, an e-mail or a number."))
    code = fields.CodeField(label=_("Barcode"), required=False)
    price = fields.MoneyField(label=_("Price"), currency="PLN", help_text=_("Gross, as on the receipt."))
    due_on = fields.DayField(label=_("Ship by"), required=False)
    kind = forms.ChoiceField(label=_("Delivery"), choices=[("a", "InPost"), ("b", "DPD")])
    quantity = fields.QuantityField(label=_("Quantity"), unit="szt.")
    gift = forms.BooleanField(label=_("Pack as a gift"), required=False, help_text=_("Costs nothing."))
    pay = forms.ChoiceField(
        label=_("Payment"), choices=[("card", _("Card")), ("cash", _("Cash"))], widget=forms.RadioSelect
    )
    note = forms.CharField(label=_("Note"), required=False, widget=forms.Textarea(attrs={"rows": 3}))


class KitFormView(base.FormPage):
    """A form with lines."""

    permission = access.SIGNED_IN
    title = _("New order")
    label = _("Place order")
    form_class = KitForm
    lines_class = lines.lines_of(KitLine)
    parent = (_("Orders"), "web:kit-list")

    def save(self, form: Any, lines: list[dict[str, Any]]) -> str:
        return reverse("web:kit-record")


class KitView(StaffView):
    """Everything small: buttons, pills, notices, figures, empty states, dialogs, a report."""

    permission = access.SIGNED_IN

    def get(self, request: HttpRequest) -> HttpResponse:
        context = {
            "tones": ["", "accent", "good", "warn", "bad", "info"],
            "at": clock.now() - timedelta(minutes=12),
            "amount": Money("1234.50", "PLN"),
            "job": JOB,
            "report": {
                "heads": [_("Channel"), _("Orders"), _("Sales"), _("Change")],
                "rows": [
                    ("Sklep PL", 412, Money("48211.20", "PLN"), Decimal("0.124")),
                    ("Allegro", 388, Money("39104.00", "PLN"), Decimal("-0.031")),
                ],
            },
        }
        return self.render("web/kit/page.html", context)
