"""Branches, departments and sales channels: their lists and pages, making and renaming them."""

from collections.abc import Sequence
from typing import Any, ClassVar

from django.db.models import Model, QuerySet
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from erp.foundation.accounts import scoping
from erp.foundation.actor import Actor
from erp.foundation.errors import NotAllowed
from erp.foundation.organisation import services as organisation
from erp.foundation.organisation.models import Branch, ChannelKind, Company, Department, SalesChannel
from erp.foundation.organisation.services import InvalidPart
from erp.foundation.web.forms.base import FormPage
from erp.foundation.web.lists import Choice, Column, Empty, Hidden, Link, ListPage
from erp.foundation.web.lists.filters import Filter
from erp.foundation.web.records import Action, ActionView, Card, Fact, RecordPage, pairs
from erp.inventory.models import Location, LocationKind
from erp.setup.portal.companies import MANAGE, VIEW
from erp.setup.portal.forms import ChannelForm, NameForm, PartForm

Label = str | Promise
# The chip names no company: by its key anybody could ask for the name of one that is not theirs.
_COMPANY = Hidden(
    "company",
    _("Company"),
    apply=lambda rows, key: rows.filter(company=key) if key.isdecimal() else rows.none(),
    word=lambda _key: str(_("only one")),
)


def _name(page: str) -> Column:
    """The name, as the way to the part's page."""
    return Column("name", _("Name"), sort="name", main=True, url=lambda row: reverse(page, args=[row.pk]))


_CODE = Column("code", _("Code"), "code", sort="code")
_OF = Column("company", _("Company"), value="company.name", sort="company__name")
BRANCHES, DEPARTMENTS = (_("Branches"), "setup:branches"), (_("Departments"), "setup:departments")
CHANNELS = (_("Sales channels"), "setup:channels")


def visible_part(model: type[Any], actor: Actor, pk: Any) -> Any:
    """A branch, department or channel that the actor may see."""
    rows = scoping.visible(model.objects.select_related("company"), actor)
    return rows.filter(pk=pk).first() if str(pk).isdecimal() else None


class _Parts(ListPage):
    abstract = True
    permission = VIEW
    sort = "code"
    filters: ClassVar[Sequence[Filter]] = (_COMPANY,)
    search_fields = ("code__istartswith", "name__icontains")
    model_of: ClassVar[type[Any]]
    page: ClassVar[str]

    def rows(self) -> "QuerySet[Any]":
        return scoping.visible(self.model_of.objects.select_related("company"), self.actor)

    def row_url(self, row: Any) -> str:
        return reverse(self.page, args=[row.pk])


class BranchList(_Parts):
    """Places where the company works."""

    permission = VIEW
    name = "setup.branches"
    title = BRANCHES[0]
    columns = (_name("setup:branch"), _CODE, _OF)
    links = (Link(_("Open a branch"), "setup:new-branch", MANAGE),)
    empty = Empty(_("No branches yet"), _("A branch is a place where people work: a shop, an office, a warehouse."))
    model_of, page = Branch, "setup:branch"


class DepartmentList(_Parts):
    """Parts that costs and sales are reported by."""

    permission = VIEW
    name = "setup.departments"
    title = DEPARTMENTS[0]
    columns = (_name("setup:department"), _CODE, _OF)
    links = (Link(_("Make a department"), "setup:new-department", MANAGE),)
    empty = Empty(
        _("No departments yet"),
        _("Only if you report costs by department: sales, warehouse, administration."),
        "hierarchy",
        Link(_("Make a department"), "setup:new-department", MANAGE),
    )
    model_of, page = Department, "setup:department"


class ChannelList(_Parts):
    """Where sales come from."""

    permission = VIEW
    name = "setup.channels"
    title = CHANNELS[0]
    columns = (
        _name("setup:channel"),
        _CODE,
        Column("kind", _("Kind"), value=lambda row: row.get_kind_display()),
        _OF,
    )
    filters = (Choice("kind", _("Kind"), ChannelKind.choices), _COMPANY)
    links = (Link(_("Add a channel"), "setup:new-channel", MANAGE),)
    empty = Empty(_("No channels yet"), _("Every sale names the channel that it came from."), "building-store")
    model_of, page = SalesChannel, "setup:channel"


class _PartPage(RecordPage):
    abstract = True
    permission = VIEW
    with_comments = False
    model: ClassVar[type[Model]]
    rename: ClassVar[str]

    def find(self, pk: Any) -> Any:
        return visible_part(self.model, self.actor, pk)

    def title(self) -> Label:
        return str(self.record.name)

    def facts(self) -> Sequence[Any]:
        return (self.record.code, self.record.company.name)

    def actions(self) -> Sequence[Action]:
        return (Action(_("Rename"), reverse(self.rename, args=[self.record.pk]), MANAGE, icon="edit"),)

    def cards(self, tab: str) -> Sequence[Card]:
        details = [Fact(_("Code"), self.record.code), Fact(_("Company"), self.record.company.name)]
        return (pairs(_("Details"), details, left=True, column="main"),)


