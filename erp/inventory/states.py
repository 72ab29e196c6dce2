"""The states of counts and transfers."""

from django.db import models
from django.utils.translation import pgettext_lazy

from erp.foundation.states import StateMachine


class CountStatus(models.TextChoices):
    """A count takes entries until it is closed; only closing moves stock."""

    OPEN = "open", pgettext_lazy("stock count", "Open")
    CLOSED = "closed", pgettext_lazy("stock count", "Closed")
    CANCELLED = "cancelled", pgettext_lazy("stock count", "Cancelled")


class TransferStatus(models.TextChoices):
    """A planned transfer holds stock; a dispatched one has it in transit until all of it is received or lost."""

    PLANNED = "planned", pgettext_lazy("transfer", "Planned")
    DISPATCHED = "dispatched", pgettext_lazy("transfer", "On the way")
    RECEIVED = "received", pgettext_lazy("transfer", "Received")
    CANCELLED = "cancelled", pgettext_lazy("transfer", "Cancelled")


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
