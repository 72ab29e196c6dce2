"""A delivery is booked in by hand."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from erp.foundation.actor import Actor
from erp.foundation.db import use_case
from erp.foundation.money import Money
from erp.inventory.lines import Receipt
from erp.inventory.models import GoodsIn, Location
from erp.inventory.services.receiving import receive_stock


@dataclass(frozen=True, slots=True)
class Arrival:
    """So much of a variant that cost so much a unit; ``location_id`` None = the delivery's own place."""

    variant_id: int
    quantity: Decimal
    unit_cost: Money
    location_id: int | None = None


@use_case
def book_goods_in(
    *, location: Location, lines: Sequence[Arrival], actor: Actor, at: datetime, delivery_note: str = "", key: str = ""
) -> GoodsIn:
    """
    Book a delivery in, and give the goods to those who wait.

    :param key: makes it safe to repeat: the company's delivery with this key is returned.
    :raises WrongCurrency: for a cost in another currency than that of the company's books.
    """
    values = {"location": location, "delivery_note": delivery_note, "received_at": at}
    delivery, created = _get_or_create(location.company_id, key, values)
    if created:
        receipts = [
            Receipt(str(number), line.variant_id, line.location_id or location.pk, line.quantity, line.unit_cost)
            for number, line in enumerate(lines, 1)
        ]
        receive_stock(lines=receipts, origin=delivery.ref, actor=actor, at=at, reason=delivery_note)
    return delivery


def _get_or_create(company_id: int, key: str, values: dict[str, Any]) -> tuple[GoodsIn, bool]:
    if not key:
        return GoodsIn.objects.create(company_id=company_id, **values), True
    return GoodsIn.objects.get_or_create(company_id=company_id, key=key, defaults=values)
