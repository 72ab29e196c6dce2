"""Price lists and prices."""

from decimal import Decimal

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Func, Q, Value
from django.utils.translation import gettext_lazy as _

from erp.catalog.models import Variant
from erp.foundation.accounts.scoping import Scope, ScopedQuerySet
from erp.foundation.history import tracked
from erp.foundation.money import Money, amount_field, currency_field
from erp.foundation.organisation.models import Company
from erp.foundation.quantity import quantity_field
from erp.foundation.refs import HasRef


@tracked()
class PriceList(HasRef, models.Model):
    """Prices in one currency, with tax in them (gross) or without (net), valid from a day to a day, both included."""

    scope = Scope(view="pricing.view")

    company = models.ForeignKey(Company, models.PROTECT, related_name="price_lists", verbose_name=_("company"))
    code = models.CharField(_("code"), max_length=30)
    name = models.CharField(_("name"), max_length=100)
    currency = currency_field(verbose_name=_("currency"))
    includes_tax = models.BooleanField(_("prices include tax"))
    valid_from = models.DateField(_("valid from"), null=True, blank=True)
    valid_to = models.DateField(_("valid to"), null=True, blank=True)

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("price list")
        verbose_name_plural = _("price lists")
        ordering = ("company", "code")
        constraints = (
            models.UniqueConstraint(fields=("company", "code"), name="price_list_once"),
            models.UniqueConstraint(fields=("id", "company"), name="price_list_with_company"),
            models.CheckConstraint(name="price_list_currency_code", condition=Q(currency__regex=r"^[A-Z]{3}$")),
            models.CheckConstraint(
                name="price_list_ends_after_start",
                condition=Q(valid_from=None) | Q(valid_to=None) | Q(valid_to__gte=F("valid_from")),
            ),
        )

    def __str__(self) -> str:
        return self.name


@tracked()
class Price(models.Model):
    """
    The price of one unit of a variant on a list, from ``min_quantity`` on, from a day to a day (both included).

    For a variant, list and quantity at most one price holds on a day.
    """

    scope = Scope(view="pricing.view", record="price_list")

    company = models.ForeignKey(Company, models.PROTECT, related_name="+", db_index=False)
    price_list = models.ForeignKey(PriceList, models.PROTECT, related_name="prices", db_index=False)
    variant = models.ForeignKey(Variant, models.PROTECT, related_name="prices")
    min_quantity: "models.DecimalField[Decimal, Decimal]" = quantity_field(
        verbose_name=_("from quantity"), default=Decimal(1)
    )
    amount: "models.DecimalField[Decimal, Decimal]" = amount_field(verbose_name=_("price"))
    valid_from = models.DateField(_("valid from"), null=True, blank=True)
    valid_to = models.DateField(_("valid to"), null=True, blank=True)

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("price")
        verbose_name_plural = _("prices")
        ordering = ("price_list", "variant", "min_quantity", "valid_from")
        constraints = (
            ExclusionConstraint(
                name="price_one_a_day",
                expressions=(
                    ("price_list", RangeOperators.EQUAL),
                    ("variant", RangeOperators.EQUAL),
                    ("min_quantity", RangeOperators.EQUAL),
                    (Func("valid_from", "valid_to", Value("[]"), function="daterange"), RangeOperators.OVERLAPS),
                ),
            ),
            models.CheckConstraint(name="price_not_negative", condition=Q(amount__gte=0)),
            models.CheckConstraint(name="price_quantity_positive", condition=Q(min_quantity__gt=0)),
            models.CheckConstraint(
                name="price_ends_after_start",
                condition=Q(valid_from=None) | Q(valid_to=None) | Q(valid_to__gte=F("valid_from")),
            ),
        )

    def __str__(self) -> str:
        return f"{self.variant_id}: {self.amount}"

    @property
    def money(self) -> Money:
        """The price in the list's currency; reads the list."""
        return Money(self.amount, self.price_list.currency)
