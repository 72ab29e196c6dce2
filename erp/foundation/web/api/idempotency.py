"""Idempotency-Key: a call that is repeated, because its answer was lost, has its effect once."""

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import connection
from django.utils.translation import gettext_lazy as _
from rest_framework.request import Request

from erp.foundation.actor import Actor
from erp.foundation.db import use_case
from erp.foundation.errors import BusinessError, Invalid
from erp.foundation.web.api.models import IdempotentCall

HEADER = "Idempotency-Key"
KEPT = timedelta(hours=24)
LONGEST = 200


class StillRunning(BusinessError):
    """A call with the same key has not ended yet."""

    code = "call-running"
    status = 409
    message = _("A call with this Idempotency-Key is still running. Ask again in a moment.")


class OtherRequest(BusinessError):
    """The key was used for a different call."""

    code = "idempotency-key-reused"
    status = 422
    message = _("This Idempotency-Key was used for a different call within the last 24 hours.")


@dataclass(frozen=True, slots=True)
class Answer:
    """Status and JSON text of an answer; ``replayed`` when it is an earlier call's."""

    status: int
    body: str
    replayed: bool = False


def key_of(request: Request) -> str:
    """
    The key of a call, "" without one.

    :raises Invalid: for one that is too long.
    """
    key = request.headers.get(HEADER, "").strip()
    if len(key) > LONGEST:
        raise Invalid(field=HEADER, reason=_("at most 200 characters"))
    return key


def hash_of(request: Request) -> str:
    """What makes two calls the same: method, address, body."""
    body = json.dumps(request.data, sort_keys=True, default=str)
    return hashlib.sha256(f"{request.method}\n{request.get_full_path()}\n{body}".encode()).hexdigest()


@use_case
def answer_once(
    *, client: str, key: str, request_hash: str, effect: Callable[[], Answer], actor: Actor, at: datetime
) -> Answer:
    """
    Run a call's effect, or give the answer it had before.

    The effect and the row that remembers it are one transaction, so a kill in between leaves neither. Twins wait
    for nothing: whoever doesn't get the key's lock at once is told so. The unique key stands behind the lock.

    :raises StillRunning: while another call with the key runs.
    :raises OtherRequest: when the key belongs to a different call.
    """
    if not _got_lock(client, key):
        raise StillRunning
    earlier = IdempotentCall.objects.filter(client=client, key=key).first()
    if earlier is not None and earlier.expires_at > at:
        if earlier.request_hash != request_hash:
            raise OtherRequest
        return Answer(earlier.status, earlier.body, replayed=True)
    if earlier is not None:
        earlier.delete()
    answer = effect()
    IdempotentCall.objects.create(
        client=client,
        key=key,
        request_hash=request_hash,
        status=answer.status,
        body=answer.body,
        created_at=at,
        expires_at=at + KEPT,
    )
    return answer


def forget_expired(at: datetime) -> int:
    """Delete what no caller can ask for any more; returns how many."""
    return IdempotentCall.objects.filter(expires_at__lte=at).delete()[0]


def _got_lock(client: str, key: str) -> bool:
    digest = hashlib.sha256(f"{client}\n{key}".encode()).digest()
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [int.from_bytes(digest[:8], signed=True)])
        (got,) = cursor.fetchone()
    return bool(got)
