"""Where shipments are found: navigation, start page, timeline words, the order's panel."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from erp.fiscal import services as fiscal
from erp.foundation.accounts.scoping import visible
from erp.foundation.actor import Actor
from erp.foundation.web import nav, panels, start, subjects, timeline
from erp.shipping import queries
from erp.shipping.models import Shipment


def _waiting(actor: Actor) -> int:
    return visible(queries.waiting(), actor).count()


def _next(actor: Actor) -> Mapping[str, Any] | None:
    rows = list(visible(queries.waiting(), actor).select_related("order", "location", "method")[:8])
    return {"shipments": rows} if rows else None


nav.register(
    nav.NavItem(
        "shipping",
        _("Shipping"),
        "shipping:list",
        "truck-delivery",
        "shipping.view",
        counter=_waiting,
        group="goods",
        order=5,
    )
)
start.register(
    start.StartCard(
        "shipping.next",
        _("To pick and pack"),
        "shipping.pick",
        load=_next,
        template="shipping/staff/next.html",
        order=5,
    )
)
subjects.register(
    "shipping.shipment",
    subjects.Subject(
        _("Shipment"),
        "shipping:shipment",
        load=queries.visible_shipment,
        icon="truck-delivery",
        numbers=subjects.numbered(Shipment),
    ),
)
panels.register(
    "orders.order",
    panels.Panel("shipments", _("Shipments"), "shipping.view", "shipping/staff/panel.html", load=queries.order_panel),
)
panels.register(
    "orders.track",
    panels.Panel(
        "parcels", _("Parcels"), "shipping.track", "shipping/customer/parcels.html", load=queries.parcels_panel
    ),
)
timeline.register("shipping.ShipmentPlanned", _("Shipment planned"), icon="package")
timeline.register("shipping.ShipmentPacked", _("Packed"), icon="package")
timeline.register("shipping.ShipmentDispatched", _("Handed over to the carrier"), icon="truck-delivery", tone="good")
timeline.register("shipping.ShipmentDelivered", _("Delivered"), icon="circle-check", tone="good")
timeline.register("shipping.ShipmentCancelled", _("Shipment cancelled"), icon="circle-x")
timeline.register("carriers.LabelAsked", _("Label asked for"), icon="tag")
timeline.register("carriers.LabelBought", _("Label bought"), icon="tag", tone="good")
timeline.register("carriers.LabelFailed", _("The carrier refused the label"), icon="tag", tone="bad")
fiscal.register_kind("shipment", _("Shipments"))
