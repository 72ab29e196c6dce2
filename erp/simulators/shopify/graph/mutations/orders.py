"""Orders: cancel, update, mark as paid, refund; tags; and fulfilments."""

from decimal import Decimal
from typing import Any

from erp.simulators.shopify.domain import (
    cancelling,
    catalogue,
    customers,
    editing,
    fulfilling,
    orders,
    paying,
    refunding,
)
from erp.simulators.shopify.graph.call import Call, loader
from erp.simulators.shopify.graph.mutations.frame import mutation
from erp.simulators.shopify.state import gids
from erp.simulators.shopify.state.refusals import Refused
from erp.simulators.shopify.state.store import Doc


@loader("Job")
def load_job(call: Call, number: int) -> Doc | None:
    """Return a job, whose id is a UUID in the vendor's shop and a number here; it is done at once."""
    known = call.world.store.value("SELECT last FROM counters WHERE kind = 'Job'")
    return {"__typename": "Job", "id": number, "done": True} if known and number <= known else None


@mutation("orderCancel", errors="orderCancelUserErrors")
def cancel(call: Call, arguments: Doc) -> Doc:
    """Cancel an order."""
    method = arguments.get("refundMethod") or {}
    refund = bool(arguments.get("refund") or method.get("originalPaymentMethodsRefund"))
    if method.get("storeCreditRefund") is not None:
        raise Refused("The simulator has no store credit", field=["refundMethod", "storeCreditRefund"])
    number = gids.number(arguments["orderId"], "Order")
    if orders.order(call.world, number) is None:
        raise Refused("Order does not exist", code="NOT_FOUND", field=["orderId"])
    cancelling.cancel_order(
        call.world,
        number,
        reason=arguments["reason"],
        restock=arguments["restock"],
        refund=refund,
        note=arguments.get("staffNote"),
    )
    return {"job": {"id": call.world.store.new_id("Job"), "done": False}}


@mutation("orderUpdate", coded=False)
def update(call: Call, arguments: Doc) -> Doc:
    """Change what is neither goods nor money."""
    given = arguments["input"]
    doc = orders.get_order(call.world, gids.number(given["id"], "Order"))
    editing.change_details(call.world, doc, given)
    orders.save_order(call.world, doc)
    return {"order": doc["id"]}


@mutation("orderMarkAsPaid", coded=False)
def mark_as_paid(call: Call, arguments: Doc) -> Doc:
    """Receive what is outstanding."""
    number = gids.number(arguments["input"]["id"], "Order")
    return {"order": paying.pay_order(call.world, number)["id"]}


@mutation("refundCreate", coded=False)
def refund(call: Call, arguments: Doc) -> Doc:
    """Refund lines, shipping and money."""
    given = arguments["input"]
    number = gids.number(given["orderId"], "Order")
    doc = orders.get_order(call.world, number)
    _check_currency(doc, given)
    shipping = given.get("shipping") or {}
    if given.get("refundMethods"):
        raise Refused("The simulator has no store credit", field=["refundMethods"])
    wish = refunding.Wish(
        lines=[_refund_line(each) for each in given.get("refundLineItems") or []],
        shipping=Decimal(shipping["amount"]) if shipping.get("amount") else None,
        full_shipping=bool(shipping.get("fullRefund")),
        transactions=[_transaction(each) for each in given.get("transactions") or []],
        note=given.get("note"),
        over=bool(given.get("allowOverRefunding")),
    )
    _, made = refunding.refund_order(call.world, number, wish)
    return {"refund": made["id"], "order": number}


def _check_currency(doc: Doc, given: Doc) -> None:
    currency = given.get("currency")
    if currency is None and doc["currencyCode"] != doc["presentmentCurrencyCode"]:
        raise Refused("Currency is required for orders in another presentment currency", field=["currency"])
    if currency is not None and currency != doc["presentmentCurrencyCode"]:
        raise Refused("Currency must be the presentment currency of the order", field=["currency"])


def _refund_line(given: Doc) -> Doc:
    return {
        "lineItem": gids.number(given["lineItemId"], "LineItem"), "quantity": given["quantity"],
        "restockType": given.get("restockType") or "NO_RESTOCK",
        "location": gids.number(given["locationId"], "Location") if given.get("locationId") else None,
    }  # fmt: skip


