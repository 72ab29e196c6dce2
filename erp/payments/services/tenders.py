"""Payments are recorded as their source tells them."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from erp.foundation.actor import Actor
from erp.foundation.db import use_case
from erp.foundation.errors import Conflict, Invalid
from erp.foundation.events.publishing import publish
from erp.foundation.money import Money
from erp.foundation.organisation.models import Company
from erp.foundation.refs import Ref
from erp.payments.events import TenderPaid, TenderRecorded
from erp.payments.locking import lock_tender
from erp.payments.models import Method, Tender
from erp.payments.states import TENDER_FLOW, TenderState


class InvalidTender(Invalid):
    """A payment that can't be; ``field`` says why."""

    code = "invalid-tender"


class TenderDiffers(Conflict):
    """The source told this payment before with another amount or for another record."""

    code = "tender-differs"
    message = _("The payment %(remote_id)s was recorded before with another amount or for another order.")


@use_case
def record_tender(
    *,
    company: Company,
    owner: Ref,
    source: str,
    remote_id: str,
    method: str,
    money: Money,
    state: str,
    actor: Actor,
    at: datetime,
    gateway: str = "",
    reference: str = "",
) -> Tender:
    """
    Keep a payment for a record, or move it to the state that its source tells now.

    ``at`` is when the source says it happened. Safe to repeat and to hear late: (source, remote_id) stands once,
    and a state that the payment has left behind changes nothing.

    :raises InvalidTender: for an amount that is not above zero, or an unknown method.
    :raises TenderDiffers: when amount, currency or record differ from what was told before.
    """
    if money.amount <= 0:
        raise InvalidTender(field="amount", reason=_("a payment is above zero."))
    if method not in Method.values:
        raise InvalidTender(field="method", reason=_("there is no such means of payment."))
    wanted = TenderState(state)
    said = {"company": company, "method": method, "gateway": gateway, "reference": reference, "at": at}
    what = {"owner_kind": owner.kind, "owner_key": owner.key, "amount": money.amount, "currency": money.currency}
    tender, created = Tender.objects.get_or_create(
        source=source, remote_id=remote_id, defaults={**said, **what, "state": wanted}
    )
    if not created:
        if (tender.owner, tender.money) != (owner, money):
            raise TenderDiffers(remote_id=remote_id)
        tender = lock_tender(tender.pk)
        if not TENDER_FLOW.can_move(tender, to=wanted):
            return tender
        TENDER_FLOW.move(tender, to=wanted, actor=actor)
    publish(TenderRecorded(tender_id=tender.pk), actor=actor, subjects=[owner])
    if wanted == TenderState.PAID:
        publish(TenderPaid(tender_id=tender.pk), actor=actor, subjects=[owner])
    return tender
