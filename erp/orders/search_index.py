"""Orders in the search over everything: by number here and at the shop, e-mail and name of the buyer."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from erp.foundation.search.sources import Found, Source, register
from erp.orders.events import OrderChanged, OrderPlaced
from erp.orders.models import Order


def _key(fact: Any) -> Iterable[str]:
    return (str(fact.order_id),)


def _read(keys: Sequence[str]) -> Iterable[Found]:
    for order in Order.objects.filter(pk__in=keys).select_related("customer"):
        # The title shows to whoever may see orders; names and addresses only help to find it.
        yield Found(
            key=str(order.pk),
            company_id=order.company_id,
            title=order.number,
            detail=f"{order.source_number} {order.placed_at:%Y-%m-%d}".strip(),
            code=order.number,
            words=(order.source_number.lstrip("#"), order.source_number, order.email, order.customer.name),
        )


register(
    Source(
        kind="orders.order",
        label=_("Orders"),
        permission="orders.view",
        stale={OrderPlaced: _key, OrderChanged: _key},
        read=_read,
        url=lambda key: reverse("orders:order", args=[key]),
    )
)
