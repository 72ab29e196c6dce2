"""
Connecting a shop: its address and keys; which of its places show which warehouse; a plan; live.

Each step can be left and taken up again. Nothing is written to the shop before the last one.
"""

from typing import Any
from urllib.parse import urlsplit

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from config.env import ENV
from erp.foundation.accounts.scoping import visible
from erp.foundation.errors import BusinessError, Invalid, NotFound
from erp.foundation.organisation.models import SalesChannel
from erp.foundation.web.forms.base import Form, FormPage
from erp.foundation.web.views import StaffView, go
from erp.inventory.models import Location, LocationKind
from erp.sync import planning, reconciling, services
from erp.sync.channels import channel_of
from erp.sync.models import ChannelAccount
from erp.sync.nav import visible_account
from erp.sync.portal.accounts import ShopSays
from erp.sync.protocol import ChannelError
from erp.sync.states import AccountStatus


class ShopForm(Form):
    """What is needed to speak to a shop."""

    wide = ("address",)
    name = forms.CharField(label=_("Name of the shop here"), max_length=80)
    sales_channel = forms.TypedChoiceField(label=_("Sales channel for reports"), coerce=int)
    address = forms.URLField(
        label=_("Address of the shop"), help_text=_("As in https://your-shop.myshopify.com"), assume_scheme="https"
    )
    access_token = forms.CharField(
        label=_("Admin API access token"), widget=forms.PasswordInput, help_text=_("Kept encrypted, never shown again.")
    )
    webhook_secret = forms.CharField(label=_("Client secret (signs the messages)"), widget=forms.PasswordInput)

    def __init__(self, *args: Any, channels: dict[int, SalesChannel], **options: Any) -> None:
        super().__init__(*args, **options)
        field = self.fields["sales_channel"]
        assert isinstance(field, forms.TypedChoiceField)
        field.choices = [(key, str(channel)) for key, channel in channels.items()]


class ConnectShop(FormPage):
    """The first step: a connection is written down and tried; nothing is changed at the shop."""

    permission = "sync.connect"
    title, label = _("Connect a shop"), _("Try the connection")
    form_class = ShopForm
    parent = (_("Shops"), "sync:list")

    def form_arguments(self) -> dict[str, Any]:
        return {"channels": self._channels()}

    def _channels(self) -> dict[int, SalesChannel]:
        rows = visible(SalesChannel.objects.select_related("company"), self.actor, permission=self.permission)
        return {channel.pk: channel for channel in rows.order_by("company__name", "code")}

    def save(self, form: Any, lines: Any) -> str:
        values = form.cleaned_data
        address = values["address"].rstrip("/")
        if urlsplit(address).scheme != "https" and urlsplit(address).hostname not in ("127.0.0.1", "localhost"):
            raise Invalid(field="address", reason=_("a shop is only spoken to over https."))
        channel = self._channels()[values["sales_channel"]]
        account = services.connect_account(
            company=channel.company,
            sales_channel=channel,
            channel="shopify",
            name=values["name"],
            settings={"address": address},
            access_token=values["access_token"],
            webhook_secret=values["webhook_secret"],
            actor=self.actor,
            at=self.now(),
        )
        return reverse("sync:places", args=[account.pk])


class _Step(StaffView):
    abstract = True
    account: ChannelAccount

    def load(self) -> None:
        account = visible_account(self.actor, self.kwargs["pk"])
        if account is None:
            raise NotFound
        self.account = account


class MapPlaces(_Step):
    """The second step: what the shop is, whether a scope is missing, and its places beside our warehouses."""

    permission = "sync.connect"
    template_name = "sync/staff/places.html"

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """What the shop says of itself; a shop that does not answer is said in its own words."""
        try:
            channel = channel_of(self.account)
            facts, places = channel.facts(), channel.locations()
        except ChannelError as error:
            return self.show({"problem": error.reason})
        mapped = dict(self.account.locations.values_list("remote_id", "warehouse_id"))
        checks = [
            (_("Currency of the shop and of the books agree"), facts.currency == self.account.company.currency),
            (_("All scopes are granted"), not facts.missing_scopes),
            (_("Messages can reach this installation over https"), ENV.public_url.startswith("https://")),
        ]
        rows = [(place, mapped.get(place.remote_id)) for place in places if place.active]
        return self.show({"facts": facts, "checks": checks, "rows": rows, "missing": sorted(facts.missing_scopes)})

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Write the mapping down and go on to the plan."""
        try:
            places = channel_of(self.account).locations()
        except ChannelError as error:
            return self.show({"problem": error.reason}, status=503)
        own = {str(row.pk): row.pk for row in self._warehouses()}
        chosen = {place.remote_id: own.get(request.POST.get(f"place-{place.remote_id}", "")) for place in places}
        services.map_locations(
            account=self.account,
            remotes=places,
            warehouses={remote: key for remote, key in chosen.items() if key is not None},
            actor=self.actor,
            at=self.now(),
        )
        return go(request, reverse("sync:plan", args=[self.account.pk]))

    def show(self, context: dict[str, Any], *, status: int = 200) -> HttpResponse:
        """The page."""
        more = {"account": self.account, "warehouses": self._warehouses()}
        return self.render(self.template_name, more | context, status=status)

    def _warehouses(self) -> list[Location]:
        rows = visible(Location.objects.filter(kind=LocationKind.WAREHOUSE), self.actor)
        return list(rows.filter(company=self.account.company_id).order_by("sequence", "code"))


class PlanPage(_Step):
    """The last step: what would be matched and what would be written, then live."""

    permission = "sync.connect"
    template_name = "sync/staff/plan.html"

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The plan; writes nothing, here or at the shop."""
        return self.show()

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Go live: bind what matches surely, subscribe, show the stock."""
        at = self.now()
        try:
            channel = channel_of(self.account)
            remotes = list(channel.variants())
            if self.account.status != AccountStatus.LIVE:
                services.set_status(account_id=self.account.pk, to=AccountStatus.LIVE, actor=self.actor, at=at)
            services.bind_variants(account=self.account, remotes=remotes, actor=self.actor, at=at)
            channel.ensure_subscriptions(reconciling.hook_address(self.account))
        except ChannelError as error:
            return self.show(problem=str(ShopSays(reason=error.reason)), status=503)
        except BusinessError as error:
            return self.show(problem=str(error), status=error.status)
        return go(request, reverse("sync:account", args=[self.account.pk]))

    def show(self, *, problem: str = "", status: int = 200) -> HttpResponse:
        """The page."""
        try:
            plan = planning.plan(self.account, self.now())
        except ChannelError as error:
            plan, problem = None, problem or str(ShopSays(reason=error.reason))
        context = {"account": self.account, "plan": plan, "problem": problem}
        return self.render(self.template_name, context, status=status)
