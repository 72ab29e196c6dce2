"""
Invoices and corrections: facts that nobody changes once they have a number.

The database holds by itself: a number stands once in a company; an order is invoiced once per cause (a shipment, its
completion, a refund); a header equals the sums of its lines and of its tax summary when its transaction commits, and
lines join it only in that transaction. Nothing is changed or removed: a mistake is taken back by a correction.

Whoever was billed is written down in a row of its own (:mod:`erp.finance.models.buyers`): the law wants the invoice
kept for years and the person's data gone after them, so personal columns stay out of what can never change.
"""

from decimal import Decimal
from typing import TYPE_CHECKING

import pgtrigger
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from erp.fiscal.models import NumberSeries
from erp.foundation.accounts.scoping import Scope, ScopedQuerySet
from erp.foundation.db import AppendOnly
from erp.foundation.money import MoneyOf, amount_field, currency_field
from erp.foundation.organisation.models import Company
from erp.foundation.refs import HasRef, Ref
from erp.orders.models import Order

ZERO = Decimal(0)

_ADDS_UP = """
    SELECT coalesce(sum(net), 0) AS net, coalesce(sum(tax), 0) AS tax, coalesce(sum(gross), 0) AS gross
    INTO off FROM finance_invoiceline WHERE invoice_id = NEW.id;
    IF (off.net, off.tax, off.gross) IS DISTINCT FROM (NEW.net, NEW.tax, NEW.gross) THEN
        RAISE EXCEPTION 'invoice % does not equal its lines: % net, % tax, % gross', NEW.id, off.net, off.tax, off.gross
            USING ERRCODE = 'check_violation', CONSTRAINT = 'invoice_equals_lines';
    END IF;
    SELECT coalesce(sum(net), 0) AS net, coalesce(sum(tax), 0) AS tax, coalesce(sum(gross), 0) AS gross,
        coalesce(sum(tax_books), 0) AS tax_books
    INTO off FROM finance_invoicetax WHERE invoice_id = NEW.id;
    IF (off.net, off.tax, off.gross, off.tax_books) IS DISTINCT FROM (NEW.net, NEW.tax, NEW.gross, NEW.tax_books) THEN
        RAISE EXCEPTION 'invoice % does not equal its tax summary', NEW.id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'invoice_equals_taxes';
    END IF;
    RETURN NULL;
"""


class InvoiceKind(models.TextChoices):
    """What a document is."""

    INVOICE = "invoice", _("Invoice")
    CORRECTION = "correction", _("Correction")


