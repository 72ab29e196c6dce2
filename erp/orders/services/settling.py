"""Where an order stands, worked out from its facts; every verb ends with it, so that no order of facts matters."""

from collections.abc import Sequence
from datetime import datetime

from erp.foundation.actor import Actor
from erp.foundation.events.publishing import publish
from erp.orders.events import OrderCancelled, OrderCompleted, OrderHeld, OrderReady
from erp.orders.models import Order, OrderLine
from erp.orders.services.exceptions import settle_exceptions
from erp.orders.states import ORDER_FLOW, Hold, OrderStatus, PaymentStatus, Terms

CLOSED = (OrderStatus.CANCELLED, OrderStatus.COMPLETED)
COVERED = (PaymentStatus.PAID, PaymentStatus.PART_REFUNDED)
MAY_SHIP = (OrderStatus.CONFIRMED, OrderStatus.PART_SHIPPED)


def settle(
    order: Order, lines: Sequence[OrderLine], *, actor: Actor, at: datetime, newly_reserved: bool = False
) -> None:
    """
    Move a locked order to the status that follows from holds, payment and lines, and tell what became of it.

    :param newly_reserved: goods were held just now: an order that may ship already is told of as ready once more.
    """
    to = status_of(order, lines)
    if to == OrderStatus.CANCELLED and order.cancelled_at is None:
        order.cancelled_at = at
        Order.objects.filter(pk=order.pk).update(cancelled_at=at)
    moved = ORDER_FLOW.move(order, to=to, actor=actor)
    ready = order.status in MAY_SHIP and any(line.reserved > 0 for line in lines)
    became_ready = ready and (order.ready_at is None or newly_reserved)
    _write(order, lines, ready, at)
    if moved:
        _tell_move(order, actor, at)
    if became_ready:
        publish(OrderReady(order_id=order.pk), actor=actor, subjects=[order.ref])


def status_of(order: Order, lines: Sequence[OrderLine]) -> OrderStatus:
    """The status that follows from an order's facts."""
    if order.status in CLOSED:
        return OrderStatus(order.status)
    gone = any(line.shipped > 0 for line in lines)
    if not gone and all(line.open == 0 for line in lines):
        return OrderStatus.CANCELLED
    left = any(line.to_ship > 0 for line in lines)
    if gone and not left:
        arrived = order.parcels_sent > 0 and order.parcels_arrived == order.parcels_sent
        return OrderStatus.COMPLETED if arrived else OrderStatus.SHIPPED
    if order.holds:
        return OrderStatus.HELD
    if gone:
        return OrderStatus.PART_SHIPPED
    if order.payment_terms == Terms.PREPAID and order.payment_status not in COVERED:
        return OrderStatus.NEW
    return OrderStatus.CONFIRMED if left else OrderStatus.COMPLETED


def _write(order: Order, lines: Sequence[OrderLine], ready: bool, at: datetime) -> None:
    cancelled = order.status == OrderStatus.CANCELLED
    wanted = {
        "short": any(line.missing > 0 for line in lines if line.variant_id) and order.status not in CLOSED,
        "ready_at": None if cancelled or not (ready or order.parcels_sent) else order.ready_at or at,
        "completed_at": order.completed_at or (at if order.status == OrderStatus.COMPLETED else None),
        "holds": [] if order.status in CLOSED else order.holds,
    }
    changed = {name: value for name, value in wanted.items() if getattr(order, name) != value}
    if changed:
        for name, value in changed.items():
            setattr(order, name, value)
        Order.objects.filter(pk=order.pk).update(**changed)


def _tell_move(order: Order, actor: Actor, at: datetime) -> None:
    if order.status == OrderStatus.HELD:
        publish(OrderHeld(order_id=order.pk), actor=actor, subjects=[order.ref])
    elif order.status == OrderStatus.CANCELLED:
        settle_exceptions(order, list(Hold), actor=actor, at=at)
        publish(OrderCancelled(order_id=order.pk), actor=actor, subjects=[order.ref])
    elif order.status == OrderStatus.COMPLETED:
        publish(OrderCompleted(order_id=order.pk), actor=actor, subjects=[order.ref])
