"""The lives of a tender and of a refund."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from erp.foundation.states import StateMachine


class TenderState(models.TextChoices):
    """Authorised money is promised, paid money has come in."""

    PENDING = "pending", _("Pending")
    AUTHORISED = "authorised", _("Authorised")
    PAID = "paid", _("Paid")
    FAILED = "failed", pgettext_lazy("payment", "Failed")
    VOIDED = "voided", _("Voided")


# A channel tells states late and in any order; only what would undo a fact is illegal.
TENDER_FLOW = StateMachine(
    TenderState,
    moves={
        TenderState.PENDING: {TenderState.AUTHORISED, TenderState.PAID, TenderState.FAILED, TenderState.VOIDED},
        TenderState.AUTHORISED: {TenderState.PAID, TenderState.FAILED, TenderState.VOIDED},
        TenderState.FAILED: {TenderState.PENDING, TenderState.AUTHORISED, TenderState.PAID},
    },
    field="state",
)


class RefundState(models.TextChoices):
    """Done money is with the buyer again."""

    PENDING = "pending", _("Pending")
    DONE = "done", _("Done")
    FAILED = "failed", pgettext_lazy("payment", "Failed")


REFUND_FLOW = StateMachine(
    RefundState,
    moves={
        RefundState.PENDING: {RefundState.DONE, RefundState.FAILED},
        RefundState.FAILED: {RefundState.PENDING, RefundState.DONE},
    },
    field="state",
)
