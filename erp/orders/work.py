"""The exceptions of orders: how they are worded, and what mends them."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db.models import Count, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from erp.foundation.actor import Actor
from erp.foundation.refs import Ref
from erp.foundation.web import start
from erp.foundation.workqueue.kinds import Fix, WorkKind, register
from erp.orders import services
from erp.orders.models import Order
from erp.orders.states import OPEN, Hold, OrderStatus


def _url(about: Ref) -> str:
    return reverse("orders:order", args=[about.key])


def _match(*, about: Ref, actor: Actor, at: datetime) -> object:
    return services.match_lines(order_id=int(about.key), actor=actor, at=at)


def _lift(hold: Hold) -> "Fix":
    def mend(*, about: Ref, actor: Actor, at: datetime) -> object:
        return services.release_order(order_id=int(about.key), holds=[hold.value], actor=actor, at=at)

    return Fix("release", _("Ship as it is here"), mend, "orders.hold")


register(
    WorkKind(
        name="orders.unknown_sku",
        label=_("Product not known"),
        cause=_("Order %(number)s holds %(count)s lines with products that are not known here: %(skus)s."),
        proposal=_("Add the products with exactly these SKUs; the order goes on by itself."),
        permission="orders.view",
        url=_url,
        fixes=(Fix("match", _("Look again"), _match, "orders.hold"),),
    )
)
register(
    WorkKind(
        name="orders.total_differs",
        label=_("Total does not follow"),
        cause=_("The total of order %(number)s differs from its parts by %(difference)s."),
        proposal=_("Compare the order with the shop; its stock is reserved, its invoice is refused."),
        permission="orders.view",
        url=_url,
        fixes=(_lift(Hold.TOTAL_DIFFERS),),
    )
)
register(
    WorkKind(
        name="orders.changed_at_source",
        label=_("Order edited at the shop"),
        cause=_("Order %(number)s was edited at the shop after it came here; its total there is %(total)s now."),
        proposal=_("Look at the order in the shop. Cancel it here, or ship it as it was."),
        permission="orders.view",
        url=_url,
        fixes=(_lift(Hold.CHANGED_AT_SOURCE),),
    )
)
register(
    WorkKind(
        name="orders.refund_differs",
        label=_("Refund does not follow"),
        cause=_(
            "Refund %(refund)s of order %(number)s differs from its parts, or from what was paid, by %(difference)s."
        ),
        proposal=_("Compare the refund with the shop."),
        permission="orders.view",
        url=_url,
        fixes=(_lift(Hold.REFUND_DIFFERS),),
    )
)


def _waiting(actor: Actor) -> Mapping[str, Any]:
    """What of the orders needs a hand, each number with the list that shows exactly these."""
    counts = (
        Order.objects.visible_to(actor)
        .filter(status__in=OPEN)
        .aggregate(
            held=Count("pk", filter=Q(status=OrderStatus.HELD)),
            short=Count("pk", filter=Q(short=True)),
            unpaid=Count("pk", filter=Q(status=OrderStatus.NEW)),
            ready=Count("pk", filter=Q(ready_at__isnull=False)),
        )
    )
    base = reverse("orders:list")
    lines = (
        start.Work(counts["held"], _("Held, a person has to look"), f"{base}?status=held", tone="bad"),
        start.Work(counts["short"], _("Waiting for goods"), f"{base}?short=yes", tone="warn"),
        start.Work(counts["unpaid"], _("Waiting for payment"), f"{base}?status=new"),
        start.Work(counts["ready"], _("May ship"), f"{base}?status=confirmed&status=part_shipped&ready=yes"),
    )
    return {"work": [line for line in lines if line.count]}


start.register(start.StartCard("orders.waiting", _("Orders"), "orders.view", load=_waiting, order=20))
