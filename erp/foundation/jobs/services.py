"""Queueing, running, stopping and resuming long jobs."""

import traceback
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import structlog
from django.db.models import F, Q

from erp.foundation import clock
from erp.foundation.actor import Actor
from erp.foundation.db import lock_rows, use_case
from erp.foundation.errors import BusinessError, NotFound
from erp.foundation.events.publishing import publish
from erp.foundation.jobs.events import JobQueued
from erp.foundation.jobs.kinds import Start, Step, kind_named
from erp.foundation.jobs.models import JOB_FLOW, Job, JobState

log = structlog.get_logger(__name__)
LEASE = timedelta(seconds=60)
MOST_ATTEMPTS = 5
_OPEN = [JobState.QUEUED, JobState.RUNNING]


@use_case
def queue_job(
    *, kind: str, params: Mapping[str, Any], company_id: int | None, actor: Actor, at: datetime, key: str = ""
) -> Job:
    """
    Queue a job; with a ``key``, an open job of the same kind and key is returned instead of a second one.

    :raises LookupError: when the kind is not registered.
    """
    kind_named(kind)
    job = Job(
        kind=kind,
        key=key,
        params=dict(params),
        company_id=company_id,
        started_by_kind=actor.kind,
        started_by_key=actor.key,
        queued_at=at,
    )
    if key:
        Job.objects.bulk_create([job], ignore_conflicts=True)
        job = Job.objects.filter(kind=kind, key=key, status__in=_OPEN).latest("pk")
    else:
        job.save()
    publish(JobQueued(job_id=job.pk), actor=actor, subjects=[job.ref])
    return job


def run_job(*, job_id: int) -> bool:
    """
    Run a queued job to its end, in this thread; each step is committed by itself.

    :returns: whether this call had the job: somebody else may run it, or it is over.
    """
    token = uuid4()
    job = _claim(job_id=job_id, token=token, at=clock.now())
    if job is None:
        return False
    start = Start(job.params, job.checkpoint, job.company_id, Actor(job.started_by_kind, job.started_by_key))
    try:
        for step in kind_named(job.kind).run(start):
            if not _record(job_id=job.pk, token=token, step=step, at=clock.now()):
                return True
        _end(job_id=job.pk, token=token, to=JobState.DONE, error="", at=clock.now())
    except Exception as error:
        log.warning("job failed", job=job.pk, kind=job.kind, error=type(error).__name__)
        _end(job_id=job.pk, token=token, to=JobState.FAILED, error=_plain(error), at=clock.now())
    return True


@use_case
def cancel_job(*, job_id: int, actor: Actor, at: datetime) -> Job:
    """Stop a job: a queued one at once, a running one after the step it is in."""
    job = _locked(Q(pk=job_id))
    if job.status == JobState.QUEUED:
        JOB_FLOW.move(job, to=JobState.CANCELLED, actor=actor)
        Job.objects.filter(pk=job.pk).update(ended_at=at)
    elif job.status == JobState.RUNNING:
        Job.objects.filter(pk=job.pk).update(cancel_asked=True)
    return job


@use_case
def resume_job(*, job_id: int, actor: Actor, at: datetime) -> Job:
    """
    Let a failed or stopped job go on from its checkpoint.

    :raises IllegalMove: when it is open or done.
    """
    job = _locked(Q(pk=job_id))
    JOB_FLOW.move(job, to=JobState.QUEUED, actor=actor)
    Job.objects.filter(pk=job.pk).update(cancel_asked=False, attempts=0, error="", queued_at=at, ended_at=None)
    publish(JobQueued(job_id=job.pk), actor=actor, subjects=[job.ref])
    return job


@use_case
def _claim(*, job_id: int, token: UUID, at: datetime) -> Job | None:
    found = lock_rows(Job.objects.filter(Q(pk=job_id) & (Q(status=JobState.QUEUED) | _abandoned(at))))
    if not found:
        return None
    (job,) = found
    actor = Actor(job.started_by_kind, job.started_by_key)
    if job.status == JobState.RUNNING and job.attempts >= MOST_ATTEMPTS:
        JOB_FLOW.move(job, to=JobState.FAILED, actor=actor)
        Job.objects.filter(pk=job.pk).update(ended_at=at, error="The job was cut off again and again.")
        return None
    Job.objects.filter(pk=job.pk).update(claim=token, lease_until=at + LEASE, attempts=F("attempts") + 1)
    Job.objects.filter(pk=job.pk, started_at=None).update(started_at=at)
    JOB_FLOW.move(job, to=JobState.RUNNING, actor=actor)
    return job


@use_case
def _record(*, job_id: int, token: UUID, step: Step, at: datetime) -> bool:
    """Write a step down; false when the job was taken over or is to stop."""
    found = lock_rows(Job.objects.filter(pk=job_id, claim=token, status=JobState.RUNNING))
    if not found:
        return False
    (job,) = found
    total = step.total if step.total is not None else job.total_count
    done = job.done_count + step.done
    changes: dict[str, Any] = {
        "done_count": done,
        "failed_count": F("failed_count") + step.failed,
        "total_count": max(total, done) if total is not None else None,
        "checkpoint": dict(step.checkpoint),
        "lease_until": at + LEASE,
    }
    if step.result is not None:
        changes["result"] = dict(step.result)
    Job.objects.filter(pk=job.pk).update(**changes)
    if job.cancel_asked:
        JOB_FLOW.move(job, to=JobState.CANCELLED, actor=Actor(job.started_by_kind, job.started_by_key))
        Job.objects.filter(pk=job.pk).update(ended_at=at, claim=None, lease_until=None)
        return False
    return True


@use_case
def _end(*, job_id: int, token: UUID, to: JobState, error: str, at: datetime) -> None:
    for job in lock_rows(Job.objects.filter(pk=job_id, claim=token, status=JobState.RUNNING)):
        JOB_FLOW.move(job, to=to, actor=Actor(job.started_by_kind, job.started_by_key))
        Job.objects.filter(pk=job.pk).update(ended_at=at, claim=None, lease_until=None, error=error)


def waiting_jobs(at: datetime) -> list[int]:
    """Jobs nobody runs: queued, or left by a worker that died."""
    return list(
        Job.objects.filter(Q(status=JobState.QUEUED) | _abandoned(at))
        .order_by("queued_at")
        .values_list("pk", flat=True)
    )


def _abandoned(at: datetime) -> Q:
    return Q(status=JobState.RUNNING, lease_until__lt=at)


def _locked(condition: Q) -> Job:
    found = lock_rows(Job.objects.filter(condition))
    if not found:
        raise NotFound
    return found[0]


def _plain(error: Exception) -> str:
    """A business error's own sentence, else type and place: never values, which may be personal."""
    if isinstance(error, BusinessError):
        return str(error)[:300]
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if "/erp/" in frame.filename]
    place = f" at {frames[-1].filename.rpartition('/erp/')[2]}:{frames[-1].lineno}" if frames else ""
    return f"{type(error).__name__}{place}"
