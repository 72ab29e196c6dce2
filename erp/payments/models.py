"""Tenders, refunds, and the counters that keep them consistent."""

from decimal import Decimal

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from erp.foundation.accounts.scoping import Scope, ScopedQuerySet
from erp.foundation.history import tracked
from erp.foundation.money import MoneyOf, amount_field, currency_field
from erp.foundation.organisation.models import Company
from erp.foundation.refs import HasRef, Ref
from erp.payments.states import REFUND_FLOW, TENDER_FLOW, RefundState, TenderState


class Method(models.TextChoices):
    """By what means a buyer pays."""

    CARD = "card", _("Card or wallet")
    TRANSFER = "transfer", _("Bank transfer")
    COD = "cod", _("Cash on delivery")
    GIFT_CARD = "gift_card", _("Gift card")
    STORE_CREDIT = "store_credit", _("Store credit")
    OTHER = "other", _("Other")


@tracked(exclude=("reference",))
class Tender(HasRef, models.Model):
    """A buyer's payment for a record (an order), as its source recorded it: (source, remote_id) stands once."""

    scope = Scope(view="payments.view")

    company = models.ForeignKey(Company, models.PROTECT, related_name="+", verbose_name=_("company"))
    owner_kind = models.CharField(max_length=60)
    owner_key = models.CharField(max_length=60)
    source = models.CharField(_("source"), max_length=60)
    remote_id = models.CharField(_("number there"), max_length=120)
    method = models.CharField(_("means of payment"), max_length=20, choices=Method)
    gateway = models.CharField(_("payment service"), max_length=60, blank=True)
    amount: "models.DecimalField[Decimal, Decimal]" = amount_field(verbose_name=_("amount"))
    currency = currency_field(verbose_name=_("currency"))
    state = models.CharField(_("state"), max_length=20, choices=TenderState.choices, default=TenderState.PENDING.value)
    reference = models.CharField(_("reference"), max_length=120, blank=True)
    at = models.DateTimeField(_("when"))

    money = MoneyOf("amount")
    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("payment")
        verbose_name_plural = _("payments")
        ordering = ("pk",)
        constraints = (
            TENDER_FLOW.check("tender_state_known"),
            models.UniqueConstraint(fields=("source", "remote_id"), name="tender_once"),
            models.CheckConstraint(name="tender_amount_positive", condition=Q(amount__gt=0)),
            models.CheckConstraint(name="tender_method_known", condition=Q(method__in=Method.values)),
            models.CheckConstraint(name="tender_currency_code", condition=Q(currency__regex=r"^[A-Z]{3}$")),
        )
        indexes = (models.Index(fields=("owner_kind", "owner_key"), name="tender_by_owner"),)

    def __str__(self) -> str:
        return f"{self.method} {self.amount} {self.currency}"

    @property
    def owner(self) -> Ref:
        return Ref(self.owner_kind, self.owner_key)


@tracked()
class TenderRefund(HasRef, models.Model):
    """Money given back for a record, through the tender it came by where that is known."""

    scope = Scope(view="payments.view")

    company = models.ForeignKey(Company, models.PROTECT, related_name="+", verbose_name=_("company"))
    tender = models.ForeignKey(Tender, models.PROTECT, null=True, blank=True, related_name="refunds")
    owner_kind = models.CharField(max_length=60)
    owner_key = models.CharField(max_length=60)
    source = models.CharField(_("source"), max_length=60)
    remote_id = models.CharField(_("number there"), max_length=120)
    amount: "models.DecimalField[Decimal, Decimal]" = amount_field(verbose_name=_("amount"))
    currency = currency_field(verbose_name=_("currency"))
    state = models.CharField(_("state"), max_length=20, choices=RefundState.choices, default=RefundState.PENDING.value)
    at = models.DateTimeField(_("when"))

    money = MoneyOf("amount")
    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("refund")
        verbose_name_plural = _("refunds")
        ordering = ("pk",)
        constraints = (
            REFUND_FLOW.check("tender_refund_state_known"),
            models.UniqueConstraint(fields=("source", "remote_id"), name="tender_refund_once"),
            models.CheckConstraint(name="tender_refund_amount_positive", condition=Q(amount__gt=0)),
            models.CheckConstraint(name="tender_refund_currency_code", condition=Q(currency__regex=r"^[A-Z]{3}$")),
        )
        indexes = (models.Index(fields=("owner_kind", "owner_key"), name="tender_refund_by_owner"),)

    def __str__(self) -> str:
        return f"{self.amount} {self.currency}"

    @property
    def owner(self) -> Ref:
        return Ref(self.owner_kind, self.owner_key)


class TenderBalance(models.Model):
    """
    What came in and went back for a record in a currency: the sums of paid tenders and done refunds.

    Written by triggers on both tables only. Its row is what two refunds at the same moment wait for each other on,
    and its CHECK is what refuses the second.
    """

    owner_kind = models.CharField(max_length=60)
    owner_key = models.CharField(max_length=60)
    currency = currency_field()
    paid: "models.DecimalField[Decimal, Decimal]" = amount_field(default=Decimal(0))
    refunded: "models.DecimalField[Decimal, Decimal]" = amount_field(default=Decimal(0))

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("owner_kind", "owner_key", "currency"), name="tender_balance_once"),
            models.CheckConstraint(
                name="tender_balance_refunds_within_paid", condition=Q(refunded__gte=0, refunded__lte=F("paid"))
            ),
        )

    def __str__(self) -> str:
        return f"{self.owner_kind}:{self.owner_key} {self.paid} - {self.refunded} {self.currency}"
