"""Number series are defined, and numbers taken from them without gaps."""

import re
from datetime import date, datetime
from string import Formatter

from django.db import connection
from django.utils.translation import gettext_lazy as _

from erp.fiscal.events import SeriesChanged, SeriesDefined
from erp.fiscal.models import NumberSeries, Period
from erp.fiscal.queries import format_number, period_of
from erp.foundation.actor import Actor
from erp.foundation.db import lock_rows, use_case
from erp.foundation.errors import Conflict, Invalid, NotFound
from erp.foundation.events.publishing import publish
from erp.foundation.organisation.models import Company

# One statement takes the row's lock, counts on, and returns; a rollback gives the number back.
_TAKE = """
INSERT INTO fiscal_numbercounter AS counter (series_id, period, last) VALUES (%s, %s, 1)
ON CONFLICT (series_id, period) DO UPDATE SET last = counter.last + 1
RETURNING last
"""


class InvalidPattern(Invalid):
    """The pattern can't make numbers that differ."""

    code = "invalid-pattern"


class SeriesDiffers(Conflict):
    """A series of this code exists with another pattern or period."""

    code = "series-differs"
    message = _("The series %(series_code)s exists already with another pattern.")


@use_case
def define_series(
    *, company: Company, kind: str, code: str, pattern: str, period: str, actor: Actor, at: datetime
) -> NumberSeries:
    """
    Define a series of numbers for a company's documents of a kind.

    ``pattern`` is a format of ``number``, ``year`` and ``month``, such as ``FV/{year}/{month:02}/{number}``.
    Safe to repeat.

    :raises InvalidPattern: when its numbers would repeat or it can't be formatted.
    :raises SeriesDiffers: when the series exists with another pattern or period.
    """
    _check(pattern, period)
    series, created = NumberSeries.objects.get_or_create(
        company=company, kind=kind, code=code, retired_at=None, defaults={"pattern": pattern, "period": period}
    )
    if created:
        publish(SeriesDefined(series_id=series.pk, replaces=None), actor=actor, subjects=[series.ref, company.ref])
    if (series.pattern, series.period) != (pattern, period):
        raise SeriesDiffers(series_code=code)
    return series


@use_case
def change_series(*, series: NumberSeries, pattern: str, period: str, actor: Actor, at: datetime) -> NumberSeries:
    """
    Let documents be numbered by another pattern from now on. What stays the same causes nothing.

    A series that has given no number is changed itself; one that has is retired, and a new one begins at 1.

    :returns: the series that is in use now.
    :raises InvalidPattern: when its numbers would repeat, or repeat one that was given.
    :raises Conflict: when the series was replaced in the meantime.
    """
    _check(pattern, period)
    locked = lock_rows(NumberSeries.objects.filter(pk=series.pk))
    if not locked:
        raise NotFound
    row = locked[0]
    if (row.pattern, row.period) == (pattern, period):
        return row
    if row.retired_at is not None:
        raise Conflict
    if not row.counters.exists():
        row.pattern, row.period = pattern, period
        row.save(update_fields=["pattern", "period"])
        publish(SeriesChanged(series_id=row.pk, pattern=pattern), actor=actor, subjects=[row.ref, row.company.ref])
        return row
    if repeated := _given_number_like(row, pattern):
        raise InvalidPattern(
            field="pattern", reason=_("it could repeat %(number)s, which was given before.") % {"number": repeated}
        )
    row.retired_at = at
    row.save(update_fields=["retired_at"])
    new = NumberSeries.objects.create(
        company_id=row.company_id, kind=row.kind, code=row.code, pattern=pattern, period=period
    )
    fact = SeriesDefined(series_id=new.pk, replaces=row.pk)
    publish(fact, actor=actor, subjects=[new.ref, row.ref, row.company.ref])
    return new


def take_number(*, series: NumberSeries, on: date) -> str:
    """
    The next number of the series for a day, such as ``FV/2026/03/17``.

    Gap-free: it belongs to the transaction, and others wait until that ends. So it is the last lock of a use case.

    :raises RuntimeError: outside a transaction, where a number could be lost.
    """
    if not connection.in_atomic_block:
        raise RuntimeError("a number is taken inside the transaction that uses it")
    with connection.cursor() as cursor:
        cursor.execute(_TAKE, [series.pk, period_of(series.period, on)])
        row = cursor.fetchone()
    return format_number(series.pattern, row[0], on)


def _check(pattern: str, period: str) -> None:
    try:
        first, second = (format_number(pattern, number, date(2026, 3, 1)) for number in (1, 2))
        next_month = format_number(pattern, 1, date(2026, 4, 1))
        next_year = format_number(pattern, 1, date(2027, 3, 1))
    except (KeyError, IndexError, ValueError, AttributeError):
        raise InvalidPattern(field="pattern", reason=_("it may only name number, year and month.")) from None
    if first == second:
        raise InvalidPattern(field="pattern", reason=_("it doesn't contain the number."))
    if period not in Period.values:
        raise InvalidPattern(field="period", reason=_("a series starts again never, each year or each month."))
    repeats = (period != Period.NONE and first == next_year) or (period == Period.MONTH and first == next_month)
    if repeats:
        raise InvalidPattern(field="pattern", reason=_("numbers would repeat: it must contain the year and month."))


def _given_number_like(series: NumberSeries, pattern: str) -> str | None:
    """A number that some series of this kind gave and that the pattern can write too."""
    written = re.compile(_expression(pattern))
    siblings = NumberSeries.objects.filter(company=series.company_id, kind=series.kind).prefetch_related("counters")
    for sibling in siblings:
        for counter in sibling.counters.all():
            year, _dash, month = counter.period.partition("-")
            first = date(int(year or 1), int(month or 1), 1)
            for number in range(1, counter.last + 1):
                text = format_number(sibling.pattern, number, first)
                if written.fullmatch(text):
                    return text
    return None


def _expression(pattern: str) -> str:
    """A regular expression for everything that a pattern can write."""
    parts = Formatter().parse(pattern)
    return "".join(re.escape(text) + (r"\d+" if name is not None else "") for text, name, _spec, _conversion in parts)
