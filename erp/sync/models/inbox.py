"""The inbox: what channels sent, as they sent it."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from erp.foundation.accounts.scoping import Scope, ScopedQuerySet
from erp.foundation.refs import HasRef
from erp.sync.models.accounts import ChannelAccount
from erp.sync.states import MessageStatus


class InboundMessage(HasRef, models.Model):
    """
    A message of a channel, kept raw once; the same one again only counts.

    ``external_id`` is the channel's id of the event, the same for every delivery of it. ``kind`` and ``remote_id``
    name what it is about. ``body`` holds personal data and is emptied after the time of keeping.
    """

    scope = Scope(view="sync.view", company="account__company")

    account = models.ForeignKey(ChannelAccount, models.PROTECT, related_name="messages", verbose_name=_("channel"))
    topic = models.CharField(_("topic"), max_length=60)
    external_id = models.CharField(max_length=120)
    delivery_id = models.CharField(max_length=120, blank=True)
    kind = models.CharField(max_length=20, blank=True)
    remote_id = models.CharField(max_length=120, blank=True)
    body = models.BinaryField()
    status = models.CharField(_("status"), max_length=10, choices=MessageStatus, default=MessageStatus.NEW)
    error = models.CharField(_("reason"), max_length=300, blank=True)
    copies = models.PositiveIntegerField(_("received again"), default=0)
    sent_at = models.DateTimeField(null=True)
    received_at = models.DateTimeField(_("received"))
    done_at = models.DateTimeField(null=True)

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("message")
        verbose_name_plural = _("messages")
        constraints = (
            models.UniqueConstraint(fields=("account", "topic", "external_id"), name="inbound_message_once"),
            models.CheckConstraint(name="inbound_message_status", condition=Q(status__in=MessageStatus.values)),
        )
        indexes = (
            models.Index(fields=["account", "kind", "remote_id"], name="inbound_new", condition=Q(status="new")),
            models.Index(fields=["account", "-id"], name="inbound_dead", condition=Q(status="dead")),
            models.Index(fields=["received_at"], name="inbound_by_age"),
        )

    def __str__(self) -> str:
        return f"{self.topic} {self.external_id}"
