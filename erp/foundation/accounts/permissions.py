"""What may be allowed about people, and the kinds of values that not every role reads."""

from django.utils.translation import gettext_lazy as _

from erp.foundation.accounts.roles import COST, MARGIN, PERSONAL
from erp.foundation.permissions import declare, declare_field_rule

declare(
    "accounts",
    view_people=_("See people and their roles"),
    manage_people=_("Invite people, give and take roles, stop access"),
    manage_keys=_("Make and revoke API keys"),
)
declare("admin", open=_("Open the administration site"))
declare(
    "organisation",
    view=_("See companies, branches and departments"),
    manage=_("Change companies, branches and departments"),
)

declare("installation", found=_("Found companies in this installation"))
declare("settings", view=_("See what is set up and what is missing"))

declare_field_rule(COST, _("Costs and purchase prices"))
declare_field_rule(MARGIN, _("Margins"))
declare_field_rule(PERSONAL, _("Personal data of customers"))
