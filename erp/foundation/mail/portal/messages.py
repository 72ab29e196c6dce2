"""The mailbox: what was sent to whom, and what became of it."""

from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from erp.foundation import clock
from erp.foundation.mail import services, templates
from erp.foundation.mail.models import MAIL_FLOW, MailState, Message
from erp.foundation.web.formats import moment_html
from erp.foundation.web.lists import Choice, Column, DateRange, Empty, Link, ListPage
from erp.foundation.web.records import Action, ActionView, Card, Fact, RecordPage, Status, pairs

TONES = {"queued": "info", "sending": "info", "sent": "good", "unknown": "warn", "failed": "bad"}


class MessageList(ListPage):
    """Every mail of one's companies, newest first."""

    permission = "mail.view"
    name = "mail.messages"
    title = _("Mailbox")
    sort = "-queued"
    columns = (
        Column("subject", _("Subject"), value="subject", main=True),
        Column("to", _("To"), value="to", reads="personal"),
        Column("status", _("Status"), "pill", value="get_status_display", tone=lambda row: TONES[row.status]),
        Column("queued", _("Written"), "moment", value="queued_at", sort="queued_at"),
        Column("sent", _("Sent"), "moment", value="sent_at"),
    )
    filters = (Choice("status", _("Status"), MailState.choices), DateRange("queued", _("Written"), path="queued_at"))
    search_fields = ("to__iexact", "subject__icontains")
    links = (Link(_("Templates"), "mail:templates", "mail.edit_templates", icon="edit", primary=False),)
    empty = Empty(_("No mail yet"), _("Confirmations, invoices and tracking mails appear here."), "mail")

    def rows(self) -> "QuerySet[Message]":
        return Message.objects.visible_to(self.actor)

    def row_url(self, row: Message) -> str:
        return reverse("mail:message", args=[row.pk])


class MessagePage(RecordPage):
    """One mail as it was written."""

    permission = "mail.view"
    parent = (_("Mailbox"), "mail:list")
    record: Message

    def find(self, pk: Any) -> Message | None:
        return Message.objects.visible_to(self.actor).filter(pk=pk).first()

    def title(self) -> str:
        return self.record.subject

    def status(self) -> Status:
        return Status(self.record.get_status_display(), TONES[self.record.status])

    def actions(self) -> Sequence[Action]:
        legal = MAIL_FLOW.can_move(self.record, to=MailState.QUEUED) and self.record.status != MailState.SENDING
        url = reverse("mail:resend", args=[self.record.pk])
        return (Action(_("Send again"), url, "mail.resend", legal=legal),)

    def cards(self, tab: str) -> Sequence[Card]:
        at = clock.now()
        facts = [
            Fact(_("To"), self.record.to),
            Fact(_("Written"), moment_html(self.record.queued_at, at)),
            Fact(_("Sent"), moment_html(self.record.sent_at, at) if self.record.sent_at else "–"),
            Fact(_("Attachments"), str(len(self.record.attachments))),
        ]
        if self.record.error:
            facts.append(Fact(_("Reason"), self.record.error))
        text = templates.shown_text(self.record, self.actor)
        return (Card(_("Text"), "mail/staff/text.html", {"text": text}), pairs(_("Sending"), facts))


class Resend(ActionView):
    """Send a refused or doubtful mail again."""

    permission = "mail.resend"
    title, label, done = _("Send this mail again?"), _("Send again"), _("It will be sent.")

    def find(self, pk: Any) -> Message | None:
        return Message.objects.visible_to(self.actor).filter(pk=pk).first()

    def act(self, form: Any) -> None:
        services.resend_message(message_id=self.record.pk, actor=self.actor, at=self.now())

    def done_url(self) -> str:
        return reverse("mail:message", args=[self.record.pk])
