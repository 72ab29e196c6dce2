"""Refunds of an order, as the channel or a person made them; written once, corrected by another."""

from decimal import Decimal
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from erp.foundation.accounts.scoping import Scope, ScopedQuerySet
from erp.foundation.db import AppendOnly
from erp.foundation.money import MoneyOf, amount_field, currency_field
from erp.foundation.quantity import quantity_field
from erp.foundation.refs import HasRef
from erp.orders.models.lines import OrderLine
from erp.orders.models.orders import ZERO, Order


class OrderRefund(HasRef, AppendOnly):
    """
    A refund: ``amount`` = its lines + shipping + adjustment + difference, all with tax; ``tax`` is the tax in it.

    It says what the buyer is owed back. When the money moves, and whether it is still pending, stands on the refunds
    of the tenders (payments).
    """

    scope = Scope(view="orders.view", company="order__company", branch="order__branch", record="order")

    order = models.ForeignKey(Order, models.PROTECT, related_name="refunds", verbose_name=_("order"))
    source = models.CharField(_("source"), max_length=60)
    source_ref = models.CharField(_("number at the source"), max_length=120)
    reason = models.CharField(_("reason"), max_length=300, blank=True)
    currency = currency_field(verbose_name=_("currency"))
    amount: "models.DecimalField[Decimal, Decimal]" = amount_field(verbose_name=_("amount"))
    shipping_amount: "models.DecimalField[Decimal, Decimal]" = amount_field(verbose_name=_("delivery"), default=ZERO)
    shipping_tax: "models.DecimalField[Decimal, Decimal]" = amount_field(
        verbose_name=_("tax on delivery"), default=ZERO
    )
    adjustment: "models.DecimalField[Decimal, Decimal]" = amount_field(verbose_name=_("adjustment"), default=ZERO)
    tax: "models.DecimalField[Decimal, Decimal]" = amount_field(verbose_name=_("tax"), default=ZERO)
    difference: "models.DecimalField[Decimal, Decimal]" = amount_field(verbose_name=_("difference"), default=ZERO)
    at = models.DateTimeField(_("when"))

    money = MoneyOf("amount")
    objects = ScopedQuerySet.as_manager()

    if TYPE_CHECKING:
        order_id: int

    class Meta(AppendOnly.Meta):
        verbose_name = _("refund of an order")
        verbose_name_plural = _("refunds of orders")
        ordering = ("order", "pk")
        constraints = (
            models.UniqueConstraint(fields=("source", "source_ref"), name="order_refund_once"),
            models.CheckConstraint(name="order_refund_amount", condition=Q(amount__gte=0)),
            models.CheckConstraint(name="order_refund_tax_within", condition=Q(tax__gte=0, tax__lte=F("amount"))),
            models.CheckConstraint(name="order_refund_source_filled", condition=~Q(source="") & ~Q(source_ref="")),
        )

    def __str__(self) -> str:
        return f"{self.source_ref}: {self.amount} {self.currency}"


class Restocking(models.TextChoices):
    """What happened to the goods; the values are those of :class:`erp.orders.drafts.Restock`."""

    CANCEL = "cancel", _("Not sent")
    RETURN = "return", _("Sent back")
    NO_RESTOCK = "no_restock", _("Not put back")


class OrderRefundLine(AppendOnly):
    """Goods of a refund; ``amount`` with tax, ``tax`` the tax in it."""

    scope = Scope(
        view="orders.view", company="refund__order__company", branch="refund__order__branch", record="refund__order"
    )

    refund = models.ForeignKey(OrderRefund, models.PROTECT, related_name="lines")
    order_line = models.ForeignKey(OrderLine, models.PROTECT, related_name="refund_lines", verbose_name=_("line"))
    quantity: "models.DecimalField[Decimal, Decimal]" = quantity_field(verbose_name=_("quantity"))
    amount: "models.DecimalField[Decimal, Decimal]" = amount_field(verbose_name=_("amount"))
    tax: "models.DecimalField[Decimal, Decimal]" = amount_field(verbose_name=_("tax"), default=ZERO)
    restock = models.CharField(_("goods"), max_length=12, choices=Restocking)

    objects = ScopedQuerySet.as_manager()

    if TYPE_CHECKING:
        refund_id: int
        order_line_id: int

    class Meta(AppendOnly.Meta):
        verbose_name = _("line of a refund")
        verbose_name_plural = _("lines of refunds")
        constraints = (
            models.CheckConstraint(name="order_refund_line_quantity", condition=Q(quantity__gte=0)),
            models.CheckConstraint(name="order_refund_line_restock_known", condition=Q(restock__in=Restocking.values)),
        )

    def __str__(self) -> str:
        return f"{self.quantity} x {self.order_line_id}"
