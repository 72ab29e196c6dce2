"""States of labels and the vocabulary of tracking, the same for every carrier."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from erp.foundation.states import StateMachine


class LabelStatus(models.TextChoices):
    ASKED = "asked", _("asked for")
    BOUGHT = "bought", _("bought")
    FAILED = "failed", _("refused")
    CANCELLED = "cancelled", pgettext_lazy("parcel", "cancelled")


LABEL_FLOW = StateMachine(
    LabelStatus,
    moves={
        LabelStatus.ASKED: [LabelStatus.BOUGHT, LabelStatus.FAILED, LabelStatus.CANCELLED],
        LabelStatus.FAILED: [LabelStatus.ASKED, LabelStatus.CANCELLED],
        LabelStatus.BOUGHT: [LabelStatus.CANCELLED],
    },
)


class Tracking(models.TextChoices):
    """Where a parcel is; carriers' own words are mapped to these."""

    ANNOUNCED = "announced", _("announced to the carrier")
    COLLECTED = "collected", _("handed over")
    IN_TRANSIT = "in_transit", _("on its way")
    OUT_FOR_DELIVERY = "out_for_delivery", _("out for delivery")
    READY_FOR_PICKUP = "ready_for_pickup", _("ready to be picked up")
    DELIVERED = "delivered", _("delivered")
    ATTEMPT_FAILED = "attempt_failed", _("could not be delivered")
    RETURNED = "returned", _("returned to the sender")
    LOST = "lost", _("lost")


FINAL = frozenset({Tracking.DELIVERED, Tracking.RETURNED, Tracking.LOST})
