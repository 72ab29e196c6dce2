"""What lies where and what it is worth."""

from collections.abc import Iterable
from decimal import Decimal

from django.db.models import QuerySet, Sum

from erp.foundation.money import Money
from erp.foundation.organisation.models import Company
from erp.foundation.refs import Ref
from erp.inventory.models import StockLevel, StockMove, VariantCost


def levels(variant_ids: Iterable[int]) -> "QuerySet[StockLevel]":
    """The levels of these variants with their places, in order of picking."""
    rows = StockLevel.objects.filter(variant__in=list(variant_ids)).select_related("location")
    return rows.order_by("variant_id", "location__sequence", "location_id")


def moves_of(origin: Ref, purpose: str | None = None) -> list[StockMove]:
    """What an origin moved, all of it or for one purpose, in order of posting, with the places."""
    rows = StockMove.objects.filter(origin_kind=origin.kind, origin_key=origin.key)
    if purpose is not None:
        rows = rows.filter(purpose=purpose)
    return list(rows.select_related("source", "destination", "variant").order_by("pk"))


def stock_value(company: Company) -> Money:
    """What all of a company's stock is worth, goods in transit included."""
    total = VariantCost.objects.filter(company=company).aggregate(total=Sum("value"))["total"]
    return Money(total or 0, company.currency)


def value_of(variant_ids: Iterable[int]) -> dict[int, tuple[Decimal, Money]]:
    """Quantity and value of the whole stock of these variants; a variant that never came is left out."""
    rows = VariantCost.objects.filter(variant__in=list(variant_ids))
    return {row.variant_id: (row.quantity, Money(row.value, row.currency)) for row in rows}
