"""What a person can do with deliveries: retry parked ones; and how a new handler catches up."""

from datetime import datetime, timedelta
from uuid import UUID

from erp.foundation.actor import Actor
from erp.foundation.db import use_case
from erp.foundation.events.facts import fact_class
from erp.foundation.events.models import Delivery, DeliveryState, Event
from erp.foundation.events.registry import handler_named

KEEP_DONE_DAYS = 30


@use_case
def retry_parked(*, deliveries: list[int], actor: Actor, at: datetime) -> int:
    """Let parked deliveries run again from their first attempt; returns how many were parked."""
    return Delivery.objects.filter(pk__in=deliveries, state=DeliveryState.PARKED).update(
        state=DeliveryState.WAITING, attempts=0, next_at=at, claim=None, lease_until=None
    )


@use_case
def backfill_handler(*, handler: str, since: UUID, at: datetime) -> int:
    """
    Tell a new handler of the events from ``since`` on; safe to repeat.

    :raises LookupError: when no such handler is registered.
    """
    known = handler_named(handler)
    if known is None:
        raise LookupError(handler)
    told = Event.objects.filter(name__in=[fact.fact_name for fact in known.facts], id__gte=since)
    already = Delivery.objects.filter(handler=handler).values("event_id")
    missing = [
        Delivery(
            event=event, handler=handler, key=known.key_of(fact_class(event.name).from_json(event.data)), next_at=at
        )
        for event in told.exclude(id__in=already).order_by("id").iterator()
    ]
    return len(Delivery.objects.bulk_create(missing, batch_size=1000, ignore_conflicts=True))


@use_case
def forget_done(*, at: datetime) -> int:
    """Remove deliveries done long ago; the events themselves stay."""
    return Delivery.objects.filter(state=DeliveryState.DONE, done_at__lt=at - timedelta(days=KEEP_DONE_DAYS)).delete()[
        0
    ]
