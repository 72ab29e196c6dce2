"""Comments on records."""

from collections.abc import Callable, Sequence
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from erp.foundation.actor import Actor
from erp.foundation.db import use_case
from erp.foundation.errors import BusinessError, NotFound
from erp.foundation.refs import Ref
from erp.foundation.web import live
from erp.foundation.web.alerts import topic_of
from erp.foundation.web.models import COMMENT_LENGTH, Comment
from erp.foundation.web.records.mentions import may_see, tell_mentioned

Hear = Callable[[Comment], None]

_hear: list[Hear] = []


class CommentEmpty(BusinessError):
    """Nothing was written."""

    code = "comment-empty"
    status = 422
    message = _("Write something first.")


class CommentTooLong(BusinessError):
    """More than 4,000 characters."""

    code = "comment-too-long"
    status = 422
    message = _("A comment holds %(most)s characters at most; this one has %(length)s.")


def on_comment(hear: Hear) -> None:
    """
    Register what runs in the transaction of each new comment.

    The kit lies below the event log, so an app above turns a comment into a fact.
    """
    if hear not in _hear:
        _hear.append(hear)


@use_case
def add_comment(
    *, subject: Ref, text: str, mentions: Sequence[str], request_key: UUID, actor: Actor, at: datetime
) -> Comment:
    """
    Write a comment; ``mentions`` are keys of people named in it. Who may see the record is told; others are not
    mentioned.

    Safe to repeat: the same ``request_key`` gives the comment that is there.

    :raises CommentEmpty: when the text is blank.
    :raises CommentTooLong: when it is longer than 4,000 characters.
    """
    text = text.strip()
    if not text:
        raise CommentEmpty
    if len(text) > COMMENT_LENGTH:
        raise CommentTooLong(most=COMMENT_LENGTH, length=len(text))
    comment = Comment(
        subject_kind=subject.kind,
        subject_key=subject.key,
        author_kind=actor.kind,
        author_key=actor.key,
        text=text,
        mentions=[key for key in sorted(set(mentions)) if may_see(subject, key)],
        request_key=request_key,
        created_at=at,
    )
    Comment.objects.bulk_create([comment], ignore_conflicts=True)
    written = Comment.objects.get(request_key=request_key)
    if written.author != actor or written.subject != subject:
        raise NotFound
    if written.created_at == at:
        tell_mentioned(written)
        for hear in _hear:
            hear(written)
    return written


@use_case
def withdraw_comment(*, comment_id: int, actor: Actor, at: datetime) -> Comment:
    """
    Take back an own comment; it is kept, but no longer shown.

    :raises NotFound: when there is none, or it is somebody else's.
    """
    comment = Comment.objects.filter(pk=comment_id, author_kind=actor.kind, author_key=actor.key).first()
    if comment is None:
        raise NotFound
    if Comment.objects.filter(pk=comment_id, withdrawn_at=None).update(withdrawn_at=at):
        for key in comment.mentions:
            live.notify(topic_of(Actor("user", str(key))))
    comment.withdrawn_at = comment.withdrawn_at or at
    return comment
