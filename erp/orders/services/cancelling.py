"""
What is no longer wanted.

What nobody has in hand is cancelled at once and its stock freed. What is picked is asked back from shipping, and is
cancelled when it lies on the shelf again. What has been shipped can't be cancelled: it comes back as a return.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from decimal import Decimal

from erp.foundation.actor import Actor
from erp.foundation.db import use_case
from erp.foundation.events.publishing import publish
from erp.foundation.states import IllegalMove
from erp.orders import locking
from erp.orders.errors import LineNotCancellable, UnknownLine
from erp.orders.events import CancellationRequested
from erp.orders.models import Order, OrderLine
from erp.orders.services.reserving import reserve_anew
from erp.orders.services.settling import settle
from erp.orders.states import OPEN, OrderStatus


@use_case
def cancel_order(*, order_id: int, reason: str, actor: Actor, at: datetime) -> Order:
    """
    Cancel what has not left yet. Safe to repeat: stock is freed once.

    :raises NotFound: when there is no such order. :raises IllegalMove: when all of it has been shipped.
    """
    order = locking.lock_order(order_id)
    if order.status == OrderStatus.CANCELLED:
        return order
    if order.status not in OPEN:
        raise IllegalMove(now=OrderStatus(order.status).label, to=OrderStatus.CANCELLED.label)
    lines = locking.lines_of(order)
    _note_reason(order, reason)
    cancel_quantities(order, lines, {line.pk: line.open - line.to_cancel for line in lines}, actor=actor, at=at)
    return order


@use_case
def cancel_lines(
    *, order_id: int, lines: Sequence[tuple[int, Decimal]], reason: str, actor: Actor, at: datetime
) -> Order:
    """
    Cancel so much of some lines (key, quantity) more than before. Not safe to repeat by itself: each call cancels more.

    :raises UnknownLine: for a line of another order. :raises LineNotCancellable: for more than is in the house.
    """
    order = locking.lock_order(order_id)
    own = {line.pk: line for line in locking.lines_of(order)}
    wanted: dict[int, Decimal] = {}
    for key, quantity in lines:
        if key not in own:
            raise UnknownLine
        wanted[key] = wanted.get(key, Decimal(0)) + quantity
        possible = own[key].open - own[key].to_cancel
        if wanted[key] > possible:
            raise LineNotCancellable(possible=f"{possible.normalize():f}", sku=own[key].sku)
    _note_reason(order, reason)
    cancel_quantities(order, list(own.values()), wanted, actor=actor, at=at)
    return order


def cancel_quantities(
    order: Order, lines: Sequence[OrderLine], wanted: Mapping[int, Decimal], *, actor: Actor, at: datetime
) -> None:
    """Cancel so much of each line of a locked order (key -> quantity), and let shipping take back what it has."""
    changed = [line for line in lines if wanted.get(line.pk)]
    for line in changed:
        at_once = min(wanted[line.pk], line.cancellable)
        line.cancelled += at_once
        line.to_cancel += wanted[line.pk] - at_once
        line.reserved = min(line.reserved, line.open)  # the constraint holds now; inventory has the last word below
    if changed:
        OrderLine.objects.bulk_update(changed, ["cancelled", "to_cancel", "reserved"])
        reserve_anew(order, lines, again=changed, actor=actor, at=at)
        # Also when nothing is picked: it may stand in a shipment that somebody is about to pick.
        publish(CancellationRequested(order_id=order.pk), actor=actor, subjects=[order.ref])
    settle(order, lines, actor=actor, at=at)


def cancel_taken_back(order: Order, lines: Sequence[OrderLine], *, actor: Actor, at: datetime) -> None:
    """Cancel what was asked back and lies on the shelf again."""
    freed = [line for line in lines if line.to_cancel > 0 and line.cancellable > 0]
    for line in freed:
        quantity = min(line.to_cancel, line.cancellable)
        line.to_cancel -= quantity
        line.cancelled += quantity
        line.reserved = min(line.reserved, line.open)
    if freed:
        OrderLine.objects.bulk_update(freed, ["cancelled", "to_cancel", "reserved"])
        reserve_anew(order, lines, again=freed, actor=actor, at=at)
    settle(order, lines, actor=actor, at=at)


def _note_reason(order: Order, reason: str) -> None:
    if reason and order.cancel_reason != reason[:300]:
        order.cancel_reason = reason[:300]
        Order.objects.filter(pk=order.pk).update(cancel_reason=order.cancel_reason)
