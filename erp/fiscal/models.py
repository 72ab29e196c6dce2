"""Tax rates with dates, exchange rates, and number series."""

from decimal import Decimal

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Func, Q, Value
from django.utils.translation import gettext_lazy as _

from erp.foundation.accounts.scoping import Scope, ScopedQuerySet
from erp.foundation.history import tracked
from erp.foundation.organisation.models import Company
from erp.foundation.refs import HasRef


@tracked()
class TaxClass(HasRef, models.Model):
    """A kind of taxation that goods can have, the same in every country; the rate depends on country and day."""

    scope = Scope(view="fiscal.view", company=None)

    code = models.CharField(_("code"), max_length=20, unique=True)
    name_pl = models.CharField(_("name in Polish"), max_length=60)
    name_en = models.CharField(_("name in English"), max_length=60)

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("tax class")
        verbose_name_plural = _("tax classes")
        ordering = ("pk",)

    def __str__(self) -> str:
        return self.code

    def name(self, language: str) -> str:
        """The name in a language of the pages."""
        return self.name_pl if language == "pl" else self.name_en


@tracked()
class TaxRate(models.Model):
    """The rate of a class in a country, in percent, from a day to a day (both included; no end = still in force)."""

    scope = Scope(view="fiscal.view", company=None)

    country = models.CharField(_("country"), max_length=2, help_text="ISO 3166-1 alpha-2")
    tax_class = models.ForeignKey(TaxClass, models.PROTECT, related_name="rates", verbose_name=_("tax class"))
    rate: "models.DecimalField[Decimal, Decimal]" = models.DecimalField(
        _("rate in percent"), max_digits=6, decimal_places=3
    )
    valid_from = models.DateField(_("valid from"))
    valid_to = models.DateField(_("valid to"), null=True, blank=True)

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("tax rate")
        verbose_name_plural = _("tax rates")
        ordering = ("country", "tax_class", "valid_from")
        constraints = (
            models.CheckConstraint(name="tax_rate_country_code", condition=Q(country__regex=r"^[A-Z]{2}$")),
            models.CheckConstraint(name="tax_rate_is_percent", condition=Q(rate__gte=0, rate__lte=100)),
            models.CheckConstraint(
                name="tax_rate_ends_after_start", condition=Q(valid_to=None) | Q(valid_to__gte=F("valid_from"))
            ),
            ExclusionConstraint(
                name="tax_rate_one_a_day",
                expressions=(
                    ("country", RangeOperators.EQUAL),
                    ("tax_class", RangeOperators.EQUAL),
                    (Func("valid_from", "valid_to", Value("[]"), function="daterange"), RangeOperators.OVERLAPS),
                ),
            ),
        )

    def __str__(self) -> str:
        return f"{self.country} {self.rate.normalize():f} %"


class ExchangeRate(models.Model):
    """How many units of ``quote`` one unit of ``base`` costs, as published for a day by a source."""

    scope = Scope(view="fiscal.view", company=None)

    base = models.CharField(_("currency"), max_length=3)
    quote = models.CharField(_("in currency"), max_length=3)
    on = models.DateField(_("day"))
    rate: "models.DecimalField[Decimal, Decimal]" = models.DecimalField(_("rate"), max_digits=18, decimal_places=8)
    source = models.CharField(_("source"), max_length=40)

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("exchange rate")
        verbose_name_plural = _("exchange rates")
        ordering = ("base", "quote", "-on")
        constraints = (
            models.UniqueConstraint(fields=("base", "quote", "on"), name="exchange_rate_once_a_day"),
            models.CheckConstraint(name="exchange_rate_positive", condition=Q(rate__gt=0)),
            models.CheckConstraint(
                name="exchange_rate_currencies",
                condition=Q(base__regex=r"^[A-Z]{3}$", quote__regex=r"^[A-Z]{3}$") & ~Q(base=F("quote")),
            ),
        )

    def __str__(self) -> str:
        return f"{self.base}/{self.quote} {self.on}"


class Period(models.TextChoices):
    """When a series starts again at 1."""

    NONE = "none", _("never")
    YEAR = "year", _("each year")
    MONTH = "month", _("each month")


@tracked()
class NumberSeries(HasRef, models.Model):
    """
    Numbers of a company's documents of one kind, without gaps.

    ``pattern`` is a Python format of ``number``, ``year`` and ``month``, as in ``FV/{year}/{month:02}/{number}``.
    """

    scope = Scope(view="fiscal.view")

    company = models.ForeignKey(Company, models.PROTECT, related_name="number_series", verbose_name=_("company"))
    kind = models.CharField(_("kind of document"), max_length=30)
    code = models.CharField(_("code"), max_length=20)
    pattern = models.CharField(_("pattern"), max_length=60)
    period = models.CharField(_("starts again"), max_length=5, choices=Period)

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("number series")
        verbose_name_plural = _("number series")
        ordering = ("company", "kind", "code")
        constraints = (
            models.UniqueConstraint(fields=("company", "kind", "code"), name="number_series_once"),
            models.CheckConstraint(name="number_series_period_known", condition=Q(period__in=Period.values)),
            # A series that starts again must say when in its numbers, or numbers would stand twice.
            models.CheckConstraint(
                name="number_series_pattern_tells_apart",
                condition=Q(pattern__contains="{number")
                & (Q(period=Period.NONE) | Q(pattern__contains="{year"))
                & (~Q(period=Period.MONTH) | Q(pattern__contains="{month")),
            ),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.code}"


class NumberCounter(models.Model):
    """The last number taken from a series in a period (``""``, ``2026`` or ``2026-03``)."""

    series = models.ForeignKey(NumberSeries, models.PROTECT, related_name="counters", db_index=False)
    period = models.CharField(max_length=7, blank=True)
    last = models.PositiveIntegerField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("series", "period"), name="number_counter_once"),)

    def __str__(self) -> str:
        return f"{self.series_id} {self.period}: {self.last}"