class Invoice(HasRef, AppendOnly):
    """
    An invoice or its correction, as issued. Amounts of a correction are what it changes, so mostly negative.

    ``origin`` is what caused it: the shipment, the order (completed without one) or the refund. ``issued_on`` and
    ``sold_on`` are days in the company's zone. ``paid`` is what had come in for it when it was issued.
    ``rate`` is how many units of the books' currency one unit of ``currency`` costs, stamped once, as published for
    ``rate_on``; empty in the books' own currency. ``taxed`` is false for a seller who is not registered for VAT.
    ``xid`` is the transaction that wrote it, set by the database.
    """

    scope = Scope(view="finance.view_invoices", branch="order__branch", record="order")

    company = models.ForeignKey(Company, models.PROTECT, related_name="+", verbose_name=_("company"), db_index=False)
    series = models.ForeignKey(NumberSeries, models.PROTECT, related_name="+", db_index=False)
    number = models.CharField(_("number"), max_length=60)
    kind = models.CharField(_("kind"), max_length=10, choices=InvoiceKind)
    order = models.ForeignKey(Order, models.PROTECT, related_name="invoices", verbose_name=_("order"), db_index=False)
    origin_kind = models.CharField(max_length=60)
    origin_key = models.CharField(max_length=60)
    corrects = models.ForeignKey(
        "self", models.PROTECT, null=True, related_name="corrections", verbose_name=_("corrects")
    )
    reason = models.CharField(_("reason"), max_length=300, blank=True)
    issued_on = models.DateField(_("issued on"))
    sold_on = models.DateField(_("sold on"))
    due_on = models.DateField(_("due on"))
    at = models.DateTimeField(_("issued"))
    language = models.CharField(_("language"), max_length=2)

    currency = currency_field(verbose_name=_("currency"))
    prices_include_tax = models.BooleanField(_("prices include tax"))
    taxed = models.BooleanField(_("with VAT"))
    net: "models.DecimalField[Decimal, Decimal]" = amount_field(verbose_name=_("net"))
    tax: "models.DecimalField[Decimal, Decimal]" = amount_field(verbose_name=_("VAT"))
    gross: "models.DecimalField[Decimal, Decimal]" = amount_field(verbose_name=_("gross"))
    paid: "models.DecimalField[Decimal, Decimal]" = amount_field(verbose_name=_("paid"), default=ZERO)
    payment_methods = models.CharField(_("means of payment"), max_length=120, blank=True)

    books_currency = currency_field()
    rate = models.DecimalField(_("exchange rate"), max_digits=18, decimal_places=8, null=True)
    rate_on = models.DateField(_("rate of"), null=True)
    tax_books: "models.DecimalField[Decimal, Decimal]" = amount_field(verbose_name=_("VAT in the books"))
    gross_books: "models.DecimalField[Decimal, Decimal]" = amount_field(verbose_name=_("gross in the books"))

    seller_name = models.CharField(_("seller"), max_length=250)
    seller_tax_id = models.CharField(_("seller's tax number"), max_length=20, blank=True)
    seller_address = models.CharField(_("seller's address"), max_length=400, blank=True)
    seller_country = models.CharField(_("seller's country"), max_length=2)
    xid = models.BigIntegerField(default=0)

    money = MoneyOf("gross")
    objects = ScopedQuerySet.as_manager()

    if TYPE_CHECKING:
        company_id: int
        order_id: int
        series_id: int
        corrects_id: int | None

    class Meta(AppendOnly.Meta):
        verbose_name = _("invoice")
        verbose_name_plural = _("invoices")
        ordering = ("-pk",)
        constraints = (
            models.UniqueConstraint(fields=("company", "number"), name="invoice_number_once"),
            models.UniqueConstraint(
                fields=("order", "kind", "origin_kind", "origin_key", "corrects"),
                name="invoice_once_per_cause",
                nulls_distinct=False,
            ),
            models.CheckConstraint(name="invoice_kind_known", condition=Q(kind__in=InvoiceKind.values)),
            models.CheckConstraint(
                name="invoice_correction_names_invoice",
                condition=Q(kind="invoice", corrects=None) | Q(kind="correction", corrects__isnull=False),
            ),
            models.CheckConstraint(name="invoice_gross_is_net_and_tax", condition=Q(gross=F("net") + F("tax"))),
            models.CheckConstraint(name="invoice_untaxed_without_tax", condition=Q(taxed=True) | Q(tax=0)),
            models.CheckConstraint(
                name="invoice_rate_where_foreign",
                condition=Q(currency=F("books_currency"), rate=None, rate_on=None, gross_books=F("gross"))
                | (~Q(currency=F("books_currency")) & Q(rate__gt=0, rate_on__isnull=False)),
            ),
            models.CheckConstraint(name="invoice_language_known", condition=Q(language__in=["pl", "en"])),
        )
        indexes = (
            models.Index(fields=("company", "-issued_on", "-id"), name="invoice_by_day"),
            models.Index(fields=("order", "id"), name="invoice_by_order"),
        )
        triggers = (
            *AppendOnly.Meta.triggers,
            pgtrigger.Trigger(
                name="stamp_transaction",
                operation=pgtrigger.Insert,
                when=pgtrigger.Before,
                func="NEW.xid = pg_current_xact_id()::text::bigint; RETURN NEW;",
            ),
            pgtrigger.Trigger(
                name="adds_up",
                operation=pgtrigger.Insert,
                when=pgtrigger.After,
                timing=pgtrigger.Deferred,
                func=_ADDS_UP,
                declare=[("off", "RECORD")],
            ),
        )

    def __str__(self) -> str:
        return self.number

    @property
    def origin(self) -> Ref:
        """What caused it."""
        return Ref(self.origin_kind, self.origin_key)
