"""
What could not be done at once: shown to a person with its cause, tried again by a sweep, mended by a button.

An order whose total is not proved waits for a decision; what lacks an exchange rate waits for the rate. Neither is
guessed, and neither stops the facts behind it.
"""

from collections.abc import Callable
from datetime import datetime

from erp.finance import queries
from erp.finance.services.errors import TotalUnproved
from erp.finance.services.invoicing import correct_invoices, issue_invoice
from erp.finance.services.payments import post_money_back, post_payment
from erp.fiscal.queries import NoExchangeRate
from erp.foundation import clock
from erp.foundation.actor import Actor
from erp.foundation.errors import NotFound
from erp.foundation.refs import Ref, ref_of
from erp.foundation.workqueue import services as workqueue
from erp.orders.models import Order, OrderRefund
from erp.payments.models import Tender, TenderRefund

TOTAL_UNPROVED, NO_RATE = "finance.total_unproved", "finance.no_exchange_rate"
ORDER, TENDER, REFUND = (model._meta.label_lower for model in (Order, Tender, TenderRefund))


def bill(*, order_id: int, origin: Ref, sold_at: datetime | None, actor: Actor, at: datetime) -> None:
    """Invoice what left of an order, or show why that can't be done. Not one transaction: the cause outlives it."""
    order = Order.objects.select_related("company").filter(pk=order_id).first()
    if order is None:
        raise NotFound
    sold_on = clock.day_in(order.company.time_zone, sold_at) if sold_at else None

    def act() -> object:
        return issue_invoice(order_id=order_id, origin=origin, sold_on=sold_on, actor=actor, at=at)

    _attempt(act, about=order.ref, company_id=order.company_id, actor=actor, at=at)


def credit(*, refund_id: int, actor: Actor, at: datetime) -> None:
    """
    Correct the invoices that a refund concerns, if they are issued already.

    :raises NotFound: when there is no such refund.
    """
    refund = OrderRefund.objects.filter(pk=refund_id).first()
    if refund is None:
        raise NotFound
    correct_invoices(order_id=refund.order_id, origin=refund.ref, reason=refund.reason, actor=actor, at=at)


def take_over_payment(*, tender_id: int, actor: Actor, at: datetime) -> None:
    """Post money that came in, or show why that can't be done."""
    tender = Tender.objects.get(pk=tender_id)

    def act() -> object:
        return post_payment(tender_id=tender_id, actor=actor, at=at)

    _attempt(act, about=tender.ref, company_id=tender.company_id, actor=actor, at=at)


def take_over_money_back(*, refund_id: int, actor: Actor, at: datetime) -> None:
    """Post money that went back, or show why that can't be done."""
    refund = TenderRefund.objects.get(pk=refund_id)

    def act() -> object:
        return post_money_back(refund_id=refund_id, actor=actor, at=at)

    _attempt(act, about=refund.ref, company_id=refund.company_id, actor=actor, at=at)


def try_again(*, about: Ref, actor: Actor, at: datetime) -> None:
    """Do again what an item in the queue waits for; it closes itself when that succeeds."""
    if about.kind == ORDER:
        order = Order.objects.get(pk=int(about.key))
        origin, sold_at = queries.cause_to_bill(order)
        bill(order_id=order.pk, origin=origin, sold_at=sold_at, actor=actor, at=at)
    elif about.kind == TENDER:
        take_over_payment(tender_id=int(about.key), actor=actor, at=at)
    elif about.kind == REFUND:
        take_over_money_back(refund_id=int(about.key), actor=actor, at=at)


def bill_the_parts(*, about: Ref, actor: Actor, at: datetime) -> None:
    """A person has looked at a total that does not follow: the invoice says what the parts come to."""
    order = Order.objects.select_related("company").get(pk=int(about.key))
    origin, sold_at = queries.cause_to_bill(order)
    sold_on = clock.day_in(order.company.time_zone, sold_at) if sold_at else None

    def act() -> object:
        return issue_invoice(order_id=order.pk, origin=origin, sold_on=sold_on, accepted=True, actor=actor, at=at)

    _attempt(act, about=ref_of(Order, order.pk), company_id=order.company_id, actor=actor, at=at)


def _attempt(act: Callable[[], object], *, about: Ref, company_id: int, actor: Actor, at: datetime) -> None:
    try:
        act()
    except TotalUnproved as error:
        kind, params = TOTAL_UNPROVED, dict(error.params)
    except NoExchangeRate as error:
        kind, params = NO_RATE, dict(error.params)
    else:
        for done in (TOTAL_UNPROVED, NO_RATE):
            workqueue.resolve_item(kind=done, about=about, actor=actor, at=at)
        return
    workqueue.raise_item(kind=kind, about=about, company_id=company_id, params=params, actor=actor, at=at)
