"""Reading invoices."""

from datetime import datetime

from django.db.models import QuerySet

from erp.finance.models import Invoice, InvoiceKind, InvoiceLine
from erp.foundation.events.models import Event
from erp.foundation.refs import Ref
from erp.orders.events import OrderShipped
from erp.orders.models import Order, OrderRefund


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


def shipments_of(order: Order) -> dict[Ref, datetime]:
    """The shipments that took goods of an order away and when, newest first, as the order's own facts tell."""
    facts = Event.objects.filter(
        name=OrderShipped.fact_name, subjects__kind=order.ref.kind, subjects__key=order.ref.key
    ).order_by("-id")
    return {Ref(data["shipment_kind"], data["shipment_key"]): at for data, at in facts.values_list("data", "at")}


def cause_to_bill(order: Order) -> tuple[Ref, datetime | None]:
    """
    What an invoice made later on is for, and when it happened: the newest shipment that no invoice names, or the
    order itself.
    """
    billed = set(Invoice.objects.filter(order=order).values_list("origin_kind", "origin_key"))
    for shipment, at in shipments_of(order).items():
        if tuple(shipment) not in billed:
            return shipment, at
    return order.ref, None
