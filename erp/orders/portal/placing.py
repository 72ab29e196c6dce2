"""Orders taken by phone: one page, known customer or new one, list prices explained, totals as one types."""

from collections.abc import Mapping
from functools import cached_property
from typing import Any
from uuid import uuid4

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from erp.catalog.models import Variant
from erp.crm import queries as crm
from erp.crm.contacts import Contact, PostalAddress
from erp.crm.models import Customer
from erp.foundation.accounts import scoping
from erp.foundation.errors import BusinessError, NotFound
from erp.foundation.organisation.models import ChannelKind, SalesChannel
from erp.foundation.web.forms import lines as grid
from erp.foundation.web.forms.base import FormPage, told
from erp.foundation.web.rendering import render_part
from erp.orders import services as orders
from erp.orders.drafts import PaymentTerms
from erp.orders.portal.forms import PhoneOrderForm, line_form
from erp.orders.services.quoting import Quote
from erp.orders.totals import totals_of_order
from erp.pricing.models import PriceList

MAY = "orders.place"


class NewOrder(FormPage):
    """Take an order by phone."""

    permission = MAY
    title, label, done = _("New order"), _("Place order"), _("The order is placed, its goods are reserved.")
    form_class = PhoneOrderForm
    parent = (_("Orders"), "orders:list")
    template_name = "orders/staff/new.html"

    @cached_property
    def price_lists(self) -> list[PriceList]:
        """The price lists of companies in which one may take orders; phone channels decide which are offered."""
        visible = scoping.visible(PriceList.objects.select_related("company"), self.actor, permission=MAY)
        ordered = visible.order_by("company__name", "code")
        return sorted(ordered, key=lambda one: one.currency != one.company.currency)  # the books' own currency first

    @cached_property
    def price_list(self) -> PriceList:
        """The list that this order is priced by."""
        wanted = self.request.GET.get("list") or self.request.POST.get("list")
        found = [one for one in self.price_lists if not wanted or str(one.pk) == wanted]
        if not found:
            raise NotFound
        return found[0]

    @cached_property
    def channels(self) -> list[tuple[str, str]]:
        """The channels of the list's company, those for the phone first."""
        found = SalesChannel.objects.filter(company=self.price_list.company_id).order_by("name")
        ordered = sorted(found, key=lambda channel: channel.kind != ChannelKind.PHONE)
        return [(str(channel.pk), channel.name) for channel in ordered]

    @cached_property
    def lines_class(self) -> Any:
        """The grid, in the currency of the price list."""
        return grid.lines_of(line_form(self.price_list), least=1)

    def form_arguments(self) -> dict[str, Any]:
        return {"channels": self.channels, "price_list": self.price_list}

    def initial(self) -> dict[str, Any]:
        # A reference of its own makes pressing the button twice give one order.
        return {"reference": str(uuid4()), "country": self.price_list.company.country, "payment_terms": "prepaid"}

    def extra_context(self) -> dict[str, Any]:
        return {"price_lists": self.price_lists, "price_list": self.price_list}

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not self.price_lists:
            return self.render(
                "orders/staff/new_without_prices.html", {"parent": (_("Orders"), reverse("orders:list"))}
            )
        return super().get(request, *args, **kwargs)

    def save(self, form: Any, lines: list[dict[str, Any]]) -> str:
        quote = self.quote(form.cleaned_data, lines)
        order = orders.place_order(draft=quote.draft, actor=self.actor, at=self.now())
        return reverse("orders:order", args=[order.pk])

    def quote(self, data: Mapping[str, Any], lines: list[dict[str, Any]]) -> Quote:
        """What was typed, with prices and taxes; :raises BusinessError: as quoting does."""
        channel = SalesChannel.objects.select_related("company").get(pk=data["sales_channel"])
        customer_id, contact = self.buyer(data)
        return orders.quote_order(
            orders.Wanted(
                channel=channel,
                price_list=self.price_list,
                source=f"phone:{channel.company_id}",
                reference=data["reference"],
                contact=contact,
                customer_id=customer_id,
                lines=self.wanted_lines(lines),
                delivery=data.get("delivery_price"),
                delivery_method=data.get("delivery_method", ""),
                pickup_point=data.get("pickup_point", ""),
                shipping_address=_address(data),
                payment_terms=PaymentTerms(data.get("payment_terms") or "prepaid"),
                note=data.get("note", ""),
            ),
            at=self.now(),
        )

    def buyer(self, data: Mapping[str, Any]) -> tuple[int | None, Contact]:
        """The known customer who was chosen, or the person as typed; a typed e-mail recognises nobody."""
        source, language = f"phone:{self.price_list.company_id}", self.price_list.company.language
        typed = {name: data.get(name, "") for name in ("name", "firm", "tax_id", "phone")}
        email = data.get("email") or None
        if not data.get("customer"):
            return None, Contact(source=source, email=email, language=language, **typed)
        customer = scoping.get_visible(Customer.objects.all(), self.actor, pk=data["customer"])
        known = {"name": customer.name, "tax_id": customer.tax_id, "phone": customer.phone}
        told_now = {name: value for name, value in typed.items() if value}
        email = email or crm.emails_of([customer.pk]).get(customer.pk)
        return customer.pk, Contact(source=source, email=email, language=customer.language, **(known | told_now))

    def wanted_lines(self, lines: list[dict[str, Any]]) -> list[orders.WantedLine]:
        """The lines of the grid by SKU."""
        keys = {int(line["product"]) for line in lines if line.get("product")}
        skus = dict(
            scoping.visible(Variant.objects.all(), self.actor, permission=MAY)
            .filter(pk__in=keys)
            .values_list("pk", "sku")
        )
        return [
            orders.WantedLine(
                sku=skus.get(int(line["product"]), ""), quantity=line["quantity"], unit_price=line["price"]
            )
            for line in lines
        ]


