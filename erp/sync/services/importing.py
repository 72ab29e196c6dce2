"""Taking in what channels have: an order by its draft, with its binding, in one transaction."""

from datetime import datetime

from erp.foundation.actor import Actor
from erp.foundation.db import use_case
from erp.foundation.events.publishing import publish
from erp.orders import services as orders
from erp.orders.drafts import OrderDraft
from erp.orders.models import Order, OrderLine
from erp.sync import queries
from erp.sync.events import OrderImported
from erp.sync.models import Binding, ChannelAccount, InboundMessage
from erp.sync.services.acknowledging import record_sold
from erp.sync.states import Kind, MessageStatus


@use_case
def import_order(
    *, account: ChannelAccount, draft: OrderDraft, version: str, fetched_at: datetime, actor: Actor, at: datetime
) -> Order:
    """
    Take in an order as it was fetched. Safe to repeat; an order the channel sold is never refused.

    A new order has lowered the channel's own stock, so what we expect the channel to show is lowered with it, in the
    same transaction: a plain sale makes no write.
    """
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
        if draft.cancelled_at is None:
            record_sold(account_id=account.pk, sold=_sold(account, order), actor=actor, at=at)
        publish(OrderImported(account_id=account.pk, order_id=order.pk), actor=actor, subjects=[account.ref, order.ref])
    elif known.remote_version < version:
        Binding.objects.filter(pk=known.pk).update(remote_version=version)
    settle_messages(
        account_id=account.pk, kind=Kind.ORDER, remote_id=draft.source_ref, until=fetched_at, actor=actor, at=at
    )
    return order


@use_case
def settle_messages(
    *, account_id: int, kind: str, remote_id: str, until: datetime, actor: Actor, at: datetime, error: str = ""
) -> int:
    """Messages about a subject that came before its state was fetched are answered by it, or failed with it."""
    rows = InboundMessage.objects.filter(
        account_id=account_id, kind=kind, remote_id=remote_id, status=MessageStatus.NEW, received_at__lte=until
    )
    if error:
        return rows.update(status=MessageStatus.DEAD, error=error[:300])
    return rows.update(status=MessageStatus.DONE, done_at=at)


@use_case
def record_gone(*, account_id: int, kind: Kind, remote_id: str, actor: Actor, at: datetime) -> None:
    """The channel has this object no more: the binding says so, what it meant here stays."""
    Binding.objects.filter(account_id=account_id, kind=kind, remote_id=remote_id).update(gone=True)


def _sold(account: ChannelAccount, order: Order) -> dict[str, int]:
    """What the channel took off its own numbers; known only where it has one place for all its stock."""
    places = queries.mapped_locations([account.pk]).get(account.pk, [])
    if len(places) != 1:
        return {}
    lines = OrderLine.objects.filter(order=order, variant__isnull=False).values_list("variant_id", "quantity")
    quantities: dict[int, int] = {}
    for variant_id, quantity in lines:
        quantities[variant_id] = quantities.get(variant_id, 0) + int(quantity)
    bindings = queries.bound_variants(quantities, accounts=[account.pk])
    return {f"{row.extra['stock_item']}|{places[0].remote_id}": quantities[int(row.local_key)] for row in bindings}
