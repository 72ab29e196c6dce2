"""What orders tells the apps above. Ids only; who hears of it reads the rows."""

from erp.foundation.events.facts import Fact


class OrderPlaced(Fact, app="orders"):
    """An order was taken, by hand or from a channel."""

    order_id: int


class OrderHeld(Fact, app="orders"):
    """An order must wait for a person."""

    order_id: int


class OrderReleased(Fact, app="orders"):
    """A hold was lifted."""

    order_id: int


class OrderReady(Fact, app="orders"):
    """
    An order may ship: confirmed, not held, some of it reserved, and paid, on account or paid on delivery.

    Told again when more of it becomes reserved later; shipping plans what it has not planned yet.
    """

    order_id: int


class OrderChanged(Fact, app="orders"):
    """The address, contact or note of an order changed at its source."""

    order_id: int


class CancellationRequested(Fact, app="orders"):
    """Goods of an order are not wanted any more but are already being picked or packed: shipping takes them back."""

    order_id: int


class OrderCancelled(Fact, app="orders"):
    """Nothing of the order will ship."""

    order_id: int


class OrderShipped(Fact, app="orders"):
    """Goods of an order left with a shipment."""

    order_id: int
    shipment_kind: str
    shipment_key: str


class RefundRecorded(Fact, app="orders"):
    """A refund was written down, as the channel made it."""

    refund_id: int


class OrderCompleted(Fact, app="orders"):
    """Everything that will ship has arrived, or there was nothing to ship and it is paid."""

    order_id: int
