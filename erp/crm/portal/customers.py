"""Customers: the list, a customer's page, changing and merging."""

from collections.abc import Sequence
from typing import Any, ClassVar

from django.db.models import OuterRef, QuerySet, Subquery
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from erp.crm import queries
from erp.crm import services as crm
from erp.crm.contacts import PostalAddress
from erp.crm.models import Customer, CustomerEmail, CustomerKind, CustomerStatus
from erp.crm.portal.forms import LANGUAGES, AddressForm, CustomerForm, EmailForm, MergeForm
from erp.crm.services import CustomerChanges
from erp.crm.sources import names_of
from erp.foundation.accounts import scoping
from erp.foundation.actor import Actor
from erp.foundation.errors import NotFound
from erp.foundation.web.forms.base import FormPage
from erp.foundation.web.lists import Choice, Column, DateRange, Empty, Link, ListPage
from erp.foundation.web.records import Action, ActionView, Card, Fact, RecordPage, Status, pairs

PERSONAL = "personal"
NEW = Link(_("New customer"), "crm:new", "crm.edit", "user-plus")
_TONES = {CustomerStatus.KNOWN: "good", CustomerStatus.GUEST: "", CustomerStatus.MERGED: "info"}


def visible_customer(actor: Actor, pk: Any) -> Customer | None:
    """A customer that the actor may see."""
    return Customer.objects.visible_to(actor).filter(pk=pk).select_related("company", "canonical").first()


class CustomerList(ListPage):
    """All customers that the actor may see."""

    permission = "crm.view"
    name = "crm.customers"
    title = _("Customers")
    sort = "-since"
    columns = (
        Column("name", _("Name"), value=str, main=True, url=lambda c: reverse("crm:customer", args=[c.pk])),
        Column("email", _("E-mail"), reads=PERSONAL),
        Column("phone", _("Phone"), reads=PERSONAL),
        Column("kind", _("Kind"), value=lambda c: c.get_kind_display()),
        Column(
            "status",
            _("Status"),
            "pill",
            value=lambda c: c.get_status_display(),
            tone=lambda c: _TONES[c.status],
        ),
        Column("tax_id", _("Tax number"), "code", reads=PERSONAL, shown=False),
        Column("company", _("Company"), value="company.name", shown=False),
        Column("since", _("Since"), "moment", value="created_at", sort="created_at"),
    )
    filters = (
        Choice("kind", _("Kind"), CustomerKind.choices),
        Choice("status", _("Status"), CustomerStatus.choices),
        DateRange("since", _("Since"), path="created_at"),
    )
    search_hint = _("Name, e-mail, phone, number")
    links = (NEW,)
    empty = Empty(
        _("No customers yet"), _("Customers appear here with their first order, or when you add one."), "users", NEW
    )

    def rows(self) -> "QuerySet[Any]":
        emails = CustomerEmail.objects.filter(customer=OuterRef("pk")).order_by("-verified", "relay", "pk")
        visible = Customer.objects.visible_to(self.actor).select_related("company")
        return visible.annotate(email=Subquery(emails.values("address")[:1]))

    def search(self, rows: "QuerySet[Any]", text: str) -> "QuerySet[Any]":
        if scoping.reads(self.actor, PERSONAL):
            return queries.matching(rows, text)
        return rows.filter(name__icontains=text.strip())

    def row_url(self, row: Any) -> str:
        return reverse("crm:customer", args=[row.pk])


class CustomerPage(RecordPage):
    """One customer; orders, conversations and the like are panels of upper apps."""

    permission = "crm.view"
    parent = (_("Customers"), "crm:customers")
    model = Customer
    live_topic = "crm.customer:{key}"
    record: Customer

    def find(self, pk: Any) -> Customer | None:
        return visible_customer(self.actor, pk)

    def status(self) -> Status:
        status = CustomerStatus(self.record.status)
        return Status(status.label, _TONES[status])

    def facts(self) -> Sequence[Any]:
        return (self.record.get_kind_display(), self.record.company.name)

    def actions(self) -> Sequence[Action]:
        def at(name: str) -> str:
            return reverse(name, args=[self.record.pk])

        legal = self.record.canonical_id is None
        return (
            Action(_("Edit"), at("crm:edit"), "crm.edit", legal=legal, icon="edit", link=True),
            Action(_("Add an e-mail"), at("crm:add-email"), "crm.edit", legal=legal, icon="mail"),
            Action(_("Add an address"), at("crm:add-address"), "crm.edit", legal=legal, icon="map-pin", link=True),
            Action(_("Merge"), at("crm:merge"), "crm.merge", legal=legal, icon="arrows-exchange"),
        )

    def cards(self, tab: str) -> Sequence[Card]:
        customer = self.record
        masked = scoping.masked_fields(self.actor, Customer, company=customer.company_id)
        may_read = not masked
        details = [
            Fact(_("Language"), dict(LANGUAGES)[customer.language]),
            Fact(_("Phone"), customer.phone or None if may_read else None),
            Fact(_("Tax number"), customer.tax_id or None if may_read else None),
            Fact(_("Since"), f"{customer.created_at:%Y-%m-%d}"),
        ]
        cards = [pairs(_("Details"), details)]
        if customer.note and may_read:
            cards.append(Card(_("Note"), "crm/staff/note.html", {"note": customer.note}, column="side"))
        if may_read:
            cards += self._personal(customer)
        if customer.canonical:
            cards.insert(0, Card(_("Merged"), "crm/staff/merged_into.html", {"into": customer.canonical}))
        merged = list(customer.merged.order_by("pk"))
        if merged:
            cards.append(Card(_("Stands for"), "crm/staff/merged.html", {"merged": merged}, column="side"))
        return cards

    @staticmethod
    def _personal(customer: Customer) -> list[Card]:
        emails = list(customer.emails.order_by("-verified", "pk"))
        addresses = list(customer.addresses.order_by("-last_used_at", "pk")[:10])
        known = list(customer.identities.order_by("pk"))
        names = names_of(identity.source for identity in known)
        identities = [{"name": names[one.source], "remote_id": one.remote_id} for one in known]
        return [
            Card(_("Addresses"), "crm/staff/addresses.html", {"addresses": addresses}, count=len(addresses)),
            Card(_("E-mail"), "crm/staff/emails.html", {"emails": emails}, column="side"),
            Card(_("Known at"), "crm/staff/identities.html", {"identities": identities}, column="side"),
        ]


