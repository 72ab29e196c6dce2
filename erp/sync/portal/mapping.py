"""The steps between: the shop's places, taxes and deliveries beside ours."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language

from erp.carriers import services as carriers
from erp.carriers.models import DeliveryMethod
from erp.fiscal import queries as fiscal
from erp.fiscal.models import TaxClass
from erp.foundation.accounts.scoping import visible
from erp.inventory.models import Location, LocationKind
from erp.sync import queries, services
from erp.sync.channels import channel_of
from erp.sync.portal.stepping import StepView
from erp.sync.protocol import ChannelError, RemoteLocation, SeenTax
from erp.sync.states import AccountStatus


class MapPlaces(StepView):
    """Which warehouse each place of the shop shows."""

    permission = "sync.connect"
    template_name = "sync/staff/places.html"
    name = "places"

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The places; where there is one warehouse and one place, they are proposed to each other."""
        try:
            places = [place for place in channel_of(self.account).locations() if place.active]
        except ChannelError as error:
            return self.show({"problem": error.reason})
        mapped = dict(self.account.locations.values_list("remote_id", "warehouse_id"))
        warehouses = self._warehouses()
        if not any(mapped.values()):
            mapped = _proposed_places(places, warehouses)
        return self.show({"warehouses": warehouses, "rows": [(place, mapped.get(place.remote_id)) for place in places]})

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Write the mapping down."""
        try:
            places = channel_of(self.account).locations()
        except ChannelError as error:
            return self.show({"problem": error.reason}, status=503)
        own = {str(row.pk): row.pk for row in self._warehouses()}
        chosen = {place.remote_id: own.get(request.POST.get(f"place-{place.remote_id}", "")) for place in places}
        warehouses = {remote: key for remote, key in chosen.items() if key is not None}
        wrong = "none" if not warehouses else "twice" if len(set(warehouses.values())) < len(warehouses) else ""
        if wrong:
            rows = [(place, chosen[place.remote_id]) for place in places if place.active]
            return self.show({"warehouses": self._warehouses(), "rows": rows, "wrong": wrong}, status=422)
        at = self.now()
        services.map_locations(account=self.account, remotes=places, warehouses=warehouses, actor=self.actor, at=at)
        if self.account.status == AccountStatus.LIVE:
            bound = queries.bound_remotes(self.account.pk).values()
            services.desire_stock(variant_ids=bound, actor=self.actor, at=at, accounts=[self.account.pk])
        return self.on()

    def _warehouses(self) -> list[Location]:
        rows = visible(Location.objects.filter(kind=LocationKind.WAREHOUSE), self.actor)
        return list(rows.filter(company=self.account.company_id).order_by("sequence", "code"))


def _proposed_places(places: Sequence[RemoteLocation], warehouses: Sequence[Location]) -> dict[str, int]:
    """Places and warehouses of the same name; one of each are proposed to each other whatever they are called."""
    if len(places) == len(warehouses) == 1:
        return {places[0].remote_id: warehouses[0].pk}
    by_name = {warehouse.name.casefold(): warehouse.pk for warehouse in warehouses}
    return {one.remote_id: by_name[one.name.casefold()] for one in places if one.name.casefold() in by_name}


class MapTaxes(StepView):
    """The shop's taxes beside our rates, and the tax classes that its products get when they are taken over."""

    permission = "sync.connect"
    template_name = "sync/staff/taxes.html"
    name = "taxes"

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """What the shop charged lately, and which of our classes has that rate."""
        try:
            channel = channel_of(self.account)
            facts, habits = channel.facts(), channel.habits()
        except ChannelError as error:
            return self.show({"problem": error.reason})
        company, day = self.account.company, self.now().date()
        rates = fiscal.rates_for(sorted({company.country} | {tax.country for tax in habits.taxes if tax.country}), day)
        classes = list(TaxClass.objects.order_by("pk"))
        names = {one.code: one.name(get_language() or "en") for one in classes}
        rows = [(tax, names.get(_class_of(tax, company.country, rates))) for tax in habits.taxes]
        own = {code: rate for (country, code), rate in rates.items() if country == company.country}
        context = {
            "facts": facts,
            "orders": habits.orders,
            "rows": rows,
            "missing": sum(name is None for _tax, name in rows),
            "unregistered": bool(habits.taxes) and not company.vat_registered,
            "classes": [(one.code, names[one.code], own.get(one.code)) for one in classes],
            "chosen": self.account.settings.get("tax_classes") or _proposed(habits.taxes, company.country, rates),
        }
        return self.show(context)

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Keep the classes; unknown ones leave it as it is."""
        codes = set(TaxClass.objects.values_list("code", flat=True))
        chosen = {name: request.POST.get(name, "") for name in ("taxable", "untaxed")}
        if not set(chosen.values()) <= codes:
            return self.get(request, pk)
        self.keep(tax_classes=chosen)
        return self.on()


class MapDeliveries(StepView):
    """Which of our delivery methods the shop means by the names it sells."""

    permission = "sync.connect"
    template_name = "sync/staff/deliveries.html"
    name = "deliveries"

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The names on the newest orders, and those that are known already."""
        try:
            habits = channel_of(self.account).habits()
        except ChannelError as error:
            return self.show({"problem": error.reason})
        methods = self._methods()
        known = {name.strip().casefold(): method.pk for method in methods for name in method.channel_titles}
        known |= {method.code.casefold(): method.pk for method in methods}
        rows = [(seen.title, seen.orders, known.get(seen.title.casefold())) for seen in habits.deliveries]
        shown = {title.casefold() for title, _orders, _key in rows}
        rows += [
            (name, 0, method.pk)
            for method in methods
            for name in method.channel_titles
            if name.strip().casefold() not in shown
        ]
        default = next((method for method in methods if method.is_default), None)
        return self.show({"rows": rows, "methods": methods, "default": default, "orders": habits.orders})

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Keep the names at the methods."""
        own = {str(method.pk): method.pk for method in self._methods()}
        titles = zip(request.POST.getlist("title"), request.POST.getlist("method"), strict=False)
        named = {title[:120]: own.get(key) for title, key in titles if title.strip()}
        carriers.name_methods(company=self.account.company, titles=named, actor=self.actor, at=self.now())
        self.keep(deliveries_at=self.now().isoformat())
        return self.on()

    def _methods(self) -> list[DeliveryMethod]:
        rows = DeliveryMethod.objects.filter(company=self.account.company_id, active=True)
        return list(rows.order_by("code"))


Rates = dict[tuple[str, str], Decimal]


def _class_of(tax: SeenTax, home: str, rates: Rates) -> str:
    """The class that has this rate where the order went, or at home; "" when there is none."""
    for country in (tax.country or home, home):
        for (place, code), rate in rates.items():
            if place == country and rate == tax.rate:
                return code
    return ""


def _proposed(taxes: Any, home: str, rates: Rates) -> dict[str, str]:
    """The class of the most frequent tax for what is taxed; what is not taxed is exempt."""
    found = next((code for tax in taxes if (code := _class_of(tax, home, rates))), "standard")
    return {"taxable": found, "untaxed": "exempt"}
