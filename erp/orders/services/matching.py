"""Goods that were not known when they were sold are found in the catalogue later."""

from datetime import datetime

from erp.catalog.models import Variant
from erp.foundation.actor import Actor
from erp.foundation.db import use_case
from erp.orders import locking
from erp.orders.models import Order, OrderLine
from erp.orders.services.holding import lift_holds
from erp.orders.services.reserving import reserve_anew
from erp.orders.services.settling import settle
from erp.orders.states import Hold


@use_case
def match_lines(*, order_id: int, actor: Actor, at: datetime) -> Order:
    """
    Give lines without a product the one that has exactly their SKU by now, and hold stock for them.

    The hold is lifted when no line is left unknown. Safe to repeat; nothing is ever matched by its title.

    :raises NotFound: when there is no such order.
    """
    order = locking.lock_order(order_id)
    lines = locking.lines_of(order)
    unknown = [line for line in lines if line.variant_id is None and line.sku]
    by_sku = dict(
        Variant.objects.filter(company=order.company_id, sku__in={line.sku for line in unknown}).values_list(
            "sku", "pk"
        )
    )
    found = [line for line in unknown if line.sku in by_sku]
    for line in found:
        line.variant_id = by_sku[line.sku]
    if found:
        OrderLine.objects.bulk_update(found, ["variant"])
        reserve_anew(order, lines, again=found, actor=actor, at=at)
    left = any(line.variant_id is None and line.requires_shipping and line.open > 0 for line in lines)
    if not left and Hold.UNKNOWN_SKU in order.holds:
        lift_holds(order, [Hold.UNKNOWN_SKU.value], actor=actor, at=at, newly_reserved=bool(found))
    elif found:
        settle(order, lines, actor=actor, at=at, newly_reserved=True)
    return order
