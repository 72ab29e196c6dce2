"""What of a replayed history waits for a person: a kind of exception for each reason."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from erp.demo.replay.script import Reason
from erp.foundation.refs import Ref
from erp.foundation.workqueue.kinds import WorkKind, register

_LABELS: dict[Reason, str | Promise] = {
    Reason.BAD_DEBT: _("Adjustment of bad debt, which is no order"),
    Reason.COMPANY_COST: _("Cost of the company, which is no order"),
    Reason.BELOW_PENNY: _("Price below a penny"),
    Reason.NEGATIVE_PRICE: _("Negative price"),
    Reason.DISCOUNT_ALONE: _("Discount outside a cancellation"),
    Reason.POSTAGE_ALONE: _("Postage without goods"),
    Reason.NO_COUNTRY: _("No country to send to"),
    Reason.NO_PRODUCT: _("Stock correction of something that is no product"),
    Reason.UNKNOWN_BUYER: _("Cancelled by an unknown buyer"),
    Reason.NEVER_SOLD: _("Cancelled, but never bought before"),
    Reason.OTHER_PRICE: _("Cancelled at a price at which it was not bought"),
    Reason.SOLD_LESS: _("More cancelled than was bought"),
    Reason.NOTHING_PAID: _("Money back without an order that it could come from"),
    Reason.NOT_ENOUGH: _("Stock correction of more than lies there"),
    Reason.REFUSED: _("Refused by the shop"),
}
CAUSE = _("Invoice %(invoice)s of the replayed history, code %(code)s, %(amount)s: it has no place here.")
PROPOSAL = _("Book it by hand where it belongs, or leave it.")


def kind_of(reason: Reason) -> str:
    """The kind of exception that stands for a reason."""
    return f"demo.{reason.name.lower()}"


def _url(about: Ref) -> str:
    return "/orders/"


for reason, label in _LABELS.items():
    register(
        WorkKind(name=kind_of(reason), label=label, cause=CAUSE, proposal=PROPOSAL, permission="orders.view", url=_url)
    )
