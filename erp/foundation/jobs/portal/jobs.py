"""Long jobs: how far each is, what failed and why, stop and go on."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from erp.foundation import clock
from erp.foundation.errors import NotFound
from erp.foundation.jobs import services
from erp.foundation.jobs.kinds import label_of
from erp.foundation.jobs.models import JOB_FLOW, Job, JobState
from erp.foundation.web.lists import Choice, Column, Empty, ListPage
from erp.foundation.web.records import Action, ActionView, Card, RecordPage, Status
from erp.foundation.web.views import StaffView

TONES = {"queued": "", "running": "info", "done": "good", "failed": "bad", "cancelled": ""}


def progress(job: Job, at: datetime) -> Mapping[str, Any]:
    """A job as the kit's progress part shows it."""
    seconds = ((job.ended_at or at) - job.started_at).total_seconds() if job.started_at else 0
    rate = job.done_count / seconds if seconds > 1 else 0
    left = (job.total_count - job.done_count) / rate if rate and job.total_count else None
    return {
        "key": job.pk,
        "title": label_of(job.kind),
        "state": job.status,
        "done": job.done_count,
        "total": job.total_count,
        "percent": job.done_count * 100 // job.total_count if job.total_count else 0,
        "failed": job.failed_count,
        "rate": round(rate) or None,
        "seconds_left": round(left) if left is not None else None,
        "text": job.error,
        "url": reverse("jobs:part", args=[job.pk]) if job.status in (JobState.QUEUED, JobState.RUNNING) else "",
        "topic": f"jobs.job:{job.pk}",
        "cancel_url": reverse("jobs:cancel", args=[job.pk]),
    }


class JobList(ListPage):
    """Every long job of one's companies, newest first."""

    permission = "jobs.view"
    name = "jobs.jobs"
    title = _("Long jobs")
    sort = "-queued"
    columns = (
        Column("kind", _("Job"), value=lambda job: label_of(job.kind), main=True),
        Column("status", _("Status"), "pill", value="get_status_display", tone=lambda job: TONES[job.status]),
        Column("done", _("Done"), "number", value="done_count"),
        Column("total", _("Of"), "number", value="total_count"),
        Column("failed", _("Failed"), "number", value="failed_count"),
        Column("queued", _("Since"), "moment", value="queued_at", sort="queued_at"),
    )
    filters = (Choice("status", _("Status"), JobState.choices),)
    empty = Empty(_("No long jobs"), _("Imports and exports that take a while appear here."), "loader-2")

    def rows(self) -> "QuerySet[Job]":
        return Job.objects.visible_to(self.actor)

    def row_url(self, row: Job) -> str:
        return reverse("jobs:job", args=[row.pk])


class JobPage(RecordPage):
    """One job."""

    permission = "jobs.view"
    parent = (_("Long jobs"), "jobs:list")
    live_topic = "jobs.job:{key}"
    record: Job

    def find(self, pk: Any) -> Job | None:
        return Job.objects.visible_to(self.actor).filter(pk=pk).first()

    def title(self) -> str:
        return str(label_of(self.record.kind))

    def status(self) -> Status:
        return Status(self.record.get_status_display(), TONES[self.record.status])

    def actions(self) -> Sequence[Action]:
        job = self.record
        return (
            Action(
                _("Go on"),
                reverse("jobs:resume", args=[job.pk]),
                "jobs.cancel",
                legal=JOB_FLOW.can_move(job, to=JobState.QUEUED) and job.status != JobState.RUNNING,
            ),
        )

    def cards(self, tab: str) -> Sequence[Card]:
        return (Card(_("Progress"), "web/job.html", {"job": progress(self.record, clock.now())}),)


class JobPart(StaffView):
    """The progress alone, for the page that shows it."""

    permission = "jobs.view"

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The part."""
        job = Job.objects.visible_to(self.actor).filter(pk=pk).first()
        if job is None:
            raise NotFound
        return self.render("web/job.html", {"job": progress(job, clock.now())})


class _JobAction(ActionView):
    abstract = True

    def find(self, pk: Any) -> Job | None:
        return Job.objects.visible_to(self.actor).filter(pk=pk).first()

    def done_url(self) -> str:
        return reverse("jobs:job", args=[self.record.pk])


class CancelJob(_JobAction):
    """Stop after the step it is in."""

    permission = "jobs.cancel"
    title, label, done = _("Stop this job?"), _("Stop"), _("The job stops after the step it is in.")

    def act(self, form: Any) -> None:
        services.cancel_job(job_id=self.record.pk, actor=self.actor, at=self.now())


class ResumeJob(_JobAction):
    """Go on from where it stopped."""

    permission = "jobs.cancel"
    title, label, done = _("Go on with this job?"), _("Go on"), _("The job goes on from where it stopped.")

    def act(self, form: Any) -> None:
        services.resume_job(job_id=self.record.pk, actor=self.actor, at=self.now())
