"""Tax rates with dates, exchange rates, and number series."""

from decimal import Decimal

import pgtrigger
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
class TaxRate(HasRef, models.Model):
    """
    The rate of a class in a country, in percent, from a day to a day (both included; no end = still in force).

    The same for all companies: it is the law of a country. Days that have passed keep their rate: the database
    refuses to change or take away what has begun, but for its end, and that on no day before today.
    """

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
        triggers = (
            # A day of grace on both sides: it is already tomorrow, or still yesterday, somewhere on earth.
            pgtrigger.Trigger(
                name="past_is_fixed",
                operation=pgtrigger.Update | pgtrigger.Delete,
                when=pgtrigger.Before,
                func="""
                    IF TG_OP = 'DELETE' THEN
                        IF OLD.valid_from < current_date THEN
                            RAISE EXCEPTION 'a tax rate that has begun stays'
                                USING ERRCODE = 'check_violation', CONSTRAINT = 'tax_rate_past_is_fixed';
                        END IF;
                        RETURN OLD;
                    END IF;
                    IF (OLD.country, OLD.tax_class_id, OLD.rate, OLD.valid_from)
                        IS DISTINCT FROM (NEW.country, NEW.tax_class_id, NEW.rate, NEW.valid_from)
                        OR OLD.valid_to < current_date - 2 OR NEW.valid_to < current_date - 2
                    THEN
                        RAISE EXCEPTION 'a tax rate of days that have passed stays as it was'
                            USING ERRCODE = 'check_violation', CONSTRAINT = 'tax_rate_past_is_fixed';
                    END IF;
                    RETURN NEW;
                """,
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
    Once a number was taken from it, it stays as it is, so that its numbers can be told again; another series then
    replaces it, and this one is retired.
    """

    scope = Scope(view="fiscal.view")

    company = models.ForeignKey(Company, models.PROTECT, related_name="number_series", verbose_name=_("company"))
    kind = models.CharField(_("kind of document"), max_length=30)
    code = models.CharField(_("code"), max_length=20)
    pattern = models.CharField(_("pattern"), max_length=60)
    period = models.CharField(_("starts again"), max_length=5, choices=Period)
    retired_at = models.DateTimeField(_("replaced"), null=True, blank=True)

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("number series")
        verbose_name_plural = _("number series")
        ordering = ("company", "kind", "code")
        constraints = (
            models.UniqueConstraint(
                fields=("company", "kind", "code"), name="number_series_once", condition=Q(retired_at=None)
            ),
            models.CheckConstraint(name="number_series_period_known", condition=Q(period__in=Period.values)),
            # A series that starts again must say when in its numbers, or numbers would stand twice.
            models.CheckConstraint(
                name="number_series_pattern_tells_apart",
                condition=Q(pattern__contains="{number")
                & (Q(period=Period.NONE) | Q(pattern__contains="{year"))
                & (~Q(period=Period.MONTH) | Q(pattern__contains="{month")),
            ),
        )
        triggers = (
            pgtrigger.Trigger(
                name="used_is_fixed",
                operation=pgtrigger.Update,
                when=pgtrigger.Before,
                condition=pgtrigger.Condition(
                    "OLD.pattern <> NEW.pattern OR OLD.period <> NEW.period OR OLD.company_id <> NEW.company_id"
                    " OR OLD.kind <> NEW.kind OR OLD.retired_at IS NOT NULL"
                ),
                func="""
                    IF OLD.retired_at IS NOT NULL
                        OR EXISTS (SELECT FROM fiscal_numbercounter WHERE series_id = OLD.id)
                    THEN
                        RAISE EXCEPTION 'numbers were taken from this series'
                            USING ERRCODE = 'check_violation', CONSTRAINT = 'number_series_used_is_fixed';
                    END IF;
                    RETURN NEW;
                """,
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
