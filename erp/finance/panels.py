"""What the books show on the page of an order."""

from collections.abc import Mapping
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from erp.finance import queries
from erp.finance.models import Invoice
from erp.foundation.accounts import scoping
from erp.foundation.actor import Actor
from erp.foundation.money import Money
from erp.foundation.refs import Ref
from erp.foundation.web import panels
from erp.orders import queries as orders_read


def _money(ref: Ref, actor: Actor) -> Mapping[str, Any] | None:
    """Invoices, what is owed, and what the goods cost; cost and margin only for who reads them."""
    order = orders_read.order_of(ref)
    if order is None:
        return None
    invoices = [
        (invoice.number, reverse("finance:invoice", args=[invoice.pk]), invoice.money)
        for invoice in Invoice.objects.visible_to(actor).filter(order=order).order_by("pk")
    ]
    owed, _in_books = queries.receivable(ref, order.currency)
    reads = {rule: scoping.reads(actor, rule, company=order.company_id) for rule in ("cost", "margin")}
    cost, net = queries.cost_and_sales(order) if any(reads.values()) else (None, None)
    if not invoices and not owed and not cost:
        return None
    return {
        "invoices": invoices,
        "owed": Money(owed, order.currency),
        "cost": cost if reads["cost"] else None,
        "margin": net - cost if reads["margin"] and net is not None and cost is not None else None,
        "masked": not all(reads.values()),
    }


panels.register(
    "orders.order",
    panels.Panel(
        "finance",
        _("Invoices and result"),
        "finance.view_invoices",
        "finance/staff/order_panel.html",
        load=_money,
        live_topic="orders.order:{key}",
    ),
)
