"""Reading invoices."""

from django.db.models import F, Q, QuerySet

from erp.finance.models import Invoice, InvoiceKind, InvoiceLine
from erp.foundation.refs import Ref
from erp.orders.models import Order, OrderLine, OrderRefund
from erp.orders.states import OrderStatus


def invoice_for(order_id: int, origin: Ref) -> Invoice | None:
    """The invoice that a shipment (or the order's completion) caused."""
    rows = Invoice.objects.filter(order_id=order_id, kind=InvoiceKind.INVOICE)
    return rows.filter(origin_kind=origin.kind, origin_key=origin.key).first()


def invoices_of(order_id: int) -> "QuerySet[Invoice]":
    """All invoices and corrections of an order, oldest first."""
    return Invoice.objects.filter(order_id=order_id).order_by("pk")


def lines_of_order(order_id: int) -> "QuerySet[InvoiceLine]":
    """What stands on an order's invoices and corrections, with these."""
    return InvoiceLine.objects.filter(invoice__order_id=order_id).select_related("invoice").order_by("invoice", "pk")


def correctable(invoice_ids: list[int]) -> list[Invoice]:
    """The invoices of these keys, newest first: a correction goes to the newest that has what it takes back."""
    return list(Invoice.objects.filter(pk__in=invoice_ids).order_by("-pk"))


def refund_for(refund_id: int) -> OrderRefund | None:
    """A refund by its key."""
    return OrderRefund.objects.filter(pk=refund_id).first()


def invoices_to_make(limit: int) -> list[int]:
    """
    Orders of which something left, or that are completed, with units that stand on no invoice; longest waiting first.

    What their facts should have caused; the sweep tries them again.
    """
    unbilled = OrderLine.objects.filter(
        Q(requires_shipping=True, shipped__gt=F("invoiced"))
        | Q(
            requires_shipping=False,
            order__status=OrderStatus.COMPLETED,
            quantity__gt=F("invoiced") + F("cancelled") + F("to_cancel"),
        )
    )
    orders = Order.objects.filter(pk__in=unbilled.values("order_id")).order_by("pk")
    return list(orders.values_list("pk", flat=True)[:limit])
