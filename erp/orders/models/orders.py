"""The order itself."""

from decimal import Decimal
from typing import TYPE_CHECKING

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from erp.crm.models import Customer
from erp.foundation.accounts.scoping import Scope, ScopedQuerySet
from erp.foundation.history import tracked
from erp.foundation.money import MoneyOf, amount_field, currency_field
from erp.foundation.organisation.models import Branch, Company, SalesChannel
from erp.foundation.refs import HasRef
from erp.orders.states import OPEN, ORDER_FLOW, Hold, PaymentStatus, Terms

ZERO = Decimal(0)
BEFORE_TAX = (
    F("lines_total")
    - F("discount_total")
    + F("shipping_total")
    + F("duty_total")
    + F("tip_total")
    + F("fee_total")
    + F("rounding_total")
)


@tracked(exclude=("email", "phone", "note", "pickup_point", "hold_note"))
class Order(HasRef, models.Model):
    """
    What a customer bought: prices, taxes and totals are frozen facts, as the source charged them.

    ``source`` and ``source_ref`` are its identity at the place it came from. The terms of the total are explained in
    :mod:`erp.orders.totals`; ``identity_difference`` is what the source's total exceeds them by. ``locations`` lists
    where it may be served from, None for everywhere. ``short``: some of it waits for goods. ``ready_at``: since when
    it may ship. ``source_digest`` is of the facts that the source must not change unseen.
    """

    scope = Scope(view="orders.view", branch="branch")
    field_rules = {"email": "personal", "phone": "personal", "note": "personal", "pickup_point": "personal"}

    company = models.ForeignKey(Company, models.PROTECT, related_name="+", verbose_name=_("company"), db_index=False)
    branch = models.ForeignKey(
        Branch, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("branch")
    )
    sales_channel = models.ForeignKey(SalesChannel, models.PROTECT, related_name="+", verbose_name=_("channel"))
    customer = models.ForeignKey(Customer, models.PROTECT, related_name="orders", verbose_name=_("customer"))
    number = models.CharField(_("number"), max_length=30)
    source = models.CharField(_("source"), max_length=60)
    source_ref = models.CharField(_("number at the source"), max_length=120)
    source_number = models.CharField(_("number the buyer knows"), max_length=60, blank=True)
    source_updated_at = models.DateTimeField(_("changed at the source"), null=True, blank=True)
    source_digest = models.CharField(max_length=64, editable=False)

    status = ORDER_FLOW.column()
    holds = ArrayField(models.CharField(max_length=30), default=list, blank=True, verbose_name=_("held because"))
    hold_note = models.CharField(_("note on the hold"), max_length=300, blank=True)
    payment_status = models.CharField(_("payment"), max_length=20, choices=PaymentStatus)
    payment_terms = models.CharField(_("terms of payment"), max_length=20, choices=Terms)
    short = models.BooleanField(_("waits for goods"), default=False)

    placed_at = models.DateTimeField(_("placed"))
    created_at = models.DateTimeField(_("taken"))
    ready_at = models.DateTimeField(_("may ship since"), null=True, blank=True)
    completed_at = models.DateTimeField(_("completed"), null=True, blank=True)
    cancelled_at = models.DateTimeField(_("cancelled"), null=True, blank=True)
    cancel_reason = models.CharField(_("why cancelled"), max_length=300, blank=True)

    parcels_sent = models.PositiveSmallIntegerField(_("parcels sent"), default=0)
    parcels_arrived = models.PositiveSmallIntegerField(_("parcels arrived"), default=0)

    currency = currency_field(verbose_name=_("currency"))
    prices_include_tax = models.BooleanField(_("prices include tax"))
    lines_total: "models.DecimalField[Decimal, Decimal]" = amount_field(verbose_name=_("goods"))
    discount_total: "models.DecimalField[Decimal, Decimal]" = amount_field(verbose_name=_("discounts"), default=ZERO)
    shipping_total: "models.DecimalField[Decimal, Decimal]" = amount_field(verbose_name=_("delivery"), default=ZERO)
    duty_total: "models.DecimalField[Decimal, Decimal]" = amount_field(verbose_name=_("duties"), default=ZERO)
    tip_total: "models.DecimalField[Decimal, Decimal]" = amount_field(verbose_name=_("tips"), default=ZERO)
    fee_total: "models.DecimalField[Decimal, Decimal]" = amount_field(verbose_name=_("fees"), default=ZERO)
    rounding_total: "models.DecimalField[Decimal, Decimal]" = amount_field(verbose_name=_("rounding"), default=ZERO)
    tax_total: "models.DecimalField[Decimal, Decimal]" = amount_field(verbose_name=_("tax"), default=ZERO)
    total: "models.DecimalField[Decimal, Decimal]" = amount_field(verbose_name=_("total"))
    identity_difference: "models.DecimalField[Decimal, Decimal]" = amount_field(
        verbose_name=_("difference"), default=ZERO
    )
    buyer_currency = currency_field(verbose_name=_("buyer's currency"), blank=True)
    buyer_total = models.DecimalField(
        _("total in the buyer's currency"), max_digits=18, decimal_places=4, null=True, blank=True
    )

    language = models.CharField(_("language"), max_length=2)
    email = models.CharField(_("e-mail"), max_length=254, blank=True)
    phone = models.CharField(_("phone"), max_length=40, blank=True)
    delivery_method = models.CharField(_("delivery method"), max_length=200, blank=True)
    pickup_point = models.CharField(_("pick-up point"), max_length=60, blank=True)
    note = models.TextField(_("note of the buyer"), blank=True)
    locations = models.JSONField(_("served from"), null=True, blank=True)

    money = MoneyOf("total")
    objects = ScopedQuerySet.as_manager()

    if TYPE_CHECKING:
        company_id: int
        branch_id: int | None
        sales_channel_id: int
        customer_id: int

    class Meta:
        verbose_name = _("order")
        verbose_name_plural = _("orders")
        ordering = ("-pk",)
        constraints = (
            ORDER_FLOW.check("order_status_known"),
            models.UniqueConstraint(fields=("source", "source_ref"), name="order_once"),
            models.UniqueConstraint(fields=("company", "number"), name="order_number_once"),
            models.CheckConstraint(name="order_payment_known", condition=Q(payment_status__in=PaymentStatus.values)),
            models.CheckConstraint(name="order_terms_known", condition=Q(payment_terms__in=Terms.values)),
            models.CheckConstraint(name="order_holds_known", condition=Q(holds__contained_by=Hold.values)),
            models.CheckConstraint(name="order_held_has_reason", condition=~Q(status="held") | ~Q(holds=[])),
            models.CheckConstraint(name="order_source_filled", condition=~Q(source="") & ~Q(source_ref="")),
            models.CheckConstraint(name="order_currency_code", condition=Q(currency__regex=r"^[A-Z]{3}$")),
            models.CheckConstraint(name="order_language_known", condition=Q(language__in=["pl", "en"])),
            models.CheckConstraint(
                name="order_buyer_money_whole",
                condition=Q(buyer_currency="", buyer_total=None)
                | Q(buyer_currency__regex=r"^[A-Z]{3}$", buyer_total__isnull=False),
            ),
            models.CheckConstraint(
                name="order_total_follows",
                condition=Q(prices_include_tax=True, total=BEFORE_TAX + F("identity_difference"))
                | Q(prices_include_tax=False, total=BEFORE_TAX + F("tax_total") + F("identity_difference")),
            ),
            models.CheckConstraint(name="order_parcels_fit", condition=Q(parcels_arrived__lte=F("parcels_sent"))),
            models.CheckConstraint(
                name="order_cancelled_has_time", condition=~Q(status="cancelled") | Q(cancelled_at__isnull=False)
            ),
        )
        indexes = (
            models.Index(fields=("-placed_at", "-id"), name="order_newest"),
            models.Index(fields=("company", "-placed_at", "-id"), name="order_by_day"),
            models.Index(fields=("company", "status", "-placed_at", "-id"), name="order_by_status"),
            models.Index(
                fields=("company", "-placed_at", "-id"), name="order_open_by_day", condition=Q(status__in=OPEN)
            ),
            models.Index(fields=("company", "-placed_at", "-id"), name="order_short_by_day", condition=Q(short=True)),
            models.Index(fields=("company", "source_number"), name="order_by_source_number"),
            models.Index(fields=("company", "email"), name="order_by_email", condition=~Q(email="")),
        )

    def __str__(self) -> str:
        return self.number

    @property
    def hold_reason(self) -> str:
        """Why it is held, in the reader's language; empty when it isn't."""
        return "; ".join([*(str(Hold(hold).label) for hold in self.holds), *filter(None, [self.hold_note])])