def _transaction(given: Doc) -> Doc:
    if given["kind"] != "REFUND":
        raise Refused("Transaction kind must be REFUND", field=["transactions", "kind"])
    parent = given.get("parentId")
    return {
        "amount": given["amount"],
        "gateway": given["gateway"],
        "parent": gids.number(parent, "OrderTransaction") if parent else None,
    }


def _retag(call: Call, arguments: Doc, change: Any) -> Doc:
    kind, text = gids.split(arguments["id"])
    number, world = int(text), call.world
    wanted = [each.strip() for each in arguments["tags"] if each.strip()]
    if kind == "Order":
        order = orders.get_order(world, number)
        order["tags"] = change(order["tags"], wanted)
        orders.save_order(world, order)
    elif kind == "Product" and (product := catalogue.product(world, number)):
        product["tags"] = change(product["tags"], wanted)
        catalogue.save_product(world, product)
        catalogue.announce(world, number, created=False)
    elif kind == "Customer" and (customer := customers.customer(world, number)):
        customers.save_customer(world, {"tags": change(customer["tags"], wanted)}, customer)
    else:
        raise Refused("The object does not exist", field=["id"])
    call.forget()
    return {"node": call.load(kind, number)}


@mutation("tagsAdd", coded=False)
def add_tags(call: Call, arguments: Doc) -> Doc:
    """Add tags to an order, a product or a customer."""
    return _retag(call, arguments, lambda old, new: sorted({*old, *new}))


@mutation("tagsRemove", coded=False)
def remove_tags(call: Call, arguments: Doc) -> Doc:
    """Remove tags from an order, a product or a customer."""
    return _retag(call, arguments, lambda old, new: [each for each in old if each not in new])


def tracking(given: Doc | None) -> list[Doc]:
    """Return the tracking entries of an input with one number or several."""
    if not given:
        return []
    numbers = given.get("numbers") or ([given["number"]] if given.get("number") else [])
    urls = given.get("urls") or ([given["url"]] if given.get("url") else [])
    return [
        {"company": given.get("company"), "number": number, "url": urls[index] if index < len(urls) else None}
        for index, number in enumerate(numbers)
    ]


@mutation("fulfillmentCreate", coded=False)
def create_fulfillment(call: Call, arguments: Doc) -> Doc:
    """Send lines of fulfilment orders."""
    given = arguments["fulfillment"]
    wanted: dict[int, dict[int, int] | None] = {}
    for each in given["lineItemsByFulfillmentOrder"]:
        lines = each.get("fulfillmentOrderLineItems")
        wanted[gids.number(each["fulfillmentOrderId"], "FulfillmentOrder")] = (
            {gids.number(line["id"], "FulfillmentOrderLineItem"): line["quantity"] for line in lines} if lines else None
        )
    _, made = fulfilling.fulfil(call.world, wanted, tracking(given.get("trackingInfo")))
    return {"fulfillment": made["id"]}


@mutation("fulfillmentTrackingInfoUpdate", coded=False)
def update_tracking(call: Call, arguments: Doc) -> Doc:
    """Replace the tracking of a fulfilment."""
    number = gids.number(arguments["fulfillmentId"], "Fulfillment")
    _, made = fulfilling.change_tracking(call.world, number, tracking(arguments["trackingInfoInput"]))
    return {"fulfillment": made["id"]}


@mutation("fulfillmentCancel", coded=False)
def cancel_fulfillment(call: Call, arguments: Doc) -> Doc:
    """Take a fulfilment back."""
    _, made = fulfilling.cancel_fulfillment(call.world, gids.number(arguments["id"], "Fulfillment"))
    return {"fulfillment": made["id"]}


@mutation("fulfillmentEventCreate", coded=False)
def create_event(call: Call, arguments: Doc) -> Doc:
    """Note what happened to a parcel."""
    given = dict(arguments["fulfillmentEvent"])
    number = gids.number(given.pop("fulfillmentId"), "Fulfillment")
    return {"fulfillmentEvent": fulfilling.add_event(call.world, given, number)}
