"""
What a customer sees by a signed link: where the order is, and the parcels. No signing in, and nothing else.

Upper apps add their part (tracking) as panels of the kind ``orders.track``, asked with the link as the actor.
"""

from typing import Any, ClassVar
from zoneinfo import ZoneInfo

from django.http import HttpRequest, HttpResponse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views import View

from erp.foundation import clock
from erp.foundation.accounts import links, scoping
from erp.foundation.actor import Actor
from erp.foundation.errors import NotFound
from erp.foundation.web import failures, panels, rendering
from erp.orders import queries
from erp.orders.models import Order
from erp.orders.states import OrderStatus, PaymentStatus, Terms

TRACK = "orders.track"
HEADERS = {
    "X-Robots-Tag": "noindex, nofollow, noarchive",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "private, no-store",
}
_PAID = (PaymentStatus.PAID, PaymentStatus.PART_REFUNDED, PaymentStatus.REFUNDED)


class TrackOrder(View):
    """The page behind a customer's link. A wrong, changed or old link is 404, like an order that isn't there."""

    public: ClassVar[bool] = True

    def get(self, request: HttpRequest, token: str) -> HttpResponse:
        try:
            order, actor = _open(token)
        except NotFound as error:
            response = failures.page(request, 404, reason=str(error))
        else:
            with translation.override(order.language), timezone.override(ZoneInfo(order.company.time_zone)):
                response = rendering.render_page(request, "orders/customer/track.html", _context(order, actor))
        for name, value in HEADERS.items():
            response[name] = value
        return response


def _open(token: str) -> tuple[Order, Actor]:
    actor = links.read(token, at=clock.now())
    order = queries.with_parts(scoping.visible(Order.objects.all(), actor, permission=TRACK)).first()
    if order is None:
        raise NotFound
    return order, actor


def _context(order: Order, actor: Actor) -> dict[str, Any]:
    lines = [line for line in order.lines.all() if line.requires_shipping]
    loaded = (
        (panel, panel.load(order.ref, actor))
        for panel in panels.of(TRACK)
        if scoping.can(actor, panel.permission, order)
    )
    return {
        "number": order.source_number or order.number,
        "placed_at": order.placed_at,
        "cancelled": order.status == OrderStatus.CANCELLED,
        "steps": _steps(order),
        "wanted": sum(line.quantity - line.cancelled for line in lines),
        "sent": sum(line.shipped for line in lines),
        "parts": [(panel, context) for panel, context in loaded if context is not None],
    }


def _steps(order: Order) -> list[tuple[str, bool]]:
    """The road of an order in words, and which part of it is behind."""
    sent = order.parcels_sent > 0
    paid = order.payment_status in _PAID or order.payment_terms != Terms.PREPAID
    return [
        (_("Order received"), True),
        (_("Payment settled"), paid),
        (_("Parcel sent"), sent),
        (_("Delivered"), order.status == OrderStatus.COMPLETED and sent),
    ]
