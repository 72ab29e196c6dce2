"""Waking a worker. The broker may lose the message: the sweep finds the job then."""

from erp.foundation.events.registry import Delivered, handles
from erp.foundation.jobs import tasks
from erp.foundation.jobs.events import JobQueued


@handles(JobQueued, name="jobs.wake_worker", network=True)
def wake_worker(fact: JobQueued, delivered: Delivered) -> None:
    """Tell Celery to run the job."""
    tasks.run.delay(fact.job_id)
