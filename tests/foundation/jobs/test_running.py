"""Long jobs: steps are kept, a kill loses none, a stop is obeyed, nobody runs one twice."""

import threading
from collections.abc import Iterator
from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError, connection

from erp.foundation import clock
from erp.foundation.actor import Actor
from erp.foundation.jobs import kinds, services
from erp.foundation.jobs.kinds import JobKind, Start, Step
from erp.foundation.jobs.models import Job, JobState

ANNA = Actor("user", "1")
ran: list[int] = []
stop_at: dict[str, int] = {}


def _count(start: Start) -> Iterator[Step]:
    """Counts to five; fails, or asks for its own stop, where the test says so."""
    for number in range(int(start.checkpoint.get("next", 0)), 5):
        if stop_at.get("fail") == number:
            raise ValueError("secret of Anna")
        ran.append(number)
        if stop_at.get("cancel") == number:
            services.cancel_job(job_id=int(start.params["job"]), actor=ANNA, at=clock.now())
        yield Step(done=1, total=5, checkpoint={"next": number + 1})


kinds.register(JobKind("tests.count", "Count", _count, permission="jobs.view"))


@pytest.fixture(autouse=True)
def _clean() -> None:
    ran.clear()
    stop_at.clear()


def queue(key: str = "") -> Job:
    return services.queue_job(kind="tests.count", params={}, company_id=None, actor=ANNA, at=clock.now(), key=key)


def test_a_job_runs_to_its_end_and_says_how_far_it_came(own_db: str) -> None:
    job = queue()

    assert services.run_job(job_id=job.pk) is True
    assert services.run_job(job_id=job.pk) is False

    job.refresh_from_db()
    assert (job.status, job.done_count, job.total_count, job.checkpoint) == (JobState.DONE, 5, 5, {"next": 5})
    assert ran == [0, 1, 2, 3, 4]


def test_a_failed_job_says_where_but_no_values_and_goes_on_from_its_checkpoint(own_db: str) -> None:
    job = queue()
    stop_at["fail"] = 3
    services.run_job(job_id=job.pk)

    job.refresh_from_db()
    assert (job.status, job.done_count) == (JobState.FAILED, 3)
    assert job.error.startswith("ValueError")
    assert "Anna" not in job.error

    stop_at.clear()
    services.resume_job(job_id=job.pk, actor=ANNA, at=clock.now())
    services.run_job(job_id=job.pk)
    job.refresh_from_db()
    assert (job.status, job.done_count) == (JobState.DONE, 5)
    assert ran == [0, 1, 2, 3, 4]


def test_a_running_job_stops_after_the_step_it_is_in(own_db: str) -> None:
    job = queue()
    Job.objects.filter(pk=job.pk).update(params={"job": job.pk})
    stop_at["cancel"] = 1

    services.run_job(job_id=job.pk)

    job.refresh_from_db()
    assert (job.status, job.done_count, ran) == (JobState.CANCELLED, 2, [0, 1])


def test_a_job_left_by_a_dead_worker_is_taken_over_after_its_lease(own_db: str) -> None:
    job = queue()
    stop_at["cancel"] = 99
    services._claim(job_id=job.pk, token=uuid4(), at=clock.now())
    Job.objects.filter(pk=job.pk).update(checkpoint={"next": 2}, done_count=2)

    assert services.waiting_jobs(clock.now()) == []
    later = clock.now() + services.LEASE + timedelta(seconds=1)
    assert services.waiting_jobs(later) == [job.pk]

    Job.objects.filter(pk=job.pk).update(lease_until=clock.now() - timedelta(seconds=1))
    assert services.run_job(job_id=job.pk) is True
    job.refresh_from_db()
    assert (job.status, job.done_count, ran) == (JobState.DONE, 5, [2, 3, 4])


def test_a_keyed_job_is_open_once(own_db: str) -> None:
    assert queue(key="shop 1").pk == queue(key="shop 1").pk
    assert queue(key="shop 2").pk != queue(key="shop 1").pk


def test_the_database_refuses_a_second_open_job_of_a_key(db: None) -> None:
    job = queue(key="shop 1")
    job.pk = None
    with pytest.raises(IntegrityError, match="job_open_once"):
        job.save(force_insert=True)


def test_four_workers_at_once_run_a_job_once(own_db: str) -> None:
    job = queue()
    had: list[bool] = []

    def work() -> None:
        try:
            had.append(services.run_job(job_id=job.pk))
        finally:
            connection.close()

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(had) == [False, False, False, True]
    assert ran == [0, 1, 2, 3, 4]
