"""Filters of lists: each is a chip, lives in the URL, and narrows the rows."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any, Protocol

from django.db.models import QuerySet
from django.http import QueryDict
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from erp.foundation.web import formats
from erp.foundation.web.forms.numbers import BadNumber, parse_number
from erp.foundation.web.lists.counting import facet_counts

Label = str | Promise
Rows = QuerySet[Any]


class Filter(Protocol):
    """What a list asks of a filter. ``template`` draws the chip's inside; it gets ``filter``, ``query``, ``counts``."""

    @property
    def name(self) -> str: ...
    @property
    def label(self) -> Label: ...
    @property
    def template(self) -> str: ...
    @property
    def parameters(self) -> Sequence[str]:
        """Names in the URL."""

    def narrow(self, rows: Rows, query: QueryDict) -> Rows:
        """The rows that pass; what can't be read is ignored."""

    def describe(self, query: QueryDict) -> str:
        """What is chosen, in words; "" when nothing is."""

    def facets(self, rows: Rows) -> Iterable[tuple[str, int]] | None:
        """How many rows each choice would leave; None when the filter has no choices."""


@dataclass(frozen=True, slots=True)
class Choice:
    """
    One or several of a few values: ``Choice("status", _("Status"), OrderStatus.choices)``.

    ``choices`` may be a function, called per request. ``path`` is the field, default the name.
    ``apply`` replaces ``path__in`` where the choice is no plain field.
    """

    name: str
    label: Label
    choices: Sequence[tuple[Any, Label]] | Callable[[], Sequence[tuple[Any, Label]]]
    path: str = ""
    apply: Callable[[Rows, list[str]], Rows] | None = None
    template: str = "web/list/filters/choice.html"

    @property
    def parameters(self) -> Sequence[str]:
        return (self.name,)

    @property
    def options(self) -> list[tuple[str, Label]]:
        """Values as text with their labels."""
        pairs = self.choices() if callable(self.choices) else self.choices
        return [(str(value), label) for value, label in pairs]

    def chosen(self, query: QueryDict) -> list[str]:
        """The known values in the URL."""
        known = dict(self.options)
        return [value for value in dict.fromkeys(query.getlist(self.name)) if value in known]

    def narrow(self, rows: Rows, query: QueryDict) -> Rows:
        values = self.chosen(query)
        if not values:
            return rows
        return self.apply(rows, values) if self.apply else rows.filter(**{f"{self.path or self.name}__in": values})

    def describe(self, query: QueryDict) -> str:
        known, values = dict(self.options), self.chosen(query)
        if len(values) > 2:
            return _("%(n)s chosen") % {"n": len(values)}
        return ", ".join(str(known[value]) for value in values)

    def facets(self, rows: Rows) -> Iterable[tuple[str, int]] | None:
        if self.apply is not None:
            return None
        return facet_counts(rows, self.path or self.name)


@dataclass(frozen=True, slots=True)
class Flag:
    """Yes or no: ``Flag("late", _("Late"), lambda rows, yes: rows.filter(...))``."""

    name: str
    label: Label
    apply: Callable[[Rows, bool], Rows]
    template: str = "web/list/filters/flag.html"

    @property
    def parameters(self) -> Sequence[str]:
        return (self.name,)

    def narrow(self, rows: Rows, query: QueryDict) -> Rows:
        value = query.get(self.name)
        return self.apply(rows, value == "yes") if value in {"yes", "no"} else rows

    def describe(self, query: QueryDict) -> str:
        return {"yes": _("yes"), "no": _("no")}.get(query.get(self.name, ""), "")

    def facets(self, rows: Rows) -> Iterable[tuple[str, int]] | None:
        return None


