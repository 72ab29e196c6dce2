"""Number series: how documents are numbered, and which number comes next."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from erp.fiscal import queries
from erp.fiscal import services as fiscal
from erp.fiscal.kinds import label_of
from erp.fiscal.models import NumberSeries, Period
from erp.fiscal.portal.taxes import EDIT, VIEW
from erp.foundation import clock
from erp.foundation.actor import Actor
from erp.foundation.errors import NotFound
from erp.foundation.web.forms.base import Form, FormPage
from erp.foundation.web.lists import Choice, Column, Empty, ListPage, View
from erp.foundation.web.lists.filters import Rows
from erp.foundation.web.records import Action, Card, RecordPage, Status

NUMBERS = (_("Number series"), "fiscal:numbers")
IN_USE, RETIRED = "in_use", "retired"
_STATES = [(IN_USE, _("in use")), (RETIRED, _("replaced"))]


def visible_series(actor: Actor, pk: Any) -> NumberSeries | None:
    """A series that the actor may see."""
    rows = NumberSeries.objects.visible_to(actor).select_related("company")
    return rows.filter(pk=pk).first() if str(pk).isdecimal() else None


def today_of(series: NumberSeries) -> date:
    """The day that the company's documents carry now."""
    return clock.day_in(series.company.time_zone, clock.now())


def next_of(series: NumberSeries) -> str:
    """The number that comes next, "" in a replaced series. Looking takes none."""
    if series.retired_at:
        return ""
    on = today_of(series)
    period = queries.period_of(series.period, on)
    last = next((one.last for one in series.counters.all() if one.period == period), 0)
    return queries.format_number(series.pattern, last + 1, on)


def _in_states(rows: Rows, states: list[str]) -> Rows:
    if set(states) >= {IN_USE, RETIRED}:
        return rows
    return rows.filter(retired_at__isnull=IN_USE in states)


class SeriesList(ListPage):
    """How documents are numbered."""

    permission = VIEW
    name = "fiscal.numbers"
    title = NUMBERS[0]
    sort = "kind"
    columns = (
        Column(
            "kind",
            _("Documents"),
            value=lambda row: label_of(row.kind),
            sort="kind",
            main=True,
            url=lambda row: reverse("fiscal:series", args=[row.pk]),
        ),
        Column("next", _("Next number"), "code", value=next_of),
        Column("pattern", _("Pattern"), "code"),
        Column("period", _("Starts again"), value=lambda row: row.get_period_display()),
        Column("company", _("Company"), value="company.name", sort="company__name"),
        Column(
            "state",
            _("Status"),
            "pill",
            value=lambda row: _("replaced") if row.retired_at else _("in use"),
            tone=lambda row: "" if row.retired_at else "good",
        ),
    )
    filters = (Choice("state", _("Status"), _STATES, apply=_in_states),)
    views = (View(_("In use"), "state=in_use"),)
    empty = Empty(_("No number series yet"), _("They are made with the company, and with its first documents."), "list")

    def rows(self) -> "QuerySet[NumberSeries]":
        rows = NumberSeries.objects.visible_to(self.actor)
        return rows.select_related("company").prefetch_related("counters")

    def row_url(self, row: NumberSeries) -> str:
        return reverse("fiscal:series", args=[row.pk])


class SeriesPage(RecordPage):
    """One series."""

    permission = VIEW
    parent = NUMBERS
    model = NumberSeries
    with_comments = False
    record: NumberSeries

    def find(self, pk: Any) -> NumberSeries | None:
        return visible_series(self.actor, pk)

    def title(self) -> Any:
        return label_of(self.record.kind)

    def status(self) -> Status:
        return Status(_("replaced"), "") if self.record.retired_at else Status(_("in use"), "good")

    def facts(self) -> Sequence[Any]:
        return (self.record.company.name,)

    def actions(self) -> Sequence[Action]:
        change = reverse("fiscal:change-series", args=[self.record.pk])
        legal = self.record.retired_at is None
        return (Action(_("Change the pattern"), change, EDIT, legal=legal, icon="edit", link=True),)

    def cards(self, tab: str) -> Sequence[Card]:
        row = self.record
        counters = [(one.period, one.last) for one in row.counters.order_by("-period")[:24]]
        context = {
            "next": next_of(row),
            "pattern": row.pattern,
            "starts": row.get_period_display(),
            "counters": counters,
        }
        return (Card(_("Numbers"), "fiscal/staff/series.html", context),)


class PatternForm(Form):
    """How a series writes its numbers."""

    pattern = forms.CharField(
        label=_("Pattern"),
        max_length=60,
        help_text=_(
            "{number} is the running number; {number:05} fills it up with zeros. {year} and {month:02} are those of"
            " the document. FV/{year}/{month:02}/{number} gives FV/2026/03/17."
        ),
        widget=forms.TextInput({"spellcheck": "false", "autocomplete": "off"}),
    )
    period = forms.ChoiceField(label=_("Starts again at 1"), choices=Period.choices)


class ChangeSeries(FormPage):
    """Another pattern from now on."""

    permission = EDIT
    title, done, parent = _("Change the pattern"), _("Documents are numbered so from now on."), NUMBERS
    form_class = PatternForm
    model = NumberSeries
    template_name = "fiscal/staff/change_series.html"

    def load(self) -> None:
        series = visible_series(self.actor, self.kwargs["pk"])
        if series is None or series.retired_at or not self.can(self.permission, series):
            raise NotFound
        self.series = series

    def initial(self) -> dict[str, Any]:
        return {"pattern": self.series.pattern, "period": self.series.period}

    def save(self, form: Any, lines: list[dict[str, Any]]) -> str:
        series = fiscal.change_series(series=self.series, actor=self.actor, at=self.now(), **form.cleaned_data)
        return reverse("fiscal:series", args=[series.pk])

    def extra_context(self) -> dict[str, Any]:
        return {"used": self.series.counters.exists(), "next": next_of(self.series)}

    def parent_context(self) -> dict[str, Any]:
        return {"parent": (label_of(self.series.kind), reverse("fiscal:series", args=[self.series.pk]))}
