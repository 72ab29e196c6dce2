"""Fields of what hangs on an order: fulfilment orders, fulfilments, refunds, addresses."""

import hashlib
import json
from typing import Any

from erp.simulators.shopify.graph.call import Call
from erp.simulators.shopify.graph.order_fields import plain
from erp.simulators.shopify.graph.paging import connect_list
from erp.simulators.shopify.graph.resolving import field
from erp.simulators.shopify.state import gids
from erp.simulators.shopify.state.store import Doc

ACTIONS = {"OPEN": ["CREATE_FULFILLMENT", "HOLD", "MOVE"], "IN_PROGRESS": ["CREATE_FULFILLMENT"]}

plain("FulfillmentOrder.orderId", lambda source: gids.gid("Order", source["order"]["id"]))
plain("FulfillmentOrder.orderName", lambda source: source["order"]["name"])
plain("FulfillmentOrder.orderProcessedAt", lambda source: source["order"]["processedAt"])
plain(
    "FulfillmentOrder.supportedActions", lambda source: [{"action": each} for each in ACTIONS.get(source["status"], [])]
)
plain(
    "FulfillmentOrder.deliveryMethod",
    lambda source: {"id": source["id"], "methodType": "SHIPPING", "serviceCode": _code(source)},
)
plain("FulfillmentOrderLineItem.sku", lambda source: source["lineItem"]["sku"])
plain("FulfillmentOrderLineItem.productTitle", lambda source: source["lineItem"]["title"])
plain("FulfillmentOrderLineItem.variantTitle", lambda source: source["lineItem"]["variantTitle"])
plain("FulfillmentOrderLineItem.vendor", lambda source: source["lineItem"]["vendor"])
plain("FulfillmentOrderLineItem.weight", lambda source: source["lineItem"]["weight"])
plain("Fulfillment.totalQuantity", lambda source: sum(each["quantity"] for each in source["fulfillmentLineItems"]))
plain(
    "MailingAddress.formattedArea",
    lambda source: ", ".join(each for each in (source["city"], source["country"]) if each),
)


def _code(source: Doc) -> str | None:
    lines = source["order"]["shippingLines"]
    return lines[0]["code"] if lines else None


def formatted(source: Doc) -> list[str]:
    """Return an address line by line."""
    area = " ".join(each for each in (source.get("zip"), source.get("city")) if each)
    return [each for each in (source.get("address1"), source.get("address2"), area, source.get("country")) if each]


plain("MailingAddress.formatted", formatted)


@field("FulfillmentOrder.assignedLocation")
def assigned_location(source: Doc, call: Call, arguments: Doc) -> Doc:
    """Return the location as it was assigned."""
    place = call.load("Location", source["locationId"]) or {}
    return place | {"location": source["locationId"]}


@field("FulfillmentOrder.destination")
def destination(source: Doc, call: Call, arguments: Doc) -> Doc | None:
    """Return the address it goes to."""
    address = source["order"]["shippingAddress"]
    return address | {"countryCode": address["countryCodeV2"], "email": source["order"]["email"]} if address else None


@field("FulfillmentOrder.fulfillments")
def fulfillments(source: Doc, call: Call, arguments: Doc) -> Any:
    """Return the fulfilments made out of this location's part."""
    return connect_list(
        [each for each in source["order"]["fulfillments"] if each["locationId"] == source["locationId"]], arguments
    )


@field("Fulfillment.fulfillmentOrders")
def orders_of_fulfillment(source: Doc, call: Call, arguments: Doc) -> Any:
    """Return the fulfilment orders of the same location."""
    return connect_list(
        [each for each in source["order"]["fulfillmentOrders"] if each["locationId"] == source["locationId"]], arguments
    )


@field("Fulfillment.location", "RefundLineItem.location")
def location(source: Doc, call: Call, arguments: Doc) -> Doc | None:
    """Return the location by its number."""
    return call.load("Location", source["locationId"]) if source.get("locationId") else None


@field("FulfillmentOrderLineItem.variant")
def line_variant(source: Doc, call: Call, arguments: Doc) -> Doc | None:
    """Return the variant of the line."""
    return call.load("ProductVariant", source["lineItem"]["variant"]) if source["lineItem"]["variant"] else None


@field("FulfillmentOrderLineItem.inventoryItemId")
def line_item_id(source: Doc, call: Call, arguments: Doc) -> str | None:
    """Return the inventory item of the line."""
    item = source["lineItem"]["itemId"]
    return gids.gid("InventoryItem", item) if item else None


def metafield_view(row: Any) -> Doc:
    """Return a metafield from its row."""
    doc = dict(row)
    value = doc["value"]
    try:
        parsed = json.loads(value) if doc["type"] in ("json", "number_integer", "boolean", "number_decimal") else value
    except ValueError:
        parsed = value
    return doc | {
        "__typename": "Metafield", "createdAt": doc["created_at"], "updatedAt": doc["updated_at"], "jsonValue": parsed,
        "compareDigest": digest(value), "sizeInBytes": len(value.encode()), "ownerType": _owner_type(doc["owner_kind"]),
    }  # fmt: skip


def _owner_type(kind: str) -> str:
    return {"ProductVariant": "PRODUCTVARIANT"}.get(kind, kind.upper())


def digest(value: str) -> str:
    """Return the fingerprint used for compare-and-set."""
    return hashlib.sha256(value.encode()).hexdigest()
