"""Stock on its way from one branch to another."""

from decimal import Decimal

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from erp.catalog.models import Variant
from erp.foundation.accounts.scoping import Scope, ScopedQuerySet
from erp.foundation.history import tracked
from erp.foundation.organisation.models import Company
from erp.foundation.quantity import quantity_field
from erp.foundation.refs import HasRef
from erp.inventory.models.locations import Location
from erp.inventory.states import TRANSFER_FLOW, TransferStatus

ZERO = Decimal(0)


@tracked()
class Transfer(HasRef, models.Model):
    """
    Goods that one place sends to another of the same company; between them they lie in transit.

    ``key`` is the name under which its maker asked for it, so that asking twice makes one.
    """

    scope = Scope(view="inventory.view", branch=("source__branch", "destination__branch"))

    company = models.ForeignKey(Company, models.PROTECT, related_name="+", verbose_name=_("company"))
    source = models.ForeignKey(Location, models.PROTECT, related_name="+", verbose_name=_("from"))
    destination = models.ForeignKey(Location, models.PROTECT, related_name="+", verbose_name=_("to"))
    status = TRANSFER_FLOW.column(default=TransferStatus.PLANNED)
    key = models.CharField(max_length=64, blank=True)
    expected_on = models.DateField(_("expected"), null=True, blank=True)
    receipts = models.PositiveSmallIntegerField(_("deliveries received"), default=0)
    created_at = models.DateTimeField(_("made"))
    dispatched_at = models.DateTimeField(_("sent"), null=True, blank=True)
    received_at = models.DateTimeField(_("received"), null=True, blank=True)

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("transfer")
        verbose_name_plural = _("transfers")
        ordering = ("-pk",)
        constraints = (
            TRANSFER_FLOW.check("transfer_status_known"),
            models.UniqueConstraint(fields=("company", "key"), name="transfer_key_once", condition=~Q(key="")),
            models.CheckConstraint(name="transfer_goes_somewhere", condition=~Q(source=F("destination"))),
        )

    def __str__(self) -> str:
        return str(self.ref)


@tracked()
class TransferLine(models.Model):
    """A variant in a transfer. What was sent and neither received nor written off is still in transit."""

    scope = Scope(
        view="inventory.view",
        company="transfer__company",
        branch=("transfer__source__branch", "transfer__destination__branch"),
        record="transfer",
    )

    transfer = models.ForeignKey(Transfer, models.CASCADE, related_name="lines", db_index=False)
    variant = models.ForeignKey(Variant, models.PROTECT, related_name="+")
    quantity: "models.DecimalField[Decimal, Decimal]" = quantity_field(verbose_name=_("quantity"))
    received: "models.DecimalField[Decimal, Decimal]" = quantity_field(verbose_name=_("received"), default=ZERO)
    lost: "models.DecimalField[Decimal, Decimal]" = quantity_field(verbose_name=_("lost on the way"), default=ZERO)

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("line of a transfer")
        verbose_name_plural = _("lines of transfers")
        ordering = ("transfer", "pk")
        constraints = (
            models.UniqueConstraint(fields=("transfer", "variant"), name="transfer_line_once"),
            models.CheckConstraint(
                name="transfer_line_within",
                condition=Q(quantity__gt=0, received__gte=0, lost__gte=0, quantity__gte=F("received") + F("lost")),
            ),
        )

    def __str__(self) -> str:
        return f"{self.variant_id}: {self.quantity}"

    @property
    def on_the_way(self) -> Decimal:
        """What has neither arrived nor been given up."""
        return self.quantity - self.received - self.lost
