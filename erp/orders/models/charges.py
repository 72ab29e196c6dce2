"""What stands beside the goods: charges and addresses, frozen as the buyer saw them."""

from decimal import Decimal

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from erp.foundation.accounts.scoping import Scope, ScopedQuerySet
from erp.foundation.db import AppendOnly
from erp.foundation.money import amount_field
from erp.orders.models.orders import ZERO, Order


class Charge(models.TextChoices):
    """What a charge is for; the values are those of :class:`erp.orders.drafts.ChargeKind`."""

    SHIPPING = "shipping", _("Delivery")
    TIP = "tip", _("Tip")
    DUTY = "duty", _("Duty")
    FEE = "fee", _("Fee")
    ROUNDING = "rounding", _("Rounding")


class OrderCharge(AppendOnly):
    """Shipping, a tip, a duty, a fee or cash rounding; ``amount`` is before ``discount``. Rounding carries a sign."""

    scope = Scope(view="orders.view", company="order__company", branch="order__branch", record="order")

    order = models.ForeignKey(Order, models.PROTECT, related_name="charges", verbose_name=_("order"))
    kind = models.CharField(_("kind"), max_length=10, choices=Charge)
    title = models.CharField(_("title"), max_length=200)
    amount: "models.DecimalField[Decimal, Decimal]" = amount_field(verbose_name=_("amount"))
    discount: "models.DecimalField[Decimal, Decimal]" = amount_field(verbose_name=_("discount"), default=ZERO)
    tax_rate = models.DecimalField(_("tax rate"), max_digits=6, decimal_places=3, null=True, blank=True)
    tax: "models.DecimalField[Decimal, Decimal]" = amount_field(verbose_name=_("tax"), default=ZERO)
    source_ref = models.CharField(_("number at the source"), max_length=120, blank=True)

    objects = ScopedQuerySet.as_manager()

    class Meta(AppendOnly.Meta):
        verbose_name = _("charge")
        verbose_name_plural = _("charges")
        ordering = ("order", "pk")
        constraints = (models.CheckConstraint(name="order_charge_kind_known", condition=Q(kind__in=Charge.values)),)

    def __str__(self) -> str:
        return self.title

    @property
    def net(self) -> Decimal:
        """After what was taken off it."""
        return self.amount - self.discount


class AddressKind(models.TextChoices):
    """What an address of an order is for."""

    SHIPPING = "shipping", _("Delivery")
    BILLING = "billing", _("Billing")


class OrderAddress(models.Model):
    """An address of an order, as typed by the buyer. It belongs to this order alone; the customer's own may change."""

    scope = Scope(view="orders.view", company="order__company", branch="order__branch", record="order")
    field_rules = dict.fromkeys(("name", "firm", "street", "street2", "phone"), "personal")

    order = models.ForeignKey(Order, models.PROTECT, related_name="addresses", verbose_name=_("order"), db_index=False)
    kind = models.CharField(_("kind"), max_length=10, choices=AddressKind)
    name = models.CharField(_("name"), max_length=200, blank=True)
    firm = models.CharField(_("firm"), max_length=200, blank=True)
    street = models.CharField(_("street and number"), max_length=200, blank=True)
    street2 = models.CharField(_("second line"), max_length=200, blank=True)
    city = models.CharField(_("city"), max_length=100, blank=True)
    postcode = models.CharField(_("postal code"), max_length=20, blank=True)
    region = models.CharField(_("region"), max_length=100, blank=True)
    country = models.CharField(_("country"), max_length=2, blank=True)
    phone = models.CharField(_("phone"), max_length=40, blank=True)

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("address of an order")
        verbose_name_plural = _("addresses of orders")
        constraints = (
            models.UniqueConstraint(fields=("order", "kind"), name="order_address_once"),
            models.CheckConstraint(name="order_address_kind_known", condition=Q(kind__in=AddressKind.values)),
        )

    def __str__(self) -> str:
        return ", ".join(part for part in (self.street, self.postcode, self.city, self.country) if part)

    @property
    def parts(self) -> list[str]:
        """The lines of the address as one writes it on a parcel, without the country; what is empty is left out."""
        town = " ".join(part for part in (self.postcode, self.city) if part)
        return [line for line in (self.firm, self.name, self.street, self.street2, town, self.region) if line]
