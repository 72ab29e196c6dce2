"""What a person can do with deliveries: retry parked ones; and how a new handler catches up."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db import connection

from erp.foundation.actor import Actor
from erp.foundation.db import use_case
from erp.foundation.events.models import Delivery, DeliveryState
from erp.foundation.events.registry import handler_named

KEEP_DONE_DAYS = 30


@use_case
def retry_parked(*, deliveries: list[int], actor: Actor, at: datetime) -> int:
    """Let parked deliveries run again from their first attempt; returns how many were parked."""
    return Delivery.objects.filter(pk__in=deliveries, state=DeliveryState.PARKED).update(
        state=DeliveryState.WAITING, attempts=0, next_at=at, claim=None, lease_until=None
    )


@use_case
def backfill_handler(*, handler: str, since: UUID) -> int:
    """
    Tell a new handler of the events from ``since`` on; safe to repeat.

    :raises LookupError: when no such handler is registered.
    """
    known = handler_named(handler)
    if known is None:
        raise LookupError(handler)
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO events_delivery (event_id, handler, key, state, attempts, next_at, error)"
            " SELECT id, %s, '', 'waiting', 0, now(), '' FROM events_event"
            " WHERE name = ANY(%s) AND id >= %s ORDER BY id ON CONFLICT (event_id, handler) DO NOTHING",
            [handler, [fact.fact_name for fact in known.facts], since],
        )
        return cursor.rowcount


@use_case
def forget_done(*, at: datetime) -> int:
    """Remove deliveries done long ago; the events themselves stay."""
    return Delivery.objects.filter(state=DeliveryState.DONE, done_at__lt=at - timedelta(days=KEEP_DONE_DAYS)).delete()[
        0
    ]
