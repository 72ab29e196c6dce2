"""Money that came in and went back, taken over from payments."""

from datetime import datetime

from erp.finance.models import Entry, Journal, Role
from erp.finance.services.exchange import stamp
from erp.finance.services.posting import Posting, post_entry
from erp.finance.services.settling import post_exchange_difference
from erp.foundation import clock
from erp.foundation.actor import Actor
from erp.foundation.db import use_case
from erp.foundation.errors import NotFound
from erp.orders import locking
from erp.orders import queries as orders_read
from erp.payments.models import Method, Tender, TenderRefund
from erp.payments.states import RefundState, TenderState

# Where money of a means of payment stands until it is used or paid out; everything else is on its way from a provider.
ACCOUNT_OF = {Method.GIFT_CARD: Role.GIFT_CARDS, Method.STORE_CREDIT: Role.STORE_CREDIT}


@use_case
def post_payment(*, tender_id: int, actor: Actor, at: datetime) -> Entry | None:
    """
    Post a payment that came in: money on its way (or a gift card redeemed) against what the customer owes.

    Safe to repeat. Cash on delivery is owed by the customer until the courier has paid it, so it comes here then.

    :returns: ``None`` when the money has not come in. :raises NotFound: when there is no such payment.
    :raises NoExchangeRate: in a foreign currency without a rate.
    """
    tender = Tender.objects.select_related("company").filter(pk=tender_id).first()
    if tender is None:
        raise NotFound
    if tender.state != TenderState.PAID:
        return None
    return _post(tender, Method(tender.method), sign=1, purpose="paid", actor=actor, at=at)


@use_case
def post_money_back(*, refund_id: int, actor: Actor, at: datetime) -> Entry | None:
    """
    Post money that went back to the buyer, the way it came. Safe to repeat.

    :returns: ``None`` when it has not gone. :raises NotFound: when there is no such refund.
    :raises NoExchangeRate: in a foreign currency without a rate.
    """
    refund = TenderRefund.objects.select_related("company", "tender").filter(pk=refund_id).first()
    if refund is None:
        raise NotFound
    if refund.state != RefundState.DONE:
        return None
    method = Method(refund.tender.method) if refund.tender else Method.OTHER
    return _post(refund, method, sign=-1, purpose="refunded", actor=actor, at=at)


def _post(
    row: Tender | TenderRefund, method: Method, *, sign: int, purpose: str, actor: Actor, at: datetime
) -> Entry | None:
    if row.currency != row.company.currency and (order := orders_read.order_of(row.owner)) is not None:
        locking.lock_order(order.pk)  # whoever settles a foreign debt last clears its difference, so one after another
    on = clock.day_in(row.company.time_zone, row.at)
    rate = stamp(row.currency, row.company.currency, on)
    entry = post_entry(
        company_id=row.company_id,
        journal=Journal.PAYMENTS,
        on=on,
        postings=[
            Posting(ACCOUNT_OF.get(method, Role.CLEARING), *rate.money(sign * row.amount), text=method.value),
            Posting(Role.RECEIVABLES, *rate.money(-sign * row.amount), text=method.value, settles=str(row.owner)),
        ],
        origin=row.ref,
        purpose=purpose,
        actor=actor,
        at=at,
    )
    post_exchange_difference(
        company_id=row.company_id,
        about=row.owner,
        currency=row.currency,
        books=row.company.currency,
        cause=row.ref,
        on=on,
        actor=actor,
        at=at,
    )
    return entry
