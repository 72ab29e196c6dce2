"""The list of shipments."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from erp.foundation.actor import Actor
from erp.foundation.errors import BusinessError
from erp.foundation.web.lists import (
    BulkAction,
    Choice,
    Column,
    DateRange,
    Empty,
    ListPage,
    Outcome,
    Preview,
    View,
)
from erp.shipping import services
from erp.shipping.models import Shipment
from erp.shipping.states import ShipmentStatus

TONES = {
    ShipmentStatus.PLANNED: "warn",
    ShipmentStatus.PICKING: "info",
    ShipmentStatus.PACKED: "info",
    ShipmentStatus.DISPATCHED: "accent",
    ShipmentStatus.DELIVERED: "good",
    ShipmentStatus.RETURNED: "bad",
    ShipmentStatus.LOST: "bad",
    ShipmentStatus.CANCELLED: "",
}


def preview_dispatch(rows: Sequence[Shipment], actor: Actor) -> Preview:
    """Only packed shipments leave."""
    packed = [row for row in rows if row.status == ShipmentStatus.PACKED]
    skipped = [(row.number, gettext("is not packed")) for row in rows if row.status != ShipmentStatus.PACKED]
    return Preview(len(packed), skipped=skipped)


def run_dispatch(keys: Sequence[Any], actor: Actor, at: datetime) -> Outcome:
    """Each by itself: one without a label doesn't keep the others."""
    done, failed = 0, []
    for shipment in Shipment.objects.visible_to(actor).filter(pk__in=keys, status=ShipmentStatus.PACKED):
        try:
            services.dispatch_shipment(shipment_id=shipment.pk, actor=actor, at=at)
            done += 1
        except BusinessError as error:
            failed.append((shipment.number, str(error)))
    return Outcome(done, failed=failed)


def _order_url(shipment: Shipment) -> str:
    return reverse("orders:order", args=[shipment.order_id])


class ShipmentList(ListPage):
    """Shipments of the branches one works in, newest first."""

    permission = "shipping.view"
    name = "shipping.shipments"
    title = _("Shipments")
    sort = "-planned"
    columns = (
        Column("number", _("Shipment"), "code", value="number", main=True),
        Column(
            "order",
            _("Order"),
            "code",
            value="order.number",
            url=lambda row: reverse("orders:order", args=[row.order_id]),
        ),
        Column("status", _("Status"), "pill", value="get_status_display", tone=lambda row: TONES[row.status]),
        Column("location", _("Warehouse"), value="location.name"),
        Column("method", _("Delivery"), value=lambda row: str(row.method) if row.method else ""),
        Column("planned", _("Planned"), "moment", value="planned_at", sort="planned_at"),
        Column("dispatched", _("Handed over"), "moment", value="dispatched_at"),
    )
    filters = (
        Choice("status", _("Status"), ShipmentStatus.choices),
        DateRange("planned", _("Planned"), path="planned_at"),
    )
    search_fields = ("number__istartswith", "order__number__iexact")
    views = (View(_("To pick"), "status=planned"), View(_("To hand over"), "status=packed"))
    bulk_actions = (
        BulkAction(
            "dispatch",
            _("Hand over"),
            "shipping.dispatch",
            preview=preview_dispatch,
            run=run_dispatch,
            icon="truck-delivery",
        ),
    )
    empty = Empty(_("No shipments yet"), _("A shipment is planned as soon as an order may ship."), "truck-delivery")

    def rows(self) -> "QuerySet[Shipment]":
        return Shipment.objects.visible_to(self.actor).select_related("order", "location", "method")

    def row_url(self, row: Shipment) -> str:
        return reverse("shipping:shipment", args=[row.pk])
