"""A customer is entered by hand; whoever seems to be here already is shown first."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from erp.crm import queries
from erp.crm import services as crm
from erp.crm.contacts import PostalAddress
from erp.crm.models import Customer
from erp.crm.portal.forms import NewCustomerForm
from erp.foundation.errors import NotAllowed
from erp.foundation.web.forms.base import FormPage, told

MAY = "crm.edit"
SHOWN = 5


class NewCustomer(FormPage):
    """Enter a customer."""

    permission = MAY
    title, label, done = _("New customer"), _("Add the customer"), _("The customer is added.")
    form_class = NewCustomerForm
    parent = (_("Customers"), "crm:customers")
    template_name = "crm/staff/new.html"
    likely: Sequence[Customer] = ()

    def form_arguments(self) -> dict[str, Any]:
        return {"actor": self.actor}

    def initial(self) -> dict[str, Any]:
        language = (get_language() or "en")[:2]
        return {"language": language, "country": "PL" if language == "pl" else "GB"}

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form = told(self.form_class(request.POST, initial=self.initial(), **self.form_arguments()), self.actor)
        if form.is_valid() and not form.cleaned_data["anyway"]:
            data = form.cleaned_data
            same = queries.likely_same(data["company"], email=data["email"], tax_id=data["tax_id"])
            visible = Customer.objects.visible_to(self.actor).filter(pk__in=same.values("pk"))
            self.likely = list(visible.order_by("-pk")[:SHOWN])
            if self.likely:
                return self.show(form, None, status=409)
        return super().post(request, *args, **kwargs)

    def save(self, form: NewCustomerForm, lines: list[dict[str, Any]]) -> str:
        data = form.cleaned_data
        if not self.can(self.permission, data["company"]):
            raise NotAllowed(permission=self.permission)
        customer = crm.enter_customer(
            company=data["company"],
            new=crm.NewCustomer(
                email_verified=data["verified"],
                address=_address(data),
                **{name: data[name] for name in ("kind", "name", "language", "tax_id", "phone", "note", "email")},
            ),
            actor=self.actor,
            at=self.now(),
        )
        return reverse("crm:customer", args=[customer.pk])

    def extra_context(self) -> dict[str, Any]:
        emails = queries.emails_of([one.pk for one in self.likely])
        rows = [(one, emails.get(one.pk, ""), reverse("crm:customer", args=[one.pk])) for one in self.likely]
        return {"likely": rows}


def _address(data: dict[str, Any]) -> PostalAddress | None:
    if not (data["street"] or data["city"]):
        return None
    person = {"firm" if data["kind"] == "firm" else "name": data["name"], "phone": data["phone"]}
    return PostalAddress(**person, **{name: data[name] for name in ("street", "postcode", "city", "country")})
