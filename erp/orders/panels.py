"""What orders shows on the pages of customers."""

from collections.abc import Mapping
from typing import Any

from django.db.models import Count, Sum
from django.utils.translation import gettext_lazy as _

from erp.crm import queries as crm
from erp.crm.models import Customer
from erp.foundation.actor import Actor
from erp.foundation.money import Money
from erp.foundation.refs import Ref
from erp.foundation.web import panels
from erp.orders.models import Order

NEWEST = 5


def _history(ref: Ref, actor: Actor) -> Mapping[str, Any] | None:
    """The newest orders of a customer, those merged into it included, and what they come to by currency."""
    customer = Customer.objects.visible_to(actor).filter(pk=ref.key).first()
    if customer is None:
        return None
    orders = Order.objects.visible_to(actor).filter(customer__in=crm.family(customer))
    sums = orders.exclude(status="cancelled").order_by("currency").values("currency")
    spent = sums.annotate(total=Sum("total"), count=Count("pk"))
    return {
        "orders": list(orders.order_by("-placed_at", "-pk")[:NEWEST]),
        "spent": [(row["count"], Money(row["total"], row["currency"])) for row in spent],
        "customer": customer.pk,
    }


panels.register(
    "crm.customer",
    panels.Panel(
        "orders", _("Orders"), "orders.view", "orders/staff/customer_panel.html", load=_history, column="main"
    ),
)
