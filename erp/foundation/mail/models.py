"""Templates and messages."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from erp.foundation.accounts.scoping import Scope, ScopedQuerySet
from erp.foundation.history import tracked
from erp.foundation.organisation.models import Company
from erp.foundation.refs import HasRef
from erp.foundation.states import StateMachine


class MailState(models.TextChoices):
    QUEUED = "queued", _("queued")
    SENDING = "sending", _("being sent")
    SENT = "sent", _("sent")
    UNKNOWN = "unknown", _("not known whether sent")
    FAILED = "failed", _("refused")


MAIL_FLOW = StateMachine(
    MailState,
    moves={
        MailState.QUEUED: [MailState.SENDING, MailState.FAILED],
        MailState.SENDING: [MailState.SENT, MailState.QUEUED, MailState.UNKNOWN, MailState.FAILED],
        MailState.UNKNOWN: [MailState.QUEUED, MailState.SENT],
        MailState.FAILED: [MailState.QUEUED],
    },
)


class MailPolicy(models.TextChoices):
    """What to do with a message of which nobody knows whether it was sent."""

    AGAIN = "again", _("send again")
    ASK = "ask", _("ask a person")


@tracked()
class MailTemplate(HasRef, models.Model):
    """The words of one kind of mail in one language; a company's own text stands before the built-in one."""

    scope = Scope(view="mail.view")

    company = models.ForeignKey(Company, models.CASCADE, verbose_name=_("company"))
    code = models.CharField(_("kind"), max_length=60)
    language = models.CharField(_("language"), max_length=2)
    subject = models.CharField(_("subject"), max_length=200)
    body = models.TextField(_("text"), help_text=_("Blank lines make paragraphs; {{ places }} are filled in."))
    changed_at = models.DateTimeField(_("changed"))

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("mail template")
        verbose_name_plural = _("mail templates")
        constraints = (models.UniqueConstraint(fields=("company", "code", "language"), name="mail_template_once"),)

    def __str__(self) -> str:
        return f"{self.code} ({self.language})"


class Message(HasRef, models.Model):
    """
    A mail to one person.

    ``key`` makes queueing safe to repeat (one message per key and company). ``header_id`` is the Message-ID,
    the same at every attempt, so that the receiving side can drop a second copy.
    """

    scope = Scope(view="mail.view")
    field_rules = {"to": "personal", "text": "personal"}

    company = models.ForeignKey(Company, models.PROTECT, verbose_name=_("company"))
    key = models.CharField(max_length=120)
    code = models.CharField(_("kind"), max_length=60)
    about_kind = models.CharField(max_length=60)
    about_key = models.CharField(max_length=60)
    language = models.CharField(_("language"), max_length=2)
    to = models.EmailField(_("to"))
    subject = models.CharField(_("subject"), max_length=200)
    text = models.TextField(_("text"))
    attachments = models.JSONField(default=list, help_text="[[kind, key], …]")
    header_id = models.CharField(max_length=120, unique=True)
    policy = models.CharField(max_length=10, choices=MailPolicy, default=MailPolicy.AGAIN)
    status = MAIL_FLOW.column(default=MailState.QUEUED)
    queued_at = models.DateTimeField(_("queued"))
    sending_since = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(_("sent"), null=True)
    error = models.CharField(_("reason"), max_length=200, blank=True)

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("message")
        verbose_name_plural = _("messages")
        constraints = (
            models.UniqueConstraint(fields=("company", "key"), name="message_once"),
            models.CheckConstraint(name="message_policy", condition=Q(policy__in=MailPolicy.values)),
            MAIL_FLOW.check("message_status"),
            models.CheckConstraint(
                name="message_sent_has_time", condition=~Q(status="sent") | Q(sent_at__isnull=False)
            ),
        )
        indexes = (
            models.Index(fields=["about_kind", "about_key"], name="message_about"),
            models.Index(fields=["company", "-id"], name="message_newest"),
            models.Index(fields=["sending_since"], name="message_sending", condition=Q(status="sending")),
        )

    def __str__(self) -> str:
        return f"{self.code} {self.pk}"
