"""Documents as the GraphQL types see them: references linked, currencies at hand, `__typename` set."""

import json
from typing import Any

from erp.simulators.shopify.domain import catalogue, customers, orders
from erp.simulators.shopify.graph.call import Call, loader
from erp.simulators.shopify.state.store import Doc


@loader("Order")
def load_order(call: Call, number: int) -> Doc | None:
    """Return an order with its parts pointing at each other."""
    doc = orders.order(call.world, number)
    return link_order(doc) if doc else None


def link_order(doc: Doc) -> Doc:
    """Replace ids inside an order by the things they name and give every part the order's currencies."""
    _set_currencies(doc, (doc["currencyCode"], doc["presentmentCurrencyCode"]))
    doc["__typename"] = "Order"
    lines = {each["id"]: each for each in doc["lineItems"]}
    transactions = {each["id"]: each for each in doc["transactions"]}
    shipping = {each["id"]: each for each in doc["shippingLines"]}
    for line in (*doc["lineItems"], *doc["shippingLines"]):
        line["order"] = doc
        for each in line["discountAllocations"]:
            each["discountApplication"] = doc["discountApplications"][each["index"]]
    for each in doc["transactions"]:
        each |= {"order": doc, "parentTransaction": transactions.get(each["parentTransaction"])}
    for each in doc["fulfillmentOrders"]:
        each |= {"order": doc, "__typename": "FulfillmentOrder"}
        _point(each["lineItems"], "lineItem", lines)
    for each in doc["fulfillments"]:
        each |= {"order": doc, "__typename": "Fulfillment"}
        _point(each["fulfillmentLineItems"], "lineItem", lines)
    for each in doc["refunds"]:
        each |= {"order": doc, "__typename": "Refund"}
        _point(each["refundLineItems"], "lineItem", lines)
        _point(each["refundShippingLines"], "shippingLine", shipping)
        each["transactions"] = [transactions[number] for number in each["transactions"]]
    return doc


def _point(parts: list[Doc], name: str, targets: dict[int, Doc]) -> None:
    for each in parts:
        each[name] = targets[each[name]]


def _set_currencies(node: Any, both: tuple[str, str]) -> None:
    if isinstance(node, dict):
        for value in node.values():
            if isinstance(value, (dict, list)):
                _set_currencies(value, both)
        node["_currencies"] = both
    else:
        for value in node:
            if isinstance(value, (dict, list)):
                _set_currencies(value, both)


def _load_part(call: Call, kind: str, name: str, number: int) -> Doc | None:
    owner = call.world.store.value("SELECT order_id FROM parts WHERE id = ? AND kind = ?", number, kind)
    doc = call.load("Order", owner) if owner else None
    parts: list[Doc] = doc[name] if doc else []
    return next((each for each in parts if each["id"] == number), None)


@loader("Fulfillment")
def load_fulfillment(call: Call, number: int) -> Doc | None:
    """Return a fulfilment inside its order."""
    return _load_part(call, "Fulfillment", "fulfillments", number)


@loader("FulfillmentOrder")
def load_fulfillment_order(call: Call, number: int) -> Doc | None:
    """Return a fulfilment order inside its order."""
    return _load_part(call, "FulfillmentOrder", "fulfillmentOrders", number)


@loader("Refund")
def load_refund(call: Call, number: int) -> Doc | None:
    """Return a refund inside its order."""
    return _load_part(call, "Refund", "refunds", number)


@loader("OrderTransaction")
def load_transaction(call: Call, number: int) -> Doc | None:
    """Return a transaction inside its order."""
    return _load_part(call, "OrderTransaction", "transactions", number)


@loader("Product")
def load_product(call: Call, number: int) -> Doc | None:
    """Return a product."""
    doc = catalogue.product(call.world, number)
    return doc | {"__typename": "Product"} if doc else None


@loader("ProductVariant")
def load_variant(call: Call, number: int) -> Doc | None:
    """Return a variant."""
    doc = catalogue.variant(call.world, number)
    return variant_view(doc) if doc else None


def variant_view(doc: Doc) -> Doc:
    """Return a variant with its product and item by number."""
    return doc | {"__typename": "ProductVariant", "product": doc["productId"], "inventoryItem": doc["itemId"]}


@loader("InventoryItem")
def load_item(call: Call, number: int) -> Doc | None:
    """Return an inventory item."""
    doc = catalogue.variant_of_item(call.world, number)
    return item_view(doc) if doc else None


def item_view(doc: Doc) -> Doc:
    """Return the inventory item of a variant."""
    item: Doc = doc["item"]
    return item | {
        "__typename": "InventoryItem", "sku": doc["sku"], "variantId": doc["id"], "unitCost": item.get("cost"),
        "measurement": {"id": doc["itemId"], "weight": item.get("weight")},
    }  # fmt: skip


@loader("Location")
def load_location(call: Call, number: int) -> Doc | None:
    """Return a location."""
    row = call.world.store.row("SELECT * FROM locations WHERE id = ?", number)
    return location_view(row) if row else None


def location_view(row: Any) -> Doc:
    """Return a location from its row."""
    doc: Doc = json.loads(row["doc"])
    doc |= {"__typename": "Location", "isActive": bool(row["active"]), "updatedAt": doc["createdAt"], "address": doc}
    return doc


@loader("Customer")
def load_customer(call: Call, number: int) -> Doc | None:
    """Return a customer."""
    doc = customers.customer(call.world, number)
    return doc | {"__typename": "Customer"} if doc else None


@loader("InventoryLevel")
def load_level(call: Call, number: int) -> Doc | None:
    """Return a stock level."""
    row = call.world.store.row("SELECT *, on_hand FROM levels WHERE id = ?", number)
    return level_view(row) if row else None


def level_view(row: Any) -> Doc:
    """Return a level from its row."""
    doc = dict(row)
    return doc | {"__typename": "InventoryLevel", "item": doc["item_id"], "location": doc["location_id"]}


@loader("WebhookSubscription")
def load_subscription(call: Call, number: int) -> Doc | None:
    """Return a webhook subscription."""
    found = call.world.store.value("SELECT doc FROM subscriptions WHERE id = ?", number)
    return {"__typename": "WebhookSubscription", **json.loads(found)} if found else None
