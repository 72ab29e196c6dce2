"""Transactions of an order: sale, authorisation, capture, refund, void."""

from decimal import Decimal

from erp.simulators.shopify.domain import orders, totals
from erp.simulators.shopify.state import times
from erp.simulators.shopify.state.money import Amount
from erp.simulators.shopify.state.refusals import Refused
from erp.simulators.shopify.state.store import Doc
from erp.simulators.shopify.state.world import World

GATEWAYS = {
    "shopify_payments": "Shopify Payments",
    "gift_card": "Gift card",
    "manual": "Manual",
    "cash_on_delivery": "Cash on Delivery",
}


def add_transaction(
    world: World, doc: Doc, kind: str, amount: Amount, gateway: str, *, parent: int | None = None, at: str = ""
) -> Doc:
    """Append a successful transaction to an order in hand."""
    at = at or times.now()
    transaction: Doc = {
        "id": orders.new_part(world, doc, "OrderTransaction"), "kind": kind, "status": "SUCCESS", "gateway": gateway,
        "formattedGateway": GATEWAYS.get(gateway, gateway), "amountSet": amount.dump(totals.currencies(doc)),
        "parentTransaction": parent, "createdAt": at, "processedAt": at, "fees": [], "test": doc["test"],
        "paymentId": f"{doc['name']}.{len(doc['transactions']) + 1}",
    }  # fmt: skip
    doc["transactions"].append(transaction)
    return transaction


def take_payment(
    world: World, doc: Doc, *, status: str, gateway: str, gift_card: Amount, part: Amount, at: str
) -> None:
    """Book what the buyer paid at the checkout; the gift card is a tender of its own and comes first."""
    due = Amount.read(doc["totalPriceSet"])
    if status == "PENDING" or not due:
        return
    if status == "PARTIALLY_PAID":
        due = part
    if gift_card:
        first = Amount(min(gift_card.shop, due.shop), min(gift_card.buyer, due.buyer))
        add_transaction(world, doc, "SALE", first, "gift_card", at=at)
        due -= first
    if due:
        kind = "AUTHORIZATION" if status == "AUTHORIZED" else "SALE"
        add_transaction(world, doc, kind, due, gateway, at=at)


def pay_order(world: World, order_id: int, *, gateway: str = "manual", amount: str | None = None) -> Doc:
    """
    Receive what is outstanding, or a part of it in the buyer's currency; captures an authorisation if there is one.

    :raises Refused: if nothing is outstanding or the order is cancelled.
    """
    doc = orders.get_order(world, order_id)
    due = Amount.read(doc["totalOutstandingSet"])
    if doc["cancelledAt"] or due.buyer <= 0:
        raise Refused("Order cannot be marked as paid", field=["id"])
    if amount is not None:
        due = in_both(doc, amount)
    authorised = next((each for each in doc["transactions"] if each["kind"] == "AUTHORIZATION"), None)
    if authorised and Amount.read(doc["totalCapturableSet"]):
        add_transaction(world, doc, "CAPTURE", due, authorised["gateway"], parent=authorised["id"])
    else:
        add_transaction(world, doc, "SALE", due, gateway)
    totals.recount(doc)
    orders.save_order(world, doc, *(["orders/paid"] if doc["displayFinancialStatus"] == "PAID" else []))
    return doc


def in_both(doc: Doc, amount: str) -> Amount:
    """Return an amount of the buyer's currency in both, at the order's own rate."""
    buyer = Decimal(amount)
    if doc["currencyCode"] == doc["presentmentCurrencyCode"]:
        return Amount(buyer, buyer)
    whole = Amount.read(doc["totalPriceSet"])
    shop = whole.shop * buyer / whole.buyer if whole.buyer else Decimal(0)
    return Amount.read(Amount(shop, buyer).dump(totals.currencies(doc)))
