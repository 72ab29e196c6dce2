"""Stock in the list of products: what lies there and what is free, in the places that the actor sees."""

from typing import Any

from django.db.models import F, OuterRef, QuerySet, Subquery, Sum
from django.utils.translation import gettext_lazy as _

from erp.foundation.actor import Actor
from erp.foundation.web.lists.columns import Column
from erp.foundation.web.lists.extra import ExtraColumns
from erp.inventory.models import StockLevel


def with_stock(products: "QuerySet[Any]", actor: Actor) -> "QuerySet[Any]":
    """Products with ``on_hand`` and ``available``, summed over their variants; None where nothing ever lay."""
    levels = StockLevel.objects.visible_to(actor).filter(variant__product=OuterRef("pk")).order_by()
    of_product = levels.values("variant__product")
    free = of_product.filter(location__pickable=True, location__active=True)
    stocked: QuerySet[Any] = products.annotate(
        on_hand=Subquery(of_product.annotate(total=Sum("on_hand")).values("total")),
        available=Subquery(free.annotate(total=Sum(F("on_hand") - F("reserved"))).values("total")),
    )
    return stocked


STOCK = ExtraColumns(
    "inventory.view",
    (Column("on_hand", _("On hand"), "number"), Column("available", _("Available"), "number")),
    with_stock,
)
