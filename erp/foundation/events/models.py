"""The event log (append-only) and the deliveries, the rows of the outbox."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from erp.foundation.db import AppendOnly
from erp.foundation.refs import Ref


class Event(AppendOnly):
    """
    Something that happened, for ever: the outbox, the timeline and the audit read it.

    ``id`` is a UUIDv7, in order of time but not of commit. Who follows the log by a cursor uses ``xid``,
    the writing transaction, and takes only rows below the watermark (:mod:`erp.foundation.events.watermark`).
    ``data`` holds ids, never personal data.
    """

    id = models.UUIDField(primary_key=True)
    name = models.CharField(max_length=80)
    data = models.JSONField()
    actor_kind = models.CharField(max_length=20)
    actor_key = models.CharField(max_length=80)
    request_id = models.CharField(max_length=64, blank=True)
    at = models.DateTimeField()
    xid = models.BigIntegerField()

    class Meta(AppendOnly.Meta):
        indexes = [
            models.Index(fields=["xid", "id"], name="event_by_commit"),
            models.Index(fields=["name", "id"], name="event_by_name"),
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.id}"


class EventSubject(AppendOnly):
    """A record that an event is about; its timeline is read by this index, newest first, paged by event id."""

    event = models.ForeignKey(Event, on_delete=models.PROTECT, related_name="subjects", db_index=False)
    kind = models.CharField(max_length=60)
    key = models.CharField(max_length=60)

    class Meta(AppendOnly.Meta):
        constraints = [models.UniqueConstraint(fields=["kind", "key", "event"], name="subject_once")]

    def __str__(self) -> str:
        return str(Ref(self.kind, self.key))


class DeliveryState(models.TextChoices):
    WAITING = "waiting", _("waiting")
    RUNNING = "running", _("running")
    DONE = "done", _("done")
    PARKED = "parked", _("parked")


class Delivery(models.Model):
    """
    One event for one handler, and how it fared.

    ``key`` orders or coalesces the deliveries of a handler ("" = neither). A running delivery is leased until
    ``lease_until`` by the claim ``claim``; whoever finds the lease run out may claim it again.
    """

    id = models.BigAutoField(primary_key=True)
    event = models.ForeignKey(Event, on_delete=models.PROTECT, related_name="deliveries", db_index=False)
    handler = models.CharField(max_length=80)
    key = models.CharField(max_length=120, blank=True, default="")
    state = models.CharField(max_length=10, choices=DeliveryState.choices, default=DeliveryState.WAITING)
    attempts = models.SmallIntegerField(default=0)
    next_at = models.DateTimeField()
    claim = models.UUIDField(null=True)
    lease_until = models.DateTimeField(null=True)
    error = models.TextField(blank=True, default="")
    done_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["event", "handler"], name="delivery_once"),
            models.CheckConstraint(
                condition=models.Q(state__in=[state.value for state in DeliveryState]), name="delivery_state"
            ),
            models.CheckConstraint(
                condition=models.Q(state="running", claim__isnull=False, lease_until__isnull=False)
                | ~models.Q(state="running"),
                name="delivery_running_is_leased",
            ),
        ]
        indexes = [
            models.Index(fields=["id"], name="delivery_waiting", condition=models.Q(state="waiting")),
            models.Index(fields=["lease_until"], name="delivery_leased", condition=models.Q(state="running")),
            models.Index(
                fields=["handler", "key", "id"],
                name="delivery_open_by_key",
                condition=~models.Q(state="done") & ~models.Q(key=""),
            ),
            models.Index(fields=["handler", "id"], name="delivery_parked", condition=models.Q(state="parked")),
        ]

    def __str__(self) -> str:
        return f"{self.handler} <- {self.event_id}"
