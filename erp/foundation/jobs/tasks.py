"""What Celery runs: one job at a call, and the sweeps."""

from celery import shared_task
from oauth2_provider.models import clear_expired

from erp.foundation import clock
from erp.foundation.events import services as events
from erp.foundation.jobs import services
from erp.foundation.jobs.schedule import repeat
from erp.foundation.web.api import idempotency

repeat("Long jobs that nobody runs", task="jobs.sweep", seconds=30)
repeat("Forget answers of the API that nobody asks for any more", task="jobs.forget_calls", seconds=3600)
repeat("Forget deliveries done long ago", task="jobs.forget_done_deliveries", seconds=86_400)


@shared_task(name="jobs.run")
def run(job_id: int) -> None:
    """Run one job; safe to be called twice."""
    services.run_job(job_id=job_id)


@shared_task(name="jobs.sweep")
def sweep() -> None:
    """Run what waits. Several sweeps share the work: a claim is had once."""
    for job_id in services.waiting_jobs(clock.now()):
        services.run_job(job_id=job_id)


@shared_task(name="jobs.forget_done_deliveries")
def forget_done_deliveries() -> None:
    """Keep the table of deliveries small."""
    events.forget_done(at=clock.now())


@shared_task(name="jobs.forget_calls")
def forget_calls() -> None:
    """Keep the tables of the API's calls and tokens small."""
    idempotency.forget_expired(clock.now())
    clear_expired()
