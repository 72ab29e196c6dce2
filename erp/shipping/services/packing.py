"""Picking and packing: by people with a scanner, or by itself."""

from datetime import datetime
from decimal import Decimal

from django.db.models import F
from django.utils.translation import gettext_lazy as _

from erp.catalog import queries as catalog
from erp.foundation.actor import Actor
from erp.foundation.db import lock_rows, use_case
from erp.foundation.errors import BusinessError, NotFound
from erp.foundation.events.publishing import publish
from erp.orders import services as orders
from erp.shipping.events import ShipmentPacked
from erp.shipping.locking import lock_shipment
from erp.shipping.models import Shipment, ShipmentLine
from erp.shipping.states import SHIPMENT_FLOW, ShipmentStatus

_QUANTITY = F("quantity")


class WrongProduct(BusinessError):
    """The scanned code is of another product."""

    code = "wrong-product"
    status = 422
    message = _("This code belongs to another product. Expected: %(sku)s.")


class TooMany(BusinessError):
    """More was picked than the shipment asks for."""

    code = "too-many"
    status = 422
    message = _("The shipment asks for %(quantity)s only.")


class NotAllPicked(BusinessError):
    """Something still has to be picked."""

    code = "not-all-picked"
    message = _("Some lines are not picked yet.")


@use_case
def start_picking(*, shipment_id: int, actor: Actor, at: datetime) -> Shipment:
    """
    Take a planned shipment to pick. Safe to repeat.

    :raises IllegalMove: when it is packed or gone.
    """
    shipment = lock_shipment(shipment_id)
    SHIPMENT_FLOW.move(shipment, to=ShipmentStatus.PICKING, actor=actor)
    return shipment


@use_case
def confirm_pick(
    *, shipment_id: int, line_id: int, quantity: Decimal, code: str, actor: Actor, at: datetime
) -> ShipmentLine:
    """
    So much of a line is in the picker's hands; ``code`` is what was scanned (SKU or barcode, "" = typed by hand).

    ``quantity`` is the whole of the line picked so far, so that a repeated scan message changes nothing.

    :raises WrongProduct: :raises TooMany: :raises IllegalMove: :raises NotFound:
    """
    shipment = start_picking(shipment_id=shipment_id, actor=actor, at=at)
    found = lock_rows(ShipmentLine.objects.select_related("variant").filter(pk=line_id, shipment=shipment))
    if not found:
        raise NotFound
    (line,) = found
    if code and code != line.variant.sku:
        by_code = catalog.variants_by_barcode(shipment.company, [code])
        if code not in by_code or by_code[code].pk != line.variant_id:
            raise WrongProduct(sku=line.variant.sku)
    if quantity > line.quantity:
        raise TooMany(quantity=line.quantity)
    line.picked = quantity
    line.save(update_fields=["picked"])
    return line


@use_case
def pack_shipment(
    *, shipment_id: int, actor: Actor, at: datetime, weight_g: int | None = None, all_picked: bool = False
) -> Shipment:
    """
    Close the parcel; the order knows from here on that its goods are picked. Safe to repeat.

    :param weight_g: as weighed; without it the catalogue's weights count.
    :param all_picked: everything is at hand (automatic mode), nothing was scanned.
    :raises NotAllPicked: :raises IllegalMove:
    """
    shipment = lock_shipment(shipment_id)
    if shipment.status == ShipmentStatus.PACKED:
        return shipment
    lines = list(shipment.lines.all())
    if not all_picked and any(line.picked != line.quantity for line in lines):
        raise NotAllPicked
    shipment.lines.exclude(picked=_QUANTITY).update(picked=_QUANTITY)
    Shipment.objects.filter(pk=shipment.pk).update(packed_at=at, weight_g=weight_g)
    SHIPMENT_FLOW.move(shipment, to=ShipmentStatus.PACKED, actor=actor)
    orders.record_picked(order_id=shipment.order_id, lines=ordered_units(lines), actor=actor, at=at)
    fact = ShipmentPacked(shipment_id=shipment.pk, order_id=shipment.order_id)
    publish(fact, actor=actor, subjects=[shipment.ref, shipment.order.ref])
    return shipment


def ordered_units(lines: list[ShipmentLine]) -> list[tuple[int, Decimal]]:
    """
    What a shipment's lines are in units of the order's lines.

    A kit counts as often as all its components are there: the least of quantity / per unit over them.
    """
    parts: dict[int, dict[int, Decimal]] = {}
    for line in lines:
        variants = parts.setdefault(line.order_line_id, {})
        variants[line.variant_id] = variants.get(line.variant_id, Decimal(0)) + line.quantity / line.per_unit
    return [(order_line, min(variants.values())) for order_line, variants in sorted(parts.items())]
