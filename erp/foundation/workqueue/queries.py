"""Reading the queue."""

from django.db.models import Count, QuerySet

from erp.foundation.refs import Ref
from erp.foundation.workqueue.models import WorkItem, WorkState


def open_items() -> "QuerySet[WorkItem]":
    """Everything that waits, oldest first; narrow it to what the actor may see."""
    return WorkItem.objects.filter(state=WorkState.OPEN).order_by("raised_at", "id")


def open_about(about: Ref) -> "QuerySet[WorkItem]":
    """What waits about one record."""
    return open_items().filter(about_kind=about.kind, about_key=about.key)


def counts_by_kind(company_ids: list[int]) -> dict[str, int]:
    """How many open items there are of each kind in these companies."""
    rows = open_items().filter(company_id__in=company_ids).order_by().values("kind").annotate(count=Count("id"))
    return {row["kind"]: row["count"] for row in rows}
