"""The first step: how a shop is called and spoken to. Nothing is changed at the shop."""

from typing import Any
from urllib.parse import urlsplit

from django import forms
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from erp.foundation.accounts.scoping import visible
from erp.foundation.errors import Invalid, NotFound
from erp.foundation.organisation import services as organisation
from erp.foundation.organisation.models import ChannelKind, Company, SalesChannel
from erp.foundation.web.forms.base import Form, FormPage
from erp.sync import reaching, services
from erp.sync.models import ChannelAccount
from erp.sync.nav import visible_account

NEW_CHANNEL = "SHOP"


class AccessForm(Form):
    """What is needed to speak to a shop."""

    wide = ("address",)
    name = forms.CharField(label=_("Name of the shop here"), max_length=80)
    address = forms.URLField(
        label=_("Address of the shop"), help_text=_("As in https://your-shop.myshopify.com"), assume_scheme="https"
    )
    access_token = forms.CharField(
        label=_("Admin API access token"), widget=forms.PasswordInput, help_text=_("Kept encrypted, never shown again.")
    )
    webhook_secret = forms.CharField(label=_("Client secret (signs the messages)"), widget=forms.PasswordInput)

    def clean_address(self) -> str:
        address = str(self.cleaned_data["address"]).rstrip("/")
        if urlsplit(address).scheme != "https" and not reaching.on_this_machine(address):
            raise forms.ValidationError(gettext("A shop is only spoken to over https."))
        return address


class NewAccessForm(AccessForm):
    """A shop that is connected for the first time."""

    field_order = ("name", "sales_channel")
    sales_channel = forms.ChoiceField(label=_("Sales channel for reports"))

    def __init__(self, *args: Any, channels: list[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        field = self.fields["sales_channel"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = channels


class ChangeAccessForm(AccessForm):
    """A shop that is known; its token and secret are never shown."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for name in ("access_token", "webhook_secret"):
            self.fields[name].required = False
            self.fields[name].help_text = _("Leave it empty to keep the present one.")


class ConnectShop(FormPage):
    """A connection is written down; the next step tries it."""

    permission = "sync.connect"
    title, label, done = _("Connect a shop"), _("Try the connection"), ""
    form_class = NewAccessForm
    parent = (_("Shops"), "sync:list")

    def form_arguments(self) -> dict[str, Any]:
        rows = self._channels().values()
        known = [(f"old-{channel.pk}", f"{channel.company.name} · {channel.name}") for channel in rows]
        fresh = gettext("%(company)s · a new web shop")
        new = [(f"new-{company.pk}", fresh % {"company": company.name}) for company in self._companies().values()]
        return {"channels": known + new}

    def _channels(self) -> dict[int, SalesChannel]:
        rows = visible(SalesChannel.objects.select_related("company"), self.actor, permission=self.permission)
        return {channel.pk: channel for channel in rows.order_by("company__name", "code")}

    def _companies(self) -> dict[int, Company]:
        rows = visible(Company.objects.order_by("name"), self.actor, permission=self.permission)
        return {company.pk: company for company in rows}

    def save(self, form: Any, lines: Any) -> str:
        values, at = form.cleaned_data, self.now()
        chosen, _dash, key = values["sales_channel"].partition("-")
        if chosen == "new":
            channel = new_channel(self._companies()[int(key)], values["name"], self.actor, at)
        else:
            channel = self._channels()[int(key)]
        account = services.connect_account(
            company=channel.company,
            sales_channel=channel,
            channel="shopify",
            name=values["name"],
            settings={"address": values["address"]},
            access_token=values["access_token"],
            webhook_secret=values["webhook_secret"],
            actor=self.actor,
            at=at,
        )
        return reverse("sync:checks", args=[account.pk])


def new_channel(company: Company, name: str, actor: Any, at: Any) -> SalesChannel:
    """A sales channel of its own for a shop, under the first free code."""
    taken = set(SalesChannel.objects.filter(company=company).values_list("code", flat=True))
    numbered = (NEW_CHANNEL if n == 1 else f"{NEW_CHANNEL}{n}" for n in range(1, len(taken) + 2))
    code = next(code for code in numbered if code not in taken)
    return organisation.create_sales_channel(
        company=company, code=code, name=name, kind=ChannelKind.WEB_SHOP, actor=actor, at=at
    )


class ChangeAccess(FormPage):
    """Another name, address, token or secret; empty ones stay."""

    permission = "sync.connect"
    title, label, done = _("Access to the shop"), _("Save and try"), ""
    form_class = ChangeAccessForm
    parent = (_("Shops"), "sync:list")
    account: ChannelAccount

    def load(self) -> None:
        account = visible_account(self.actor, self.kwargs["pk"])
        if account is None:
            raise NotFound
        self.account = account

    def initial(self) -> dict[str, Any]:
        return {"name": self.account.name, "address": self.account.settings.get("address", "")}

    def save(self, form: Any, lines: Any) -> str:
        values = form.cleaned_data
        if ChannelAccount.objects.filter(company=self.account.company, name=values["name"]).exclude(pk=self.account.pk):
            raise Invalid(field="name", reason=_("another shop is called so."))
        services.change_access(
            account_id=self.account.pk,
            name=values["name"],
            address=values["address"],
            access_token=values["access_token"],
            webhook_secret=values["webhook_secret"],
            actor=self.actor,
            at=self.now(),
        )
        return reverse("sync:checks", args=[self.account.pk])
