"""Taking in what channels have: an order by its draft, with its binding, in one transaction."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime

from erp.foundation.actor import Actor
from erp.foundation.db import use_case
from erp.foundation.events.publishing import publish
from erp.orders import services as orders
from erp.orders.drafts import OrderDraft, RefundDraft, Restock
from erp.orders.models import Order, OrderLine, OrderRefund
from erp.sync import queries
from erp.sync.events import OrderImported
from erp.sync.models import Binding, ChannelAccount
from erp.sync.protocol import RemoteCustomer
from erp.sync.services.acknowledging import record_sold
from erp.sync.services.customers import import_customer
from erp.sync.services.desiring import desire_stock
from erp.sync.services.settling import settle_messages
from erp.sync.states import Kind

Quantities = Mapping[int, int]  # by variant


@use_case
def import_order(
    *,
    account: ChannelAccount,
    draft: OrderDraft,
    version: str,
    fetched_at: datetime,
    actor: Actor,
    at: datetime,
    customer: RemoteCustomer | None = None,
) -> Order:
    """
    Take in an order as it was fetched. Safe to repeat; an order the channel sold is never refused.

    A new order has lowered the channel's own stock, and goods that a refund or a cancellation put back there have
    raised it, so what we expect the channel to show moves with them, in the same transaction: a plain sale makes no
    write, and what the channel put back after we had sent it is seen. ``customer`` came along with the order.
    """
    refunds = _new_refunds(draft)
    order = orders.import_order(draft=draft, actor=actor, at=at)
    bound = Binding(
        account=account,
        kind=Kind.ORDER,
        remote_id=draft.source_ref,
        local_kind=order.ref.kind,
        local_key=order.ref.key,
        remote_version=version,
        bound_at=at,
    )
    known = queries.binding(account.pk, Kind.ORDER, draft.source_ref)
    if known is None:
        bound.save()
        publish(OrderImported(account_id=account.pk, order_id=order.pk), actor=actor, subjects=[account.ref, order.ref])
    elif known.remote_version < version:
        Binding.objects.filter(pk=known.pk).update(remote_version=version)
    if known is not None or draft.cancelled_at is None:
        _follow_own_stock(account, order, [] if known else [_sold(order)], refunds, actor, at)
    if customer is not None:
        import_customer(account=account, customer=customer, fetched_at=fetched_at, actor=actor, at=at)
    settle_messages(
        account_id=account.pk, kind=Kind.ORDER, remote_id=draft.source_ref, until=fetched_at, actor=actor, at=at
    )
    return order


def _new_refunds(draft: OrderDraft) -> list[RefundDraft]:
    """Refunds of the draft that are not written down yet."""
    refs = [refund.source_ref for refund in draft.refunds]
    known = OrderRefund.objects.filter(source=draft.source, source_ref__in=refs).values_list("source_ref", flat=True)
    return [refund for refund in draft.refunds if refund.source_ref not in set(known)]


def _follow_own_stock(
    account: ChannelAccount,
    order: Order,
    sold: list[Quantities],
    refunds: list[RefundDraft],
    actor: Actor,
    at: datetime,
) -> None:
    """
    Move what we expect the channel to show by what it sold and put back; known only where it has one place for stock.

    What it should show is computed anew in the same transaction: a push in between would put back the number from
    before the sale.
    """
    places = queries.mapped_locations([account.pk]).get(account.pk, [])
    moved: Counter[int] = Counter()
    for quantities in (*sold, _put_back(order, refunds)):
        moved.update(quantities)
    if len(places) != 1 or not moved:
        return
    rows = queries.bound_variants(moved, accounts=[account.pk])
    lower = {f"{row.extra['stock_item']}|{places[0].remote_id}": moved[int(row.local_key)] for row in rows}
    record_sold(account_id=account.pk, sold=lower, actor=actor, at=at)
    desire_stock(variant_ids=moved, actor=actor, at=at, accounts=[account.pk])


def _sold(order: Order) -> Quantities:
    """What the channel took off its own numbers for an order."""
    found: Counter[int] = Counter()
    lines = OrderLine.objects.filter(order=order, variant__isnull=False).values_list("variant_id", "quantity")
    for variant_id, quantity in lines:
        found[variant_id] += int(quantity)
    return found


def _put_back(order: Order, refunds: Sequence[RefundDraft]) -> Quantities:
    """What refunds put back into the channel's own numbers, as sales below zero."""
    back = [line for refund in refunds for line in refund.lines if line.restock != Restock.NO_RESTOCK]
    found: Counter[int] = Counter()
    if back:
        lines = OrderLine.objects.filter(order=order, variant__isnull=False)
        variants = dict(lines.values_list("source_line_ref", "variant_id"))
        for line in back:
            if line.source_line_ref in variants:
                found[variants[line.source_line_ref]] -= int(line.quantity)
    return found
