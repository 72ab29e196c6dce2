"""A company: what stands on its documents, and its parts."""

from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from erp.foundation.accounts import scoping
from erp.foundation.actor import Actor
from erp.foundation.errors import NotFound
from erp.foundation.organisation import services as organisation
from erp.foundation.organisation.models import Company
from erp.foundation.organisation.services import CompanyDetails
from erp.foundation.web.forms.base import FormPage
from erp.foundation.web.lists import Column, Empty, Link, ListPage
from erp.foundation.web.records import Action, Card, Fact, RecordPage, pairs
from erp.foundation.web.views import go
from erp.setup.portal import world
from erp.setup.portal.forms import NO, YES, CompanyForm
from erp.setup.services.founding import FOUND

VIEW, MANAGE = "organisation.view", "organisation.manage"
SETTINGS = (_("Settings"), "setup:home")


def visible_company(actor: Actor, pk: Any) -> Company | None:
    """A company that the actor may see."""
    return scoping.visible(Company.objects.filter(pk=pk), actor).first() if str(pk).isdecimal() else None


def country_name(code: str) -> str:
    """The country in the reader's language."""
    return dict(world.countries((get_language() or "en")[:2])).get(code, code)


class CompanyList(ListPage):
    """The companies that one works in; where it is only one, its page."""

    permission = VIEW
    name = "setup.companies"
    title = _("Companies")
    sort = "name"
    columns = (
        Column("name", _("Name"), sort="name", main=True, url=lambda row: reverse("setup:company", args=[row.pk])),
        Column("legal_name", _("Legal name"), sort="legal_name"),
        Column("tax_id", _("Tax number"), "code"),
        Column("country", _("Country"), value=lambda row: country_name(row.country)),
        Column("currency", _("Currency"), "code"),
    )
    search_fields = ("name__icontains", "legal_name__icontains", "tax_id__startswith")
    links = (Link(_("Found a company"), "setup:found", FOUND),)
    empty = Empty(_("No company yet"), _("Found one, and everything else follows."), "building")

    def rows(self) -> "QuerySet[Company]":
        return scoping.visible(Company.objects.all(), self.actor)

    def row_url(self, row: Company) -> str:
        return reverse("setup:company", args=[row.pk])

    def get(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        keys = list(self.rows().values_list("pk", flat=True)[:2]) if not request.GET else []
        if len(keys) == 1:
            response: HttpResponse = go(request, reverse("setup:company", args=keys))
            return response
        return super().get(request, *args, **kwargs)


class CompanyPage(RecordPage):
    """One company."""

    permission = VIEW
    parent = SETTINGS
    model = Company
    with_comments = False
    record: Company

    def find(self, pk: Any) -> Company | None:
        return visible_company(self.actor, pk)

    def facts(self) -> Sequence[Any]:
        return (self.record.legal_name, country_name(self.record.country))

    def actions(self) -> Sequence[Action]:
        edit = reverse("setup:edit-company", args=[self.record.pk])
        return (Action(_("Edit"), edit, MANAGE, icon="edit", link=True),)

    def cards(self, tab: str) -> Sequence[Card]:
        row = self.record
        place = " ".join(part for part in (row.postal_code, row.city) if part)
        invoices = [
            Fact(_("Legal name"), row.legal_name),
            Fact(_("Tax number"), row.tax_id or "–"),
            Fact(_("VAT"), _("registered") if row.vat_registered else _("not registered")),
            Fact(_("Address"), ", ".join(part for part in (row.street, place, country_name(row.country)) if part)),
        ]
        books = [
            Fact(_("Currency of the books"), dict(world.currencies((get_language() or "en")[:2])).get(row.currency)),
            Fact(_("Valuation of stock"), row.get_valuation_display()),
            Fact(_("Language of documents"), _("Polish") if row.language == "pl" else _("English")),
            Fact(_("Time zone"), dict(world.time_zones((get_language() or "en")[:2])).get(row.time_zone)),
        ]
        return (
            pairs(_("On documents"), invoices, left=True, column="main"),
            pairs(_("Books and language"), books, left=True, column="main"),
            Card(_("Parts"), "setup/staff/parts.html", {"parts": self._parts()}, column="side", flush=True),
        )

    def _parts(self) -> list[tuple[Any, int, str]]:
        row, query = self.record, f"?company={self.record.pk}"
        return [
            (_("Branches"), row.branches.count(), reverse("setup:branches") + query),
            (_("Departments"), row.departments.count(), reverse("setup:departments") + query),
            (_("Sales channels"), row.sales_channels.count(), reverse("setup:channels") + query),
        ]


class EditCompany(FormPage):
    """Details of a company."""

    permission = MANAGE
    title, done = _("Edit company"), _("The company is changed.")
    form_class = CompanyForm
    parent = SETTINGS
    model = Company
    template_name = "setup/staff/edit.html"

    def load(self) -> None:
        company = visible_company(self.actor, self.kwargs["pk"])
        if company is None or not self.can(self.permission, company):
            raise NotFound
        self.company = company

    def initial(self) -> dict[str, Any]:
        names = ("name", "legal_name", "country", "tax_id", "street", "postal_code", "city", "language", "time_zone")
        values = {name: getattr(self.company, name) for name in names}
        return values | {"vat": YES if self.company.vat_registered else NO}

    def save(self, form: Any, lines: list[dict[str, Any]]) -> str:
        details = CompanyDetails(**form.details())
        organisation.update_company(company=self.company, details=details, actor=self.actor, at=self.now())
        return reverse("setup:company", args=[self.company.pk])

    def parent_context(self) -> dict[str, Any]:
        return {"parent": (self.company.name, reverse("setup:company", args=[self.company.pk]))}
