"""Shipments, their lines, and what ships without a hand."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from erp.carriers.models import DeliveryMethod
from erp.catalog.models import Variant
from erp.foundation.accounts.scoping import Scope, ScopedQuerySet
from erp.foundation.history import tracked
from erp.foundation.organisation.models import Company
from erp.foundation.quantity import quantity_field
from erp.foundation.refs import HasRef
from erp.inventory.models import Location
from erp.orders.models import Order, OrderLine
from erp.shipping.states import SHIPMENT_FLOW, ShipmentStatus


@tracked()
class ShippingRule(HasRef, models.Model):
    """How a warehouse ships: without a hand, or by people; and the parcel taken when nothing is known of the goods."""

    scope = Scope(view="shipping.view", branch="location__branch")

    company = models.ForeignKey(Company, models.PROTECT, verbose_name=_("company"))
    location = models.OneToOneField(Location, models.PROTECT, related_name="shipping_rule", verbose_name=_("warehouse"))
    automatic = models.BooleanField(
        _("ships by itself"), default=False, help_text=_("Orders are packed, labelled and handed over with no hand.")
    )
    phone = models.CharField(_("telephone"), max_length=30, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    box_length_mm = models.PositiveIntegerField(_("box, length (mm)"), default=300)
    box_width_mm = models.PositiveIntegerField(_("box, width (mm)"), default=200)
    box_height_mm = models.PositiveIntegerField(_("box, height (mm)"), default=150)
    box_weight_g = models.PositiveIntegerField(_("box, weight (g)"), default=150)

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("shipping rule")
        verbose_name_plural = _("shipping rules")

    def __str__(self) -> str:
        return str(self.location)


@tracked()
class Shipment(HasRef, models.Model):
    """What one warehouse sends for one order at one time."""

    scope = Scope(view="shipping.view", branch="location__branch", record="order")

    company = models.ForeignKey(Company, models.PROTECT, related_name="shipments", verbose_name=_("company"))
    order = models.ForeignKey(Order, models.PROTECT, related_name="shipments", verbose_name=_("order"))
    location = models.ForeignKey(Location, models.PROTECT, related_name="+", verbose_name=_("warehouse"))
    number = models.CharField(_("number"), max_length=40)
    method = models.ForeignKey(
        DeliveryMethod, models.PROTECT, null=True, related_name="+", verbose_name=_("delivery method")
    )
    status = SHIPMENT_FLOW.column(default=ShipmentStatus.PLANNED)
    automatic = models.BooleanField(_("by itself"), default=False)
    weight_g = models.PositiveIntegerField(_("weight (g)"), null=True)
    planned_at = models.DateTimeField(_("planned"))
    packed_at = models.DateTimeField(_("packed"), null=True)
    dispatched_at = models.DateTimeField(_("handed over"), null=True)
    delivered_at = models.DateTimeField(_("delivered"), null=True)

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("shipment")
        verbose_name_plural = _("shipments")
        constraints = (
            models.UniqueConstraint(fields=("company", "number"), name="shipment_number_once"),
            SHIPMENT_FLOW.check("shipment_status"),
            models.CheckConstraint(
                name="shipment_dispatched_has_time",
                condition=Q(dispatched_at__isnull=False)
                | ~Q(status__in=["dispatched", "delivered", "returned", "lost"]),
            ),
        )
        indexes = (
            models.Index(fields=["company", "-id"], name="shipment_newest"),
            models.Index(
                fields=["location", "id"],
                name="shipment_waiting",
                condition=Q(status__in=["planned", "picking", "packed"]),
            ),
        )

    def __str__(self) -> str:
        return self.number


class ShipmentLine(models.Model):
    """
    So much of a variant from one place for one line of the order.

    For a kit there is a line per component; ``per_unit`` says how much of it one unit of the order's line takes.
    """

    scope = Scope(
        view="shipping.view", company="shipment__company", branch="shipment__location__branch", record="shipment"
    )

    shipment = models.ForeignKey(Shipment, models.CASCADE, related_name="lines", verbose_name=_("shipment"))
    order_line = models.ForeignKey(OrderLine, models.PROTECT, related_name="shipment_lines", verbose_name=_("line"))
    variant = models.ForeignKey(Variant, models.PROTECT, related_name="+", verbose_name=_("product"))
    location = models.ForeignKey(Location, models.PROTECT, related_name="+", verbose_name=_("place"))
    quantity = quantity_field(verbose_name=_("quantity"))
    per_unit = quantity_field(default=1)
    picked = quantity_field(verbose_name=_("picked"), default=0)

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("shipment line")
        verbose_name_plural = _("shipment lines")
        constraints = (
            models.UniqueConstraint(
                fields=("shipment", "order_line", "variant", "location"), name="shipment_line_once"
            ),
            models.CheckConstraint(name="shipment_line_quantity", condition=Q(quantity__gt=0, per_unit__gt=0)),
            models.CheckConstraint(name="shipment_line_picked", condition=Q(picked__gte=0, picked__lte=F("quantity"))),
        )

    def __str__(self) -> str:
        return f"{self.quantity} × {self.variant_id}"
