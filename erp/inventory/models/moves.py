"""The goods ledger itself."""

from decimal import Decimal

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from erp.catalog.models import Variant
from erp.foundation.accounts.scoping import Scope, ScopedQuerySet
from erp.foundation.db import AppendOnly
from erp.foundation.money import MoneyOf, amount_field, currency_field
from erp.foundation.organisation.models import Company
from erp.foundation.quantity import quantity_field
from erp.foundation.refs import Ref
from erp.inventory.models.locations import Location


class StockMove(AppendOnly):
    """
    So much of a variant went from one place to another, for ever; a mistake is moved back.

    ``value`` is what the company's stock gained (positive) or lost (negative) by it, rounded to the currency of its
    books; a move inside the company has none. The origin is the document that caused it, ``purpose`` tells its
    groups of moves apart (``receipt``, ``issue``), ``line_key`` is the origin's own line.

    A group is posted as a whole and once: its moves are numbered from 0 by ``position``, so a second posting of the
    same (origin, purpose), whatever its lines, collides at position 0.
    """

    scope = Scope(view="inventory.view", branch=("source__branch", "destination__branch"))
    field_rules = {"value": "cost"}
    worth = MoneyOf("value")

    # Foreign keys of two columns, which keep the row inside its company, stand in migrations/0002_guards.sql.
    company = models.ForeignKey(Company, models.PROTECT, related_name="+", db_index=False, db_constraint=False)
    variant = models.ForeignKey(Variant, models.PROTECT, related_name="moves", db_index=False, db_constraint=False)
    source = models.ForeignKey(Location, models.PROTECT, related_name="+", db_index=False, db_constraint=False)
    destination = models.ForeignKey(Location, models.PROTECT, related_name="+", db_index=False, db_constraint=False)
    quantity: "models.DecimalField[Decimal, Decimal]" = quantity_field(verbose_name=_("quantity"))
    value: "models.DecimalField[Decimal, Decimal]" = amount_field(verbose_name=_("value"))
    currency = currency_field()
    at = models.DateTimeField(_("when"))
    on = models.DateField(_("day in the books"))
    origin_kind = models.CharField(max_length=60)
    origin_key = models.CharField(max_length=60)
    purpose = models.CharField(max_length=32)
    position = models.PositiveIntegerField()
    line_key = models.CharField(max_length=60)
    reason = models.CharField(_("reason"), max_length=200, blank=True)
    actor_kind = models.CharField(max_length=20)
    actor_key = models.CharField(max_length=80)

    objects = ScopedQuerySet.as_manager()

    class Meta(AppendOnly.Meta):
        verbose_name = _("stock move")
        verbose_name_plural = _("stock moves")
        ordering = ("-pk",)
        constraints = (
            models.UniqueConstraint(
                fields=("origin_kind", "origin_key", "purpose", "position"), name="stock_move_group_once"
            ),
            models.CheckConstraint(name="stock_move_quantity_positive", condition=Q(quantity__gt=0)),
            models.CheckConstraint(name="stock_move_goes_somewhere", condition=~Q(source=F("destination"))),
        )
        indexes = (models.Index(fields=("variant", "id"), name="stock_move_of_variant"),)

    def __str__(self) -> str:
        return f"{self.quantity}: {self.source_id} -> {self.destination_id}"

    @property
    def origin(self) -> Ref:
        """The document that caused the move."""
        return Ref(self.origin_kind, self.origin_key)
