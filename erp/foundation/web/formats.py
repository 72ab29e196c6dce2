"""Money, numbers and times as a person reads them, in Polish and English."""

from datetime import date, datetime, timedelta
from decimal import Decimal

from babel import Locale
from babel.numbers import get_currency_symbol
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from erp.foundation.money import Money, digits_of

NBSP = "\u00a0"
MINUS = "\u2212"
DASH = "–"


def is_polish() -> bool:
    """Whether the page is in Polish."""
    return (get_language() or "en").startswith("pl")


def number(value: Decimal | int, decimals: int | None = None) -> str:
    """
    Grouped digits: ``1 234,5`` in Polish, ``1,234.5`` in English.

    Without ``decimals`` the value's own are shown, zeros at the end cut off.
    """
    exact = Decimal(value)
    text = f"{exact:,f}" if decimals is None else f"{exact:,.{decimals}f}"
    if decimals is None and "." in text:
        text = text.rstrip("0").rstrip(".")
    if is_polish():
        text = text.replace(",", NBSP).replace(".", ",")
    return text.replace("-", MINUS)


def money_text(value: Money) -> str:
    """``1 234,50 zł`` in Polish, ``PLN 1,234.50`` in English."""
    amount = number(value.amount, _digits(value))
    if is_polish():
        return f"{amount}{NBSP}{symbol(value.currency)}"
    return f"{value.currency}{NBSP}{amount}"


def money_html(value: Money) -> SafeString:
    """As :func:`money_text`, the currency quieter than the number."""
    amount = number(value.amount, _digits(value))
    if is_polish():
        return format_html(
            '<span class="money">{}&nbsp;<span class="cur">{}</span></span>', amount, symbol(value.currency)
        )
    return format_html('<span class="money"><span class="cur">{}</span>&nbsp;{}</span>', value.currency, amount)


def symbol(currency: str) -> str:
    """The sign of a currency in the page's language: zł, €, CHF."""
    return get_currency_symbol(currency, locale="pl" if is_polish() else "en")


def exact_amount(value: Money) -> Decimal:
    """The amount with the digits that a page shows, for files: 149.00, never 149.0000."""
    return value.amount.quantize(Decimal(1).scaleb(-_digits(value)))


def _digits(value: Money) -> int:
    """The currency's digits, or up to four when the value has more (unit prices)."""
    exponent = value.amount.normalize().as_tuple().exponent
    own = -exponent if isinstance(exponent, int) and exponent < 0 else 0
    return max(digits_of(value.currency), min(own, 4))


def country(code: str) -> str:
    """The name of a country in the page's language: PL is Polska or Poland. What is no code stays as it is."""
    return str(Locale("pl" if is_polish() else "en").territories.get(code.upper(), code))


def percent(value: Decimal, decimals: int = 1) -> str:
    """A share (0.231) in percent: ``23,1 %`` in Polish, ``23.1%`` in English."""
    text = number(Decimal(value) * 100, decimals)
    return f"{text}{NBSP}%" if is_polish() else f"{text}%"


def day(value: date) -> str:
    """``2026-11-23``."""
    return value.isoformat()


def moment(value: datetime) -> str:
    """``2026-11-23 14:05`` in the reader's zone."""
    return timezone.localtime(value).strftime("%Y-%m-%d %H:%M")


def ago(value: datetime, at: datetime) -> str:
    """Relative within a day (``12 min ago``, ``in 2 h``), else the exact moment."""
    past = value <= at
    seconds = abs((at - value).total_seconds())
    if seconds >= timedelta(days=1).total_seconds():
        return moment(value)
    if seconds < 60:
        return _("just now") if past else _("in a moment")
    if seconds < 3600:
        minutes = int(seconds // 60)
        return (_("%(n)s min ago") if past else _("in %(n)s min")) % {"n": minutes}
    hours = int(seconds // 3600)
    return (_("%(n)s h ago") if past else _("in %(n)s h")) % {"n": hours}


def moment_html(value: datetime, at: datetime) -> SafeString:
    """A time element: relative text, exact moment on hover."""
    return format_html('<time datetime="{}" title="{}">{}</time>', value.isoformat(), moment(value), ago(value, at))


def duration(seconds: float) -> str:
    """Time left or taken: ``2 min 10 s``."""
    whole = max(0, round(seconds))
    if whole < 60:
        return _("%(n)s s") % {"n": whole}
    if whole < 3600:
        return _("%(m)s min %(s)s s") % {"m": whole // 60, "s": whole % 60}
    return _("%(h)s h %(m)s min") % {"h": whole // 3600, "m": whole % 3600 // 60}


def rows_text(count: int, *, exact: bool = True) -> str:
    """How many rows a list has: ``1 234 rows``, ``about 1 200 000 rows``."""
    if exact:
        return ngettext("%(n)s row", "%(n)s rows", count) % {"n": number(count)}
    digits = max(len(str(count)) - 2, 0)
    return _("about %(n)s rows") % {"n": number(round(count, -digits))}
