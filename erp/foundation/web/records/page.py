"""The page of one record: what it is, what can be done with it, everything about it, and what happened to it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar
from uuid import uuid4

from django.http import HttpResponse, HttpResponseBase
from django.urls import reverse
from django.utils.functional import Promise

from erp.foundation.errors import NotFound
from erp.foundation.refs import Ref, ref_of
from erp.foundation.web import access, panels
from erp.foundation.web.records.history import read_timeline
from erp.foundation.web.records.parts import Action, Card, Status, Tab
from erp.foundation.web.rendering import render_part
from erp.foundation.web.views import StaffView

Label = str | Promise


@dataclass(frozen=True, slots=True)
class ShownTab:
    label: Label
    url: str
    here: bool
    count: int | None


@dataclass(frozen=True, slots=True)
class ShownPanel:
    """A panel with what its ``load`` gave."""

    panel: panels.Panel
    context: Mapping[str, Any]
    ref: Ref
    live_topic: str


class RecordPage(StaffView):
    """
    A page about one record. Declare what follows and :meth:`find`, :meth:`title`, :meth:`cards`; see the README.

    The URL gives ``pk``, and ``tab`` on a second pattern if there are tabs. ``parent`` is (label, url name) of the
    list above.
    """

    abstract: ClassVar[bool] = True
    parent: ClassVar[tuple[Label, str]]
    tabs: ClassVar[Sequence[Tab]] = ()
    with_timeline: ClassVar[bool] = True
    with_comments: ClassVar[bool] = True
    live_topic: ClassVar[str] = ""
    template_name: ClassVar[str] = "web/record/page.html"

    record: Any
    tab: str

    def find(self, pk: Any) -> Any:
        """The record if the actor may see it, else None, with all that the page needs selected along."""
        raise NotImplementedError

    def title(self) -> Label:
        """The record's name or number."""
        return str(self.record)

    def status(self) -> Status | None:
        """The pill beside the title."""
        return None

    def facts(self) -> Sequence[Any]:
        """The line under the title: short texts, most important first; None is left out."""
        return ()

    def actions(self) -> Sequence[Action]:
        """What can be done; the first legal and allowed one is the primary, others go into the menu."""
        return ()

    def cards(self, tab: str) -> Sequence[Card]:
        """The cards of a tab, in order."""
        return ()

    def why(self) -> Sequence[Any]:
        """Sentences that say why the actor may see the record."""
        return access.provider().why_visible(self.actor, self.record)

    @property
    def ref(self) -> Ref:
        """The record's reference."""
        return ref_of(type(self.record), self.record.pk)

    def load(self) -> None:
        record = self.find(self.kwargs["pk"])
        if record is None:
            raise NotFound
        self.record, self.tab = record, self.kwargs.get("tab", "")
        allowed = [tab.name for tab in self.tabs if self.can(tab.permission)] or [""]
        if self.tab not in allowed:
            raise NotFound

    def get(self, request: Any, *args: Any, **kwargs: Any) -> HttpResponseBase:
        part = request.GET.get("part", "")
        if part == "timeline":
            return self.show_timeline()
        if part.startswith("panel:"):
            return self.show_panel(part.removeprefix("panel:"))
        return self.render(self.template_name, self.context())

    def context(self) -> dict[str, Any]:
        """What the page's template gets."""
        cards = list(self.cards(self.tab))
        shown = self.shown_panels()
        actions = [action for action in self.actions() if action.legal and self.can(action.permission, self.record)]
        first = actions[0] if actions and not (actions[0].danger or actions[0].quiet) else None
        timeline = read_timeline(self.ref, self.actor) if self.with_timeline and not self.tab else None
        return {
            "title": self.title(),
            "status": self.status(),
            "facts": [fact for fact in self.facts() if fact is not None],
            "parent": (self.parent[0], reverse(self.parent[1])),
            "primary": first,
            "actions": actions[1:] if first else actions,
            "tabs": self.shown_tabs(),
            "main": [card for card in cards if card.column == "main"],
            "side": [card for card in cards if card.column == "side"],
            "main_panels": [one for one in shown if one.panel.column == "main"],
            "side_panels": [one for one in shown if one.panel.column == "side"],
            "timeline": timeline,
            "comment_key": uuid4() if timeline is not None and self.with_comments else None,
            "ref": self.ref,
            "why": self.why(),
            "topic": self.live_topic.format(key=self.record.pk),
        }

    def shown_panels(self) -> list[ShownPanel]:
        """The panels of upper apps that the actor may see, loaded."""
        found = [panel for panel in panels.of(self.ref.kind) if panel.tab == self.tab]
        return [shown for panel in found if (shown := self._loaded(panel))]

    def _loaded(self, panel: panels.Panel) -> ShownPanel | None:
        if not self.can(panel.permission):
            return None
        context = panel.load(self.ref, self.actor)
        if context is None:
            return None
        return ShownPanel(panel, context, self.ref, panel.live_topic.format(key=self.ref.key))

    def shown_tabs(self) -> list[ShownTab]:
        """The tabs one may open; none when there is only one."""
        if len(self.tabs) < 2:
            return []
        base = self.request.path.removesuffix(f"{self.tab}/") if self.tab else self.request.path
        return [
            ShownTab(
                tab.label,
                f"{base}{tab.name}/" if tab.name else base,
                tab.name == self.tab,
                tab.count(self.record) if tab.count else None,
            )
            for tab in self.tabs
            if self.can(tab.permission)
        ]

    def show_timeline(self) -> HttpResponse:
        """Older lines of the timeline, or the newest ones again."""
        timeline = read_timeline(self.ref, self.actor, before=self.request.GET.get("before", ""))
        return HttpResponse(render_part(self.request, "web/record/timeline_items.html", {"timeline": timeline}))

    def show_panel(self, key: str) -> HttpResponse:
        """One panel alone, refreshed."""
        panel = panels.one(self.ref.kind, key)
        shown = self._loaded(panel) if panel else None
        if shown is None:
            raise NotFound
        return HttpResponse(render_part(self.request, "web/record/panel.html", {"shown": shown}))
