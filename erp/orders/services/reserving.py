"""What is held for an order's lines is brought up to what inventory holds, and lines are held again after a change."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from decimal import Decimal

from erp.foundation.actor import Actor
from erp.foundation.db import use_case
from erp.inventory import queries as stock
from erp.inventory import services as inventory
from erp.orders import locking, queries
from erp.orders.models import Order, OrderLine
from erp.orders.services.settling import settle

ZERO = Decimal(0)


@use_case
def refresh_reserved(*, order_id: int, actor: Actor, at: datetime) -> Order:
    """
    Write on each line how much is held for it now, after a receipt filled it or a count took from it.

    Reads the state and not the fact, so it may run late, twice or in any order.
    """
    order = locking.lock_order(order_id)
    lines = locking.lines_of(order)
    before = {line.pk: line.reserved for line in lines}
    write_reserved(order, lines)
    more = any(line.reserved > before[line.pk] for line in lines)
    settle(order, lines, actor=actor, at=at, newly_reserved=more)
    return order


def write_reserved(order: Order, lines: Sequence[OrderLine]) -> None:
    """Set ``reserved`` of the lines of a locked order to what inventory holds for them."""
    holdings = stock.holdings(order.ref)
    changed = []
    for line in lines:
        holding = holdings.get(str(line.pk))
        held = max(line.to_ship - holding.missing, ZERO) if holding else ZERO
        if held != line.reserved:
            line.reserved = held
            changed.append(line)
    if changed:
        OrderLine.objects.bulk_update(changed, ["reserved"])


def reserve_anew(
    order: Order, lines: Sequence[OrderLine], *, again: Iterable[OrderLine], actor: Actor, at: datetime
) -> None:
    """
    Hold what the lines ``again`` want now: after their quantity became less, or their product became known.

    Their own stock is let go and taken again in this transaction, so nobody else gets it in between.
    """
    again = list(again)
    keys = [str(line.pk) for line in again]
    wanted = queries.demand(again)
    inventory.release_stock(owner=order.ref, line_keys=keys, hand_on=not wanted, actor=actor, at=at)
    if wanted:
        inventory.reserve_stock(
            demand=wanted,
            owner=order.ref,
            company_id=order.company_id,
            locations=order.locations,
            actor=actor,
            at=at,
        )
    write_reserved(order, lines)