class BranchPage(_PartPage):
    """One branch, with its warehouses."""

    permission = VIEW
    parent, model, rename = BRANCHES, Branch, "setup:rename-branch"

    def cards(self, tab: str) -> Sequence[Card]:
        places = Location.objects.visible_to(self.actor).filter(branch=self.record, kind=LocationKind.WAREHOUSE)
        rows = [(row.name, row.code) for row in places.order_by("sequence", "code")]
        return (Card(_("Warehouses"), "setup/staff/warehouses.html", {"rows": rows}, flush=True, count=len(rows)),)


class DepartmentPage(_PartPage):
    """One department."""

    permission = VIEW
    parent, model, rename = DEPARTMENTS, Department, "setup:rename-department"


class ChannelPage(_PartPage):
    """One sales channel."""

    permission = VIEW
    parent, model, rename = CHANNELS, SalesChannel, "setup:rename-channel"

    def facts(self) -> Sequence[Any]:
        return (self.record.get_kind_display(), *super().facts())


class _NewPart(FormPage):
    abstract = True
    permission = MANAGE
    form_class = PartForm
    model_of: ClassVar[type[Any]]
    page: ClassVar[str]

    def form_arguments(self) -> dict[str, Any]:
        return {"actor": self.actor}

    def save(self, form: Any, lines: list[dict[str, Any]]) -> str:
        data = dict(form.cleaned_data)
        company: Company = data["company"]
        if not self.can(self.permission, company):
            raise NotAllowed(permission=self.permission)
        if self.model_of.objects.filter(company=company, code=data["code"]).exists():
            raise InvalidPart(field="code", reason=_("the company has one with this code already"))
        row = self.make(data)
        return reverse(self.page, args=[row.pk])

    def make(self, data: dict[str, Any]) -> Any:
        """Call the service."""
        raise NotImplementedError


class NewBranch(_NewPart):
    """Open a branch."""

    permission = MANAGE
    title, label, done, parent = _("Open a branch"), _("Open"), _("The branch is open."), BRANCHES
    model_of, page = Branch, "setup:branch"

    def make(self, data: dict[str, Any]) -> Branch:
        return organisation.create_branch(actor=self.actor, at=self.now(), **data)


class NewDepartment(_NewPart):
    """Make a department."""

    permission = MANAGE
    title, label, done, parent = _("Make a department"), _("Make"), _("The department is made."), DEPARTMENTS
    model_of, page = Department, "setup:department"

    def make(self, data: dict[str, Any]) -> Department:
        return organisation.create_department(actor=self.actor, at=self.now(), **data)


class NewChannel(_NewPart):
    """Add a sales channel."""

    permission = MANAGE
    title, label, done, parent = _("Add a channel"), _("Add"), _("The channel is added."), CHANNELS
    form_class = ChannelForm
    model_of, page = SalesChannel, "setup:channel"

    def make(self, data: dict[str, Any]) -> SalesChannel:
        return organisation.create_sales_channel(actor=self.actor, at=self.now(), **data)


class _Rename(ActionView):
    abstract = True
    permission = MANAGE
    title, label, done = _("Rename"), _("Save"), _("Saved.")
    form_class = NameForm
    model: ClassVar[type[Model]]
    page: ClassVar[str]

    def find(self, pk: Any) -> Any:
        return visible_part(self.model, self.actor, pk)

    def initial(self) -> dict[str, Any]:
        return {"name": self.record.name}

    def done_url(self) -> str:
        return reverse(self.page, args=[self.record.pk])


class RenameBranch(_Rename):
    """Call a branch otherwise."""

    permission = MANAGE
    model, page = Branch, "setup:branch"

    def act(self, form: Any) -> None:
        name = form.cleaned_data["name"]
        organisation.rename_branch(branch=self.record, name=name, actor=self.actor, at=self.now())


class RenameDepartment(_Rename):
    """Call a department otherwise."""

    permission = MANAGE
    model, page = Department, "setup:department"

    def act(self, form: Any) -> None:
        name = form.cleaned_data["name"]
        organisation.rename_department(department=self.record, name=name, actor=self.actor, at=self.now())


class RenameChannel(_Rename):
    """Call a sales channel otherwise."""

    permission = MANAGE
    model, page = SalesChannel, "setup:channel"

    def act(self, form: Any) -> None:
        name = form.cleaned_data["name"]
        organisation.rename_sales_channel(sales_channel=self.record, name=name, actor=self.actor, at=self.now())
