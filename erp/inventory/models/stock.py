"""What lies where, and what it is worth: caches of the moves, kept by the same transaction."""

from decimal import Decimal

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from erp.catalog.models import Variant
from erp.foundation.accounts.scoping import Scope, ScopedQuerySet
from erp.foundation.money import amount_field, currency_field
from erp.foundation.organisation.models import Company
from erp.foundation.quantity import quantity_field
from erp.inventory.models.locations import Location

ZERO = Decimal(0)


class StockLevel(models.Model):
    """
    How much of a variant lies in a place, and how much of it is promised; in the product's unit.

    Only in internal places and transit, and never for a kit; foreign keys and a trigger see to it. Its row lock guards
    the reservations in it. Levels are not deleted: an empty one is where the next receipt goes.
    """

    scope = Scope(view="inventory.view", branch="location__branch")

    # Foreign keys of two columns, which keep the row inside its company, stand in migrations/0002_guards.sql.
    company = models.ForeignKey(Company, models.PROTECT, related_name="+", db_constraint=False)
    variant = models.ForeignKey(
        Variant, models.PROTECT, related_name="stock_levels", db_index=False, db_constraint=False
    )
    location = models.ForeignKey(Location, models.PROTECT, related_name="stock_levels", db_constraint=False)
    on_hand: "models.DecimalField[Decimal, Decimal]" = quantity_field(verbose_name=_("on hand"), default=ZERO)
    reserved: "models.DecimalField[Decimal, Decimal]" = quantity_field(verbose_name=_("reserved"), default=ZERO)

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("stock level")
        verbose_name_plural = _("stock levels")
        ordering = ("variant", "location")
        constraints = (
            models.UniqueConstraint(fields=("variant", "location"), name="stock_level_once"),
            models.CheckConstraint(
                name="stock_level_reserved_within", condition=Q(reserved__gte=0, reserved__lte=F("on_hand"))
            ),
        )

    def __str__(self) -> str:
        return f"{self.on_hand} - {self.reserved}"

    @property
    def free(self) -> Decimal:
        """What nobody has been promised."""
        return self.on_hand - self.reserved


class VariantCost(models.Model):
    """
    What a company's stock of a variant is worth, by moving average: quantity and value of all places together.

    Moves inside the company change neither. ``last_unit_cost`` is the average before the stock last ran out, for
    goods that turn up or come back when there is none to compare with.
    """

    scope = Scope(view="inventory.view")
    field_rules = {"value": "cost", "last_unit_cost": "cost"}

    company = models.ForeignKey(Company, models.PROTECT, related_name="+", db_index=False)
    variant = models.ForeignKey(Variant, models.PROTECT, related_name="costs")
    quantity: "models.DecimalField[Decimal, Decimal]" = quantity_field(verbose_name=_("quantity"), default=ZERO)
    value: "models.DecimalField[Decimal, Decimal]" = amount_field(verbose_name=_("value"), default=ZERO)
    currency = currency_field()
    last_unit_cost: "models.DecimalField[Decimal, Decimal]" = amount_field(
        verbose_name=_("last unit cost"), default=ZERO
    )

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("cost of a variant")
        verbose_name_plural = _("costs of variants")
        constraints = (
            models.UniqueConstraint(fields=("company", "variant"), name="variant_cost_once"),
            models.CheckConstraint(name="variant_cost_not_negative", condition=Q(quantity__gte=0, value__gte=0)),
            models.CheckConstraint(
                name="variant_cost_nothing_is_worth_nothing", condition=Q(quantity__gt=0) | Q(value=0)
            ),
        )

    def __str__(self) -> str:
        return f"{self.quantity} = {self.value} {self.currency}"
