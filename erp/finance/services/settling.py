"""What remains in the books when a debt in a foreign currency is settled: the difference of exchange rates."""

from datetime import date, datetime

from erp.finance import queries
from erp.finance.models import Entry, Journal, Role
from erp.finance.services.posting import Posting, post_entry
from erp.foundation.actor import Actor
from erp.foundation.db import use_case
from erp.foundation.money import Money
from erp.foundation.refs import Ref
from erp.orders.models import Order


@use_case
def post_exchange_difference(
    *, company_id: int, about: Ref, currency: str, books: str, cause: Ref, on: date, actor: Actor, at: datetime
) -> Entry | None:
    """
    Clear what a settled debt left in the books; safe to repeat. ``cause`` is the document that settled it.

    :returns: ``None`` while something is open, or when nothing is left.
    """
    if currency == books:
        return None
    open_, left = queries.receivable(about, currency)
    if open_ or not left:
        return None
    role = Role.EXCHANGE_LOSS if left > 0 else Role.EXCHANGE_GAIN
    nothing = Money.zero(currency)
    return post_entry(
        company_id=company_id,
        journal=Journal.GENERAL,
        on=on,
        postings=[
            Posting(Role.RECEIVABLES, Money(-left, books), nothing, settles=str(about)),
            Posting(role, Money(left, books), nothing),
        ],
        origin=cause,
        purpose="exchange",
        actor=actor,
        at=at,
    )


def clear_exchange_difference(order: Order, cause: Ref, *, on: date, actor: Actor, at: datetime) -> None:
    """The same for a locked order."""
    post_exchange_difference(
        company_id=order.company_id,
        about=order.ref,
        currency=order.currency,
        books=order.company.currency,
        cause=cause,
        on=on,
        actor=actor,
        at=at,
    )
