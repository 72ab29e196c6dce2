"""The queue: cause, proposal and fixes of each exception, on one line each."""

from typing import Any

from django.db.models import QuerySet
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _

from erp.foundation.accounts.models import User
from erp.foundation.accounts.scoping import can
from erp.foundation.errors import NotFound
from erp.foundation.web.lists import Choice, Column, Empty, ListPage
from erp.foundation.web.records import ActionView
from erp.foundation.workqueue import kinds, queries, services
from erp.foundation.workqueue.models import WorkItem


def _cause(item: WorkItem) -> str:
    return kinds.sentence(kinds.kind_named(item.kind).cause, item.params)


def fixes_html(item: WorkItem) -> SafeString:
    """The item's buttons."""
    fixes = [
        (fix.label, reverse("workqueue:mend", args=[item.pk, fix.code])) for fix in kinds.kind_named(item.kind).fixes
    ]
    context = {
        "fixes": fixes,
        "take": reverse("workqueue:take", args=[item.pk]),
        "dismiss": reverse("workqueue:dismiss", args=[item.pk]),
    }
    return mark_safe(render_to_string("workqueue/staff/fixes.html", context))  # noqa: S308  # made by a template


class ItemList(ListPage):
    """What needs a person, oldest first."""

    permission = "workqueue.view"
    name = "workqueue.items"
    title = _("Exceptions")
    sort = "raised"
    search_fields = ("about_key__iexact",)
    empty = Empty(_("Nothing needs a hand"), _("What goes wrong appears here, with its cause and a way out."), "check")

    columns = (
        Column("cause", _("What is wrong"), value=_cause, main=True),
        Column("kind", _("Kind"), value=lambda item: kinds.kind_named(item.kind).label),
        Column("raised", _("Since"), "moment", value="raised_at", sort="raised_at"),
        Column("owner", _("With"), value=lambda item: item.owner.name if item.owner else ""),
        Column(
            "proposal",
            _("What to do"),
            value=lambda item: kinds.sentence(kinds.kind_named(item.kind).proposal, item.params),
        ),
        Column("fixes", _("Ways out"), render=fixes_html),
    )

    @property
    def filters(self) -> Any:  # type: ignore[override]  # the kinds are known only when all apps are loaded
        """By kind and by who has it."""
        return (Choice("kind", _("Kind"), [(kind.name, kind.label) for kind in kinds.all_kinds().values()]),)

    def rows(self) -> "QuerySet[WorkItem]":
        known = list(kinds.all_kinds())
        return queries.seen_by(self.actor).filter(kind__in=known).select_related("owner")

    def row_url(self, row: WorkItem) -> str:
        return kinds.kind_named(row.kind).url(row.about)


class _ItemAction(ActionView):
    """A verb of an item that the actor may see."""

    abstract = True

    def find(self, pk: Any) -> WorkItem | None:
        return queries.seen_by(self.actor).filter(pk=pk).first()

    def question(self) -> str | Promise:
        return _cause(self.record)

    def done_url(self) -> str:
        return self.came_from(reverse("workqueue:list"))


class TakeItem(_ItemAction):
    """Somebody says: mine."""

    permission = "workqueue.view"
    title, label, done = _("Take this on?"), _("I do it"), _("It is yours.")

    def act(self, form: Any) -> None:
        owner = User.objects.filter(pk=self.actor.key).first() if self.actor.kind == "user" else None
        services.assign_item(item_id=self.record.pk, owner=owner, actor=self.actor, at=self.now())


class DismissItem(_ItemAction):
    """It is all right as it is."""

    permission = "workqueue.assign"
    title, label, done = _("Leave it as it is?"), _("Dismiss"), _("Dismissed.")
    danger = True

    def act(self, form: Any) -> None:
        services.resolve_item(
            kind=self.record.kind, about=self.record.about, actor=self.actor, at=self.now(), dismissed=True
        )


class MendItem(_ItemAction):
    """One of the kind's fixes; each has its own permission besides."""

    permission = "workqueue.view"
    title, label, done = _("Mend this?"), _("Continue"), _("Done.")

    def load(self) -> None:
        super().load()
        fixes = {fix.code: fix for fix in kinds.kind_named(self.record.kind).fixes}
        fix = fixes.get(self.kwargs["fix"])
        if fix is None or not can(self.actor, fix.permission):
            raise NotFound

    def act(self, form: Any) -> None:
        services.mend_item(item_id=self.record.pk, fix=self.kwargs["fix"], actor=self.actor, at=self.now())
