"""Runs of the audit and what they found."""

from typing import TYPE_CHECKING

from django.db import models
from django.utils.translation import gettext_lazy as _

from erp.foundation.accounts.scoping import Scope, ScopedQuerySet
from erp.foundation.db import AppendOnly
from erp.foundation.organisation.models import Company
from erp.foundation.refs import HasRef


class AuditRun(HasRef, AppendOnly):
    """The books of a company held against documents and goods at one moment."""

    scope = Scope(view="finance.view")

    company = models.ForeignKey(Company, models.PROTECT, related_name="audit_runs", verbose_name=_("company"))
    at = models.DateTimeField(_("when"))
    actor = models.CharField(_("by"), max_length=100)

    objects = ScopedQuerySet.as_manager()

    class Meta(AppendOnly.Meta):
        verbose_name = _("audit")
        verbose_name_plural = _("audits")
        ordering = ("-pk",)
        indexes = (models.Index(fields=("company", "-id"), name="audit_run_newest"),)

    def __str__(self) -> str:
        return f"{self.company_id} {self.at:%Y-%m-%d %H:%M}"


class AuditFinding(AppendOnly):
    """
    What one check said in one run.

    ``count`` faults were found, the first of them stand in ``rows``; ``waiting`` is what will be right once it is
    posted, and is no fault. A row is
    a list of (name, value) in the order to show them. A check that is not here was not made.
    """

    scope = Scope(view="finance.view", company="run__company")

    run = models.ForeignKey(AuditRun, models.PROTECT, related_name="findings", db_index=False)
    position = models.PositiveSmallIntegerField()
    name = models.CharField(_("check"), max_length=60)
    count = models.PositiveIntegerField(_("faults"))
    rows = models.JSONField(_("first faults"), default=list)
    waiting = models.JSONField(_("on the way"), default=list)

    objects = ScopedQuerySet.as_manager()

    if TYPE_CHECKING:
        run_id: int

    class Meta(AppendOnly.Meta):
        verbose_name = _("finding of an audit")
        verbose_name_plural = _("findings of audits")
        ordering = ("run", "position")
        constraints = (models.UniqueConstraint(fields=("run", "name"), name="audit_finding_once"),)

    def __str__(self) -> str:
        return f"{self.name}: {self.count}"
