"""Cancelling an order, for good."""

from erp.simulators.shopify.domain import orders, paying, refunding, totals
from erp.simulators.shopify.state import times
from erp.simulators.shopify.state.money import Amount
from erp.simulators.shopify.state.refusals import Refused
from erp.simulators.shopify.state.store import Doc
from erp.simulators.shopify.state.world import World

REASONS = ("CUSTOMER", "DECLINED", "FRAUD", "INVENTORY", "OTHER", "STAFF")


def cancel_order(
    world: World,
    order_id: int,
    *,
    reason: str = "CUSTOMER",
    restock: bool = True,
    refund: bool = True,
    note: str | None = None,
) -> Doc:
    """
    Cancel what is not sent: release the stock, give the money back, void what was only authorised.

    :raises Refused: if it is cancelled already or anything of it was sent.
    """
    if reason not in REASONS:
        raise Refused(f"reason is one of {', '.join(REASONS)}", field=["reason"])
    if note and len(note) > 255:
        raise Refused("Staff note is too long (maximum is 255 characters)", field=["staffNote"])
    with world.store.transaction():
        doc = orders.get_order(world, order_id)
        if doc["cancelledAt"]:
            raise Refused("Order has already been cancelled", field=["orderId"])
        if any(each["status"] == "SUCCESS" for each in doc["fulfillments"]):
            raise Refused("Cannot cancel an order that has fulfillments", field=["orderId"])
        doc |= {
            "cancelledAt": times.now(),
            "cancelReason": reason,
            "closedAt": times.now(),
            "cancellation": {"staffNote": note},
        }
        _take_all(world, doc, refund=refund, restock=restock)
        authorised = Amount.read(doc["totalCapturableSet"])
        if authorised:
            paying.add_transaction(world, doc, "VOID", authorised, doc["transactions"][0]["gateway"])
        for each in doc["fulfillmentOrders"]:
            each["status"] = "CANCELLED"
        totals.recount(doc)
        orders.save_order(world, doc, "orders/cancelled")
    return doc


def _take_all(world: World, doc: Doc, *, refund: bool, restock: bool) -> None:
    """Make the refund that a cancellation makes: every unit leaves the order, with the money or without."""
    kind = "CANCEL" if restock else "NO_RESTOCK"
    lines = [
        {"lineItem": line["id"], "quantity": line["refundableQuantity"], "restockType": kind}
        for line in doc["lineItems"]
        if line["refundableQuantity"]
    ]
    money_back = refunding.suggested_transactions(doc, Amount.read(doc["netPaymentSet"])) if refund else []
    orders.save_order(world, doc)
    changed, _ = refunding.refund_order(
        world,
        doc["id"],
        refunding.Wish(lines=lines, full_shipping=True, note="Order cancelled", transactions=money_back),
    )
    doc.clear()
    doc |= changed
