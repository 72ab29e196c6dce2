"""Reading the event log: timelines of records, parked deliveries, what is in flight."""

from datetime import datetime
from uuid import UUID

from django.db.models import Count, Min, QuerySet

from erp.foundation.events.models import Delivery, DeliveryState, Event
from erp.foundation.refs import Ref


def timeline(subject: Ref, *, before: UUID | None = None, limit: int = 50) -> list[Event]:
    """The newest events about a record, older than the event ``before``."""
    events = Event.objects.filter(subjects__kind=subject.kind, subjects__key=subject.key)
    if before is not None:
        events = events.filter(subjects__event_id__lt=before)
    return list(events.order_by("-subjects__event_id")[:limit])


def parked() -> "QuerySet[Delivery]":
    """Deliveries that gave up and wait for a person, oldest first, with their events."""
    return Delivery.objects.filter(state=DeliveryState.PARKED).select_related("event").order_by("id")


def backlog() -> dict[str, tuple[int, datetime]]:
    """Per handler: how many deliveries are open and since when the oldest waits."""
    rows = (
        Delivery.objects.exclude(state=DeliveryState.DONE)
        .values("handler")
        .annotate(count=Count("id"), oldest=Min("event__at"))
    )
    return {row["handler"]: (row["count"], row["oldest"]) for row in rows}
