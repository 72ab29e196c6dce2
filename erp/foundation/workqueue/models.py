"""The queue's items."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from erp.foundation.accounts.models import User
from erp.foundation.accounts.scoping import Scope, ScopedQuerySet
from erp.foundation.organisation.models import Company
from erp.foundation.refs import HasRef, Ref


class WorkState(models.TextChoices):
    OPEN = "open", _("open")
    DONE = "done", _("done")
    DISMISSED = "dismissed", _("dismissed")


class WorkItem(HasRef, models.Model):
    """
    One thing that waits for a person.

    ``kind`` names the registered kind that words the cause from ``params`` and knows the fixes. While one is
    open, the same kind about the same record is not raised a second time; its params are brought up to date.
    """

    scope = Scope(view="workqueue.view")

    company = models.ForeignKey(Company, models.PROTECT, verbose_name=_("company"))
    kind = models.CharField(_("kind"), max_length=60)
    about_kind = models.CharField(max_length=60)
    about_key = models.CharField(max_length=60)
    params = models.JSONField(default=dict)
    state = models.CharField(_("state"), max_length=10, choices=WorkState, default=WorkState.OPEN)
    owner = models.ForeignKey(User, models.PROTECT, null=True, blank=True, verbose_name=_("with"))
    raised_at = models.DateTimeField(_("since"))
    closed_at = models.DateTimeField(_("closed"), null=True)
    closed_by = models.CharField(max_length=100, blank=True)

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("exception")
        verbose_name_plural = _("exceptions")
        constraints = (
            models.UniqueConstraint(
                fields=("kind", "about_kind", "about_key"), name="work_item_open_once", condition=Q(state="open")
            ),
            models.CheckConstraint(name="work_item_state", condition=Q(state__in=WorkState.values)),
            models.CheckConstraint(
                name="work_item_closed_has_time", condition=Q(state="open") | Q(closed_at__isnull=False)
            ),
        )
        indexes = (
            models.Index(fields=["company", "kind", "id"], name="work_item_open", condition=Q(state="open")),
            models.Index(fields=["about_kind", "about_key"], name="work_item_about"),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.about}"

    @property
    def about(self) -> Ref:
        return Ref(self.about_kind, self.about_key)
