"""
A refund as its source made it: a document of its own, with lines or without.

It is written down first. What of it was never sent is cancelled and its stock freed; what was sent and came back is
taken into stock; the money is recorded in payments, where it may still be pending.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from decimal import Decimal

from erp.foundation.actor import Actor
from erp.foundation.db import use_case
from erp.foundation.events.publishing import publish
from erp.foundation.money import Money
from erp.orders import locking, queries
from erp.orders.drafts import RefundDraft, RefundLineDraft, Restock, sum_of
from erp.orders.events import RefundRecorded
from erp.orders.models import Order, OrderLine, OrderRefund, OrderRefundLine
from erp.orders.services.cancelling import cancel_quantities
from erp.orders.services.holding import add_hold
from erp.orders.services.paying import record_money_back, write_status
from erp.orders.services.returning import take_back_into_stock
from erp.orders.services.settling import settle
from erp.orders.states import Hold
from erp.orders.totals import refund_difference

ZERO = Decimal(0)


@use_case
def record_refund(*, order_id: int, draft: RefundDraft, actor: Actor, at: datetime) -> OrderRefund:
    """
    Write down a refund of an order, and bring its money to the state that the source tells now.

    Safe to repeat: (source, source_ref) is unique, and a second call only moves pending money on. A refund that does
    not follow from its parts, names unknown lines, or gives back more than came in, is written down and shown to a
    person with the difference.

    :raises NotFound: when there is no such order. :raises CurrencyMismatch: when it is in another currency.
    """
    order = locking.lock_order(order_id)
    refused = record_money_back(order, draft.tenders, actor=actor)  # the tender counters are locked before any stock
    refund = queries.refund_by_source(order.source, draft.source_ref)
    if refund is None:
        refund = _write_down(order, draft, actor, at)
    write_status(order)
    settle(order, locking.lines_of(order), actor=actor, at=at)
    if refused:
        excess = sum_of((one.amount for one in refused), order.currency)
        add_hold(order, Hold.REFUND_DIFFERS, explained=_explained(refund, excess), actor=actor, at=at)
    return refund


def _write_down(order: Order, draft: RefundDraft, actor: Actor, at: datetime) -> OrderRefund:
    lines = locking.lines_of(order)
    by_ref = {line.source_line_ref: line for line in lines}
    known = [one for one in draft.lines if one.source_line_ref in by_ref]
    refund = _document(order, draft, known)
    rows = [_row(refund, by_ref[one.source_line_ref], one) for one in known]
    OrderRefundLine.objects.bulk_create(rows)
    _apply(order, lines, known, by_ref, refund, actor=actor, at=at)
    publish(RefundRecorded(refund_id=refund.pk), actor=actor, subjects=[order.ref])
    if refund.difference:
        explained = _explained(refund, Money(refund.difference, refund.currency))
        add_hold(order, Hold.REFUND_DIFFERS, explained=explained, actor=actor, at=at)
    return refund


def _document(order: Order, draft: RefundDraft, known: Sequence[RefundLineDraft]) -> OrderRefund:
    currency = order.currency
    amount = sum_of((draft.amount,), currency)
    tax = draft.tax or sum_of((*(line.tax for line in known), draft.shipping_tax), currency)
    return OrderRefund.objects.create(
        order=order,
        source=order.source,
        source_ref=draft.source_ref,
        reason=draft.reason[:300],
        currency=currency,
        amount=amount.amount,
        shipping_amount=draft.shipping.amount if draft.shipping else ZERO,
        shipping_tax=draft.shipping_tax.amount if draft.shipping_tax else ZERO,
        adjustment=draft.adjustment.amount if draft.adjustment else ZERO,
        tax=min(tax.amount, amount.amount),  # the rest is in the difference, which a person sees
        difference=refund_difference(replace(draft, lines=tuple(known))).amount,
        at=draft.at,
    )


def _row(refund: OrderRefund, line: OrderLine, draft: RefundLineDraft) -> OrderRefundLine:
    return OrderRefundLine(
        refund=refund,
        order_line=line,
        quantity=draft.quantity,
        amount=draft.amount.amount,
        tax=draft.tax.amount if draft.tax else ZERO,
        restock=draft.restock.value,
    )


def _apply(
    order: Order,
    lines: Sequence[OrderLine],
    known: Sequence[RefundLineDraft],
    by_ref: Mapping[str, OrderLine],
    refund: OrderRefund,
    *,
    actor: Actor,
    at: datetime,
) -> None:
    """Note the quantities, cancel what was never sent, take back what was."""
    unwanted: dict[int, Decimal] = {}
    returned: list[tuple[OrderLine, Decimal, int | None]] = []
    for draft in known:
        line = by_ref[draft.source_line_ref]
        line.refunded = min(line.refunded + draft.quantity, line.quantity)
        back = min(draft.quantity, line.shipped - line.returned) if draft.restock == Restock.RETURN else ZERO
        if back:
            line.returned += back
            returned.append((line, back, draft.location_id))
        unwanted[line.pk] = unwanted.get(line.pk, ZERO) + _unwanted(line, draft, unwanted.get(line.pk, ZERO))
    OrderLine.objects.bulk_update({by_ref[one.source_line_ref] for one in known}, ["refunded", "returned"])
    if any(unwanted.values()):
        cancel_quantities(order, lines, unwanted, actor=actor, at=at)
    if returned:
        take_back_into_stock(order, returned, origin=refund.ref, actor=actor, at=at)


def _unwanted(line: OrderLine, draft: RefundLineDraft, already: Decimal) -> Decimal:
    """
    How much less of a line is to be sent than before: refunded goods that have not left will not leave any more.

    Unless the source says that they were never sent, refunds count against what was sent first.
    """
    left = line.open - line.to_cancel - already
    if draft.restock == Restock.CANCEL:
        return min(draft.quantity, left)
    not_sent = line.refunded - line.shipped - line.cancelled - line.to_cancel - already
    return max(min(not_sent, left), ZERO)


def _explained(refund: OrderRefund, difference: Money) -> dict[str, str]:
    return {"refund": refund.source_ref, "difference": f"{difference.amount.normalize():f} {difference.currency}"}
