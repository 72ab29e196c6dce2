"""Sweeps of the books. Losing a run loses nothing."""

import structlog
from celery import shared_task

from erp.finance.services import retrying
from erp.foundation import clock
from erp.foundation.actor import SYSTEM
from erp.foundation.errors import BusinessError
from erp.foundation.jobs.schedule import repeat
from erp.foundation.workqueue.models import WorkItem, WorkState

repeat("Post what waited for an exchange rate", task="finance.try_again", seconds=300)
log = structlog.get_logger(__name__)
BATCH = 500


@shared_task(name="finance.try_again")
def try_again() -> int:
    """Try everything again that waits for an exchange rate; returns how many attempts there were."""
    items = WorkItem.objects.filter(kind=retrying.NO_RATE, state=WorkState.OPEN).order_by("pk")[:BATCH]
    for item in items:
        try:
            retrying.try_again(about=item.about, actor=SYSTEM, at=clock.now())
        except BusinessError as error:
            log.info("still_waiting", item=item.pk, code=error.code)  # the next run finds it again
    return len(items)