class QuoteOrder(NewOrder):
    """The live part of the page: prices, why they are what they are, taxes and the total of what is typed so far."""

    permission = MAY

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        lines = self.lines_class(request.POST, prefix="lines").by(self.actor)
        form = told(self.form_class(request.POST, initial=self.initial(), **self.form_arguments()), self.actor)
        form.is_valid()
        filled = [
            line.cleaned_data
            for line in lines.forms
            if line.has_changed()
            and line.is_valid()
            and line.cleaned_data.get("product")
            and line.cleaned_data["quantity"]
        ]
        context: dict[str, Any] = {"quote": None, "error": ""}
        if filled:
            try:
                context |= _shown(self.quote(_typed(form, self.channels), filled))
            except BusinessError as error:
                context["error"] = str(error)
        return HttpResponse(render_part(request, "orders/staff/quote.html", context))


def _typed(form: Any, channels: list[tuple[str, str]]) -> dict[str, Any]:
    """What is readable of a form that is not finished."""
    data = {"sales_channel": channels[0][0], "reference": "quote", "name": "-"} | dict(form.cleaned_data)
    return data | {"customer": None}


def _shown(quote: Quote) -> dict[str, Any]:
    draft, totals = quote.draft, totals_of_order(quote.draft)
    rows = [
        {
            "sku": line.sku,
            "title": line.title,
            "price": line.unit_price,
            "rate": line.tax_rate,
            "reasons": [str(step) for step in quote.reasons.get(line.sku, ())],
        }
        for line in draft.lines
    ]
    return {
        "quote": rows,
        "goods": totals.lines,
        "delivery": totals.shipping if draft.charges else None,
        "tax": totals.tax,
        "on_top": not draft.prices_include_tax,
        "total": draft.total,
    }


def _address(data: Mapping[str, Any]) -> PostalAddress | None:
    names = ("name", "firm", "street", "postcode", "city", "country", "phone")
    told_now = {name: data.get(name) or "" for name in names}
    return PostalAddress(**told_now) if told_now["street"] or told_now["city"] else None
