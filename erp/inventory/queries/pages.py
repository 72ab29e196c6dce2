"""What the pages of stock show."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import DecimalField, Exists, F, OuterRef, QuerySet, Subquery, Sum, Value
from django.db.models.functions import Coalesce

from erp.catalog.models import Variant
from erp.foundation.actor import Actor
from erp.inventory.models import (
    CountLine,
    GoodsIn,
    Location,
    LocationKind,
    Reservation,
    Shortage,
    StockCount,
    StockLevel,
    StockMove,
    Transfer,
    VariantCost,
)

_NUMBER: "DecimalField[Decimal, Decimal]" = DecimalField(max_digits=20, decimal_places=3)
SHOWN = 100  # of promises and moves on a card


def stock_rows(actor: Actor) -> "QuerySet[Variant]":
    """Stocked variants with what is on hand, reserved, free and missing, in the places that the actor sees."""
    levels = StockLevel.objects.visible_to(actor).filter(variant=OuterRef("pk"))
    missing = Shortage.objects.visible_to(actor).filter(variant=OuterRef("pk"))
    return (
        Variant.objects.visible_to(actor)
        .filter(is_kit=False)
        .select_related("product__unit", "product__company")
        .prefetch_related("product__texts")
        .annotate(on_hand=_sum(levels, "on_hand"), reserved=_sum(levels, "reserved"), missing=_sum(missing, "quantity"))
        .annotate(free=F("on_hand") - F("reserved"))
    )


def _sum(rows: "QuerySet[Any]", column: str) -> Coalesce:
    total = rows.order_by().values("variant").annotate(total=Sum(column)).values("total")
    return Coalesce(Subquery(total, output_field=_NUMBER), Value(Decimal(0), output_field=_NUMBER))


def with_stock(rows: "QuerySet[Variant]", wanted: bool) -> "QuerySet[Variant]":
    """Those of which something is on hand, or those of which nothing is."""
    stocked = Exists(StockLevel.objects.filter(variant=OuterRef("pk"), on_hand__gt=0))
    return rows.filter(stocked) if wanted else rows.filter(~stocked)


def with_shortage(rows: "QuerySet[Variant]", wanted: bool) -> "QuerySet[Variant]":
    """Those that somebody waits for, or those that nobody does."""
    waiting = Exists(Shortage.objects.filter(variant=OuterRef("pk")))
    return rows.filter(waiting) if wanted else rows.filter(~waiting)


def warehouses(actor: Actor) -> list[Location]:
    """The warehouses that the actor sees, in order of picking."""
    rows = Location.objects.visible_to(actor).filter(kind=LocationKind.WAREHOUSE, active=True)
    return list(rows.select_related("branch").order_by("sequence", "pk"))


@dataclass(frozen=True, slots=True)
class StockCard:
    """Everything about a variant's stock that the actor sees."""

    levels: list[StockLevel]
    reservations: list[Reservation]
    shortages: list[Shortage]
    moves: list[StockMove]
    cost: VariantCost | None

    @property
    def on_hand(self) -> Decimal:
        return sum((level.on_hand for level in self.levels), Decimal(0))

    @property
    def reserved(self) -> Decimal:
        return sum((level.reserved for level in self.levels), Decimal(0))

    @property
    def missing(self) -> Decimal:
        return sum((shortage.quantity for shortage in self.shortages), Decimal(0))


def stock_card(variant: Variant, actor: Actor) -> StockCard:
    """The card of a variant; five queries."""
    levels = StockLevel.objects.visible_to(actor).filter(variant=variant).exclude(on_hand=0)
    held = Reservation.objects.visible_to(actor).filter(variant=variant)
    waiting = Shortage.objects.visible_to(actor).filter(variant=variant)
    moves = StockMove.objects.visible_to(actor).filter(variant=variant)
    return StockCard(
        list(levels.select_related("location__branch").order_by("location__sequence", "location_id")),
        list(held.select_related("location").order_by("created_at", "pk")[:SHOWN]),
        list(waiting.order_by(F("promised_on").asc(nulls_last=True), "created_at", "pk")[:SHOWN]),
        list(moves.select_related("source", "destination").order_by("-pk")[:SHOWN]),
        VariantCost.objects.visible_to(actor).filter(variant=variant).first(),
    )


def visible_variant(actor: Actor, key: str | int) -> Variant | None:
    """A stocked variant that the actor sees, with what its page names."""
    rows = Variant.objects.visible_to(actor).filter(pk=key, is_kit=False)
    return rows.select_related("product__company", "product__unit").prefetch_related("product__texts").first()


def visible_goods_in(actor: Actor, key: str | int) -> GoodsIn | None:
    """A delivery that the actor sees."""
    return GoodsIn.objects.visible_to(actor).filter(pk=key).select_related("location__branch", "company").first()


def visible_count(actor: Actor, key: str | int) -> StockCount | None:
    """A count that the actor sees."""
    return StockCount.objects.visible_to(actor).filter(pk=key).select_related("location__branch", "company").first()


def visible_transfer(actor: Actor, key: str | int) -> Transfer | None:
    """A transfer that the actor sees."""
    rows = Transfer.objects.visible_to(actor).filter(pk=key)
    return rows.select_related("source__branch", "destination__branch", "company").first()


def count_lines(count: StockCount, actor: Actor) -> list[CountLine]:
    """What was entered, where the actor sees it."""
    rows = CountLine.objects.visible_to(actor).filter(count=count).select_related("variant", "location")
    return list(rows.order_by("location__code", "variant__sku"))


def not_counted(count: StockCount, actor: Actor) -> list[StockLevel]:
    """What lies in the counted place and has no entry yet, at most so many as fit a page."""
    entered = CountLine.objects.filter(count=count, variant=OuterRef("variant"), location=OuterRef("location"))
    rows = StockLevel.objects.visible_to(actor).filter(location__lineage__contains=[count.location_id])
    rows = rows.exclude(on_hand=0).exclude(Exists(entered)).select_related("variant", "location")
    return list(rows.order_by("location__code", "variant__sku")[: SHOWN * 5])
