"""The road of a shipment where nobody has to touch it, and what carriers and orders tell."""

from erp.carriers import talking
from erp.carriers.events import LabelBought, TrackingChanged
from erp.carriers.queries import label_of
from erp.carriers.states import LabelStatus, Tracking
from erp.foundation import clock
from erp.foundation.actor import SYSTEM
from erp.foundation.events.registry import Delivered, handles
from erp.orders.events import CancellationRequested, OrderReady
from erp.shipping import services
from erp.shipping.events import ShipmentPacked, ShipmentPlanned
from erp.shipping.models import Shipment
from erp.shipping.states import WAITING, ShipmentStatus

_KIND = Shipment._meta.label_lower


@handles(OrderReady, name="shipping.plan_shipments")
def plan_shipments(fact: OrderReady, delivered: Delivered) -> None:
    """An order may ship."""
    services.plan_shipments(order_id=fact.order_id, actor=delivered.actor, at=clock.now())


@handles(ShipmentPlanned, name="shipping.pack_by_itself")
def pack_by_itself(fact: ShipmentPlanned, delivered: Delivered) -> None:
    """In automatic mode everything is at hand at once."""
    shipment = Shipment.objects.get(pk=fact.shipment_id)
    if fact.automatic and shipment.status in (ShipmentStatus.PLANNED, ShipmentStatus.PICKING):
        services.pack_shipment(shipment_id=shipment.pk, actor=SYSTEM, at=clock.now(), all_picked=True)


@handles(ShipmentPacked, name="shipping.request_label")
def request_label(fact: ShipmentPacked, delivered: Delivered) -> None:
    """A packed parcel wants its label; what is fetched by the customer leaves without one."""
    label = services.request_label(shipment_id=fact.shipment_id, actor=delivered.actor, at=clock.now())
    shipment = Shipment.objects.get(pk=fact.shipment_id)
    if label is None and shipment.automatic and shipment.status == ShipmentStatus.PACKED:
        services.dispatch_shipment(shipment_id=shipment.pk, actor=SYSTEM, at=clock.now())


@handles(LabelBought, name="shipping.dispatch_by_itself")
def dispatch_by_itself(fact: LabelBought, delivered: Delivered) -> None:
    """In automatic mode a labelled parcel goes to the carrier at once."""
    if fact.owner_kind != _KIND:
        return
    shipment = Shipment.objects.get(pk=int(fact.owner_key))
    if shipment.automatic and shipment.status == ShipmentStatus.PACKED:
        services.dispatch_shipment(shipment_id=shipment.pk, actor=SYSTEM, at=clock.now())


@handles(TrackingChanged, name="shipping.follow_parcel", key=lambda fact: fact.label_id)
def follow_parcel(fact: TrackingChanged, delivered: Delivered) -> None:
    """What the carrier says of the parcel."""
    if fact.owner_kind != _KIND:
        return
    shipment_id = int(fact.owner_key)
    if fact.status == Tracking.DELIVERED:
        services.record_delivery(shipment_id=shipment_id, actor=delivered.actor, at=clock.now())
    elif fact.status in (Tracking.RETURNED, Tracking.LOST):
        to = ShipmentStatus.RETURNED if fact.status == Tracking.RETURNED else ShipmentStatus.LOST
        services.record_not_delivered(shipment_id=shipment_id, to=to, actor=delivered.actor, at=clock.now())


@handles(CancellationRequested, name="shipping.take_back", network=True)
def take_back(fact: CancellationRequested, delivered: Delivered) -> None:
    """Stop what has not left: cancel labels at the carrier, then the shipments; orders frees the goods after that."""
    for shipment in Shipment.objects.filter(order_id=fact.order_id, status__in=WAITING):
        label = label_of(shipment.ref)
        if label is not None and label.status == LabelStatus.BOUGHT:
            talking.cancel_label(label_id=label.pk, actor=delivered.actor)
        services.cancel_shipment(shipment_id=shipment.pk, actor=delivered.actor, at=clock.now())
    # Only a part may be unwanted: what stays reserved is planned anew.
    services.plan_shipments(order_id=fact.order_id, actor=delivered.actor, at=clock.now())
