"""The bell: its number, the list of notices, opening one, marking all as read."""

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from erp.foundation.actor import Actor
from erp.foundation.errors import NotFound
from erp.foundation.web import access, alerts, subjects
from erp.foundation.web.models import Notice
from erp.foundation.web.records.history import name_of
from erp.foundation.web.records.mentions import may_see, of_person, open_notice, read_all_notices, unread
from erp.foundation.web.views import StaffView, go

SHOWN, WORDS = 30, 140


class NoticeList(StaffView):
    """Notices, newest first."""

    permission = access.SIGNED_IN

    def get(self, request: HttpRequest) -> HttpResponse:
        found = alerts.newest(self.actor, SHOWN)
        context = {"alerts": found, "unread": alerts.waiting(self.actor)}
        return self.render("web/start/alerts.html", context)

    def post(self, request: HttpRequest) -> HttpResponse:
        """Mark all as read."""
        read_all_notices(actor=self.actor, at=self.now())
        return go(request, reverse("web:alerts"))


class BellView(StaffView):
    """The bell alone, read again when something happened."""

    permission = access.SIGNED_IN

    def get(self, request: HttpRequest) -> HttpResponse:
        waiting = alerts.waiting(self.actor)
        return self.render("web/shell/bell.html", {"waiting": waiting, "topic": alerts.topic_of(self.actor)})


class OpenNotice(StaffView):
    """Mark a notice as read, then go to what it is about."""

    permission = access.SIGNED_IN

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        notice = open_notice(notice_id=pk, actor=self.actor, at=self.now())
        subject = notice.comment.subject
        if notice.comment.withdrawn_at is not None or not may_see(subject, self.actor.key):
            return HttpResponseRedirect(reverse("web:alerts"))
        return HttpResponseRedirect(f"{subjects.url_of(subject)}#timeline")


def read(actor: Actor) -> Sequence[alerts.Alert]:
    """One's newest notices. What is no longer to be seen by this person is left out."""
    rows = list(of_person(actor).select_related("comment")[:SHOWN])
    names = access.provider().names({row.comment.author for row in rows})
    return [alert for row in rows if (alert := _shown(row, actor, names))]


def count(actor: Actor) -> int:
    """How many notices are not read yet."""
    return unread(actor).count()


def _shown(row: Notice, actor: Actor, names: object) -> alerts.Alert | None:
    comment = row.comment
    try:
        record, kind = subjects.load(comment.subject, actor), subjects.of(comment.subject_kind)
    except NotFound:
        return None
    return alerts.Alert(
        text=_("%(who)s mentioned you: %(words)s")
        % {"who": name_of(comment.author, names), "words": Truncator(comment.text).chars(WORDS)},
        url=reverse("web:notice", args=[row.pk]),
        at=row.created_at,
        icon="message-circle",
        detail=f"{kind.label} {record}",
        unread=row.read_at is None,
    )
