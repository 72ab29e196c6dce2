"""Which remote object is which of ours, and what a channel should show."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from erp.foundation.accounts.scoping import Scope, ScopedQuerySet
from erp.foundation.refs import HasRef, Ref
from erp.sync.models.accounts import ChannelAccount
from erp.sync.states import Kind, PushKind


class Binding(HasRef, models.Model):
    """
    A channel's object and ours.

    ``remote_version`` is the channel's own time of the last change we took in: an older or equal state brings
    nothing new. ``gone`` says that the channel has it no more; what it meant here stays.
    ``extra`` holds other ids of the same object (a variant's stock item).
    """

    scope = Scope(view="sync.view", company="account__company")

    account = models.ForeignKey(ChannelAccount, models.PROTECT, related_name="bindings", verbose_name=_("channel"))
    kind = models.CharField(max_length=20, choices=Kind)
    remote_id = models.CharField(max_length=120)
    local_kind = models.CharField(max_length=60)
    local_key = models.CharField(max_length=60)
    remote_version = models.CharField(max_length=60, blank=True)
    extra = models.JSONField(default=dict, blank=True)
    gone = models.BooleanField(default=False)
    bound_at = models.DateTimeField()

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("binding")
        verbose_name_plural = _("bindings")
        constraints = (
            models.UniqueConstraint(fields=("account", "kind", "remote_id"), name="binding_remote_once"),
            models.CheckConstraint(name="binding_kind_known", condition=Q(kind__in=Kind.values)),
        )
        indexes = (models.Index(fields=["local_kind", "local_key", "account"], name="binding_by_local"),)

    def __str__(self) -> str:
        return f"{self.kind} {self.remote_id}"

    @property
    def local(self) -> Ref:
        return Ref(self.local_kind, self.local_key)


class DesiredState(models.Model):
    """
    What a channel should show of one subject, and what we know it to show.

    ``desired`` was last computed as ``version``. ``expected`` is what the channel should show now by all we know:
    what it acknowledged, less what its own orders took since. They are compared; what differs is pushed.
    ``attempt`` counts generations of pushes, for idempotency keys: the same while an outcome is unknown.
    """

    scope = Scope(view="sync.view", company="account__company")

    account = models.ForeignKey(
        ChannelAccount, models.CASCADE, related_name="desired_states", verbose_name=_("channel")
    )
    kind = models.CharField(max_length=20, choices=PushKind)
    subject = models.CharField(max_length=120)
    desired = models.JSONField()
    expected = models.JSONField(null=True)
    version = models.PositiveBigIntegerField(default=1)
    acknowledged_version = models.PositiveBigIntegerField(default=0)
    attempt = models.PositiveIntegerField(default=0)
    failures = models.PositiveSmallIntegerField(default=0)
    last_error = models.CharField(_("reason"), max_length=300, blank=True)
    pending = models.BooleanField(default=True)
    wanted_since = models.DateTimeField()
    next_at = models.DateTimeField()
    acknowledged_at = models.DateTimeField(null=True)

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("desired state")
        verbose_name_plural = _("desired states")
        constraints = (
            models.UniqueConstraint(fields=("account", "kind", "subject"), name="desired_state_once"),
            models.CheckConstraint(name="desired_state_kind", condition=Q(kind__in=PushKind.values)),
        )
        indexes = (
            models.Index(
                fields=["account", "kind", "next_at"], name="desired_state_pending", condition=Q(pending=True)
            ),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.subject}"
