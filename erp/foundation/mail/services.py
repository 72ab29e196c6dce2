"""Queueing messages, following what became of them, editing templates."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import uuid4

from erp.foundation.actor import Actor
from erp.foundation.db import lock_rows, use_case
from erp.foundation.errors import NotFound
from erp.foundation.events.publishing import publish
from erp.foundation.mail import templates
from erp.foundation.mail.events import MessageQueued
from erp.foundation.mail.models import MAIL_FLOW, MailPolicy, MailState, MailTemplate, Message
from erp.foundation.mail.transport import new_header_id
from erp.foundation.refs import Ref


@use_case
def queue_message(
    *,
    code: str,
    key: str,
    company_id: int,
    to: str,
    language: str,
    places: Mapping[str, str],
    about: Ref,
    attachments: Sequence[tuple[str, str]] = (),
    subjects: Sequence[Ref] = (),
    policy: MailPolicy = MailPolicy.AGAIN,
    actor: Actor,
    at: datetime,
) -> Message:
    """
    Queue a mail; safe to repeat: one message per company and ``key``, and the first is returned.

    :param places: values for the template's places.
    :param about: the record whose page shows the message; ``subjects`` get it on their timelines besides.
    """
    subject, body = templates.words(code=code, company_id=company_id, language=language)
    message = Message(
        company_id=company_id,
        key=key,
        code=code,
        about_kind=about.kind,
        about_key=about.key,
        language=language,
        to=to,
        subject=templates.fill(subject, places)[:200].replace("\n", " "),
        text=templates.fill(body, places, keep=templates.secret_places(code)),
        attachments=[list(item) for item in attachments],
        header_id=new_header_id(uuid4().hex),
        policy=policy,
        queued_at=at,
    )
    Message.objects.bulk_create([message], ignore_conflicts=True)
    kept = Message.objects.get(company_id=company_id, key=key)
    if kept.header_id == message.header_id:
        publish(MessageQueued(message_id=kept.pk), actor=actor, subjects=[about, *subjects])
    return kept


@use_case
def begin_sending(*, message_id: int, actor: Actor, at: datetime) -> Message | None:
    """
    Take a queued message to send; ``None`` when there is nothing to do.

    A message found ``sending`` was left so by a kill: nobody knows whether it went out. By its policy it is
    sent again, under the same Message-ID, or left ``unknown`` for a person.
    """
    message = _locked(message_id)
    if message.status == MailState.SENDING:
        MAIL_FLOW.move(message, to=MailState.UNKNOWN, actor=actor)
        if message.policy == MailPolicy.AGAIN:
            MAIL_FLOW.move(message, to=MailState.QUEUED, actor=actor)
    if message.status != MailState.QUEUED:
        return None
    MAIL_FLOW.move(message, to=MailState.SENDING, actor=actor)
    Message.objects.filter(pk=message.pk).update(sending_since=at)
    return message


@use_case
def record_sent(*, message_id: int, actor: Actor, at: datetime) -> None:
    """The server took the message."""
    message = _locked(message_id)
    Message.objects.filter(pk=message.pk).update(sent_at=at, error="")
    MAIL_FLOW.move(message, to=MailState.SENT, actor=actor)


@use_case
def record_not_sent(*, message_id: int, reason: str, for_ever: bool, actor: Actor, at: datetime) -> None:
    """The server refused the message, for ever or for now."""
    message = _locked(message_id)
    Message.objects.filter(pk=message.pk).update(error=reason[:200])
    MAIL_FLOW.move(message, to=MailState.FAILED if for_ever else MailState.QUEUED, actor=actor)


@use_case
def resend_message(*, message_id: int, actor: Actor, at: datetime) -> Message:
    """
    Send a refused or doubtful message again, under the same Message-ID.

    :raises IllegalMove: when it is sent, queued or being sent.
    """
    message = _locked(message_id)
    MAIL_FLOW.move(message, to=MailState.QUEUED, actor=actor)
    publish(MessageQueued(message_id=message.pk), actor=actor, subjects=[message.ref])
    return message


@use_case
def edit_template(
    *, company_id: int, code: str, language: str, subject: str, body: str, actor: Actor, at: datetime
) -> MailTemplate:
    """
    Set a company's own words for a kind of mail.

    :raises LookupError: when there is no such kind.
    :raises UnknownPlace: when the words name a place the kind doesn't have.
    :raises BrokenTemplate: when they have braces that name no place.
    """
    templates.check(templates.kind_of(code), subject=subject, body=body)
    template, _made = MailTemplate.objects.update_or_create(
        company_id=company_id,
        code=code,
        language=language,
        defaults={"subject": subject, "body": body, "changed_at": at},
    )
    return template


@use_case
def reset_template(*, company_id: int, code: str, language: str, actor: Actor, at: datetime) -> None:
    """Let a kind of mail speak with the built-in words again; a company's own stay in history. Safe to repeat."""
    MailTemplate.objects.filter(company_id=company_id, code=code, language=language).delete()


def _locked(message_id: int) -> Message:
    found = lock_rows(Message.objects.select_related("company").filter(pk=message_id))
    if not found:
        raise NotFound
    return found[0]
