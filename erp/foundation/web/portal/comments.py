"""Writing and taking back comments, and finding whom to mention."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from erp.foundation.errors import BusinessError, NotFound
from erp.foundation.refs import Ref
from erp.foundation.web import access, subjects
from erp.foundation.web.forms.lookups import Option
from erp.foundation.web.models import Comment
from erp.foundation.web.records.actions import ActionView
from erp.foundation.web.records.comments import add_comment, withdraw_comment
from erp.foundation.web.records.history import read_timeline
from erp.foundation.web.records.mentions import mentionable
from erp.foundation.web.rendering import render_part
from erp.foundation.web.requests import wants_part
from erp.foundation.web.views import StaffView

PEOPLE = 8


class CommentView(StaffView):
    """A comment on a record that the actor may see."""

    permission = access.SIGNED_IN

    def load(self) -> None:
        self.ref = Ref(self.kwargs["kind"], self.kwargs["key"])
        row = subjects.load(self.ref, self.actor)
        if not self.can(subjects.of(self.ref.kind).comment_permission, row):
            raise NotFound

    def post(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        text = request.POST.get("text", "")
        try:
            add_comment(
                subject=self.ref,
                text=text,
                mentions=self._mentioned(text),
                request_key=_uuid(request.POST.get("request_key", "")),
                actor=self.actor,
                at=self.now(),
            )
        except BusinessError as error:
            return self.refused(error)
        if not wants_part(request):
            return HttpResponseRedirect(f"{subjects.url_of(self.ref)}#timeline")
        context = {"timeline": read_timeline(self.ref, self.actor)}
        return HttpResponse(render_part(request, "web/record/timeline_items.html", context))

    def _mentioned(self, text: str) -> list[str]:
        """Keys of the people whose ``@Name`` stands in the text."""
        keys = []
        for part in text.split("@")[1:]:
            first = part.split(maxsplit=1)[0] if part.strip() else ""
            people = access.provider().people(self.actor, first) if first else ()
            keys += [key for key, name in people if part.startswith(name)]
        return keys


class WithdrawView(ActionView):
    """Taking back one's own comment, after a question."""

    permission = access.SIGNED_IN
    title, label, danger = _("Take this comment back?"), _("Take back"), True
    done = _("The comment is taken back.")
    record: Comment

    def find(self, pk: Any) -> Comment | None:
        own = Comment.objects.filter(author_kind=self.actor.kind, author_key=self.actor.key, withdrawn_at=None)
        return own.filter(pk=pk).first()

    def question(self) -> str | Promise:
        return _("Nobody sees it any more, and who was mentioned in it is no longer notified.")

    def act(self, form: Any) -> None:
        withdraw_comment(comment_id=self.record.pk, actor=self.actor, at=self.now())

    def done_url(self) -> str:
        return f"{subjects.url_of(self.record.subject)}#timeline"


class PeopleView(StaffView):
    """Colleagues who may see the record and whose name begins with what stands after the @."""

    permission = access.SIGNED_IN

    def get(self, request: HttpRequest) -> HttpResponse:
        people: list[tuple[str, str]] = []
        if kind := request.GET.get("kind", ""):
            subject = Ref(kind, request.GET.get("key", ""))
            subjects.load(subject, self.actor)
            people = mentionable(subject, self.actor, request.GET.get("q", ""), limit=PEOPLE)
        context = {"options": [Option(key, name) for key, name in people], "base": "person"}
        return HttpResponse(render_part(request, "web/form/options.html", context))


def _uuid(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise NotFound from None
