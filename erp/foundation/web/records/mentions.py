"""Mentions in comments: whom one may name, and the notices that tell them."""

from collections.abc import Sequence
from datetime import datetime

from django.db.models import QuerySet

from erp.foundation.actor import Actor
from erp.foundation.db import use_case
from erp.foundation.errors import NotFound
from erp.foundation.refs import Ref
from erp.foundation.web import access, live, subjects
from erp.foundation.web.alerts import topic_of
from erp.foundation.web.models import Comment, Notice


def mentionable(subject: Ref, actor: Actor, text: str, *, limit: int) -> list[tuple[str, str]]:
    """(key, name) of colleagues whose name begins with the text and who may see the record."""
    found: list[tuple[str, str]] = []
    for key, name in access.provider().people(actor, text):
        if len(found) < limit and Actor("user", key) != actor and may_see(subject, key):
            found.append((key, name))
    return found


def may_see(subject: Ref, person_key: str) -> bool:
    """Whether a person may see a record; nobody sees one without a page."""
    try:
        return subjects.of(subject.kind).load(Actor("user", person_key), subject.key) is not None
    except NotFound:
        return False


def tell_mentioned(comment: Comment) -> None:
    """Make the notices of a new comment; in its transaction. Nobody is told of what they wrote themselves."""
    people = [key for key in comment.mentions if Actor("user", str(key)) != comment.author]
    notices = [Notice(comment=comment, person_key=str(key), created_at=comment.created_at) for key in people]
    Notice.objects.bulk_create(notices, ignore_conflicts=True)
    for notice in notices:
        live.notify(topic_of(Actor("user", notice.person_key)))


@use_case
def open_notice(*, notice_id: int, actor: Actor, at: datetime) -> Notice:
    """
    Mark a notice as read and return it, with its comment. Safe to repeat: the first time counts.

    :raises NotFound: when there is none, or it is somebody else's.
    """
    notice = Notice.objects.select_related("comment").filter(pk=notice_id, person_key=_key(actor)).first()
    if notice is None:
        raise NotFound
    _mark([notice.pk], actor, at)
    return notice


@use_case
def read_all_notices(*, actor: Actor, at: datetime) -> int:
    """Mark all of one's notices as read; returns how many there were to mark."""
    return _mark(list(unread(actor).values_list("pk", flat=True)), actor, at)


def unread(actor: Actor) -> "QuerySet[Notice]":
    """One's notices that are not read yet; comments that were taken back tell nothing any more."""
    return of_person(actor).filter(read_at=None)


def of_person(actor: Actor) -> "QuerySet[Notice]":
    """One's notices, newest first."""
    return Notice.objects.filter(person_key=_key(actor), comment__withdrawn_at=None).order_by("-id")


def _mark(keys: Sequence[int], actor: Actor, at: datetime) -> int:
    marked = Notice.objects.filter(pk__in=keys, read_at=None).update(read_at=at)
    if marked:
        live.notify(topic_of(actor))
    return marked


def _key(actor: Actor) -> str:
    return actor.key if actor.kind == "user" else ""
