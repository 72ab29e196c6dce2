"""Counting what really lies there, while the warehouse goes on working."""

from decimal import Decimal

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from erp.catalog.models import Variant
from erp.foundation.accounts.scoping import Scope, ScopedQuerySet
from erp.foundation.history import tracked
from erp.foundation.organisation.models import Company
from erp.foundation.quantity import quantity_field
from erp.foundation.refs import HasRef
from erp.inventory.models.locations import Location
from erp.inventory.states import COUNT_FLOW, CountStatus


@tracked()
class StockCount(HasRef, models.Model):
    """A count of a place and all places inside it."""

    scope = Scope(view="inventory.view", branch="location__branch")

    company = models.ForeignKey(Company, models.PROTECT, related_name="+", verbose_name=_("company"))
    location = models.ForeignKey(Location, models.PROTECT, related_name="counts", verbose_name=_("place"))
    status = COUNT_FLOW.column(default=CountStatus.OPEN)
    opened_at = models.DateTimeField(_("opened"))
    closed_at = models.DateTimeField(_("closed"), null=True, blank=True)

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("stock count")
        verbose_name_plural = _("stock counts")
        ordering = ("-pk",)
        constraints = (COUNT_FLOW.check("stock_count_status_known"),)

    def __str__(self) -> str:
        return str(self.ref)


@tracked()
class CountLine(models.Model):
    """
    What somebody counted, beside what the ledger expected at that moment.

    Closing the count moves the difference of the two, so what moved after the entry is respected and nothing has to
    stand still.
    """

    scope = Scope(view="inventory.view", company="count__company", branch="location__branch", record="count")

    count = models.ForeignKey(StockCount, models.CASCADE, related_name="lines", db_index=False)
    variant = models.ForeignKey(Variant, models.PROTECT, related_name="+")
    location = models.ForeignKey(Location, models.PROTECT, related_name="+")
    counted: "models.DecimalField[Decimal, Decimal]" = quantity_field(verbose_name=_("counted"))
    expected: "models.DecimalField[Decimal, Decimal]" = quantity_field(verbose_name=_("expected"))
    entered_at = models.DateTimeField(_("entered"))

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("line of a stock count")
        verbose_name_plural = _("lines of stock counts")
        ordering = ("count", "location", "variant")
        constraints = (
            models.UniqueConstraint(fields=("count", "location", "variant"), name="count_line_once"),
            models.CheckConstraint(name="count_line_not_negative", condition=Q(counted__gte=0, expected__gte=0)),
        )

    def __str__(self) -> str:
        return f"{self.counted} / {self.expected}"

    @property
    def difference(self) -> Decimal:
        """What closing the count will add or take away."""
        return self.counted - self.expected
