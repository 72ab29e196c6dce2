"""The lines of an order, and how far each has come."""

from decimal import Decimal
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from erp.catalog.models import Variant
from erp.foundation.accounts.scoping import Scope, ScopedQuerySet
from erp.foundation.history import tracked
from erp.foundation.money import amount_field
from erp.foundation.quantity import quantity_field
from erp.foundation.refs import HasRef
from erp.orders.models.orders import ZERO, Order


@tracked()
class OrderLine(HasRef, models.Model):
    """
    Goods of an order, as sold: price, discount and tax are frozen facts.

    ``unit_price`` is before discounts; ``total`` after them, with tax in it if the order's prices include tax.
    ``source_line_ref`` is the line's key at the source: the same SKU may stand on two lines. ``variant`` is empty while
    the SKU is not known here.

    Quantities, in the product's unit: ``reserved`` is held for the line now; ``picked`` is off the shelf and not yet
    shipped; ``to_cancel`` is no longer wanted but still in a picker's hands; the others only grow.
    """

    scope = Scope(view="orders.view", company="order__company", branch="order__branch", record="order")

    order = models.ForeignKey(Order, models.PROTECT, related_name="lines", verbose_name=_("order"), db_index=False)
    position = models.PositiveIntegerField(_("position"))
    source_line_ref = models.CharField(_("line at the source"), max_length=120)
    variant = models.ForeignKey(
        Variant, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("product")
    )
    sku = models.CharField(_("SKU"), max_length=255, blank=True)
    title = models.CharField(_("title"), max_length=500)
    requires_shipping = models.BooleanField(_("is shipped"), default=True)
    gift_card = models.BooleanField(_("gift card"), default=False)

    quantity: "models.DecimalField[Decimal, Decimal]" = quantity_field(verbose_name=_("ordered"))
    unit_price: "models.DecimalField[Decimal, Decimal]" = amount_field(verbose_name=_("unit price"))
    discount: "models.DecimalField[Decimal, Decimal]" = amount_field(verbose_name=_("discount"), default=ZERO)
    tax_rate = models.DecimalField(_("tax rate"), max_digits=6, decimal_places=3, null=True, blank=True)
    tax: "models.DecimalField[Decimal, Decimal]" = amount_field(verbose_name=_("tax"), default=ZERO)
    total: "models.DecimalField[Decimal, Decimal]" = amount_field(verbose_name=_("amount"))

    reserved: "models.DecimalField[Decimal, Decimal]" = quantity_field(verbose_name=_("reserved"), default=ZERO)
    picked: "models.DecimalField[Decimal, Decimal]" = quantity_field(verbose_name=_("picked"), default=ZERO)
    shipped: "models.DecimalField[Decimal, Decimal]" = quantity_field(verbose_name=_("shipped"), default=ZERO)
    invoiced: "models.DecimalField[Decimal, Decimal]" = quantity_field(verbose_name=_("invoiced"), default=ZERO)
    cancelled: "models.DecimalField[Decimal, Decimal]" = quantity_field(verbose_name=_("cancelled"), default=ZERO)
    to_cancel: "models.DecimalField[Decimal, Decimal]" = quantity_field(
        verbose_name=_("to be taken back"), default=ZERO
    )
    returned: "models.DecimalField[Decimal, Decimal]" = quantity_field(verbose_name=_("returned"), default=ZERO)
    refunded: "models.DecimalField[Decimal, Decimal]" = quantity_field(verbose_name=_("refunded"), default=ZERO)

    objects = ScopedQuerySet.as_manager()

    if TYPE_CHECKING:
        order_id: int
        variant_id: int | None

    class Meta:
        verbose_name = _("order line")
        verbose_name_plural = _("order lines")
        ordering = ("order", "position")
        constraints = (
            models.UniqueConstraint(fields=("order", "position"), name="order_line_position"),
            models.UniqueConstraint(fields=("order", "source_line_ref"), name="order_line_once"),
            models.CheckConstraint(name="order_line_quantity", condition=Q(quantity__gt=0)),
            models.CheckConstraint(
                name="order_line_none_negative",
                condition=Q(
                    reserved__gte=0,
                    picked__gte=0,
                    shipped__gte=0,
                    invoiced__gte=0,
                    cancelled__gte=0,
                    to_cancel__gte=0,
                    returned__gte=0,
                    refunded__gte=0,
                ),
            ),
            models.CheckConstraint(
                name="order_line_reserved_fits",
                condition=Q(quantity__gte=F("reserved") + F("shipped") + F("cancelled")),
            ),
            models.CheckConstraint(
                name="order_line_picked_fits", condition=Q(quantity__gte=F("picked") + F("shipped") + F("cancelled"))
            ),
            models.CheckConstraint(
                name="order_line_to_cancel_fits",
                condition=Q(quantity__gte=F("to_cancel") + F("shipped") + F("cancelled")),
            ),
            models.CheckConstraint(name="order_line_invoiced_fits", condition=Q(invoiced__lte=F("quantity"))),
            models.CheckConstraint(name="order_line_returned_fits", condition=Q(returned__lte=F("shipped"))),
            models.CheckConstraint(name="order_line_refunded_fits", condition=Q(refunded__lte=F("quantity"))),
            models.CheckConstraint(
                name="order_line_unknown_not_shipped", condition=Q(variant__isnull=False) | Q(reserved=0, shipped=0)
            ),
        )

        indexes = (models.Index(fields=("sku",), name="order_line_unmatched", condition=Q(variant=None)),)

    def __str__(self) -> str:
        return f"{self.position}. {self.sku or self.title}"

    @property
    def open(self) -> Decimal:
        """What is neither shipped nor cancelled."""
        return self.quantity - self.shipped - self.cancelled

    @property
    def to_ship(self) -> Decimal:
        """What must still leave the house: the open quantity of goods that are shipped."""
        return self.open if self.requires_shipping else ZERO

    @property
    def missing(self) -> Decimal:
        """What must still leave and is not reserved."""
        return max(self.to_ship - self.reserved, ZERO)

    @property
    def cancellable(self) -> Decimal:
        """What can be cancelled at once, because nobody has it in hand."""
        return self.open - self.picked
