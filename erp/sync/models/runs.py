"""Runs: what a poll or a comparison found and did."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from erp.foundation.accounts.scoping import Scope, ScopedQuerySet
from erp.foundation.refs import HasRef
from erp.sync.models.accounts import ChannelAccount


class RunKind(models.TextChoices):
    POLL = "poll", _("looked for changed orders")
    RECONCILE = "reconcile", _("compared with the shop")
    CONNECT = "connect", _("connected")


class SyncRun(HasRef, models.Model):
    """One scheduled look at a channel; ``findings`` name what was missing and why."""

    scope = Scope(view="sync.view", company="account__company")

    account = models.ForeignKey(ChannelAccount, models.CASCADE, related_name="runs", verbose_name=_("channel"))
    kind = models.CharField(_("what"), max_length=20, choices=RunKind)
    started_at = models.DateTimeField(_("started"))
    ended_at = models.DateTimeField(_("ended"), null=True)
    seen = models.PositiveIntegerField(_("seen"), default=0)
    found = models.PositiveIntegerField(_("found missing"), default=0)
    findings = models.JSONField(default=list, blank=True)
    error = models.CharField(_("reason"), max_length=300, blank=True)

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("run")
        verbose_name_plural = _("runs")
        constraints = (models.CheckConstraint(name="sync_run_kind", condition=Q(kind__in=RunKind.values)),)
        indexes = (models.Index(fields=["account", "-id"], name="sync_run_newest"),)

    def __str__(self) -> str:
        return f"{self.kind} {self.started_at:%Y-%m-%d %H:%M}"
