"""Goods that were sent come back into stock, at the value at which they left."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal

from erp.foundation.actor import Actor
from erp.foundation.events.models import Event
from erp.foundation.refs import Ref
from erp.inventory import queries as stock
from erp.inventory import services as inventory
from erp.inventory.models import StockMove
from erp.orders.events import OrderShipped
from erp.orders.models import Order, OrderLine

ZERO = Decimal(0)


def take_back_into_stock(
    order: Order,
    returned: Sequence[tuple[OrderLine, Decimal, int | None]],
    *,
    origin: Ref,
    actor: Actor,
    at: datetime,
) -> None:
    """
    Bring so much of each line back to the place named, or to where it had been sent from.

    A kit comes back as its components. What never left by a shipment of ours (``OrderShipped``) brings nothing back.
    """
    left = {line.pk: quantity for line, quantity, _place in returned}
    places = {line.pk: place for line, _quantity, place in returned}
    by_key = {str(line.pk): line for line, _quantity, _place in returned}
    for shipment in _shipments(order):
        lines = []
        for key, moves in _by_line(stock.moves_of(shipment)).items():
            line = by_key.get(key)
            units = min(left[line.pk], line.shipped) if line else ZERO
            if line is None or not units:
                continue
            sent = _sent_units(moves, line)
            units = min(units, sent)
            left[line.pk] -= units
            lines += [
                inventory.Return(key, move.variant_id, places[line.pk] or move.source_id, move.quantity * units / sent)
                for move in moves
            ]
        if lines:
            inventory.return_stock(
                lines=lines, origin=origin, issued_as=shipment, purpose=f"return {shipment.key}", actor=actor, at=at
            )


def _shipments(order: Order) -> list[Ref]:
    """The shipments that took goods of the order away, as its own facts tell."""
    facts = Event.objects.filter(
        name=OrderShipped.fact_name, subjects__kind=order.ref.kind, subjects__key=order.ref.key
    ).order_by("id")
    return [Ref(data["shipment_kind"], data["shipment_key"]) for data in facts.values_list("data", flat=True)]


def _by_line(moves: Sequence[StockMove]) -> dict[str, list[StockMove]]:
    by_line: dict[str, list[StockMove]] = defaultdict(list)
    for move in moves:
        by_line[move.line_key].append(move)
    return by_line


def _sent_units(moves: Sequence[StockMove], line: OrderLine) -> Decimal:
    """How many units of the line these moves are: its own variant's quantity, or as many kits as its parts make."""
    own = sum((move.quantity for move in moves if move.variant_id == line.variant_id), ZERO)
    return own or line.shipped
