"""The inbox as staff sees it: what came, what failed, and trying again."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from erp.foundation.actor import Actor
from erp.foundation.web.lists import BulkAction, Choice, Column, DateRange, Empty, ListPage, Outcome, Preview, View
from erp.sync import services
from erp.sync.models import InboundMessage
from erp.sync.states import MessageStatus

TONES = {"new": "info", "done": "good", "dead": "bad"}


def preview_retry(rows: Sequence[InboundMessage], actor: Actor) -> Preview:
    """Only failed ones can be tried again."""
    dead = [row for row in rows if row.status == MessageStatus.DEAD]
    return Preview(len(dead), skipped=[(str(row), gettext("has not failed")) for row in rows if row not in dead])


def run_retry(keys: Sequence[Any], actor: Actor, at: datetime) -> Outcome:
    """Fetch their objects anew."""
    own = InboundMessage.objects.visible_to(actor).filter(pk__in=keys).values_list("pk", flat=True)
    return Outcome(services.retry_messages(message_ids=list(own), actor=actor, at=at))


class MessageList(ListPage):
    """Messages of the shops, newest first; bodies hold personal data and are not shown."""

    permission = "sync.view"
    name = "sync.messages"
    title = _("Messages of the shops")
    sort = "-received"
    columns = (
        Column("topic", _("Topic"), "code", value="topic", main=True),
        Column("shop", _("Shop"), value="account.name"),
        Column("about", _("About"), "code", value=lambda row: row.remote_id.rpartition("/")[2]),
        Column("status", _("Status"), "pill", value="get_status_display", tone=lambda row: TONES[row.status]),
        Column("copies", _("Received again"), "number", value="copies"),
        Column("error", _("Reason"), value="error"),
        Column("received", _("Received"), "moment", value="received_at", sort="received_at"),
    )
    filters = (
        Choice("status", _("Status"), MessageStatus.choices),
        DateRange("received", _("Received"), path="received_at"),
    )
    views = (View(_("Failed"), "status=dead"),)
    bulk_actions = (
        BulkAction("retry", _("Try again"), "sync.retry", preview=preview_retry, run=run_retry, icon="refresh"),
    )
    empty = Empty(_("No messages yet"), _("What the shops report appears here."), "webhook")

    def rows(self) -> "QuerySet[InboundMessage]":
        return InboundMessage.objects.visible_to(self.actor).select_related("account").defer("body")
