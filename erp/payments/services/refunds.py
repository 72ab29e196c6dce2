"""Money that went back is recorded; never more than came in."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from erp.foundation.actor import Actor
from erp.foundation.db import use_case
from erp.foundation.errors import BusinessError, Conflict
from erp.foundation.events.publishing import publish
from erp.foundation.money import Money
from erp.foundation.organisation.models import Company
from erp.foundation.refs import Ref
from erp.payments.events import TenderRefunded
from erp.payments.locking import lock_balance, lock_refund
from erp.payments.models import Tender, TenderRefund
from erp.payments.services.tenders import InvalidTender
from erp.payments.states import REFUND_FLOW, RefundState


class RefundExceedsPayment(BusinessError):
    """More would go back than came in."""

    code = "refund-exceeds-payment"
    message = _("At most %(left)s %(currency)s can be given back: no more has come in.")


class RefundDiffers(Conflict):
    """The source told this refund before with another amount or for another record."""

    code = "refund-differs"
    message = _("The refund %(remote_id)s was recorded before with another amount or for another order.")


@use_case
def record_tender_refund(
    *,
    company: Company,
    owner: Ref,
    source: str,
    remote_id: str,
    money: Money,
    actor: Actor,
    at: datetime,
    tender: Tender | None = None,
    state: str = RefundState.DONE,
) -> TenderRefund:
    """
    Keep money given back for a record, or move it to the state that its source tells now.

    Safe to repeat and to hear late, as :func:`record_tender` is. Safe to race: of two refunds that together are
    more than came in, the second is refused here, and by the database if anybody comes around this.

    :raises RefundExceedsPayment: when more would have gone back than came in.
    :raises InvalidTender: for an amount that is not above zero, or a tender of another record or currency.
    :raises RefundDiffers: when amount, currency or record differ from what was told before.
    """
    _check(money, tender, owner)
    wanted = RefundState(state)
    balance = lock_balance(owner, money.currency)
    refund = TenderRefund.objects.filter(source=source, remote_id=remote_id).first()
    if refund and (refund.owner, refund.money) != (owner, money):
        raise RefundDiffers(remote_id=remote_id)
    if refund and not REFUND_FLOW.can_move(refund, to=wanted):
        return refund

    left = balance.paid - balance.refunded if balance else Money.zero(money.currency).amount
    if wanted == RefundState.DONE and money.amount > left:
        raise RefundExceedsPayment(left=f"{left.normalize():f}", currency=money.currency)
    if refund:
        REFUND_FLOW.move(lock_refund(refund.pk), to=wanted, actor=actor)
        refund.refresh_from_db()
    else:
        refund = TenderRefund(company=company, tender=tender, source=source, remote_id=remote_id, state=wanted, at=at)
        refund.owner_kind, refund.owner_key, refund.money = owner.kind, owner.key, money
        refund.save(force_insert=True)
    if wanted == RefundState.DONE:
        publish(TenderRefunded(refund_id=refund.pk), actor=actor, subjects=[owner])
    return refund


def _check(money: Money, tender: Tender | None, owner: Ref) -> None:
    if money.amount <= 0:
        raise InvalidTender(field="amount", reason=_("a payment is above zero."))
    if tender is not None and (tender.owner, tender.currency) != (owner, money.currency):
        raise InvalidTender(field="tender", reason=_("the payment is for something else or in another currency."))
