"""Reading shipments."""

from collections.abc import Mapping
from typing import Any

from django.db.models import QuerySet

from erp.carriers.models import Label
from erp.carriers.states import LabelStatus
from erp.foundation.accounts.scoping import visible
from erp.foundation.actor import Actor
from erp.foundation.refs import Ref
from erp.shipping.models import Shipment, ShipmentLine
from erp.shipping.states import WAITING


def waiting() -> "QuerySet[Shipment]":
    """What still has to be picked, packed or handed over, oldest first."""
    return Shipment.objects.filter(status__in=WAITING).order_by("pk")


def visible_shipment(actor: Actor, key: Any) -> Shipment | None:
    """A shipment with what its page shows, if the actor may see it."""
    rows = visible(Shipment.objects.select_related("order__customer", "company", "location", "method__account"), actor)
    return rows.filter(pk=key).first()


def lines_of(shipment: Shipment) -> list[ShipmentLine]:
    """The lines with products and places, in the order of the way through the warehouse."""
    rows = shipment.lines.select_related("variant__product", "location", "order_line")
    return list(rows.order_by("location__sequence", "location__code", "pk"))


def labels_of(shipment: Shipment) -> list[Label]:
    """All labels that were ever asked for, the newest first, with what carriers reported."""
    rows = Label.objects.filter(owner_kind=shipment.ref.kind, owner_key=shipment.ref.key)
    return list(rows.prefetch_related("reports").order_by("-attempt"))


def order_panel(order: Ref, actor: Actor) -> Mapping[str, Any] | None:
    """An order's shipments with their labels, for the order's page."""
    shipments = list(
        visible(Shipment.objects.select_related("method", "location"), actor).filter(order_id=order.key).order_by("pk")
    )
    if not shipments:
        return None
    kind = shipments[0].ref.kind
    labels = Label.objects.filter(owner_kind=kind, owner_key__in=[row.ref.key for row in shipments]).order_by("attempt")
    newest = {label.owner_key: label for label in labels}
    return {"rows": [(shipment, newest.get(shipment.ref.key)) for shipment in shipments]}


def parcels_panel(order: Ref, _actor: Actor) -> Mapping[str, Any] | None:
    """
    The parcels of an order with their tracking numbers and newest report, for whoever holds its link.

    The page has asked already whether the link opens this order; it shows nothing of others.
    """
    shipments = {str(row.pk): row for row in Shipment.objects.filter(order_id=order.key).select_related("method")}
    labels = Label.objects.filter(
        owner_kind=Shipment._meta.label_lower, owner_key__in=shipments, status=LabelStatus.BOUGHT
    )
    rows = [
        (shipments[label.owner_key], label, max(label.reports.all(), key=lambda report: report.at, default=None))
        for label in labels.prefetch_related("reports").order_by("pk")
    ]
    return {"rows": rows} if rows else None
