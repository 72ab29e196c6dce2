"""Founding a company: the first page of an empty installation, and any time later for an owner."""

from typing import Any

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from erp.fiscal import queries as fiscal
from erp.foundation.accounts.actors import access_of
from erp.foundation.organisation.services import CompanyDetails
from erp.foundation.web.forms.base import FormPage
from erp.setup import services as setup
from erp.setup.portal import world
from erp.setup.portal.forms import FoundingForm
from erp.setup.services.founding import FOUND

# What people who read Polish or English most likely want.
_COUNTRIES = {"pl": "PL", "en": "GB"}


class FoundCompany(FormPage):
    """One page; afterwards an order can be taken by phone, and a shop be connected."""

    permission = FOUND
    title, label, done = _("Found your company"), _("Found the company"), _("Your company is ready.")
    form_class = FoundingForm
    parent = (_("Start"), "web:start")
    template_name = "setup/staff/found.html"

    def form_arguments(self) -> dict[str, Any]:
        return {"known_rates": fiscal.countries_with_rates()}

    def initial(self) -> dict[str, Any]:
        language = (get_language() or "en")[:2]
        country = _COUNTRIES.get(language, "GB")
        return {
            "country": country,
            "currency": world.usual_currency(country),
            "time_zone": world.usual_zone(country),
            "chart": "polish" if country == "PL" else "international",
            "language": language,
        }

    def save(self, form: Any, lines: list[dict[str, Any]]) -> str:
        data = form.cleaned_data
        founding = setup.Founding(
            details=CompanyDetails(**form.details()),
            currency=data["currency"],
            chart=data["chart"],
            standard_rate=data["standard_rate"],
        )
        setup.found_company(founding=founding, actor=self.actor, at=self.now())
        return reverse("setup:home")

    def extra_context(self) -> dict[str, Any]:
        # Without any company there is nowhere to go but here: the page then stands alone, without the navigation.
        first = not access_of(self.actor).companies
        return {"first": first, "layout": "base/plain.html" if first else "base/shell.html"}
