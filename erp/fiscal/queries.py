"""Reads of rates."""

from datetime import date
from decimal import Decimal

from babel.numbers import format_percent
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from erp.fiscal.models import ExchangeRate, NumberSeries, Period, TaxClass, TaxRate
from erp.foundation.accounts.actors import access_of
from erp.foundation.actor import Actor
from erp.foundation.errors import BusinessError
from erp.foundation.organisation.models import Company


class NoTaxRate(BusinessError):
    """No rate is kept for the country, class and day."""

    code = "no-tax-rate"
    message = _("There is no tax rate for %(tax_class)s in %(country)s on %(on)s.")


class NoExchangeRate(BusinessError):
    """No rate is kept for the currencies on or before the day."""

    code = "no-exchange-rate"
    message = _("There is no exchange rate from %(base)s to %(quote)s on or before %(on)s.")


def tax_class(code: str) -> TaxClass:
    """:raises TaxClass.DoesNotExist: when there is none."""
    return TaxClass.objects.get(code=code)


def rate_for(country: str, tax_class: TaxClass, on: date) -> Decimal:
    """
    The tax rate in percent that holds in a country for a class on a day.

    :raises NoTaxRate: when none is kept; a rate is never guessed.
    """
    rates = rates_for([country], on)
    try:
        return rates[country, tax_class.code]
    except KeyError:
        raise NoTaxRate(tax_class=tax_class.code, country=country, on=on.isoformat()) from None


def rates_for(countries: list[str], on: date) -> dict[tuple[str, str], Decimal]:
    """All rates in percent that hold on a day in some countries, by (country, code of the class), in one query."""
    rows = TaxRate.objects.filter(country__in=countries, valid_from__lte=on).exclude(valid_to__lt=on)
    return {(country, code): rate for country, code, rate in rows.values_list("country", "tax_class__code", "rate")}


def countries_with_rates() -> list[str]:
    """Countries of which a standard rate is kept, as two letters each."""
    rows = TaxRate.objects.filter(tax_class__code="standard").order_by("country")
    return list(rows.values_list("country", flat=True).distinct())


def exchange_rate(base: str, quote: str, on: date) -> Decimal:
    """
    How many ``quote`` one ``base`` costs: the latest rate on or before the day, or the inverse of the opposite one.

    :raises NoExchangeRate: when neither is kept.
    """
    if base == quote:
        return Decimal(1)
    direct = _latest(base, quote, on)
    inverse = _latest(quote, base, on)
    if direct is not None and (inverse is None or direct.on >= inverse.on):
        return direct.rate
    if inverse is not None:
        return Decimal(1) / inverse.rate
    raise NoExchangeRate(base=base, quote=quote, on=on.isoformat())


def series(company: Company | int, kind: str, code: str) -> NumberSeries | None:
    """A company's number series in use, if it is defined."""
    return NumberSeries.objects.filter(company=company, kind=kind, code=code, retired_at=None).first()


def period_of(period: str, on: date) -> str:
    """The name of the stretch of time in which a series counts on: ``""``, ``2026`` or ``2026-03``."""
    return {Period.NONE: "", Period.YEAR: f"{on:%Y}", Period.MONTH: f"{on:%Y-%m}"}[Period(period)]


def format_number(pattern: str, number: int, on: date) -> str:
    """A number written by its pattern."""
    return pattern.format(number=number, year=on.year, month=on.month)


def may_set_rates(actor: Actor) -> bool:
    """
    Whether the actor may set tax rates: they are the law for everybody here, so only who may in all companies.
    """
    access = access_of(actor)
    if access.everything:
        return True
    return not Company.objects.exclude(pk__in=access.reach("fiscal.edit").companies).exists() and access.can(
        "fiscal.edit"
    )


def _latest(base: str, quote: str, on: date) -> ExchangeRate | None:
    return ExchangeRate.objects.filter(base=base, quote=quote, on__lte=on).order_by("-on").first()


def percent(rate: Decimal) -> str:
    """A tax rate as people write it in the language of the page, with the decimals that it has: ``17.5%``."""
    return format_percent(rate / 100, format="#,##0.###%", locale=(get_language() or "en")[:2])
