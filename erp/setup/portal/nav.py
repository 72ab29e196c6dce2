"""Where the settings stand in the navigation, and what must be dealt with before anything else."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from django.db.models import Model
from django.urls import reverse
from django.utils.translation import gettext, gettext_noop, ngettext
from django.utils.translation import gettext_lazy as _

from erp.foundation.accounts import scoping
from erp.foundation.accounts.actors import access_of
from erp.foundation.actor import Actor
from erp.foundation.organisation.models import Branch, Company, Department, SalesChannel
from erp.foundation.web import checklist, finding, nav, start, subjects, timeline
from erp.setup import services as setup
from erp.setup.portal.companies import MANAGE, VIEW, visible_company
from erp.setup.portal.parts import visible_part
from erp.setup.services.founding import FOUND

nav.register(nav.NavItem("setup", _("Settings"), "setup:home", "settings", "settings.view", group="setup", order=10))
finding.register_action(finding.PaletteAction(_("Found a company"), "setup:found", FOUND, "building"))


def _found_first(actor: Actor) -> str | None:
    """While there is no company at all, whoever may found one does so."""
    if access_of(actor).companies or not setup.may_found(actor) or Company.objects.exists():
        return None
    return reverse("setup:found")


start.register_first(_found_first)


def _company(actor: Actor) -> checklist.State:
    rows = list(scoping.visible(Company.objects.all(), actor)[:20])
    complete = all(row.street and row.city and (row.tax_id or not row.vat_registered) for row in rows)
    if not complete:
        return checklist.State(gettext("address or tax number missing"), done=False)
    if len(rows) == 1:
        return checklist.State(rows[0].name)
    return checklist.State(ngettext("%(n)s company", "%(n)s companies", len(rows)) % {"n": len(rows)})


def _branches(actor: Actor) -> checklist.State:
    count = scoping.visible(Branch.objects.all(), actor).count()
    words = ngettext("%(n)s branch", "%(n)s branches", count) % {"n": count} if count else gettext("none yet")
    return checklist.State(words, done=count > 0)


def _departments(actor: Actor) -> checklist.State:
    count = scoping.visible(Department.objects.all(), actor).count()
    words = ngettext("%(n)s department", "%(n)s departments", count) % {"n": count} if count else gettext("none yet")
    return checklist.State(words, done=None)


def _channels(actor: Actor) -> checklist.State:
    count = scoping.visible(SalesChannel.objects.all(), actor).count()
    words = ngettext("%(n)s channel", "%(n)s channels", count) % {"n": count} if count else gettext("none yet")
    return checklist.State(words, done=count > 0)


_Loader = Callable[[Actor], checklist.State]
_LINES: tuple[tuple[str, Any, Any, str, str, str, _Loader, checklist.Step | None], ...] = (
    (
        "companies",
        _("Company details"),
        _("Name, tax number and address, as they stand on documents."),
        "building",
        "setup:companies",
        "company",
        _company,
        checklist.Step(_("Complete the company's details"), "setup:companies", MANAGE),
    ),
    (
        "branches",
        _("Branches"),
        _("Where people work. Roles and stock can be limited to one."),
        "map-pin",
        "setup:branches",
        "company",
        _branches,
        checklist.Step(_("Open a branch"), "setup:new-branch", MANAGE),
    ),
    (
        "departments",
        _("Departments"),
        _("For reports of costs, if you want them."),
        "hierarchy",
        "setup:departments",
        "company",
        _departments,
        None,
    ),
    (
        "channels",
        _("Sales channels"),
        _("Where a sale came from: a shop, the phone, wholesale."),
        "route",
        "setup:channels",
        "sell",
        _channels,
        checklist.Step(_("Add a channel"), "setup:new-channel", MANAGE),
    ),
)
for position, (key, title, detail, icon, url_name, group, load, step) in enumerate(_LINES, start=1):
    checklist.register(
        checklist.Line(f"setup.{key}", title, detail, icon, url_name, VIEW, group, load, step, order=position)
    )

subjects.register(
    "organisation.company", subjects.Subject(_("Company"), "setup:company", load=visible_company, icon="building")
)
_MODELS: tuple[tuple[type[Model], Any, str, str], ...] = (
    (Branch, _("Branch"), "setup:branch", "map-pin"),
    (Department, _("Department"), "setup:department", "hierarchy"),
    (SalesChannel, _("Sales channel"), "setup:channel", "route"),
)
for model, label, page, symbol in _MODELS:
    found = partial(visible_part, model)
    subjects.register(model._meta.label_lower, subjects.Subject(label, page, load=found, icon=symbol))


def _changed(data: Mapping[str, Any]) -> str:
    """Which details, by the words of the columns."""
    fields = {field.name: str(getattr(field, "verbose_name", field.name)) for field in Company._meta.get_fields()}
    return gettext("Details changed: %(details)s") % {
        "details": ", ".join(fields.get(name, name) for name in data["changed"])
    }


def _part(opened: str, renamed: str) -> Callable[[Mapping[str, Any]], str]:
    return lambda data: gettext(opened if data["opened"] else renamed)


timeline.register("organisation.CompanyFounded", _("Company founded"), icon="flag", tone="good")
timeline.register("organisation.CompanyChanged", _changed, icon="edit")
timeline.register(
    "organisation.BranchChanged", _part(gettext_noop("Branch opened"), gettext_noop("Branch renamed")), icon="map-pin"
)
timeline.register(
    "organisation.DepartmentChanged",
    _part(gettext_noop("Department made"), gettext_noop("Department renamed")),
    icon="hierarchy",
)
timeline.register(
    "organisation.SalesChannelChanged",
    _part(gettext_noop("Sales channel added"), gettext_noop("Sales channel renamed")),
    icon="route",
)
