"""Planning shipments from what is reserved for an order."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime
from decimal import Decimal

from django.db.models import Sum

from erp.carriers import queries as carriers
from erp.carriers.models import DeliveryMethod
from erp.fiscal import services as fiscal
from erp.fiscal.models import NumberSeries
from erp.foundation import clock
from erp.foundation.actor import Actor
from erp.foundation.db import use_case
from erp.foundation.events.publishing import publish
from erp.inventory.models import Reservation
from erp.orders import locking as orders
from erp.orders.models import Order
from erp.orders.states import OrderStatus
from erp.shipping.events import ShipmentPlanned
from erp.shipping.models import Shipment, ShipmentLine, ShippingRule
from erp.shipping.services import numbering
from erp.shipping.states import WAITING

Place = tuple[int, int, int]  # order line, variant, location
_SHIPPABLE = (OrderStatus.CONFIRMED, OrderStatus.PART_SHIPPED)


@use_case
def plan_shipments(*, order_id: int, actor: Actor, at: datetime) -> list[Shipment]:
    """
    Plan a shipment per warehouse for what is reserved for an order and not planned yet.

    Safe to repeat: what waits in a shipment already is left out. An order that may not ship is left alone.
    """
    order = orders.lock_order(order_id)
    if order.status not in _SHIPPABLE:
        return []
    missing = _unplanned(order)
    by_warehouse: dict[int, list[tuple[Reservation, Decimal]]] = defaultdict(list)
    for reservation, quantity in missing:
        by_warehouse[reservation.location.lineage[0]].append((reservation, quantity))
    if not by_warehouse:
        return []
    rules = {rule.location_id: rule for rule in ShippingRule.objects.filter(location__in=by_warehouse)}
    method = carriers.method_for(order.company_id, order.delivery_method)
    series = numbering.series_of(order.company, actor=actor, at=at)
    return [
        _plan(order, warehouse, parts, rules.get(warehouse), method, series, actor, at)
        for warehouse, parts in sorted(by_warehouse.items())
    ]


def _unplanned(order: Order) -> list[tuple[Reservation, Decimal]]:
    reservations = Reservation.objects.filter(owner_kind=order.ref.kind, owner_key=order.ref.key).select_related(
        "location"
    )
    waiting = (
        ShipmentLine.objects.filter(shipment__order=order, shipment__status__in=WAITING)
        .values_list("order_line_id", "variant_id", "location_id")
        .annotate(total=Sum("quantity"))
    )
    planned: Mapping[Place, Decimal] = {(line, variant, place): total for line, variant, place, total in waiting}
    rest = [
        (row, row.quantity - planned.get((int(row.line_key), row.variant_id, row.location_id), Decimal(0)))
        for row in reservations.order_by("line_key", "variant_id", "location_id")
    ]
    return [(row, quantity) for row, quantity in rest if quantity > 0]


def _plan(
    order: Order,
    warehouse: int,
    parts: Iterable[tuple[Reservation, Decimal]],
    rule: ShippingRule | None,
    method: DeliveryMethod | None,
    series: NumberSeries,
    actor: Actor,
    at: datetime,
) -> Shipment:
    on = clock.day_in(order.company.time_zone, at)
    shipment = Shipment.objects.create(
        company_id=order.company_id,
        order=order,
        location_id=warehouse,
        number=fiscal.take_number(series=series, on=on),
        method=method,
        automatic=bool(rule and rule.automatic),
        planned_at=at,
    )
    ShipmentLine.objects.bulk_create(
        [
            ShipmentLine(
                shipment=shipment,
                order_line_id=int(row.line_key),
                variant_id=row.variant_id,
                location_id=row.location_id,
                quantity=quantity,
                per_unit=row.per_unit,
            )
            for row, quantity in parts
        ]
    )
    fact = ShipmentPlanned(shipment_id=shipment.pk, order_id=order.pk, automatic=shipment.automatic)
    publish(fact, actor=actor, subjects=[shipment.ref, order.ref])
    return shipment
