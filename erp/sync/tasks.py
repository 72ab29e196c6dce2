"""What comes again and again: polling, comparing, pushing what waited, forgetting."""

from datetime import timedelta

import structlog
from celery import shared_task
from django.db.models import QuerySet

from erp.foundation import clock
from erp.foundation.actor import SYSTEM
from erp.foundation.errors import Busy
from erp.foundation.jobs.schedule import repeat
from erp.sync import pulling, queries, reconciling, services
from erp.sync.models import ChannelAccount
from erp.sync.protocol import ChannelError

log = structlog.get_logger(__name__)
KEEP_BODIES = timedelta(days=30)

repeat("Look for changed orders", task="sync.poll", seconds=30)
repeat("Push what shops show wrongly", task="sync.push_waiting", seconds=15)
repeat("Compare with the shops", task="sync.reconcile", seconds=600)
repeat("Empty old messages of shops", task="sync.forget_bodies", seconds=86_400)


def _each(work: str) -> "QuerySet[ChannelAccount]":
    structlog.contextvars.bind_contextvars(work=work)
    return queries.working_accounts()


def _reason_of(error: ChannelError | Busy) -> str:
    """For the log."""
    return error.reason if isinstance(error, ChannelError) else "Somebody held an order; it is asked for again."


@shared_task(name="sync.poll")
def poll() -> None:
    """One account that fails doesn't stop the others."""
    for account in _each("poll"):
        try:
            pulling.poll(account)
        except (ChannelError, Busy) as error:
            log.warning("poll failed", account=account.pk, reason=_reason_of(error))


@shared_task(name="sync.push_waiting")
def push_waiting() -> None:
    """
    Wake the pushing of what waits for a later attempt.

    Pushing itself is left to the relay: its deliveries of one account and kind never run twice at once, and two at once
    would both read that a fulfilment is missing and both make it.
    """
    for account in _each("push"):
        services.want_pushes(account=account, actor=SYSTEM, at=clock.now())


@shared_task(name="sync.reconcile")
def reconcile() -> None:
    """Compare orders, stock and subscriptions with each shop."""
    for account in _each("reconcile"):
        try:
            reconciling.reconcile(account)
        except (ChannelError, Busy) as error:
            log.warning("reconcile failed", account=account.pk, reason=_reason_of(error))


@shared_task(name="sync.forget_bodies")
def forget_bodies() -> None:
    """Raw messages hold personal data."""
    services.forget_bodies(before=clock.now() - KEEP_BODIES)