@dataclass(frozen=True, slots=True)
class DateRange:
    """From and to, both days included; ``moment`` says that the field holds a moment, not a day."""

    name: str
    label: Label
    path: str = ""
    moment: bool = True
    template: str = "web/list/filters/dates.html"

    @property
    def parameters(self) -> Sequence[str]:
        return (f"{self.name}_from", f"{self.name}_to")

    def bounds(self, query: QueryDict) -> tuple[date | None, date | None]:
        """The two days in the URL."""
        first, last = (_day(query.get(name, "")) for name in self.parameters)
        return first, last

    def narrow(self, rows: Rows, query: QueryDict) -> Rows:
        first, last = self.bounds(query)
        path = self.path or self.name
        if first:
            rows = rows.filter(**{f"{path}__gte": _start(first) if self.moment else first})
        if last and self.moment:
            return rows.filter(**{f"{path}__lt": _start(last + timedelta(days=1))})
        return rows.filter(**{f"{path}__lte": last}) if last else rows

    def describe(self, query: QueryDict) -> str:
        first, last = self.bounds(query)
        if first and last:
            return formats.day(first) if first == last else f"{formats.day(first)} {formats.DASH} {formats.day(last)}"
        if first:
            return _("from %(day)s") % {"day": formats.day(first)}
        return _("until %(day)s") % {"day": formats.day(last)} if last else ""

    def facets(self, rows: Rows) -> Iterable[tuple[str, int]] | None:
        return None

    def presets(self) -> list[tuple[str, str, str]]:
        """(label, from, to) of the usual periods."""
        today = timezone.localdate()
        month = today.replace(day=1)
        before = (month - timedelta(days=1)).replace(day=1)
        spans = [
            (_("Today"), today, today),
            (_("Yesterday"), today - timedelta(days=1), today - timedelta(days=1)),
            (_("Last 7 days"), today - timedelta(days=6), today),
            (_("This month"), month, today),
            (_("Last month"), before, month - timedelta(days=1)),
        ]
        return [(label, first.isoformat(), last.isoformat()) for label, first, last in spans]


@dataclass(frozen=True, slots=True)
class NumberRange:
    """At least and at most, for amounts and quantities."""

    name: str
    label: Label
    path: str = ""
    unit: str = ""
    template: str = "web/list/filters/numbers.html"

    @property
    def parameters(self) -> Sequence[str]:
        return (f"{self.name}_min", f"{self.name}_max")

    def bounds(self, query: QueryDict) -> tuple[Decimal | None, Decimal | None]:
        """The two numbers in the URL."""
        least, most = (_decimal(query.get(name, "")) for name in self.parameters)
        return least, most

    def narrow(self, rows: Rows, query: QueryDict) -> Rows:
        least, most = self.bounds(query)
        path = self.path or self.name
        if least is not None:
            rows = rows.filter(**{f"{path}__gte": least})
        return rows.filter(**{f"{path}__lte": most}) if most is not None else rows

    def describe(self, query: QueryDict) -> str:
        least, most = self.bounds(query)
        unit = f"{formats.NBSP}{self.unit}" if self.unit else ""
        if least is not None and most is not None:
            return f"{formats.number(least)} {formats.DASH} {formats.number(most)}{unit}"
        if least is not None:
            return f"≥ {formats.number(least)}{unit}"
        return f"≤ {formats.number(most)}{unit}" if most is not None else ""

    def facets(self, rows: Rows) -> Iterable[tuple[str, int]] | None:
        return None


@dataclass(frozen=True, slots=True)
class Hidden:
    """Narrowed by a link from elsewhere (``?customer=17``), shown as a chip that can only be taken away."""

    name: str
    label: Label
    apply: Callable[[Rows, str], Rows]
    word: Callable[[str], str] = field(default=str)
    template: str = ""

    @property
    def parameters(self) -> Sequence[str]:
        return (self.name,)

    def narrow(self, rows: Rows, query: QueryDict) -> Rows:
        value = query.get(self.name)
        return self.apply(rows, value) if value else rows

    def describe(self, query: QueryDict) -> str:
        value = query.get(self.name)
        return self.word(value) if value else ""

    def facets(self, rows: Rows) -> Iterable[tuple[str, int]] | None:
        return None


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _start(value: date) -> datetime:
    return timezone.make_aware(datetime.combine(value, time.min))


def _decimal(text: str) -> Decimal | None:
    try:
        return parse_number(text) if text.strip() else None
    except BadNumber:
        return None
