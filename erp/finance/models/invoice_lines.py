"""What stands on an invoice: its lines, and the summary of VAT by rate that the law asks for."""

from decimal import Decimal
from typing import TYPE_CHECKING

import pgtrigger
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from erp.finance.models.invoices import Invoice
from erp.foundation.accounts.scoping import Scope, ScopedQuerySet
from erp.foundation.db import AppendOnly
from erp.foundation.money import amount_field
from erp.foundation.quantity import quantity_field
from erp.orders.models import OrderCharge, OrderLine

_OWN_TRANSACTION = """
    IF EXISTS (SELECT 1 FROM added a JOIN finance_invoice i ON i.id = a.invoice_id
               WHERE i.xid <> pg_current_xact_id()::text::bigint) THEN
        RAISE EXCEPTION 'lines join an invoice only in the transaction that issued it'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'invoice_line_with_its_invoice';
    END IF;
    RETURN NULL;
"""


class LineKind(models.TextChoices):
    """What a line bills."""

    GOODS = "goods", _("Goods")
    GIFT_CARD = "gift_card", _("Gift card")
    SHIPPING = "shipping", _("Delivery")
    TIP = "tip", _("Tip")
    DUTY = "duty", _("Duty")
    FEE = "fee", _("Fee")
    ROUNDING = "rounding", _("Rounding")
    ADJUSTMENT = "adjustment", _("Discount or adjustment")


class TaxKind(models.TextChoices):
    """
    How VAT stands to an amount: at a rate, exempt (the seller is not registered), outside of VAT (vouchers, tips), or
    with a tax that the source told without a single rate.
    """

    RATED = "rated", _("At a rate")
    EXEMPT = "exempt", _("Exempt")
    OUTSIDE = "outside", _("Outside VAT")
    MIXED = "mixed", _("Several rates")


RATE_MATCHES = Q(tax_kind=TaxKind.RATED, tax_rate__isnull=False) | (
    Q(tax_kind=TaxKind.MIXED, tax_rate=None) | Q(tax_kind__in=[TaxKind.EXEMPT, TaxKind.OUTSIDE], tax_rate=None, tax=0)
)


def rate_field() -> "models.DecimalField[Decimal | None, Decimal | None]":
    """The column of a tax rate in percent."""
    return models.DecimalField(_("VAT rate"), max_digits=6, decimal_places=3, null=True)


def _with_its_invoice() -> pgtrigger.Trigger:
    return pgtrigger.Trigger(
        name="with_its_invoice",
        level=pgtrigger.Statement,
        operation=pgtrigger.Insert,
        when=pgtrigger.After,
        referencing=pgtrigger.Referencing(new="added"),  # type: ignore[no-untyped-call]  # the library is typed but here
        func=_OWN_TRANSACTION,
    )


class InvoiceLine(AppendOnly):
    """
    A line: so much of an order's line, one of its charges, or an adjustment of the whole.

    ``unit_price`` is before discounts, with tax in it if the order's prices include tax. ``net``, ``tax`` and ``gross``
    are the line's share of what the buyer was charged, to the minor unit.
    """

    scope = Scope(view="finance.view_invoices", company="invoice__company", branch="invoice__order__branch")

    invoice = models.ForeignKey(Invoice, models.PROTECT, related_name="lines", db_index=False)
    position = models.PositiveIntegerField(_("position"))
    kind = models.CharField(_("kind"), max_length=12, choices=LineKind)
    order_line = models.ForeignKey(OrderLine, models.PROTECT, null=True, related_name="invoice_lines")
    charge = models.ForeignKey(OrderCharge, models.PROTECT, null=True, related_name="invoice_lines")
    sku = models.CharField(_("SKU"), max_length=255, blank=True)
    title = models.CharField(_("title"), max_length=500)
    unit = models.CharField(_("unit"), max_length=20, blank=True)
    quantity: "models.DecimalField[Decimal, Decimal]" = quantity_field(verbose_name=_("quantity"))
    unit_price: "models.DecimalField[Decimal, Decimal]" = amount_field(verbose_name=_("unit price"))
    tax_kind = models.CharField(_("VAT"), max_length=10, choices=TaxKind)
    tax_rate = rate_field()
    net: "models.DecimalField[Decimal, Decimal]" = amount_field(verbose_name=_("net"))
    tax: "models.DecimalField[Decimal, Decimal]" = amount_field(verbose_name=_("VAT"))
    gross: "models.DecimalField[Decimal, Decimal]" = amount_field(verbose_name=_("gross"))

    objects = ScopedQuerySet.as_manager()

    if TYPE_CHECKING:
        invoice_id: int
        order_line_id: int | None
        charge_id: int | None

    class Meta(AppendOnly.Meta):
        verbose_name = _("invoice line")
        verbose_name_plural = _("invoice lines")
        ordering = ("invoice", "position")
        constraints = (
            models.UniqueConstraint(fields=("invoice", "position"), name="invoice_line_position"),
            models.CheckConstraint(name="invoice_line_kind_known", condition=Q(kind__in=LineKind.values)),
            models.CheckConstraint(name="invoice_line_gross_is_net_and_tax", condition=Q(gross=F("net") + F("tax"))),
            models.CheckConstraint(name="invoice_line_rate_matches", condition=RATE_MATCHES),
            models.CheckConstraint(
                name="invoice_line_bills_one_thing",
                condition=Q(kind__in=["goods", "gift_card"], order_line__isnull=False, charge=None)
                | Q(kind__in=["shipping", "tip", "duty", "fee", "rounding"], order_line=None, charge__isnull=False)
                | Q(kind="adjustment", order_line=None, charge=None),
            ),
        )
        triggers = (*AppendOnly.Meta.triggers, _with_its_invoice())

    def __str__(self) -> str:
        return f"{self.position}. {self.title}"


class InvoiceTax(AppendOnly):
    """The summary of one rate of an invoice; ``tax_books`` is its VAT in the books' currency, as the return wants."""

    scope = Scope(view="finance.view_invoices", company="invoice__company", branch="invoice__order__branch")

    invoice = models.ForeignKey(Invoice, models.PROTECT, related_name="taxes", db_index=False)
    tax_kind = models.CharField(_("VAT"), max_length=10, choices=TaxKind)
    tax_rate = rate_field()
    net: "models.DecimalField[Decimal, Decimal]" = amount_field(verbose_name=_("net"))
    tax: "models.DecimalField[Decimal, Decimal]" = amount_field(verbose_name=_("VAT"))
    gross: "models.DecimalField[Decimal, Decimal]" = amount_field(verbose_name=_("gross"))
    tax_books: "models.DecimalField[Decimal, Decimal]" = amount_field(verbose_name=_("VAT in the books"))

    objects = ScopedQuerySet.as_manager()

    if TYPE_CHECKING:
        invoice_id: int

    class Meta(AppendOnly.Meta):
        verbose_name = _("VAT of an invoice")
        verbose_name_plural = _("VAT of invoices")
        ordering = ("invoice", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("invoice", "tax_kind", "tax_rate"), name="invoice_tax_once", nulls_distinct=False
            ),
            models.CheckConstraint(name="invoice_tax_gross_is_net_and_tax", condition=Q(gross=F("net") + F("tax"))),
            models.CheckConstraint(name="invoice_tax_rate_matches", condition=RATE_MATCHES),
        )
        triggers = (*AppendOnly.Meta.triggers, _with_its_invoice())

    def __str__(self) -> str:
        return f"{self.tax_kind} {self.tax_rate}: {self.tax}"
