"""Facts about shipments."""

from erp.foundation.events.facts import Fact


class ShipmentPlanned(Fact, app="shipping"):
    """A shipment waits in a warehouse."""

    shipment_id: int
    order_id: int
    automatic: bool


class ShipmentPacked(Fact, app="shipping"):
    """The parcels are closed; a label is wanted."""

    shipment_id: int
    order_id: int


class ShipmentDispatched(Fact, app="shipping"):
    """The goods have left: stock and order say so already."""

    shipment_id: int
    order_id: int


class ShipmentDelivered(Fact, app="shipping"):
    """The carrier says that the parcel has arrived."""

    shipment_id: int
    order_id: int


class ShipmentCancelled(Fact, app="shipping"):
    """The shipment will not leave."""

    shipment_id: int
    order_id: int