class EditCustomer(FormPage):
    """Details of a customer."""

    permission = "crm.edit"
    title = _("Edit customer")
    form_class = CustomerForm
    parent = (_("Customers"), "crm:customers")
    model = Customer

    def load(self) -> None:
        customer = visible_customer(self.actor, self.kwargs["pk"])
        if customer is None or not self.can(self.permission, customer):
            raise NotFound
        self.customer = customer

    def form_arguments(self) -> dict[str, Any]:
        # What the actor doesn't read is not asked for, and so not overwritten.
        return {"hidden": scoping.masked_fields(self.actor, Customer, company=self.customer.company_id)}

    def initial(self) -> dict[str, Any]:
        return {name: getattr(self.customer, name) for name in CustomerForm.base_fields}

    def save(self, form: CustomerForm, lines: list[dict[str, Any]]) -> str:
        changes = CustomerChanges(**form.cleaned_data)
        crm.update_customer(customer=self.customer, changes=changes, actor=self.actor, at=self.now())
        return reverse("crm:customer", args=[self.customer.pk])

    def parent_context(self) -> dict[str, Any]:
        return {"parent": (str(self.customer), reverse("crm:customer", args=[self.customer.pk]))}


class _OnCustomer(ActionView):
    abstract = True
    model = Customer
    done: ClassVar[str | Promise] = _("Saved.")
    record: Customer

    def find(self, pk: Any) -> Customer | None:
        return visible_customer(self.actor, pk)

    def done_url(self) -> str:
        return reverse("crm:customer", args=[self.record.pk])


class AddEmail(_OnCustomer):
    """One more e-mail address."""

    permission = "crm.edit"
    title, label = _("Add an e-mail address"), _("Add")
    form_class = EmailForm

    def act(self, form: EmailForm) -> None:
        data = form.cleaned_data
        crm.add_email(
            customer=self.record, email=data["email"], verified=data["verified"], actor=self.actor, at=self.now()
        )


class AddAddress(FormPage):
    """One more postal address."""

    permission = "crm.edit"
    title, label, done = _("Add an address"), _("Add"), _("The address is added.")
    form_class = AddressForm
    parent = (_("Customers"), "crm:customers")
    model = Customer

    def load(self) -> None:
        customer = visible_customer(self.actor, self.kwargs["pk"])
        if customer is None or not self.can(self.permission, customer) or customer.canonical_id:
            raise NotFound
        self.customer = customer

    def initial(self) -> dict[str, Any]:
        firm = self.customer.kind == CustomerKind.FIRM
        country = queries.country_of(self.customer) or self.customer.company.country
        return {"firm" if firm else "name": self.customer.name, "country": country}

    def save(self, form: AddressForm, lines: list[dict[str, Any]]) -> str:
        address = PostalAddress(**form.cleaned_data)
        crm.remember_address(customer=self.customer, address=address, actor=self.actor, at=self.now())
        return reverse("crm:customer", args=[self.customer.pk])

    def parent_context(self) -> dict[str, Any]:
        return {"parent": (str(self.customer), reverse("crm:customer", args=[self.customer.pk]))}


class MergeCustomers(_OnCustomer):
    """Two records turn out to be one customer."""

    permission = "crm.merge"
    title, label, danger = _("Merge another record into this one?"), _("Merge"), True
    done = _("The customers are merged.")
    form_class = MergeForm

    def question(self) -> str | Promise:
        return _("This customer will stand for the other one. Orders and documents keep the name they have.")

    def act(self, form: MergeForm) -> None:
        other = scoping.get_visible(Customer.objects.all(), self.actor, pk=int(form.cleaned_data["merged"]))
        scoping.require(self.actor, self.permission, other)
        crm.merge_customers(keep=self.record, merged=other, actor=self.actor, at=self.now())
