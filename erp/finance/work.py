"""The exceptions of the books: how they are worded, and what mends them."""

from django.utils.translation import gettext_lazy as _

from erp.finance.services import retrying
from erp.finance.today import how_it_goes
from erp.foundation.refs import Ref
from erp.foundation.web import start
from erp.foundation.workqueue.kinds import Fix, WorkKind, register


def _url(about: Ref) -> str:
    """Payments have no page of their own."""
    return f"/orders/{about.key}/" if about.kind == retrying.ORDER else "/finance/entries/"


register(
    WorkKind(
        name=retrying.TOTAL_UNPROVED,
        label=_("Invoice refused"),
        cause=_("Order %(number)s was shipped, but its total differs from its parts by %(difference)s."),
        proposal=_("Compare the order with the shop. If the parts are right, bill what they come to."),
        permission="finance.view_invoices",
        url=_url,
        fixes=(Fix("bill", _("Bill the parts"), retrying.bill_the_parts, "finance.issue_invoices"),),
    )
)
register(
    WorkKind(
        name=retrying.NO_RATE,
        label=_("No exchange rate"),
        cause=_("There is no exchange rate from %(base)s to %(quote)s on or before %(on)s."),
        proposal=_("Enter the rate; what waits for it is tried again every few minutes."),
        permission="finance.view_invoices",
        url=_url,
        fixes=(Fix("again", _("Try again"), retrying.try_again, "finance.issue_invoices"),),
    )
)
start.register(
    start.StartCard(
        "finance.today", _("Today"), "finance.view", load=how_it_goes, template="finance/staff/today.html", order=1
    )
)
