"""An order that is here already follows its source: payments, refunds, a cancellation, a new address, an edit."""

from collections.abc import Sequence
from datetime import datetime

from erp.foundation.actor import Actor
from erp.foundation.events.publishing import publish
from erp.orders import building, locking, queries
from erp.orders.drafts import OrderDraft
from erp.orders.events import OrderChanged
from erp.orders.models import Order, OrderAddress, OrderLine
from erp.orders.services.cancelling import cancel_order
from erp.orders.services.holding import add_hold
from erp.orders.services.paying import record_tenders, write_status
from erp.orders.services.refunding import record_refund
from erp.orders.services.settling import settle
from erp.orders.states import OPEN, Hold, OrderStatus


def follow_draft(draft: OrderDraft, *, actor: Actor, at: datetime) -> Order:
    """Bring an order that was taken before to what its source tells now; what it was told already costs little."""
    known = queries.order_by_source(draft.source, draft.source_ref)
    assert known is not None, "taken a moment ago, and orders are never deleted"
    order = locking.lock_order(known.pk)
    record_tenders(order, draft.tenders, actor=actor)
    write_status(order)
    if not _is_older(order, draft):
        _follow_facts(order, draft, actor, at)
    settle(order, locking.lines_of(order), actor=actor, at=at)
    return go_on(order, draft, actor=actor, at=at)


def go_on(order: Order, draft: OrderDraft, *, actor: Actor, at: datetime) -> Order:
    """What happened to an order at its source after it was sold: its cancellation, and refunds."""
    if draft.cancelled_at is not None:
        _follow_cancellation(order, draft, draft.cancelled_at, actor)
    for refund in draft.refunds:
        record_refund(order_id=order.pk, draft=refund, actor=actor, at=at)
    if draft.refunds or draft.cancelled_at is not None:
        order.refresh_from_db()
    return order


def _follow_cancellation(order: Order, draft: OrderDraft, cancelled_at: datetime, actor: Actor) -> None:
    if order.status in OPEN:
        cancel_order(order_id=order.pk, reason=draft.cancel_reason, actor=actor, at=cancelled_at)
    # Refunds of everything may have cancelled it before; the source knows when and why.
    Order.objects.filter(pk=order.pk, status=OrderStatus.CANCELLED).exclude(
        cancelled_at=cancelled_at, cancel_reason=draft.cancel_reason[:300]
    ).update(cancelled_at=cancelled_at, cancel_reason=draft.cancel_reason[:300])


def _is_older(order: Order, draft: OrderDraft) -> bool:
    """Whether the draft was read before what we have; sources that tell no time are always taken as newest."""
    told, have = draft.source_updated_at, order.source_updated_at
    return told is not None and have is not None and told < have


def _follow_facts(order: Order, draft: OrderDraft, actor: Actor, at: datetime) -> None:
    lines = locking.lines_of(order)
    changes: dict[str, object] = {"source_updated_at": draft.source_updated_at, "source_digest": order.source_digest}
    edited = building.digest_of(draft) != order.source_digest
    if edited:
        changes["source_digest"] = building.digest_of(draft)
    if not _in_hand(lines):
        changes |= building.contact_facts(draft)
    changed = {name: value for name, value in changes.items() if getattr(order, name) != value}
    for name, value in changed.items():
        setattr(order, name, value)
    if changed:
        Order.objects.filter(pk=order.pk).update(**changed)
    moved = not _in_hand(lines) and _follow_addresses(order, draft)
    if moved or changed.keys() - {"source_updated_at", "source_digest"}:
        publish(OrderChanged(order_id=order.pk), actor=actor, subjects=[order.ref])
    if edited:
        explained = {"total": f"{draft.total.amount.normalize():f} {draft.currency}"}
        add_hold(order, Hold.CHANGED_AT_SOURCE, explained=explained, actor=actor, at=at)


def _in_hand(lines: Sequence[OrderLine]) -> bool:
    """Whether anything is picked or gone: from then on the parcel's address is what it is."""
    return any(line.picked > 0 or line.shipped > 0 for line in lines)


def _follow_addresses(order: Order, draft: OrderDraft) -> bool:
    have = {row.kind: row for row in OrderAddress.objects.filter(order=order)}
    wanted = {row.kind: row for row in building.build_addresses(draft, order.pk)}
    names = [field.name for field in OrderAddress._meta.concrete_fields if field.name not in ("id", "order", "kind")]
    changed = False
    for kind, row in wanted.items():
        old = have.get(kind)
        values = {name: getattr(row, name) for name in names}
        if old is None:
            row.save(force_insert=True)
            changed = True
        elif any(getattr(old, name) != value for name, value in values.items()):
            OrderAddress.objects.filter(pk=old.pk).update(**values)
            changed = True
    gone = [row.pk for kind, row in have.items() if kind not in wanted]
    if gone and wanted:
        OrderAddress.objects.filter(pk__in=gone).delete()
        changed = True
    return changed
