"""Asking carriers about parcels, again and again."""

import structlog
from celery import shared_task

from erp.carriers import services, talking
from erp.carriers.models import CarrierAccount
from erp.carriers.protocol import CarrierError
from erp.foundation import clock
from erp.foundation.actor import SYSTEM
from erp.foundation.jobs.schedule import repeat

log = structlog.get_logger(__name__)
repeat("Ask carriers about parcels", task="carriers.follow_parcels", seconds=10)


@shared_task(name="carriers.follow_parcels")
def follow_parcels() -> None:
    """Every account in use; one that fails doesn't stop the others."""
    for account in CarrierAccount.objects.filter(active=True):
        try:
            talking.follow_parcels(account=account, actor=SYSTEM)
        except CarrierError as error:
            log.warning("carrier", account=account.pk, reason=error.reason)
            services.note_problem(account_id=account.pk, problem=error.reason, actor=SYSTEM, at=clock.now())
