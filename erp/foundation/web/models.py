"""What the kit itself keeps: saved views of lists, and comments on records."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from erp.foundation.actor import Actor
from erp.foundation.refs import Ref
from erp.foundation.web.api.models import IdempotentCall

__all__ = ["Comment", "IdempotentCall", "Notice", "SavedView"]

COMMENT_LENGTH = 4000


class SavedView(models.Model):
    """
    A list as somebody likes it: filters, sort and columns, kept as the query string.

    Owned by an actor; a shared one is offered to everybody who opens the list, and changed only by its owner.
    """

    list_name = models.CharField(max_length=120)
    name = models.CharField(_("name"), max_length=60)
    owner_kind = models.CharField(max_length=20)
    owner_key = models.CharField(max_length=80)
    shared = models.BooleanField(_("shared"), default=False)
    query = models.CharField(max_length=2000, blank=True)
    created_at = models.DateTimeField()

    class Meta:
        verbose_name = _("saved view")
        verbose_name_plural = _("saved views")
        constraints = (
            models.UniqueConstraint(
                fields=("list_name", "owner_kind", "owner_key", "name"), name="saved_view_once_per_owner"
            ),
            models.CheckConstraint(condition=~Q(name=""), name="saved_view_has_a_name"),
        )

    def __str__(self) -> str:
        return self.name

    @property
    def owner(self) -> Actor:
        return Actor(self.owner_kind, self.owner_key)


class Comment(models.Model):
    """A remark on a record, written by a person; mentions are keys of people. Never changed, only withdrawn."""

    subject_kind = models.CharField(max_length=60)
    subject_key = models.CharField(max_length=60)
    author_kind = models.CharField(max_length=20)
    author_key = models.CharField(max_length=80)
    text = models.TextField(_("comment"), max_length=COMMENT_LENGTH)
    mentions = models.JSONField(default=list, blank=True)
    request_key = models.UUIDField(unique=True)
    created_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("comment")
        verbose_name_plural = _("comments")
        indexes = (models.Index(fields=("subject_kind", "subject_key", "-id"), name="comment_by_subject"),)
        constraints = (models.CheckConstraint(condition=~Q(text=""), name="comment_says_something"),)

    def __str__(self) -> str:
        return f"{self.author_kind}:{self.author_key} {self.created_at:%Y-%m-%d}"

    @property
    def subject(self) -> Ref:
        return Ref(self.subject_kind, self.subject_key)

    @property
    def author(self) -> Actor:
        return Actor(self.author_kind, self.author_key)


class Notice(models.Model):
    """Tells a person that a comment mentions them; read once they have opened it."""

    comment = models.ForeignKey(Comment, models.CASCADE, related_name="notices")
    person_key = models.CharField(max_length=80)
    created_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("notification")
        verbose_name_plural = _("notifications")
        constraints = (
            models.UniqueConstraint(fields=("comment", "person_key"), name="notice_once_per_comment"),
            models.CheckConstraint(
                condition=Q(read_at=None) | Q(read_at__gte=models.F("created_at")), name="notice_read_after_made"
            ),
        )
        indexes = (
            models.Index(fields=("person_key", "-id"), name="notice_newest"),
            models.Index(fields=("person_key",), name="notice_unread", condition=Q(read_at=None)),
        )

    def __str__(self) -> str:
        return f"{self.person_key} {self.created_at:%Y-%m-%d}"
