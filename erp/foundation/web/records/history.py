"""The timeline card: events and comments of a record, newest first, with names."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from erp.foundation.actor import Actor
from erp.foundation.refs import Ref
from erp.foundation.web import access, timeline
from erp.foundation.web.models import Comment

PAGE = 30
COMMENTS = 200


@dataclass(frozen=True, slots=True)
class Item:
    """One line: an event in words, or a comment."""

    at: datetime
    who: str
    text: SafeString | str
    icon: str = ""
    tone: str = ""
    diff: Sequence[tuple[str, str, str]] = ()
    comment: Comment | None = None
    mine: bool = False


@dataclass(frozen=True, slots=True)
class Timeline:
    """A page of items; ``older`` is the id of the event to go on from, "" at the end."""

    items: list[Item]
    older: str


def read_timeline(subject: Ref, actor: Actor, *, before: str = "") -> Timeline:
    """Events and comments of a record; three queries."""
    events = list(timeline.rows(subject, before=before or None, limit=PAGE + 1))
    more, events = len(events) > PAGE, events[:PAGE]
    comments = [] if before else list(_comments(subject))
    names = access.provider().names(_actors(events, comments))
    items = [item for event in events if (item := _event(event, names))]
    items += [_comment(comment, names, actor) for comment in comments]
    items.sort(key=lambda item: item.at, reverse=True)
    return Timeline(items, str(events[-1].id) if more else "")


def _comments(subject: Ref) -> Iterable[Comment]:
    return Comment.objects.filter(subject_kind=subject.kind, subject_key=subject.key, withdrawn_at=None).order_by(
        "-id"
    )[:COMMENTS]


def _actors(events: Iterable[timeline.Row], comments: Iterable[Comment]) -> set[Actor]:
    people = {Actor("user", str(key)) for comment in comments for key in comment.mentions}
    return people | {Actor(e.actor_kind, e.actor_key) for e in events} | {comment.author for comment in comments}


def name_of(actor: Actor, names: Any) -> str:
    """A name for people: never a bare identifier."""
    if name := names.get(actor):
        return str(name)
    return {
        "system": _("Backroom"),
        "apikey": _("API key"),
        "oauth": _("Connected app"),
        "link": _("Link in a message"),
        "channel": _("Sales channel"),
    }.get(actor.kind, _("Former user"))


def _event(event: timeline.Row, names: Any) -> Item | None:
    entry = timeline.entry_of(event.name)
    if entry is None:
        return None
    return Item(
        at=event.at,
        who=name_of(Actor(event.actor_kind, event.actor_key), names),
        text=entry.text(event.data),
        icon=entry.icon,
        tone=entry.tone,
        diff=entry.diff(event.data) if entry.diff else (),
    )


def _comment(comment: Comment, names: Any, actor: Actor) -> Item:
    return Item(
        at=comment.created_at,
        who=name_of(comment.author, names),
        text=_with_mentions(comment, names),
        icon="message-circle",
        comment=comment,
        mine=comment.author == actor,
    )


def _with_mentions(comment: Comment, names: Any) -> SafeString:
    text = str(conditional_escape(comment.text))
    for key in comment.mentions:
        if name := names.get(Actor("user", str(key))):
            shown = str(conditional_escape(f"@{name}"))
            text = text.replace(shown, f'<span class="mention">{shown}</span>')
    return mark_safe(text)  # noqa: S308  # escaped above
