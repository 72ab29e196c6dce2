"""Sweeps: what no transaction could do itself, done again each minute. Losing a run loses nothing."""

import structlog
from celery import shared_task

from erp.foundation import clock
from erp.foundation.actor import SYSTEM
from erp.foundation.errors import Busy
from erp.foundation.jobs.schedule import repeat
from erp.inventory import queries, services

repeat("Free carts whose time is over", task="inventory.free_expired", seconds=60)
repeat("Give free stock to those who wait", task="inventory.fill_shortages", seconds=60)
log = structlog.get_logger(__name__)
BATCH = 500


@shared_task(name="inventory.free_expired")
def free_expired() -> int:
    """Free the reservations of carts whose time is over, each cart in a transaction of its own."""
    at = clock.now()
    freed = 0
    for owner in queries.expired_owners(at, limit=BATCH):
        try:
            services.free_expired(owner=owner, actor=SYSTEM, at=at)
            freed += 1
        except Busy:
            log.info("cart_busy", owner=str(owner))  # the next run finds it again
    return freed


@shared_task(name="inventory.fill_shortages")
def fill_shortages() -> int:
    """Give free stock to those who wait for it, where that slipped between two transactions."""
    at = clock.now()
    filled = 0
    for company_id, variant_id in queries.fillable(limit=BATCH):
        try:
            held = services.fill_shortages(company_id=company_id, variant_ids=[variant_id], actor=SYSTEM, at=at)
            filled += len(held)
        except Busy:
            log.info("variant_busy", variant_id=variant_id)
    return filled
