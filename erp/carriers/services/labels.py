"""Labels: asked for, bought by the network handler, recorded, cancelled."""

from dataclasses import asdict
from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from erp.carriers.events import LabelAsked, LabelBought, LabelFailed
from erp.carriers.models import CarrierAccount, Label
from erp.carriers.protocol import BoughtLabel, LabelRequest, Parcel, Party
from erp.carriers.states import LABEL_FLOW, LabelStatus, Tracking
from erp.documents import services as documents
from erp.foundation.actor import Actor
from erp.foundation.db import lock_rows, mark_locked, use_case
from erp.foundation.errors import BusinessError, NotFound
from erp.foundation.events.publishing import publish
from erp.foundation.money import Money
from erp.foundation.refs import Ref


class LabelWithCarrier(BusinessError):
    """The label is bought; it has to be cancelled at the carrier first."""

    code = "label-with-carrier"
    message = _("The carrier has this parcel already. Cancel the label at the carrier first.")


@use_case
def ask_label(*, account: CarrierAccount, owner: Ref, request: LabelRequest, actor: Actor, at: datetime) -> Label:
    """
    Want a label for a record. Safe to repeat: while one is asked for or bought, that one is returned.

    After a refusal or a cancellation it is a new attempt, under a new reference (``request.reference`` is not
    looked at).
    """
    existing = lock_rows(Label.objects.filter(owner_kind=owner.kind, owner_key=owner.key))
    for label in existing:
        if label.status in (LabelStatus.ASKED, LabelStatus.BOUGHT):
            return label
        if label.status == LabelStatus.FAILED:
            LABEL_FLOW.move(label, to=LabelStatus.CANCELLED, actor=actor)
    label = Label(
        company_id=account.company_id,
        account=account,
        owner_kind=owner.kind,
        owner_key=owner.key,
        attempt=max((label.attempt for label in existing), default=0) + 1,
        request=to_json(request),
        asked_at=at,
    )
    label.save()
    mark_locked(label)
    publish(LabelAsked(label_id=label.pk), actor=actor, subjects=[label.ref, owner])
    return label


@use_case
def record_label(*, label_id: int, bought: BoughtLabel, actor: Actor, at: datetime) -> Label:
    """The carrier gave the label: keep its number and files. Safe to repeat."""
    label = locked(label_id)
    if label.status == LabelStatus.BOUGHT:
        return label
    label.remote_id, label.tracking_number = bought.remote_id, bought.tracking_number
    label.tracking_url, label.tracking = bought.tracking_url, Tracking.ANNOUNCED
    label.bought_at, label.reason = at, ""
    if bought.cost is not None:
        label.cost, label.currency = bought.cost.amount, bought.cost.currency
    label.save()
    LABEL_FLOW.move(label, to=LabelStatus.BOUGHT, actor=actor)
    for name, media_type, content in (("pdf", "application/pdf", bought.pdf), ("zpl", "application/zpl", bought.zpl)):
        documents.store_document(
            owner=label.ref,
            company=label.company,
            name=f"{bought.tracking_number}.{name}",
            media_type=media_type,
            content=content,
            kind="label",
            actor=actor,
            at=at,
        )
    fact = LabelBought(label_id=label.pk, owner_kind=label.owner_kind, owner_key=label.owner_key)
    publish(fact, actor=actor, subjects=[label.ref, label.owner])
    return label


@use_case
def record_refusal(*, label_id: int, reason: str, actor: Actor, at: datetime) -> Label:
    """The carrier will not give this label."""
    label = locked(label_id)
    Label.objects.filter(pk=label.pk).update(reason=reason[:300])
    if LABEL_FLOW.move(label, to=LabelStatus.FAILED, actor=actor):
        fact = LabelFailed(label_id=label.pk, owner_kind=label.owner_kind, owner_key=label.owner_key)
        publish(fact, actor=actor, subjects=[label.ref, label.owner])
    return label


@use_case
def record_cancelled(*, label_id: int, actor: Actor, at: datetime) -> Label:
    """The label counts no more: never bought, or cancelled at the carrier."""
    label = locked(label_id)
    LABEL_FLOW.move(label, to=LabelStatus.CANCELLED, actor=actor)
    return label


@use_case
def drop_label(*, owner: Ref, actor: Actor, at: datetime) -> None:
    """
    Forget the label of a record that will not be sent.

    :raises LabelWithCarrier: when it is bought: that is cancelled at the carrier, outside a transaction.
    """
    for label in lock_rows(Label.objects.filter(owner_kind=owner.kind, owner_key=owner.key)):
        if label.status == LabelStatus.BOUGHT:
            raise LabelWithCarrier
        LABEL_FLOW.move(label, to=LabelStatus.CANCELLED, actor=actor)


@use_case
def note_problem(*, account_id: int, problem: str, actor: Actor, at: datetime) -> None:
    """Write on the account what is wrong with its settings; "" when it works again."""
    CarrierAccount.objects.filter(pk=account_id).exclude(problem=problem).update(problem=problem[:200])


def locked(label_id: int) -> Label:
    """:raises NotFound: when there is no such label."""
    found = lock_rows(Label.objects.select_related("company").filter(pk=label_id))
    if not found:
        raise NotFound
    return found[0]


def to_json(request: LabelRequest) -> dict[str, Any]:
    """The request as the label keeps it."""
    data = asdict(request)
    for name in ("cod", "insurance"):
        money: Money | None = getattr(request, name)
        data[name] = [str(money.amount), money.currency] if money is not None else None
    return data


def request_of(label: Label) -> LabelRequest:
    """The request of a label, under the reference of its attempt."""
    data = dict(label.request)
    return LabelRequest(
        reference=label.reference,
        service=data["service"],
        sender=Party(**data["sender"]),
        receiver=Party(**data["receiver"]),
        parcels=[Parcel(**parcel) for parcel in data["parcels"]],
        point=data["point"],
        cod=Money(*data["cod"]) if data["cod"] else None,
        insurance=Money(*data["insurance"]) if data["insurance"] else None,
        contents=data["contents"],
    )
