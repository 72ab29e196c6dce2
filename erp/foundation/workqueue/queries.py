"""Reading the queue."""

from django.db.models import Count, Q, QuerySet

from erp.foundation.accounts.actors import access_of
from erp.foundation.actor import Actor
from erp.foundation.refs import Ref
from erp.foundation.workqueue.kinds import all_kinds
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


def seen_by(actor: Actor) -> "QuerySet[WorkItem]":
    """The open items an actor may see: of companies where the kind's own permission is held."""
    access = access_of(actor)
    allowed = Q(pk__in=[])
    for kind in all_kinds().values():
        if access.everything:
            return open_items()
        companies = access.reach(kind.permission).anywhere
        if companies:
            allowed |= Q(kind=kind.name, company__in=companies)
    return open_items().filter(allowed)


def counts_seen_by(actor: Actor) -> dict[str, int]:
    """How many open items there are of each kind that the actor may see."""
    rows = seen_by(actor).order_by().values("kind").annotate(count=Count("id"))
    return {row["kind"]: row["count"] for row in rows}
