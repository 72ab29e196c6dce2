"""What is paid: tenders told by the source are recorded in payments, and the order's payment status follows."""

from collections.abc import Sequence
from datetime import datetime

from django.db.models import Sum

from erp.foundation.actor import Actor
from erp.foundation.db import use_case
from erp.foundation.money import Money
from erp.foundation.organisation.models import Company
from erp.orders import building, locking
from erp.orders.drafts import TenderDraft, TenderRefundDraft
from erp.orders.models import Order
from erp.orders.services.settling import settle
from erp.payments import locking as balances
from erp.payments import queries as payments_read
from erp.payments import services as payments
from erp.payments.models import Tender


@use_case
def refresh_payment(*, order_id: int, actor: Actor, at: datetime) -> Order:
    """Bring an order's payment status up to what payments holds for it; safe to repeat, and to hear late."""
    order = Order.objects.filter(pk=order_id).first()
    if order is None or order.payment_status == status_now(order):
        return order or locking.lock_order(order_id)
    order = locking.lock_order(order_id)
    write_status(order)
    settle(order, locking.lines_of(order), actor=actor, at=at)
    return order


def status_now(order: Order) -> str:
    """The payment status that follows from the tenders and refunds of an order."""
    zero = Money.zero(order.currency)
    paid, refunded = payments_read.balances(order.ref).get(order.currency, (zero, zero))
    documents = order.refunds.aggregate(amount=Sum("amount"))["amount"] or building.ZERO
    # Money may go back without a document (a goodwill payment), and a document may precede its money.
    credited = max(documents, refunded.amount)
    due = max(order.total - credited, building.ZERO)
    return building.payment_status(due=due, paid=paid.amount, refunded=refunded.amount)


def write_status(order: Order) -> None:
    """Write the payment status of a locked order; its own status is settled by the caller."""
    status = status_now(order)
    if status != order.payment_status:
        order.payment_status = status
        Order.objects.filter(pk=order.pk).update(payment_status=status)


def record_tenders(order: Order, tenders: Sequence[TenderDraft], *, actor: Actor, new: bool = False) -> None:
    """
    Record what the source says of an order's payments; what is known in that state already costs nothing.

    :param new: the order has just been stored, so payments can't know of it.
    """
    told = () if new or not tenders else payments_read.tenders_of(order.ref)
    known = {(tender.source, tender.remote_id): (tender.state, tender.money) for tender in told}
    for tender in tenders:
        if tender.amount.amount <= 0:  # channels list attempts and adjustments of nothing
            continue
        if known.get((order.source, tender.remote_id)) != (tender.state, tender.amount):
            payments.record_tender(
                company=Company(pk=order.company_id),
                owner=order.ref,
                source=order.source,
                remote_id=tender.remote_id,
                method=tender.method,
                money=tender.amount,
                state=tender.state,
                gateway=tender.gateway,
                reference=tender.reference,
                actor=actor,
                at=tender.at,
            )


def record_money_back(order: Order, refunds: Sequence[TenderRefundDraft], *, actor: Actor) -> list[TenderRefundDraft]:
    """
    Record the money that went back.

    :returns: refunds that are more than came in: payments would refuse them, a person must look.
    """
    if not refunds:
        return []
    known = {(one.source, one.remote_id): one.state for one in payments_read.refunds_of(order.ref)}
    tenders = {one.remote_id: one for one in payments_read.tenders_of(order.ref) if one.source == order.source}
    balance = balances.lock_balance(order.ref, order.currency)
    left = Money(balance.paid - balance.refunded if balance else building.ZERO, order.currency)
    refused = []
    for refund in refunds:
        if known.get((order.source, refund.remote_id)) in (refund.state, "done"):
            continue
        if refund.state == "done" and refund.amount > left:
            refused.append(refund)
            continue
        _record(order, refund, tenders.get(refund.tender_remote_id or ""), actor)
        left -= refund.amount if refund.state == "done" else Money.zero(order.currency)
    return refused


def _record(order: Order, refund: TenderRefundDraft, tender: Tender | None, actor: Actor) -> None:
    payments.record_tender_refund(
        company=Company(pk=order.company_id),
        owner=order.ref,
        source=order.source,
        remote_id=refund.remote_id,
        money=refund.amount,
        tender=tender,
        state=refund.state,
        actor=actor,
        at=refund.at,
    )
