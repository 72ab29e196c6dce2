"""Running claimed deliveries: done and the handler's work commit together, or neither."""

import random
import traceback
from collections.abc import Sequence
from datetime import timedelta

import structlog
from django.db import connection, transaction
from django.db.models.functions import Now

from erp.foundation.errors import BusinessError, Busy
from erp.foundation.events.facts import Fact, fact_class
from erp.foundation.events.models import Delivery, DeliveryState
from erp.foundation.events.registry import Delivered, Handler
from erp.foundation.events.relay.claiming import Claimed

log = structlog.get_logger(__name__)
FIRST_DELAY_SECONDS, LONGEST_DELAY_SECONDS = 1.0, 900.0

_DONE = (
    "UPDATE events_delivery SET state = 'done', done_at = clock_timestamp(), error = ''"
    " WHERE id = ANY(%s) AND claim = %s AND state = 'running'"
)


class LostLease(Exception):
    """Somebody else took the delivery over; what this run did is rolled back."""


def fact_of(claimed: Claimed) -> Fact:
    """The fact of a claimed delivery, by its class of today."""
    return fact_class(claimed.fact_name).from_json(claimed.data)


def delivered_of(claimed: Claimed) -> Delivered:
    return Delivered(claimed.event_id, claimed.actor, claimed.at, claimed.attempt)


def run_group(handler: Handler, group: Sequence[Claimed]) -> None:
    """
    Run deliveries that go together: one, all of a coalesced key (the newest speaks), or a batch.

    Failures end as a later attempt or as parked, never as an exception.
    """
    with structlog.contextvars.bound_contextvars(handler=handler.name, event_id=str(group[-1].event_id)):
        try:
            if handler.network:
                _call(handler, group)
                with transaction.atomic():
                    _finish(group)
            else:
                with transaction.atomic():
                    _finish(group)
                    _call(handler, group)
        except LostLease:
            log.warning("lease lost")
        except Exception as error:
            if handler.batch and len(group) > 1:
                middle = len(group) // 2  # split only on error, by halves, so that one poison event stops nobody
                run_group(handler, group[:middle])
                run_group(handler, group[middle:])
            else:
                _fail(handler, group, error)


def _call(handler: Handler, group: Sequence[Claimed]) -> None:
    if handler.batch:
        handler.run([(fact_of(claimed), delivered_of(claimed)) for claimed in group])
    else:
        handler.run(fact_of(group[-1]), delivered_of(group[-1]))


def _finish(group: Sequence[Claimed]) -> None:
    with connection.cursor() as cursor:
        cursor.execute(_DONE, [[claimed.id for claimed in group], group[0].claim])
        if cursor.rowcount != len(group):
            raise LostLease


def _fail(handler: Handler, group: Sequence[Claimed], error: Exception) -> None:
    attempt = max(claimed.attempt for claimed in group)
    parked = attempt >= handler.max_attempts and not isinstance(error, Busy)
    delay = min(FIRST_DELAY_SECONDS * 2 ** (attempt - 1), LONGEST_DELAY_SECONDS) * random.uniform(0.5, 1.0)
    log.warning("delivery failed", attempt=attempt, parked=parked, error=type(error).__name__)
    with transaction.atomic():
        Delivery.objects.filter(
            pk__in=[claimed.id for claimed in group], claim=group[0].claim, state=DeliveryState.RUNNING
        ).update(
            state=DeliveryState.PARKED if parked else DeliveryState.WAITING,
            next_at=Now() + timedelta(seconds=delay),  # claims ask the database's clock, and ours may be wrong
            error=_plain(error),
            claim=None,
            lease_until=None,
        )


def _plain(error: Exception) -> str:
    """What staff reads: a business error's own sentence; else type and place, never values that may be personal."""
    if isinstance(error, BusinessError):
        return str(error)
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if "/erp/" in frame.filename] or frames
    place = f" at {ours[-1].filename.rpartition('/erp/')[2]}:{ours[-1].lineno}" if ours else ""
    return f"{type(error).__name__}{place}"
