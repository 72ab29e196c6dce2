"""Locks of this app: the order first, then its shipments."""

from erp.foundation.db import lock_rows
from erp.foundation.errors import NotFound
from erp.orders import locking as orders
from erp.shipping.models import Shipment


def lock_shipment(shipment_id: int) -> Shipment:
    """
    Lock a shipment, its order before it.

    :raises NotFound: when there is no such shipment.
    """
    order_id = Shipment.objects.filter(pk=shipment_id).values_list("order_id", flat=True).first()
    if order_id is None:
        raise NotFound
    order = orders.lock_order(order_id)
    (shipment,) = lock_rows(
        Shipment.objects.select_related("location", "method__account", "company").filter(pk=shipment_id)
    )
    shipment.order = order
    return shipment


def lock_shipments_of(order_id: int) -> list[Shipment]:
    """Lock an order's shipments; the caller holds the order."""
    return lock_rows(Shipment.objects.select_related("location", "company").filter(order_id=order_id))
