"""Long jobs."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from erp.foundation.accounts.scoping import Scope, ScopedQuerySet
from erp.foundation.organisation.models import Company
from erp.foundation.refs import HasRef
from erp.foundation.states import StateMachine


class JobState(models.TextChoices):
    QUEUED = "queued", _("waiting")
    RUNNING = "running", _("running")
    DONE = "done", _("done")
    FAILED = "failed", _("failed")
    CANCELLED = "cancelled", _("stopped")


JOB_FLOW = StateMachine(
    JobState,
    moves={
        JobState.QUEUED: [JobState.RUNNING, JobState.CANCELLED],
        JobState.RUNNING: [JobState.DONE, JobState.FAILED, JobState.CANCELLED, JobState.QUEUED],
        JobState.FAILED: [JobState.QUEUED],
        JobState.CANCELLED: [JobState.QUEUED],
    },
)


class Job(HasRef, models.Model):
    """
    A long job and how far it is.

    ``checkpoint`` is where it goes on after a kill; written in the same transaction as the work it stands for.
    ``result`` says what was done, what failed and why.
    """

    scope = Scope(view="jobs.view")

    company = models.ForeignKey(Company, models.PROTECT, null=True, verbose_name=_("company"))
    kind = models.CharField(_("kind"), max_length=60)
    key = models.CharField(max_length=120, blank=True, help_text="Two open jobs of a kind never have the same key.")
    params = models.JSONField(default=dict)
    checkpoint = models.JSONField(default=dict)
    result = models.JSONField(default=dict)
    status = JOB_FLOW.column(default=JobState.QUEUED)
    done_count = models.PositiveIntegerField(_("done"), default=0)
    total_count = models.PositiveIntegerField(_("of"), null=True)
    failed_count = models.PositiveIntegerField(_("failed"), default=0)
    cancel_asked = models.BooleanField(default=False)
    attempts = models.PositiveSmallIntegerField(default=0)
    started_by_kind = models.CharField(max_length=20)
    started_by_key = models.CharField(max_length=80)
    queued_at = models.DateTimeField(_("queued"))
    started_at = models.DateTimeField(_("started"), null=True)
    ended_at = models.DateTimeField(_("ended"), null=True)
    claim = models.UUIDField(null=True)
    lease_until = models.DateTimeField(null=True)
    error = models.CharField(_("reason"), max_length=300, blank=True)

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("job")
        verbose_name_plural = _("jobs")
        constraints = (
            JOB_FLOW.check("job_status"),
            models.UniqueConstraint(
                fields=("kind", "key"), name="job_open_once", condition=Q(status__in=["queued", "running"]) & ~Q(key="")
            ),
            models.CheckConstraint(
                name="job_running_is_leased",
                condition=~Q(status="running") | Q(claim__isnull=False, lease_until__isnull=False),
            ),
            models.CheckConstraint(
                name="job_counts", condition=Q(total_count__isnull=True) | Q(done_count__lte=F("total_count"))
            ),
        )
        indexes = (models.Index(fields=["queued_at"], name="job_open", condition=Q(status__in=["queued", "running"])),)

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"
