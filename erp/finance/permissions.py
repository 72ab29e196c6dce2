"""What may be done with the books."""

from django.utils.translation import gettext_lazy as _

from erp.foundation.permissions import declare

declare(
    "finance",
    view=_("See the books"),
    view_invoices=_("See invoices"),
    edit_accounts=_("Change the chart of accounts"),
    issue_invoices=_("Issue invoices"),
    reverse=_("Reverse an entry"),
    audit=_("Run an audit of the books"),
)
