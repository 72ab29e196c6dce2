"""Reads of orders."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from django.db.models import Prefetch, QuerySet
from django.urls import reverse

from config.env import ENV
from erp.foundation.accounts import links
from erp.foundation.actor import Actor
from erp.foundation.refs import Ref
from erp.inventory.services import Demand
from erp.orders.models import Order, OrderAddress, OrderLine, OrderRefund
from erp.orders.states import OrderStatus

LINK_LASTS = timedelta(days=90)


def order_by_source(source: str, source_ref: str) -> Order | None:
    """The order that a source calls so, if it was taken."""
    return Order.objects.filter(source=source, source_ref=source_ref).first()


def orders_by_source(source: str, source_refs: Iterable[str]) -> dict[str, Order]:
    """The orders that a source calls so, by its number; those not taken are left out."""
    return {order.source_ref: order for order in Order.objects.filter(source=source, source_ref__in=set(source_refs))}


def order_of(ref: Ref) -> Order | None:
    """The order that a reference names, if it names one."""
    return Order.objects.filter(pk=int(ref.key)).first() if ref.kind == Order._meta.label_lower else None


def demand(lines: Iterable[OrderLine]) -> list[Demand]:
    """What lines want from stock: goods that are shipped, known here, and neither shipped nor cancelled yet."""
    return [
        Demand(str(line.pk), line.variant_id, line.to_ship)
        for line in lines
        if line.variant_id is not None and line.to_ship > 0
    ]


def shipping_address(order: Order) -> OrderAddress | None:
    """Where the goods go."""
    return _address(order, ("shipping", "billing"))


def billing_address(order: Order) -> OrderAddress | None:
    """Who is billed: the billing address, or where the goods go."""
    return _address(order, ("billing", "shipping"))


def refund_by_source(source: str, source_ref: str) -> OrderRefund | None:
    """The refund that a source calls so, if it was recorded."""
    return OrderRefund.objects.filter(source=source, source_ref=source_ref).first()


def waiting_for_sku(company_id: int, sku: str) -> list[int]:
    """Keys of a company's orders with a line of this SKU that had no product when it was sold."""
    lines = OrderLine.objects.filter(variant=None, sku=sku, order__company=company_id)
    return sorted(set(lines.values_list("order_id", flat=True)))


def customer_link(order: Order, *, at: datetime) -> str:
    """Address of the page on which whoever holds the link follows the order; it ends after :data:`LINK_LASTS`."""
    token = links.sign([order.ref], until=at + LINK_LASTS)
    return ENV.public_url + reverse("orders:track", args=[token])


def held_count(actor: Actor) -> int:
    """How many held orders the actor sees."""
    return Order.objects.visible_to(actor).filter(status=OrderStatus.HELD).count()


def with_parts(orders: "QuerySet[Order]") -> "QuerySet[Order]":
    """Orders with everything that their page shows, in a fixed number of queries."""
    lines = OrderLine.objects.order_by("position")
    return orders.select_related("company", "branch", "sales_channel", "customer").prefetch_related(
        Prefetch("lines", lines), "charges", "addresses", "refunds__lines"
    )


def _address(order: Order, kinds: Sequence[str]) -> OrderAddress | None:
    by_kind = {address.kind: address for address in order.addresses.all()}
    return next((by_kind[kind] for kind in kinds if kind in by_kind), None)
