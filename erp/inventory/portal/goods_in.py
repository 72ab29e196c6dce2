"""Deliveries booked in by hand."""

from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from erp.catalog.queries import variants_by_id
from erp.foundation.accounts import scoping
from erp.foundation.money import Money
from erp.foundation.web.forms import lines
from erp.foundation.web.forms.base import FormPage
from erp.foundation.web.lists import Column, DateRange, Empty, Link, ListPage
from erp.foundation.web.records import Card, RecordPage
from erp.inventory import queries
from erp.inventory import services as inventory
from erp.inventory.models import GoodsIn
from erp.inventory.portal.choosing import language, only_place, place_for
from erp.inventory.portal.forms import GoodsInForm, GoodsInLine
from erp.inventory.queries import pages

NEW = Link(_("Book goods in"), "inventory:goods-in-new", "inventory.receive", "package-import")


class GoodsInList(ListPage):
    """Every delivery booked in by hand."""

    permission = "inventory.view"
    name = "inventory.goods_in"
    title = _("Goods-in")
    sort = "-received"
    columns = (
        Column("received", _("Received"), "moment", value="received_at", sort="received_at"),
        Column("note", _("Delivery note"), value="delivery_note", sort="delivery_note", main=True),
        Column("place", _("Place"), "code", value="location.code", sort="location__code"),
        Column("branch", _("Branch"), value="location.branch.name"),
        Column("company", _("Company"), value="company.name", shown=False),
    )
    filters = (DateRange("received", _("Received"), path="received_at"),)
    search_fields = ("delivery_note__istartswith",)
    links = (NEW,)
    empty = Empty(_("No deliveries yet"), _("Deliveries that you book in stand here."), "package-import", NEW)

    def rows(self) -> "QuerySet[GoodsIn]":
        return GoodsIn.objects.visible_to(self.actor).select_related("location__branch", "company")

    def row_url(self, row: GoodsIn) -> str:
        return reverse("inventory:goods-in-record", args=[row.pk])


class GoodsInPage(RecordPage):
    """One delivery with what it brought."""

    permission = "inventory.view"
    model = GoodsIn
    parent = (_("Goods-in"), "inventory:goods-in")

    def find(self, pk: Any) -> GoodsIn | None:
        return pages.visible_goods_in(self.actor, pk)

    def title(self) -> Any:
        return self.record.delivery_note or _("Delivery %(number)s") % {"number": self.record.pk}

    def facts(self) -> Sequence[Any]:
        return (self.record.location.code, self.record.location.branch.name, self.record.company.name)

    def cards(self, tab: str) -> Sequence[Card]:
        moves = queries.moves_of(self.record.ref)
        titles = variants_by_id(move.variant_id for move in moves)
        context = {
            "rows": [(move, titles[move.variant_id].title(language())) for move in moves],
            "reads_cost": scoping.reads(self.actor, "cost", company=self.record.company_id),
        }
        return (Card(_("What came"), "inventory/staff/arrived.html", context, flush=True, count=len(moves)),)


class NewGoodsIn(FormPage):
    """The form of a delivery."""

    permission = "inventory.receive"
    title, label, done = _("Book goods in"), _("Book in"), _("The goods are booked in.")
    parent = (_("Goods-in"), "inventory:goods-in")
    form_class, lines_class = GoodsInForm, lines.lines_of(GoodsInLine, least=1)

    def initial(self) -> dict[str, Any]:
        return only_place(self.actor)

    def save(self, form: Any, lines: list[dict[str, Any]]) -> str:
        data = form.cleaned_data
        place = place_for(self.actor, data["place"], self.permission)
        bins = {line["place"] for line in lines if line["place"]}
        for chosen in bins:
            place_for(self.actor, chosen, self.permission)
        delivery = inventory.book_goods_in(
            location=place,
            delivery_note=data["delivery_note"],
            key=str(data["key"]),
            lines=[
                inventory.Arrival(
                    int(line["variant"]),
                    line["quantity"],
                    Money(line["unit_cost"], place.company.currency),
                    int(line["place"]) if line["place"] else None,
                )
                for line in lines
            ],
            actor=self.actor,
            at=self.now(),
        )
        return reverse("inventory:goods-in-record", args=[delivery.pk])
