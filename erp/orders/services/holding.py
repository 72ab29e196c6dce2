"""An order waits for a person, and goes on."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from erp.foundation.actor import Actor
from erp.foundation.db import use_case
from erp.foundation.events.publishing import publish
from erp.foundation.states import IllegalMove
from erp.orders import locking
from erp.orders.events import OrderReleased
from erp.orders.models import Order
from erp.orders.services.exceptions import raise_exception, settle_exceptions
from erp.orders.services.settling import settle
from erp.orders.states import OPEN, Hold, OrderStatus


@use_case
def hold_order(*, order_id: int, note: str, actor: Actor, at: datetime) -> Order:
    """
    Keep an order from shipping until it is released; ``note`` says why. Safe to repeat.

    :raises NotFound: when there is no such order. :raises IllegalMove: when everything of it has left or is cancelled.
    """
    order = locking.lock_order(order_id)
    if order.status not in OPEN:
        raise IllegalMove(now=OrderStatus(order.status).label, to=OrderStatus.HELD.label)
    if order.hold_note != note[:300]:
        order.hold_note = note[:300]
        Order.objects.filter(pk=order.pk).update(hold_note=order.hold_note)
    add_hold(order, Hold.BY_HAND, actor=actor, at=at)
    return order


@use_case
def release_order(*, order_id: int, actor: Actor, at: datetime, holds: list[str] | None = None) -> Order:
    """
    Lift holds from an order, all of them unless some are named: a person has looked. Safe to repeat.

    :raises NotFound: when there is no such order.
    """
    order = locking.lock_order(order_id)
    lifted = [hold for hold in order.holds if holds is None or hold in holds]
    if lifted:
        lift_holds(order, lifted, actor=actor, at=at)
    return order


def add_hold(
    order: Order, hold: Hold, *, actor: Actor, at: datetime, explained: Mapping[str, Any] | None = None
) -> None:
    """
    Hold a locked order for one more reason, and show the reason in the queue if it is ``explained``.

    An order of which nothing is left to ship is not held any more; the reason still shows.
    """
    if explained is not None:
        raise_exception(order, hold, explained, actor=actor, at=at)
    if order.status in OPEN and hold.value not in order.holds:
        order.holds = [*order.holds, hold.value]
        Order.objects.filter(pk=order.pk).update(holds=order.holds)
        settle(order, locking.lines_of(order), actor=actor, at=at)


def lift_holds(order: Order, holds: list[str], *, actor: Actor, at: datetime, newly_reserved: bool = False) -> None:
    """Lift some holds of a locked order; what remains still holds it."""
    order.holds = [hold for hold in order.holds if hold not in holds]
    # The status goes first: the database refuses a held order without a reason.
    settle(order, locking.lines_of(order), actor=actor, at=at, newly_reserved=newly_reserved)
    note = order.hold_note if Hold.BY_HAND in order.holds else ""
    order.hold_note = note
    Order.objects.filter(pk=order.pk).update(holds=order.holds, hold_note=note)
    settle_exceptions(order, [Hold(hold) for hold in holds], actor=actor, at=at)
    publish(OrderReleased(order_id=order.pk), actor=actor, subjects=[order.ref])
