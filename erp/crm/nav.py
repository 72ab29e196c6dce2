"""Where customers stand in the navigation, in lookups, and how they are named elsewhere."""

from django.utils.translation import gettext_lazy as _

from erp.crm import queries
from erp.crm.models import Customer
from erp.foundation.accounts import scoping
from erp.foundation.actor import Actor
from erp.foundation.web import finding, nav, subjects
from erp.foundation.web.forms import lookups

MOST = 20

nav.register(nav.NavItem("crm", _("Customers"), "crm:customers", "users", "crm.view", group="sell", order=30))

finding.register_action(finding.PaletteAction(_("New customer"), "crm:new", "crm.edit", "user-plus"))


def _customer(actor: Actor, key: str) -> Customer | None:
    return Customer.objects.visible_to(actor).filter(pk=int(key)).first() if key.isdigit() else None


subjects.register("crm.customer", subjects.Subject(_("Customer"), "crm:customer", load=_customer, icon="user"))


def search_customers(actor: Actor, text: str) -> list[lookups.Option]:
    """Customers that fit a text; merged ones are found as the one that stands for them only."""
    visible = Customer.objects.visible_to(actor).filter(canonical=None)
    personal = scoping.reads(actor, "personal")
    found = queries.matching(visible, text) if personal else visible.filter(name__icontains=text.strip())
    rows = list(found.order_by("name", "pk")[:MOST])
    emails = queries.emails_of([row.pk for row in rows]) if personal else {}
    return [lookups.Option(str(row.pk), str(row), emails.get(row.pk, "")) for row in rows]


def get_customer(actor: Actor, key: str) -> lookups.Option | None:
    """A visible customer by its key."""
    found = _customer(actor, key)
    return lookups.Option(str(found.pk), str(found)) if found else None


lookups.register("crm.customer", lookups.Lookup("crm.view", search=search_customers, get=get_customer))
