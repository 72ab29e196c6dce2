"""What may be done with shipments."""

from django.utils.translation import gettext_lazy as _

from erp.foundation.permissions import declare

declare(
    "shipping",
    view=_("See shipments"),
    track=_("Follow a parcel"),
    pick=_("Pick and pack"),
    dispatch=_("Hand parcels over to carriers"),
    cancel=_("Cancel a shipment"),
    configure=_("Choose what ships without a hand"),
)
