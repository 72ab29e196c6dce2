"""The stock list and the stock card of a variant, both live."""

from collections.abc import Sequence
from typing import Any, ClassVar

from django.db.models import Q, QuerySet
from django.http import HttpResponse, HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from erp.catalog.models import Variant
from erp.foundation.accounts import scoping
from erp.foundation.money import Money
from erp.foundation.web.formats import money_html, number
from erp.foundation.web.lists import Column, Empty, Flag, Link, ListPage, View
from erp.foundation.web.records import Action, Card, Fact, RecordPage, Status, pairs
from erp.foundation.web.rendering import render_part
from erp.inventory.handlers import LIST_TOPIC, VARIANT_TOPIC
from erp.inventory.portal.choosing import language, with_owners
from erp.inventory.queries import pages


class StockList(ListPage):
    """Every stocked variant with what is on hand, reserved, free and missing."""

    permission = "inventory.view"
    name = "inventory.stock"
    title = _("Stock")
    sort = "sku"
    columns = (
        Column("sku", _("SKU"), "code", sort="sku", main=True, url=lambda v: reverse("inventory:variant", args=[v.pk])),
        Column("product", _("Product"), value=lambda v: v.title(language())),
        Column("on_hand", _("On hand"), "number", sort="on_hand"),
        Column("reserved", _("Reserved"), "number", sort="reserved"),
        Column("free", _("Free"), "number", sort="free"),
        Column("missing", _("Missing"), "number", value=lambda v: v.missing or None, sort="missing"),
        Column("unit", _("Unit"), value=lambda v: v.product.unit.name(language())),
        Column("company", _("Company"), value="product.company.name", shown=False),
    )
    filters = (
        Flag("missing", _("Somebody waits"), pages.with_shortage),
        Flag("stocked", _("On hand"), pages.with_stock),
        Flag("sold", _("Sold"), lambda rows, yes: rows.filter(active=yes)),
    )
    search_hint = _("SKU, barcode or title")
    views = (View(_("Somebody waits"), "missing=yes"), View(_("Nothing on hand"), "stocked=no"))
    links = (Link(_("Book goods in"), "inventory:goods-in-new", "inventory.receive", "package-import"),)
    empty = Empty(_("No products yet"), _("Stock is shown here as soon as there are products."), "building-warehouse")
    live_topic = LIST_TOPIC

    def rows(self) -> "QuerySet[Variant]":
        return pages.stock_rows(self.actor)

    def search(self, rows: "QuerySet[Any]", text: str) -> "QuerySet[Any]":
        fits = Q(sku__istartswith=text) | Q(barcodes__code=text) | Q(product__texts__title__icontains=text)
        return rows.filter(pk__in=Variant.objects.filter(fits).values("pk"))

    def row_url(self, row: Variant) -> str:
        return reverse("inventory:variant", args=[row.pk])

    def row_label(self, row: Variant) -> str:
        return row.sku


class StockPage(RecordPage):
    """The stock card: where it lies, who holds it, who waits for it, how it moved, what it is worth."""

    permission = "inventory.view"
    model: ClassVar[type[Variant]] = Variant
    parent = (_("Stock"), "inventory:stock")
    with_timeline = False

    def find(self, pk: Any) -> Variant | None:
        return pages.visible_variant(self.actor, pk)

    def load(self) -> None:
        super().load()
        self.card = pages.stock_card(self.record, self.actor)

    def get(self, request: Any, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.GET.get("part") == "card":
            card = next(card for card in self.cards("") if card.key == request.GET.get("of"))
            return HttpResponse(render_part(request, "web/record/card.html", {"card": card}))
        return super().get(request, *args, **kwargs)

    def title(self) -> str:
        return str(self.record.sku)

    def status(self) -> Status | None:
        if self.card.missing:
            return Status(_("Missing"), "warn")
        return Status(_("In stock"), "good") if self.card.on_hand else Status(_("None on hand"))

    def facts(self) -> Sequence[Any]:
        return (self.record.title(language()), self.record.product.company.name)

    def actions(self) -> Sequence[Action]:
        key = [self.record.pk]
        return (
            Action(_("Correct stock"), reverse("inventory:adjust", args=key), "inventory.adjust", icon="adjustments"),
            Action(
                _("Write off"),
                reverse("inventory:write-off", args=key),
                "inventory.adjust",
                legal=bool(self.card.on_hand),
                icon="trash",
                danger=True,
            ),
        )

    def cards(self, tab: str) -> Sequence[Card]:
        card = self.card
        held = with_owners(card.reservations, lambda row: row.owner)
        waiting = with_owners(card.shortages, lambda row: row.owner)
        moves = with_owners(card.moves, lambda move: move.origin)
        reads = self._reads_cost()
        return (
            self._live("places", _("Where it lies"), {"levels": card.levels}, len(card.levels)),
            self._live("held", _("Reserved for"), {"rows": held}, len(held)),
            *([self._live("waiting", _("Who waits"), {"rows": waiting}, len(waiting))] if waiting else []),
            self._live("moves", _("Moves"), {"rows": moves, "reads_cost": reads}, None),
            self._sums(reads),
        )

    def _live(self, key: str, title: Any, context: dict[str, Any], count: int | None) -> Card:
        return Card(
            title,
            f"inventory/staff/{key}.html",
            context,
            flush=True,
            count=count,
            key=key,
            live_topic=f"{VARIANT_TOPIC}:{self.record.pk}",
            live_url=f"?part=card&of={key}",
        )

    def _sums(self, reads_cost: bool) -> Card:
        card, cost = self.card, self.card.cost
        shown = cost if cost and reads_cost else None
        unit = Money(shown.value / shown.quantity, shown.currency).rounded() if shown and shown.quantity else None
        facts = (
            Fact(_("On hand"), number(card.on_hand)),
            Fact(_("Reserved"), number(card.reserved)),
            Fact(_("Free"), number(card.on_hand - card.reserved), total=True),
            Fact(_("Missing"), number(card.missing) if card.missing else None),
            Fact(_("Unit"), self.record.product.unit.name(language())),
            Fact(_("Value"), money_html(Money(shown.value, shown.currency)) if shown else None),
            Fact(_("Average cost"), money_html(unit) if unit else None),
        )
        return pairs(_("In numbers"), facts)

    def _reads_cost(self) -> bool:
        return scoping.reads(self.actor, "cost", company=self.record.company_id)
