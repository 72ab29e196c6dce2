"""Columns of lists and reports, and how a value becomes a cell."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Literal

from django.template.loader import get_template
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from erp.foundation.money import Money
from erp.foundation.web import formats

Kind = Literal["text", "code", "number", "money", "percent", "date", "moment", "pill", "flag"]
RIGHT = {"number", "money", "percent"}
EMPTY = mark_safe('<span class="faint" aria-hidden="true">–</span>')
MASKED = mark_safe('<span class="masked">•••</span>')


@dataclass(frozen=True, slots=True)
class Column:
    """
    One column.

    ``value`` is an attribute path (``customer.name``, default the column's name; a method at its end is called) or a
    function of the row. ``kind`` says how it is shown and exported; ``render`` or ``template`` (which gets ``row``
    and ``value``) replace that. ``sort`` is the field or annotation the database orders by; say ``nullable`` if it
    can be NULL. ``url`` makes the cell a link, ``main`` the row's own link. ``tone`` colours a pill (good, warn, bad,
    info, accent or ""). ``reads`` is a field rule: without it the column is neither shown nor exported.
    """

    name: str
    label: str | Promise
    kind: Kind = "text"
    value: str | Callable[[Any], Any] = ""
    sort: str = ""
    nullable: bool = False
    url: Callable[[Any], str] | None = None
    main: bool = False
    shown: bool = True
    tone: Callable[[Any], str] | None = None
    reads: str = ""
    render: Callable[[Any], Any] | None = None
    template: str = ""
    export: Callable[[Any], Any] | None = None

    @property
    def classes(self) -> str:
        """CSS classes of the column's cells."""
        return "end" if self.kind in RIGHT else "cut" if self.kind == "text" else ""

    def read(self, row: Any) -> Any:
        """The column's value of a row."""
        if callable(self.value):
            return self.value(row)
        value = row
        for part in (self.value or self.name).split("."):
            value = value.get(part) if isinstance(value, dict) else getattr(value, part, None)
            if value is None:
                return None
        return value() if callable(value) else value

    def cell(self, row: Any, at: datetime) -> SafeString:
        """The cell's content."""
        if self.render is not None:
            return conditional_escape(self.render(row))
        if self.template:
            return SafeString(get_template(self.template).render({"row": row, "value": self.read(row)}))
        shown = show(self.read(row), self.kind, at, tone=self.tone(row) if self.tone else "")
        if self.url is not None and shown is not EMPTY:
            pattern = '<a href="{}" class="main">{}</a>' if self.main else '<a href="{}">{}</a>'
            return format_html(pattern, self.url(row), shown)
        return shown


def show(value: Any, kind: Kind, at: datetime, *, tone: str = "") -> SafeString:
    """A value as its kind is shown; nothing is a dash."""
    if value is None or value == "":
        return EMPTY
    return _SHOW.get(kind, _text)(value, at, tone)


def pill(text: Any, tone: str = "") -> SafeString:
    """A status: dot and word."""
    hollow = "" if tone else " hollow"
    return format_html('<span class="pill{}{}">{}</span>', f" tone-{tone}" if tone else "", hollow, text)


def _text(value: Any, at: datetime, tone: str) -> SafeString:
    return conditional_escape(value)


def _code(value: Any, at: datetime, tone: str) -> SafeString:
    return format_html('<span class="code">{}</span>', value)


def _number(value: Any, at: datetime, tone: str) -> SafeString:
    return conditional_escape(formats.number(value))


def _money(value: Money, at: datetime, tone: str) -> SafeString:
    return formats.money_html(value)


def _percent(value: Decimal, at: datetime, tone: str) -> SafeString:
    return conditional_escape(formats.percent(value))


def _date(value: date, at: datetime, tone: str) -> SafeString:
    return format_html('<time datetime="{0}">{0}</time>', formats.day(value))


def _moment(value: datetime, at: datetime, tone: str) -> SafeString:
    return formats.moment_html(value, at)


def _pill(value: Any, at: datetime, tone: str) -> SafeString:
    return pill(value, tone)


def _flag(value: Any, at: datetime, tone: str) -> SafeString:
    return conditional_escape(_("yes") if value else _("no"))


_SHOW: dict[str, Callable[[Any, datetime, str], SafeString]] = {
    "text": _text,
    "code": _code,
    "number": _number,
    "money": _money,
    "percent": _percent,
    "date": _date,
    "moment": _moment,
    "pill": _pill,
    "flag": _flag,
}


def plain(column: Column, row: Any) -> Any:
    """The value for a file: text, Decimal, date, moment in the reader's zone, or None."""
    value = column.export(row) if column.export is not None else column.read(row)
    if isinstance(value, Money):
        return formats.exact_amount(value)
    if isinstance(value, datetime):
        return timezone.localtime(value).replace(tzinfo=None, microsecond=0)
    if isinstance(value, Decimal):
        return value.quantize(Decimal(1)) if value == value.to_integral_value() else value.normalize()
    if value is None or isinstance(value, str | bool | int | Decimal | date):
        return str(value) if isinstance(value, str) else value
    return str(value)
