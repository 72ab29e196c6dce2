"""Who has been promised what: out of stock that is there, and out of stock that is not."""

from decimal import Decimal

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from erp.catalog.models import Variant
from erp.foundation.accounts.scoping import Scope, ScopedQuerySet
from erp.foundation.organisation.models import Company
from erp.foundation.quantity import quantity_field
from erp.foundation.refs import Ref
from erp.inventory.models.locations import Location

ONE = Decimal(1)


class Reservation(models.Model):
    """
    So much of a variant in a place is held for a line of an owner.

    ``per_unit`` is how much one unit of the line takes: above or below 1 only for the component of a kit. A cart's
    reservation is freed when ``kept_until`` has passed. ``locations`` and ``promised_on`` are as they were claimed, for
    the shortage that it becomes when a count takes the goods away. Changed only under the lock of its stock level.
    """

    scope = Scope(view="inventory.view", branch="location__branch")

    # Foreign keys of two columns, which keep the row inside its company, stand in migrations/0002_guards.sql.
    company = models.ForeignKey(Company, models.PROTECT, related_name="+", db_index=False, db_constraint=False)
    owner_kind = models.CharField(max_length=60)
    owner_key = models.CharField(max_length=60)
    line_key = models.CharField(max_length=60)
    variant = models.ForeignKey(Variant, models.PROTECT, related_name="+", db_index=False, db_constraint=False)
    location = models.ForeignKey(Location, models.PROTECT, related_name="+", db_index=False, db_constraint=False)
    quantity: "models.DecimalField[Decimal, Decimal]" = quantity_field(verbose_name=_("quantity"))
    per_unit: "models.DecimalField[Decimal, Decimal]" = quantity_field(default=ONE)
    locations = ArrayField(models.BigIntegerField(), null=True, blank=True)
    promised_on = models.DateField(_("promised for"), null=True, blank=True)
    kept_until = models.DateTimeField(_("kept until"), null=True, blank=True)
    created_at = models.DateTimeField(_("since"))

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("reservation")
        verbose_name_plural = _("reservations")
        constraints = (
            models.UniqueConstraint(
                fields=("owner_kind", "owner_key", "line_key", "variant", "location"), name="reservation_once"
            ),
            models.CheckConstraint(name="reservation_quantity_positive", condition=Q(quantity__gt=0, per_unit__gt=0)),
        )
        indexes = (
            models.Index(fields=("variant", "location"), name="reservation_in_level"),
            models.Index(fields=("kept_until",), name="reservation_expires", condition=Q(kept_until__isnull=False)),
        )

    def __str__(self) -> str:
        return f"{self.owner}/{self.line_key}: {self.quantity}"

    @property
    def owner(self) -> Ref:
        """Whom it is held for."""
        return Ref(self.owner_kind, self.owner_key)


class Shortage(models.Model):
    """
    So much of a variant is promised to a line of an owner and not there: a backorder.

    Filled in order of promise (``promised_on``, those without a date last, then as they came) by whatever becomes
    free in ``locations`` or in places inside them; NULL means any pickable place of the company.
    """

    scope = Scope(view="inventory.view")

    # Foreign keys of two columns, which keep the row inside its company, stand in migrations/0002_guards.sql.
    company = models.ForeignKey(Company, models.PROTECT, related_name="+", db_index=False, db_constraint=False)
    owner_kind = models.CharField(max_length=60)
    owner_key = models.CharField(max_length=60)
    line_key = models.CharField(max_length=60)
    variant = models.ForeignKey(Variant, models.PROTECT, related_name="+", db_index=False, db_constraint=False)
    quantity: "models.DecimalField[Decimal, Decimal]" = quantity_field(verbose_name=_("quantity"))
    per_unit: "models.DecimalField[Decimal, Decimal]" = quantity_field(default=ONE)
    locations = ArrayField(models.BigIntegerField(), null=True, blank=True)
    promised_on = models.DateField(_("promised for"), null=True, blank=True)
    created_at = models.DateTimeField(_("since"))

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("shortage")
        verbose_name_plural = _("shortages")
        constraints = (
            models.UniqueConstraint(fields=("owner_kind", "owner_key", "line_key", "variant"), name="shortage_once"),
            models.CheckConstraint(name="shortage_quantity_positive", condition=Q(quantity__gt=0, per_unit__gt=0)),
        )
        indexes = (models.Index(fields=("company", "variant"), name="shortage_of_variant"),)

    def __str__(self) -> str:
        return f"{self.owner}/{self.line_key}: {self.quantity}"

    @property
    def owner(self) -> Ref:
        """Who waits."""
        return Ref(self.owner_kind, self.owner_key)
