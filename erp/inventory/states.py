"""The states of counts and transfers."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from erp.foundation.states import StateMachine


class CountStatus(models.TextChoices):
    """A count takes entries until it is closed; only closing moves stock."""

    OPEN = "open", _("Open")
    CLOSED = "closed", _("Closed")
    CANCELLED = "cancelled", _("Cancelled")


class TransferStatus(models.TextChoices):
    """A planned transfer holds stock; a dispatched one has it in transit until all of it is received or lost."""

    PLANNED = "planned", _("Planned")
    DISPATCHED = "dispatched", _("On the way")
    RECEIVED = "received", _("Received")
    CANCELLED = "cancelled", _("Cancelled")


COUNT_FLOW = StateMachine(
    CountStatus,
    moves={CountStatus.OPEN: [CountStatus.CLOSED, CountStatus.CANCELLED]},
)
TRANSFER_FLOW = StateMachine(
    TransferStatus,
    moves={
        TransferStatus.PLANNED: [TransferStatus.DISPATCHED, TransferStatus.CANCELLED],
        TransferStatus.DISPATCHED: [TransferStatus.RECEIVED],
    },
)
