"""What shipping does with the goods of an order, noted in the same transaction."""

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal

from erp.foundation.actor import Actor
from erp.foundation.db import use_case
from erp.foundation.events.publishing import publish
from erp.foundation.refs import Ref
from erp.foundation.states import IllegalMove
from erp.orders import locking
from erp.orders.errors import NotThatMuch, OrderIsHeld, UnknownLine
from erp.orders.events import OrderShipped
from erp.orders.models import Order, OrderLine
from erp.orders.services.cancelling import cancel_taken_back
from erp.orders.services.settling import settle
from erp.orders.states import OrderStatus

ZERO = Decimal(0)
Quantities = Sequence[tuple[int, Decimal]]


@use_case
def record_picked(*, order_id: int, lines: Quantities, actor: Actor, at: datetime) -> Order:
    """
    So much of some lines (key, quantity) is off the shelf. The caller's own state keeps it from being told twice.

    :raises UnknownLine: for a line of another order. :raises NotThatMuch: for more than is wanted.
    """
    order = locking.lock_order(order_id)
    own = _own(order)
    for line, quantity in _each(own, lines):
        if quantity > line.cancellable - line.to_cancel:
            raise NotThatMuch(possible=_plain(line.cancellable - line.to_cancel), sku=line.sku)
        line.picked += quantity
    OrderLine.objects.bulk_update(own, ["picked"])
    return order


@use_case
def record_unpicked(*, order_id: int, lines: Quantities, actor: Actor, at: datetime) -> Order:
    """
    So much of some lines lies on the shelf again; what was to be cancelled of it is cancelled now.

    :raises UnknownLine: for a line of another order. :raises NotThatMuch: for more than was picked.
    """
    order = locking.lock_order(order_id)
    own = _own(order)
    for line, quantity in _each(own, lines):
        if quantity > line.picked:
            raise NotThatMuch(possible=_plain(line.picked), sku=line.sku)
        line.picked -= quantity
    OrderLine.objects.bulk_update(own, ["picked"])
    cancel_taken_back(order, own, actor=actor, at=at)
    return order


@use_case
def record_shipment(*, order_id: int, lines: Quantities, shipment: Ref, actor: Actor, at: datetime) -> Order:
    """
    So much of some lines (key, quantity) leaves with a shipment, whose own state keeps it from being told twice.

    Goods that were cancelled meanwhile, or belong to a held order, must not leave: the shipment is to be unpacked, or
    the order released.

    :raises UnknownLine: for a line of another order. :raises OrderIsHeld: while a person has to look.
    :raises IllegalMove: while it is not paid. :raises NotThatMuch: for more than is ordered and not cancelled.
    """
    order = locking.lock_order(order_id)
    if order.status == OrderStatus.HELD:
        raise OrderIsHeld(reason=order.hold_reason)
    if order.status == OrderStatus.NEW:
        raise IllegalMove(now=OrderStatus.NEW.label, to=OrderStatus.SHIPPED.label)
    own = _own(order)
    for line, quantity in _each(own, lines):
        possible = line.open - line.to_cancel
        if quantity > possible:
            raise NotThatMuch(possible=_plain(possible), sku=line.sku)
        line.shipped += quantity
        line.picked = max(line.picked - quantity, ZERO)
        line.reserved = max(line.reserved - quantity, ZERO)
    OrderLine.objects.bulk_update(own, ["shipped", "picked", "reserved"])
    order.parcels_sent += 1
    Order.objects.filter(pk=order.pk).update(parcels_sent=order.parcels_sent)
    fact = OrderShipped(order_id=order.pk, shipment_kind=shipment.kind, shipment_key=shipment.key)
    publish(fact, actor=actor, subjects=[order.ref, shipment])
    settle(order, own, actor=actor, at=at)
    return order


@use_case
def record_delivered(*, order_id: int, actor: Actor, at: datetime) -> Order:
    """One of the order's parcels has arrived; with the last one the order is completed. Never more than were sent."""
    order = locking.lock_order(order_id)
    if order.parcels_arrived < order.parcels_sent:
        order.parcels_arrived += 1
        Order.objects.filter(pk=order.pk).update(parcels_arrived=order.parcels_arrived)
        settle(order, locking.lines_of(order), actor=actor, at=at)
    return order


def _own(order: Order) -> list[OrderLine]:
    return locking.lines_of(order)


def _each(own: Sequence[OrderLine], lines: Quantities) -> list[tuple[OrderLine, Decimal]]:
    by_key = {line.pk: line for line in own}
    if any(key not in by_key for key, _quantity in lines):
        raise UnknownLine
    return [(by_key[key], quantity) for key, quantity in lines]


def _plain(quantity: Decimal) -> str:
    return f"{quantity.normalize():f}"
