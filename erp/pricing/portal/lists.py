"""Price lists: the list of lists, a list with its prices, setting and ending prices."""

from collections.abc import Sequence
from typing import Any, ClassVar

from django.db.models import Count, Q, QuerySet
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from erp.catalog.models import Variant
from erp.foundation import clock
from erp.foundation.accounts import scoping
from erp.foundation.actor import Actor
from erp.foundation.errors import NotFound
from erp.foundation.web.forms.base import FormPage
from erp.foundation.web.lists import Column, Empty, Link, ListPage
from erp.foundation.web.records import Action, ActionView, Card, RecordPage
from erp.pricing import services as pricing
from erp.pricing.models import Price, PriceList
from erp.pricing.portal.forms import EndForm, ListForm, NewListForm, PriceForm

SHOWN = 200


def visible_list(actor: Actor, pk: Any) -> PriceList | None:
    """A price list that the actor may see."""
    return PriceList.objects.visible_to(actor).filter(pk=pk).select_related("company").first()


class PriceLists(ListPage):
    """All price lists."""

    permission = "pricing.view"
    name = "pricing.lists"
    title = _("Price lists")
    sort = "name"
    columns = (
        Column("name", _("Name"), sort="name", main=True, url=lambda row: reverse("pricing:list", args=[row.pk])),
        Column("code", _("Code"), "code"),
        Column("currency", _("Currency")),
        Column("tax", _("Tax"), value=lambda row: _("included") if row.includes_tax else _("not included")),
        Column("prices", _("Prices"), "number", value="price_count"),
        Column("from", _("Valid from"), "date", value="valid_from"),
        Column("to", _("Valid to"), "date", value="valid_to"),
        Column("company", _("Company"), value="company.name", shown=False),
    )
    search_fields = ("name__icontains", "code__iexact")
    links = (Link(_("New price list"), "pricing:new", "pricing.edit"),)
    empty = Empty(_("No price lists yet"), _("A price list holds the prices of products in one currency."), "tag")

    def rows(self) -> "QuerySet[Any]":
        return PriceList.objects.visible_to(self.actor).select_related("company").annotate(price_count=Count("prices"))

    def row_url(self, row: Any) -> str:
        return reverse("pricing:list", args=[row.pk])


class PriceListPage(RecordPage):
    """One price list with the prices that hold or will hold."""

    permission = "pricing.view"
    parent = (_("Price lists"), "pricing:lists")
    model = PriceList
    record: PriceList

    def find(self, pk: Any) -> PriceList | None:
        return visible_list(self.actor, pk)

    def facts(self) -> Sequence[Any]:
        row = self.record
        validity = f"{row.valid_from or ''} – {row.valid_to or ''}" if row.valid_from or row.valid_to else None
        tax = _("tax included") if row.includes_tax else _("without tax")
        return (format_html('<span class="code">{}</span>', row.code), row.currency, tax, validity, row.company.name)

    def actions(self) -> Sequence[Action]:
        def at(name: str) -> str:
            return reverse(name, args=[self.record.pk])

        return (
            Action(_("Set a price"), at("pricing:set-price"), "pricing.edit", icon="tag"),
            Action(_("Edit"), at("pricing:edit"), "pricing.edit", icon="edit", link=True),
        )

    def cards(self, tab: str) -> Sequence[Card]:
        price_list = self.record
        today = clock.day_in(price_list.company.time_zone, clock.now())
        prices = price_list.prices.filter(Q(valid_to=None) | Q(valid_to__gte=today)).order_by(
            "variant__sku", "min_quantity", "valid_from"
        )
        count = prices.count()
        shown = prices.select_related("variant__product", "price_list").prefetch_related("variant__product__texts")
        language = "pl" if (get_language() or "en").startswith("pl") else "en"
        rows = [
            {"price": price, "title": price.variant.title(language), "now": _holds(price, today)}
            for price in shown[:SHOWN]
        ]
        context = {"rows": rows, "more": max(count - SHOWN, 0), "may_edit": self.can("pricing.edit", price_list)}
        return (Card(_("Prices"), "pricing/staff/prices.html", context, flush=True, count=count),)


def _holds(price: Price, day: Any) -> bool:
    return price.valid_from is None or price.valid_from <= day


class NewPriceList(FormPage):
    """A price list is made."""

    permission = "pricing.edit"
    title, done = _("New price list"), _("The price list is saved.")
    form_class = NewListForm
    parent = (_("Price lists"), "pricing:lists")

    def form_arguments(self) -> dict[str, Any]:
        return {"actor": self.actor}

    def save(self, form: NewListForm, lines: list[dict[str, Any]]) -> str:
        row = pricing.define_price_list(**form.cleaned_data, actor=self.actor, at=self.now())
        return reverse("pricing:list", args=[row.pk])


class EditPriceList(FormPage):
    """Name and validity of a list."""

    permission = "pricing.edit"
    title = _("Edit price list")
    form_class = ListForm
    parent = (_("Price lists"), "pricing:lists")
    model = PriceList

    def load(self) -> None:
        found = visible_list(self.actor, self.kwargs["pk"])
        if found is None or not self.can(self.permission, found):
            raise NotFound
        self.price_list = found

    def initial(self) -> dict[str, Any]:
        return {name: getattr(self.price_list, name) for name in ListForm.base_fields}

    def save(self, form: ListForm, lines: list[dict[str, Any]]) -> str:
        pricing.update_price_list(price_list=self.price_list, **form.cleaned_data, actor=self.actor, at=self.now())
        return reverse("pricing:list", args=[self.price_list.pk])

    def parent_context(self) -> dict[str, Any]:
        return {"parent": (self.price_list.name, reverse("pricing:list", args=[self.price_list.pk]))}


class SetPrice(ActionView):
    """A price of a product on a list."""

    permission = "pricing.edit"
    model = PriceList
    title, label = _("Set a price"), _("Set")
    done: ClassVar[str | Promise] = _("The price is set.")
    form_class = PriceForm
    record: PriceList

    def find(self, pk: Any) -> PriceList | None:
        return visible_list(self.actor, pk)

    def form_arguments(self) -> dict[str, Any]:
        return {"price_list": self.record}

    def act(self, form: PriceForm) -> None:
        data = dict(form.cleaned_data)
        key = int(data.pop("variant"))
        variants = Variant.objects.filter(company=self.record.company_id)
        variant = scoping.get_visible(variants, self.actor, pk=key)
        pricing.set_price(price_list=self.record, variant=variant, **data, actor=self.actor, at=self.now())

    def done_url(self) -> str:
        return reverse("pricing:list", args=[self.record.pk])


class EndPrice(ActionView):
    """A price holds until a day, and no longer."""

    permission = "pricing.edit"
    model = Price
    title, label, danger = _("End this price?"), _("End"), True
    done: ClassVar[str | Promise] = _("The price ends on that day.")
    form_class = EndForm
    record: Price

    def find(self, pk: Any) -> Price | None:
        rows = Price.objects.visible_to(self.actor).filter(pk=pk)
        return rows.select_related("variant__product", "price_list__company").first()

    def question(self) -> str:
        return f"{self.record.variant.sku}: {self.record.money.amount.normalize():f} {self.record.price_list.currency}"

    def initial(self) -> dict[str, Any]:
        return {"after": clock.day_in(self.record.price_list.company.time_zone, self.now())}

    def act(self, form: EndForm) -> None:
        pricing.end_price(price=self.record, after=form.cleaned_data["after"], actor=self.actor, at=self.now())

    def done_url(self) -> str:
        return reverse("pricing:list", args=[self.record.price_list_id])
