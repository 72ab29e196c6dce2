"""Prices on the pages of products, which know nothing of prices."""

from collections.abc import Mapping
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from erp.foundation import clock
from erp.foundation.actor import Actor
from erp.foundation.refs import Ref
from erp.foundation.web import panels
from erp.pricing.models import Price

SHOWN = 50


def _prices(ref: Ref, actor: Actor) -> Mapping[str, Any] | None:
    today = clock.now().date()
    held = Price.objects.visible_to(actor).filter(variant__product=int(ref.key))
    current = held.filter(Q(valid_to=None) | Q(valid_to__gte=today)).select_related("price_list", "variant")
    rows = list(current.order_by("price_list__name", "variant__sku", "min_quantity", "valid_from")[:SHOWN])
    return {"prices": rows} if rows else None


panels.register(
    "catalog.product",
    panels.Panel("prices", _("Prices"), "pricing.view", "pricing/staff/product_panel.html", _prices, order=30),
)
