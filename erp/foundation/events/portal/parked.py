"""Deliveries that gave up, and those under way: what happened, to whom it should have been told, why it failed."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from erp.foundation.actor import Actor
from erp.foundation.events import services
from erp.foundation.events.models import Delivery, DeliveryState
from erp.foundation.web.lists import BulkAction, Choice, Column, Empty, ListPage, Outcome, Preview, View

TONES = {"waiting": "info", "running": "info", "done": "good", "parked": "bad"}


def preview_retry(rows: Sequence[Delivery], actor: Actor) -> Preview:
    """Only parked ones can be run again."""
    parked = [row for row in rows if row.state == DeliveryState.PARKED]
    skipped = [(str(row), gettext("is not parked")) for row in rows if row.state != DeliveryState.PARKED]
    return Preview(len(parked), skipped=skipped)


def run_retry(keys: Sequence[Any], actor: Actor, at: datetime) -> Outcome:
    """Let them run from their first attempt."""
    return Outcome(services.retry_parked(deliveries=[int(key) for key in keys], actor=actor, at=at))


class ParkedList(ListPage):
    """What the relay has not finished; parked first."""

    permission = "events.view"
    name = "events.deliveries"
    title = _("Background work")
    sort = "event"
    columns = (
        Column("event", _("What happened"), value="event.name", sort="id", main=True),
        Column("handler", _("What should follow"), "code", value="handler"),
        Column("state", _("State"), "pill", value="get_state_display", tone=lambda row: TONES[row.state]),
        Column("attempts", _("Attempts"), "number", value="attempts"),
        Column("error", _("Reason"), value="error"),
        Column("at", _("When"), "moment", value="event.at"),
    )
    filters = (Choice("state", _("State"), DeliveryState.choices),)
    views = (View(_("Parked"), "state=parked"), View(_("Waiting"), "state=waiting"))
    bulk_actions = (
        BulkAction("retry", _("Run again"), "events.retry", preview=preview_retry, run=run_retry, icon="refresh"),
    )
    empty = Empty(_("Nothing waits"), _("What follows from orders, shipments and payments has all been done."), "check")

    def rows(self) -> "QuerySet[Delivery]":
        return Delivery.objects.exclude(state=DeliveryState.DONE).select_related("event")
