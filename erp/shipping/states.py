"""How far a shipment is."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from erp.foundation.states import StateMachine


class ShipmentStatus(models.TextChoices):
    PLANNED = "planned", _("to pick")
    PICKING = "picking", _("being picked")
    PACKED = "packed", _("packed")
    DISPATCHED = "dispatched", _("on its way")
    DELIVERED = "delivered", _("delivered")
    RETURNED = "returned", _("came back")
    LOST = "lost", _("lost")
    CANCELLED = "cancelled", pgettext_lazy("parcel", "cancelled")


S = ShipmentStatus
SHIPMENT_FLOW = StateMachine(
    ShipmentStatus,
    moves={
        S.PLANNED: [S.PICKING, S.PACKED, S.CANCELLED],
        S.PICKING: [S.PLANNED, S.PACKED, S.CANCELLED],
        S.PACKED: [S.PICKING, S.DISPATCHED, S.CANCELLED],
        S.DISPATCHED: [S.DELIVERED, S.RETURNED, S.LOST],
        S.RETURNED: [S.DELIVERED],
        S.LOST: [S.DELIVERED],
    },
)
WAITING = (S.PLANNED, S.PICKING, S.PACKED)
