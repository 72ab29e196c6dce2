"""Connections to channels, their locations and the budgets of their APIs."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from erp.foundation.accounts.scoping import Scope, ScopedQuerySet
from erp.foundation.history import tracked
from erp.foundation.organisation.models import Company, SalesChannel
from erp.foundation.refs import HasRef
from erp.foundation.secrets import EncryptedTextField, HoldsSecrets
from erp.inventory.models import Location
from erp.sync.states import ACCOUNT_FLOW, AccountStatus


@tracked(exclude=["orders_since", "polled_at", "reconciled_at", "problem"])
class ChannelAccount(HasRef, HoldsSecrets, models.Model):
    """
    A shop at a channel.

    ``settings`` are the adapter's own words (address, API version) and our policy (buffer, cap, share).
    ``orders_since`` is the cursor of polling: everything the shop changed up to then has been asked for.
    ``previous_webhook_secret`` is accepted beside the present one while it rotates.
    """

    scope = Scope(view="sync.view")

    company = models.ForeignKey(Company, models.PROTECT, related_name="channel_accounts", verbose_name=_("company"))
    sales_channel = models.ForeignKey(SalesChannel, models.PROTECT, related_name="+", verbose_name=_("sales channel"))
    channel = models.CharField(_("channel"), max_length=20)
    name = models.CharField(_("name"), max_length=80)
    settings = models.JSONField(_("settings"), default=dict, blank=True)
    access_token = EncryptedTextField(_("access token"), blank=True)
    webhook_secret = EncryptedTextField(_("secret of the webhooks"), blank=True)
    previous_webhook_secret = EncryptedTextField(_("former secret of the webhooks"), blank=True)
    status = ACCOUNT_FLOW.column(default=AccountStatus.CONNECTING)
    problem = models.CharField(_("problem"), max_length=300, blank=True)
    orders_since = models.DateTimeField(null=True)
    polled_at = models.DateTimeField(_("asked for orders"), null=True)
    reconciled_at = models.DateTimeField(_("compared"), null=True)
    connected_at = models.DateTimeField(_("connected"), null=True)

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("channel")
        verbose_name_plural = _("channels")
        ordering = ("company", "name")
        constraints = (
            models.UniqueConstraint(fields=("company", "name"), name="channel_account_name_once"),
            ACCOUNT_FLOW.check("channel_account_status"),
        )

    def __str__(self) -> str:
        return self.name

    @property
    def source(self) -> str:
        """The account as orders and customers name it: ``shopify:3``."""
        return f"{self.channel}:{self.pk}"


@tracked()
class AccountLocation(models.Model):
    """A place the shop knows, and the warehouse whose stock it shows; one that isn't mapped is left alone."""

    scope = Scope(view="sync.view", company="account__company")

    account = models.ForeignKey(ChannelAccount, models.CASCADE, related_name="locations", verbose_name=_("channel"))
    remote_id = models.CharField(max_length=120)
    name = models.CharField(_("name in the shop"), max_length=120)
    warehouse = models.ForeignKey(Location, models.PROTECT, null=True, related_name="+", verbose_name=_("warehouse"))

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("place of the shop")
        verbose_name_plural = _("places of the shop")
        constraints = (
            models.UniqueConstraint(fields=("account", "remote_id"), name="account_location_once"),
            models.UniqueConstraint(
                fields=("account", "warehouse"), name="account_warehouse_once", condition=Q(warehouse__isnull=False)
            ),
        )

    def __str__(self) -> str:
        return self.name


class Budget(models.Model):
    """
    What a channel's API still allows an account, shared by all workers and kept over restarts.

    ``available`` is as of ``as_of`` and grows by ``per_second`` up to ``maximum``, in the channel's own unit
    (points at Shopify). Learnt from the channel's answers.
    """

    account = models.OneToOneField(ChannelAccount, models.CASCADE, primary_key=True, related_name="budget")
    available = models.DecimalField(max_digits=12, decimal_places=2)
    maximum = models.DecimalField(max_digits=12, decimal_places=2)
    per_second = models.DecimalField(max_digits=12, decimal_places=2)
    as_of = models.DateTimeField()
    blocked_until = models.DateTimeField(null=True)
    calls = models.BigIntegerField(default=0)
    throttled = models.BigIntegerField(default=0)

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="budget_within", condition=Q(available__lte=F("maximum"), maximum__gt=0, per_second__gt=0)
            ),
        )

    def __str__(self) -> str:
        return f"{self.available} / {self.maximum}"


class Refusal(models.Model):
    """How many messages were refused on a day and why: nothing of them is kept."""

    account = models.ForeignKey(ChannelAccount, models.CASCADE, null=True, related_name="refusals")
    reason = models.CharField(max_length=30)
    on = models.DateField()
    count = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("account", "reason", "on"), name="refusal_once_a_day", nulls_distinct=False
            ),
        )

    def __str__(self) -> str:
        return f"{self.reason} {self.on}: {self.count}"
