"""Carrier accounts, delivery methods, labels and tracking reports."""

from django.db import models
from django.db.models import Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from erp.carriers.states import LABEL_FLOW, LabelStatus, Tracking
from erp.foundation.accounts.scoping import Scope, ScopedQuerySet
from erp.foundation.history import tracked
from erp.foundation.money import amount_field, currency_field
from erp.foundation.organisation.models import Company
from erp.foundation.refs import HasRef, Ref
from erp.foundation.secrets import EncryptedTextField, HoldsSecrets


@tracked(exclude=["tracking_cursor", "tracked_at"])
class CarrierAccount(HasRef, HoldsSecrets, models.Model):
    """A contract with a carrier; ``settings`` are the adapter's own words."""

    scope = Scope(view="carriers.view")

    company = models.ForeignKey(Company, models.PROTECT, verbose_name=_("company"))
    carrier = models.CharField(_("carrier"), max_length=30)
    name = models.CharField(_("name"), max_length=80)
    settings = models.JSONField(_("settings"), default=dict, blank=True)
    token = EncryptedTextField(_("token"))
    active = models.BooleanField(_("in use"), default=True)
    problem = models.CharField(_("problem"), max_length=200, blank=True)
    tracking_cursor = models.CharField(max_length=100, blank=True)
    tracked_at = models.DateTimeField(_("asked about parcels"), null=True)

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("carrier account")
        verbose_name_plural = _("carrier accounts")
        constraints = (models.UniqueConstraint(fields=("company", "name"), name="carrier_account_name_once"),)

    def __str__(self) -> str:
        return self.name


class MethodKind(models.TextChoices):
    COURIER = "courier", _("courier")
    LOCKER = "locker", _("parcel locker")
    PICKUP = "pickup", _("pick-up at the shop")


@tracked()
class DeliveryMethod(HasRef, models.Model):
    """
    A way a customer can have goods delivered.

    ``channel_titles`` are the names under which channels sell it; the first method whose title an order names is
    taken, else the company's default.
    """

    scope = Scope(view="carriers.view")

    company = models.ForeignKey(Company, models.PROTECT, related_name="delivery_methods", verbose_name=_("company"))
    code = models.CharField(_("code"), max_length=30)
    name_pl = models.CharField(_("name in Polish"), max_length=80)
    name_en = models.CharField(_("name in English"), max_length=80)
    kind = models.CharField(_("kind"), max_length=10, choices=MethodKind)
    account = models.ForeignKey(CarrierAccount, models.PROTECT, null=True, blank=True, verbose_name=_("carrier"))
    service = models.CharField(_("service"), max_length=40, blank=True)
    cash_on_delivery = models.BooleanField(_("cash on delivery"), default=False)
    price = amount_field(verbose_name=_("price"))
    currency = currency_field()
    channel_titles = models.JSONField(_("names in shops"), default=list, blank=True)
    is_default = models.BooleanField(_("taken when nothing else fits"), default=False)
    active = models.BooleanField(_("in use"), default=True)

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("delivery method")
        verbose_name_plural = _("delivery methods")
        ordering = ("company", "code")
        constraints = (
            models.UniqueConstraint(fields=("company", "code"), name="delivery_method_code_once"),
            models.UniqueConstraint(
                fields=("company",), name="delivery_method_default_once", condition=Q(is_default=True)
            ),
            models.CheckConstraint(name="delivery_method_kind", condition=Q(kind__in=MethodKind.values)),
            models.CheckConstraint(
                name="delivery_method_needs_carrier", condition=Q(kind="pickup") | Q(account__isnull=False)
            ),
        )

    def __str__(self) -> str:
        return self.name_pl if get_language() == "pl" else self.name_en


@tracked(exclude=["request"])
class Label(HasRef, models.Model):
    """
    A label for one record of an upper app (a shipment), and where its parcel is.

    ``request`` holds what the label is asked for; personal data in it is removed with the order's. ``attempt``
    is part of the reference towards the carrier: a failed or cancelled label is asked for again under a new one.
    """

    scope = Scope(view="shipping.view")

    company = models.ForeignKey(Company, models.PROTECT, verbose_name=_("company"))
    account = models.ForeignKey(CarrierAccount, models.PROTECT, verbose_name=_("carrier"))
    owner_kind = models.CharField(max_length=60)
    owner_key = models.CharField(max_length=60)
    attempt = models.PositiveSmallIntegerField(default=1)
    request = models.JSONField()
    status = LABEL_FLOW.column(default=LabelStatus.ASKED)
    reason = models.CharField(_("reason"), max_length=300, blank=True)
    remote_id = models.CharField(max_length=100, blank=True)
    tracking_number = models.CharField(_("tracking number"), max_length=60, blank=True)
    tracking_url = models.URLField(max_length=300, blank=True)
    tracking = models.CharField(_("parcel"), max_length=20, choices=Tracking, blank=True)
    cost = amount_field(verbose_name=_("cost"), null=True)
    currency = currency_field(blank=True)
    asked_at = models.DateTimeField(_("asked"))
    bought_at = models.DateTimeField(_("bought"), null=True)

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("label")
        verbose_name_plural = _("labels")
        constraints = (
            models.UniqueConstraint(fields=("owner_kind", "owner_key", "attempt"), name="label_attempt_once"),
            models.UniqueConstraint(
                fields=("owner_kind", "owner_key"),
                name="label_open_once",
                condition=Q(status__in=["asked", "bought"]),
            ),
            models.UniqueConstraint(
                fields=("account", "tracking_number"), name="label_tracking_once", condition=~Q(tracking_number="")
            ),
            models.CheckConstraint(
                name="label_bought_has_number",
                condition=~Q(status="bought") | (~Q(tracking_number="") & Q(bought_at__isnull=False)),
            ),
            LABEL_FLOW.check("label_status"),
        )

    def __str__(self) -> str:
        return self.tracking_number or f"{self.owner} ({self.attempt})"

    @property
    def owner(self) -> Ref:
        return Ref(self.owner_kind, self.owner_key)

    @property
    def reference(self) -> str:
        """Our name of the label at the carrier: the same for each repetition, a new one for a new attempt."""
        return f"{self.owner_kind}-{self.owner_key}/{self.attempt}"


class TrackingReport(models.Model):
    """What a carrier said of a parcel; a report is kept once, in whatever order it came."""

    scope = Scope(view="shipping.view", company="label__company")

    label = models.ForeignKey(Label, models.CASCADE, related_name="reports", verbose_name=_("label"))
    remote_id = models.CharField(max_length=80)
    status = models.CharField(_("parcel"), max_length=20, choices=Tracking)
    at = models.DateTimeField(_("when"))
    note = models.CharField(_("note"), max_length=200, blank=True)

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("tracking report")
        verbose_name_plural = _("tracking reports")
        ordering = ("at", "pk")
        constraints = (models.UniqueConstraint(fields=("label", "remote_id"), name="tracking_report_once"),)

    def __str__(self) -> str:
        return f"{self.status} {self.at:%Y-%m-%d %H:%M}"
