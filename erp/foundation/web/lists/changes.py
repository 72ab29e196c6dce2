"""What a list lets one change: its saved views, and many rows at once."""

from collections.abc import Sequence
from typing import Any, ClassVar

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.utils.translation import ngettext

from erp.foundation.errors import NotFound
from erp.foundation.web import failures, formats
from erp.foundation.web.lists import saved
from erp.foundation.web.lists.bulk import BulkAction, Outcome
from erp.foundation.web.lists.query import ListQuery
from erp.foundation.web.requests import wants_part
from erp.foundation.web.views import StaffView, go

BULK_LIMIT = 1000


class ListChanges(StaffView):
    """The part of a list page that answers POST."""

    abstract = True
    name: ClassVar[str]
    bulk_actions: ClassVar[Sequence[BulkAction]]
    query: ListQuery

    def narrowed(self, *, except_for: str = "") -> "QuerySet[Any]":
        raise NotImplementedError

    def show(self, *, note: str = "") -> HttpResponse:
        raise NotImplementedError

    def row_label(self, row: Any) -> str:
        raise NotImplementedError

    def rows(self) -> "QuerySet[Any]":
        raise NotImplementedError

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        what = request.POST.get("do", "")
        if what == "save-view":
            return self.save_view()
        if what == "delete-view":
            return self.delete_view()
        return self.bulk(what)

    def save_view(self) -> HttpResponse:
        """Keep the list as it is now under a name."""
        post = self.request.POST
        view = saved.save_view(
            list_name=self.name,
            name=post.get("name", ""),
            query=self.query.encoded,
            shared="shared" in post,
            actor=self.actor,
            at=self.now(),
        )
        return go(self.request, f"{self.request.path}?{view.query}")

    def delete_view(self) -> HttpResponse:
        """Remove an own view."""
        key = self.request.POST.get("id", "")
        if not key.isdigit():
            raise NotFound
        saved.delete_view(view_id=int(key), list_name=self.name, actor=self.actor)
        return go(self.request, self.request.path)

    def bulk(self, name: str) -> HttpResponse:
        """Show what an action would do with the chosen rows, or do it."""
        action = next((one for one in self.bulk_actions if one.name == name), None)
        if action is None or not self.can(action.permission):
            raise NotFound
        rows = self.chosen()
        if "confirmed" in self.request.POST:
            return self.bulk_done(action, action.run([row.pk for row in rows], self.actor, self.now()))
        context = {
            "action": action,
            "preview": action.preview(rows, self.actor),
            "keys": [row.pk for row in rows],
            "chosen": len(rows),
            "limit": BULK_LIMIT if len(rows) == BULK_LIMIT else 0,
            "back": self.request.get_full_path(),
        }
        return self.render("web/list/bulk_dialog.html" if wants_part(self.request) else "web/list/bulk.html", context)

    def chosen(self) -> Sequence[Any]:
        """The chosen rows, as visible; all that fit the filters when the person chose all. 1,000 at most."""
        post = self.request.POST
        if post.get("all") == "yes":
            return list(self.narrowed().order_by("pk")[:BULK_LIMIT])
        read = self.rows().model._meta.pk.to_python
        keys = [key for key in (_key(read, text) for text in post.getlist("row")[:BULK_LIMIT]) if key is not None]
        return list(self.rows().filter(pk__in=keys).order_by("pk"))

    def bulk_done(self, action: BulkAction, outcome: Outcome) -> HttpResponse:
        """Say what happened; failures are listed with their reasons."""
        text = str(outcome.message) or ngettext("%(n)s row changed.", "%(n)s rows changed.", outcome.done) % {
            "n": formats.number(outcome.done)
        }
        if outcome.url:
            messages.success(self.request, text)
            return go(self.request, outcome.url)
        if outcome.failed:
            context = {"action": action, "text": text, "failed": outcome.failed, "back": self.request.get_full_path()}
            part = wants_part(self.request)
            return self.render("web/list/bulk_failed_dialog.html" if part else "web/list/bulk_failed.html", context)
        if wants_part(self.request):
            response = self.show(note=failures.toast(self.request, text))
            response["HX-Retarget"], response["HX-Reswap"] = "#list", "outerMorph"
            response["HX-Trigger"] = "close-dialog"
            return response
        messages.success(self.request, text)
        return HttpResponseRedirect(self.request.get_full_path())


def _key(read: Any, text: str) -> Any:
    """A primary key from the form, None when it can't be one."""
    try:
        return read(text)
    except ValidationError:
        return None
