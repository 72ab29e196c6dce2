"""The inbox: a genuine message is kept once, answered at once, and only says that something changed."""

from datetime import date, datetime

from django.db import connection

from erp.foundation.actor import Actor
from erp.foundation.db import use_case
from erp.foundation.events.publishing import publish
from erp.sync.events import RemoteChanged
from erp.sync.models import ChannelAccount, InboundMessage, Refusal
from erp.sync.protocol import Parsed
from erp.sync.states import FETCHED, MessageStatus

# One statement: a first message is inserted, a copy is counted; xmax is 0 only for a row this statement inserted.
_KEEP = """
INSERT INTO sync_inboundmessage AS m
    (account_id, topic, external_id, delivery_id, kind, remote_id, body, status, error, copies, sent_at, received_at)
VALUES (%(account)s, %(topic)s, %(external)s, %(delivery)s, %(kind)s, %(remote)s, %(body)s, %(status)s, %(error)s,
    0, %(sent)s, %(at)s)
ON CONFLICT (account_id, topic, external_id) DO UPDATE SET copies = m.copies + 1
RETURNING id, xmax = 0
"""


@use_case
def keep_message(
    *, account: ChannelAccount, parsed: Parsed, body: bytes, error: str = "", actor: Actor, at: datetime
) -> tuple[int, bool]:
    """
    Keep a genuine message and tell that its subject changed; a copy only counts.

    A message about something that nobody fetches (each sale changes a stock level) is done at once: it would only make
    work.

    :param error: why the message can't be used: it is kept for a person.
    :returns: the message's id and whether it is new.
    """
    fetched = parsed.remote_id and parsed.kind in FETCHED
    status = MessageStatus.DEAD if error else MessageStatus.NEW if fetched else MessageStatus.DONE
    with connection.cursor() as cursor:
        cursor.execute(
            _KEEP,
            {
                "account": account.pk,
                "topic": parsed.topic[:60],
                "external": parsed.external_id[:120],
                "delivery": parsed.delivery_id[:120],
                "kind": parsed.kind,
                "remote": parsed.remote_id[:120],
                "body": body,
                "status": status,
                "error": error[:300],
                "sent": parsed.sent_at,
                "at": at,
            },
        )
        message_id, made = cursor.fetchone() or (0, False)
    if made and status == MessageStatus.NEW:
        fact = RemoteChanged(account_id=account.pk, kind=parsed.kind, remote_id=parsed.remote_id)
        publish(fact, actor=actor, subjects=[account.ref])
    return int(message_id), bool(made)


@use_case
def count_refusal(*, account: ChannelAccount | None, reason: str, on: date, actor: Actor, at: datetime) -> None:
    """A message was refused; nothing of it is kept."""
    with connection.cursor() as cursor:
        cursor.execute(
            'INSERT INTO sync_refusal AS r (account_id, reason, "on", count) VALUES (%s, %s, %s, 1)'
            ' ON CONFLICT (account_id, reason, "on") DO UPDATE SET count = r.count + 1',
            [account.pk if account else None, reason, on],
        )


@use_case
def retry_messages(*, message_ids: list[int], actor: Actor, at: datetime) -> int:
    """Let dead messages be worked on again; returns how many were dead."""
    dead = list(
        InboundMessage.objects.select_for_update(of=("self",))
        .filter(pk__in=message_ids, status=MessageStatus.DEAD)
        .exclude(remote_id="")
        .select_related("account")
        .order_by("pk")
    )
    InboundMessage.objects.filter(pk__in=[message.pk for message in dead]).update(status=MessageStatus.NEW, error="")
    for message in dead:
        fact = RemoteChanged(account_id=message.account_id, kind=message.kind, remote_id=message.remote_id)
        publish(fact, actor=actor, subjects=[message.account.ref, message.ref])
    return len(dead)


@use_case
def forget_bodies(*, before: datetime) -> int:
    """Empty the bodies of messages older than the time of keeping: they hold personal data."""
    old = InboundMessage.objects.filter(received_at__lt=before).exclude(body=b"")
    return old.update(body=b"")


def refusals_on(account: ChannelAccount, on: date) -> dict[str, int]:
    """How many messages were refused on a day, by reason."""
    return dict(Refusal.objects.filter(account=account, on=on).values_list("reason", "count"))
