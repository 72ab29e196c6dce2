"""What can be done with shipments."""

from erp.shipping.services.dispatching import (
    NoLabel,
    cancel_shipment,
    dispatch_shipment,
    record_delivery,
    record_not_delivered,
)
from erp.shipping.services.labelling import NoAddress, NoCarrier, request_label
from erp.shipping.services.numbering import set_up_numbers
from erp.shipping.services.packing import (
    NotAllPicked,
    TooMany,
    WrongProduct,
    confirm_pick,
    pack_shipment,
    start_picking,
)
from erp.shipping.services.planning import plan_shipments

__all__ = [
    "NoAddress",
    "NoCarrier",
    "NoLabel",
    "NotAllPicked",
    "TooMany",
    "WrongProduct",
    "cancel_shipment",
    "confirm_pick",
    "dispatch_shipment",
    "pack_shipment",
    "plan_shipments",
    "record_delivery",
    "record_not_delivered",
    "request_label",
    "set_up_numbers",
    "start_picking",
]
