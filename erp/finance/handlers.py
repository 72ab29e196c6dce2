"""What the books do when something happened below, and who may open the files of invoices."""

from erp.documents.services import register_owner_check
from erp.finance import queries, services
from erp.finance.models import Invoice
from erp.finance.services import retrying
from erp.foundation import clock
from erp.foundation.accounts import scoping
from erp.foundation.actor import Actor
from erp.foundation.events.registry import Delivered, handles
from erp.foundation.refs import Ref, ref_of
from erp.inventory.events import StockValued
from erp.orders.events import OrderCancelled, OrderCompleted, OrderShipped, RefundRecorded
from erp.orders.models import Order
from erp.payments.events import TenderPaid, TenderRefunded


def may_open_invoice(actor: Actor, key: str) -> bool:
    """Whoever sees the invoice and reads personal data: the file names the buyer."""
    invoice = Invoice.objects.visible_to(actor).filter(pk=key).first() if key.isdecimal() else None
    return invoice is not None and scoping.reads(actor, "personal", company=invoice.company_id)


register_owner_check(Invoice._meta.label_lower, may_open_invoice)


@handles(StockValued, name="finance.post_stock")
def post_stock(fact: StockValued, delivered: Delivered) -> None:
    """The value of goods that came or went."""
    services.post_stock(
        origin=Ref(fact.origin_kind, fact.origin_key), purpose=fact.purpose, actor=delivered.actor, at=clock.now()
    )


@handles(OrderShipped, name="finance.invoice_shipment")
def invoice_shipment(fact: OrderShipped, delivered: Delivered) -> None:
    """What left is billed."""
    shipment = Ref(fact.shipment_kind, fact.shipment_key)
    retrying.bill(order_id=fact.order_id, origin=shipment, sold_at=delivered.at, actor=delivered.actor, at=clock.now())


@handles(OrderCompleted, name="finance.invoice_rest")
def invoice_rest(fact: OrderCompleted, delivered: Delivered) -> None:
    """What need not be shipped (downloads, gift cards) is billed when the order is complete."""
    order = ref_of(Order, fact.order_id)
    retrying.bill(order_id=fact.order_id, origin=order, sold_at=delivered.at, actor=delivered.actor, at=clock.now())


@handles(OrderCancelled, name="finance.correct_cancelled")
def correct_cancelled(fact: OrderCancelled, delivered: Delivered) -> None:
    """What was billed of an order of which nothing will ship is taken back."""
    if queries.invoices_of(fact.order_id).exists():
        order = Order.objects.get(pk=fact.order_id)
        services.correct_invoices(
            order_id=order.pk, origin=order.ref, reason=order.cancel_reason, actor=delivered.actor, at=clock.now()
        )


@handles(RefundRecorded, name="finance.correct_refunded")
def correct_refunded(fact: RefundRecorded, delivered: Delivered) -> None:
    """What was refunded of something billed is credited."""
    retrying.credit(refund_id=fact.refund_id, actor=delivered.actor, at=clock.now())


@handles(TenderPaid, name="finance.post_payment")
def post_payment(fact: TenderPaid, delivered: Delivered) -> None:
    """Money came in."""
    retrying.take_over_payment(tender_id=fact.tender_id, actor=delivered.actor, at=clock.now())


@handles(TenderRefunded, name="finance.post_money_back")
def post_money_back(fact: TenderRefunded, delivered: Delivered) -> None:
    """Money went back."""
    retrying.take_over_money_back(refund_id=fact.refund_id, actor=delivered.actor, at=clock.now())
