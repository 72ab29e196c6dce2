"""The settings: what is set up, what is missing, and the way to each."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from erp.foundation.actor import Actor
from erp.foundation.web import access, checklist
from erp.foundation.web.nav import Label
from erp.foundation.web.views import StaffView


@dataclass(frozen=True, slots=True)
class Shown:
    """A line of the settings as shown; ``step`` is what to do next, label and address, where it is missing."""

    line: checklist.Line
    url: str
    state: checklist.State
    step: tuple[Label, str] | None

    @property
    def missing(self) -> bool:
        return self.state.done is False


def shown_lines(actor: Actor) -> list[Shown]:
    """Every line that the actor may open, with how it stands."""
    lines = [line for line in checklist.lines() if access.can(actor, line.permission)]
    return [_shown(line, line.load(actor), actor) for line in lines]


def _shown(line: checklist.Line, state: checklist.State, actor: Actor) -> Shown:
    step = None
    if state.done is False and line.step is not None and access.can(actor, line.step.permission):
        step = (line.step.label, reverse(line.step.url_name))
    return Shown(line, reverse(line.url_name), state, step)


class Home(StaffView):
    """The start page of the settings."""

    permission = "settings.view"

    def get(self, request: HttpRequest) -> HttpResponse:
        lines = shown_lines(self.actor)
        groups = [
            (title, [one for one in lines if one.line.group == group]) for group, title in checklist.GROUPS.items()
        ]
        todo = [one for one in lines if one.step]
        counted = [one for one in lines if one.state.done is not None]
        context = {
            "title": _("Settings"),
            "groups": [(title, rows) for title, rows in groups if rows],
            "todo": todo,
            "done": sum(1 for one in counted if one.state.done),
            "of": len(counted),
            "may_found": self.can("installation.found"),
        }
        return self.render("setup/staff/home.html", context)
