"""Goods leave, arrive, or don't."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from erp.carriers import queries as carriers
from erp.carriers import services as labels
from erp.carriers.states import LabelStatus
from erp.foundation.actor import Actor
from erp.foundation.db import use_case
from erp.foundation.errors import BusinessError
from erp.foundation.events.publishing import publish
from erp.inventory import services as inventory
from erp.inventory.lines import Issue
from erp.orders import services as orders
from erp.shipping.events import ShipmentCancelled, ShipmentDelivered, ShipmentDispatched
from erp.shipping.locking import lock_shipment
from erp.shipping.models import Shipment
from erp.shipping.services.packing import ordered_units
from erp.shipping.states import SHIPMENT_FLOW, ShipmentStatus


class NoLabel(BusinessError):
    """The parcel has no label yet."""

    code = "no-label"
    message = _("The parcel has no label yet.")


@use_case
def dispatch_shipment(*, shipment_id: int, actor: Actor, at: datetime) -> Shipment:
    """
    Hand a packed shipment over: the goods leave the stock and the order, in one transaction. Safe to repeat.

    :raises NoLabel: when its carrier hasn't given a label. :raises IllegalMove: when it isn't packed.
    """
    shipment = lock_shipment(shipment_id)
    if shipment.status == ShipmentStatus.DISPATCHED:
        return shipment
    label = carriers.label_of(shipment.ref)
    if shipment.method and shipment.method.account_id and (label is None or label.status != LabelStatus.BOUGHT):
        raise NoLabel
    Shipment.objects.filter(pk=shipment.pk).update(dispatched_at=at)
    SHIPMENT_FLOW.move(shipment, to=ShipmentStatus.DISPATCHED, actor=actor)
    lines = list(shipment.lines.order_by("pk"))
    orders.record_shipment(
        order_id=shipment.order_id, lines=ordered_units(lines), shipment=shipment.ref, actor=actor, at=at
    )
    inventory.issue_stock(
        lines=[Issue(str(line.order_line_id), line.variant_id, line.location_id, line.quantity) for line in lines],
        reserved_for=shipment.order.ref,
        origin=shipment.ref,
        purpose="dispatch",
        actor=actor,
        at=at,
    )
    fact = ShipmentDispatched(shipment_id=shipment.pk, order_id=shipment.order_id)
    publish(fact, actor=actor, subjects=[shipment.ref, shipment.order.ref])
    return shipment


@use_case
def record_delivery(*, shipment_id: int, actor: Actor, at: datetime) -> Shipment:
    """The parcel has arrived. Safe to repeat."""
    shipment = lock_shipment(shipment_id)
    if shipment.status == ShipmentStatus.DELIVERED:
        return shipment
    Shipment.objects.filter(pk=shipment.pk).update(delivered_at=at)
    SHIPMENT_FLOW.move(shipment, to=ShipmentStatus.DELIVERED, actor=actor)
    orders.record_delivered(order_id=shipment.order_id, actor=actor, at=at)
    fact = ShipmentDelivered(shipment_id=shipment.pk, order_id=shipment.order_id)
    publish(fact, actor=actor, subjects=[shipment.ref, shipment.order.ref])
    return shipment


@use_case
def record_not_delivered(*, shipment_id: int, to: ShipmentStatus, actor: Actor, at: datetime) -> Shipment:
    """The carrier brings the parcel back, or has lost it."""
    shipment = lock_shipment(shipment_id)
    SHIPMENT_FLOW.move(shipment, to=to, actor=actor)
    return shipment


@use_case
def cancel_shipment(*, shipment_id: int, actor: Actor, at: datetime) -> Shipment:
    """
    Take a shipment back before it leaves: the goods are no longer picked, their reservation stays. Safe to repeat.

    :raises LabelWithCarrier: when its label is bought; that is cancelled at the carrier first.
    :raises IllegalMove: when it has left.
    """
    shipment = lock_shipment(shipment_id)
    if shipment.status == ShipmentStatus.CANCELLED:
        return shipment
    was_packed = shipment.status == ShipmentStatus.PACKED
    SHIPMENT_FLOW.move(shipment, to=ShipmentStatus.CANCELLED, actor=actor)
    labels.drop_label(owner=shipment.ref, actor=actor, at=at)
    if was_packed:
        lines = ordered_units(list(shipment.lines.all()))
        orders.record_unpicked(order_id=shipment.order_id, lines=lines, actor=actor, at=at)
    fact = ShipmentCancelled(shipment_id=shipment.pk, order_id=shipment.order_id)
    publish(fact, actor=actor, subjects=[shipment.ref, shipment.order.ref])
    return shipment
