"""Asking for a shipment's label."""

from datetime import datetime
from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from erp.carriers import services as carriers
from erp.carriers.models import Label
from erp.carriers.protocol import LabelRequest, Parcel, Party
from erp.foundation.actor import Actor
from erp.foundation.db import use_case
from erp.foundation.errors import BusinessError
from erp.foundation.money import Money
from erp.orders import queries as orders
from erp.orders.states import Terms
from erp.shipping.locking import lock_shipment
from erp.shipping.models import Shipment, ShippingRule
from erp.shipping.states import ShipmentStatus

LEAST_WEIGHT_G = 100


class NoCarrier(BusinessError):
    """The shipment has no delivery method with a carrier."""

    code = "no-carrier"
    message = _("No delivery method fits “%(title)s”. Choose one on the shipment or set a default.")


class NoAddress(BusinessError):
    """The order has no address to send to."""

    code = "no-address"
    message = _("The order has no shipping address.")


@use_case
def request_label(*, shipment_id: int, actor: Actor, at: datetime) -> Label | None:
    """
    Ask for the label of a packed shipment; the carrier is spoken to by a handler. Safe to repeat.

    :returns: ``None`` for goods that the customer fetches.
    :raises NoCarrier: :raises NoAddress:
    """
    shipment = lock_shipment(shipment_id)
    if shipment.status != ShipmentStatus.PACKED:
        return None
    if shipment.method is None:
        raise NoCarrier(title=shipment.order.delivery_method)
    if shipment.method.account is None:
        return None
    request = _request(shipment)
    return carriers.ask_label(account=shipment.method.account, owner=shipment.ref, request=request, actor=actor, at=at)


def _request(shipment: Shipment) -> LabelRequest:
    order, company, method = shipment.order, shipment.company, shipment.method
    address = orders.shipping_address(order)
    if address is None:
        raise NoAddress
    rule = ShippingRule.objects.filter(location=shipment.location_id).first() or ShippingRule()
    cod = None
    if method is not None and (method.cash_on_delivery or order.payment_terms == Terms.ON_DELIVERY):
        cod = Money(order.total, order.currency)
    return LabelRequest(
        reference="",
        service=method.service if method else "",
        sender=Party(
            name=company.name,
            firm=company.legal_name,
            street=company.street,
            street2="",
            city=company.city,
            postcode=company.postal_code,
            country=company.country,
            phone=rule.phone,
            email=rule.email,
        ),
        receiver=Party(
            name=address.name,
            firm=address.firm,
            street=address.street,
            street2=address.street2,
            city=address.city,
            postcode=address.postcode,
            country=address.country,
            phone=address.phone or order.phone,
            email=order.email,
        ),
        parcels=[
            Parcel(
                weight_g=shipment.weight_g or weight_of(shipment, rule),
                length_mm=rule.box_length_mm,
                width_mm=rule.box_width_mm,
                height_mm=rule.box_height_mm,
            )
        ],
        point=order.pickup_point,
        cod=cod,
        contents="",
    )


def weight_of(shipment: Shipment, rule: ShippingRule) -> int:
    """What the parcel should weigh by the catalogue, in grams, the box included."""
    lines = shipment.lines.select_related("variant")
    goods = sum((line.quantity * (line.variant.weight_g or 0) for line in lines), Decimal(0))
    return max(int(goods) + rule.box_weight_g, LEAST_WEIGHT_G)
