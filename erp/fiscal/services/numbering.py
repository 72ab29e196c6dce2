"""Number series are defined, and numbers taken from them without gaps."""

from datetime import date, datetime

from django.db import connection
from django.utils.translation import gettext_lazy as _

from erp.fiscal.models import NumberSeries, Period
from erp.foundation.actor import Actor
from erp.foundation.db import use_case
from erp.foundation.errors import Conflict, Invalid
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
    series, _created = NumberSeries.objects.get_or_create(
        company=company, kind=kind, code=code, defaults={"pattern": pattern, "period": period}
    )
    if (series.pattern, series.period) != (pattern, period):
        raise SeriesDiffers(series_code=code)
    return series


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


def period_of(period: str, on: date) -> str:
    """The name of the stretch of time in which a series counts on: ``""``, ``2026`` or ``2026-03``."""
    return {Period.NONE: "", Period.YEAR: f"{on:%Y}", Period.MONTH: f"{on:%Y-%m}"}[Period(period)]


def format_number(pattern: str, number: int, on: date) -> str:
    """A number written by its pattern."""
    return pattern.format(number=number, year=on.year, month=on.month)


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
