"""Telling Shopify that goods left: a fulfilment with its tracking number, made once."""

from collections import defaultdict
from typing import Any

from erp.sync.channels.shopify.client import ShopifyClient
from erp.sync.protocol import Gone, Terminal, TrackingWrite

_OPEN = {"OPEN", "IN_PROGRESS", "SCHEDULED"}


def push_tracking(client: ShopifyClient, write: TrackingWrite) -> None:
    """
    Fulfil exactly the written quantities, over as many fulfilment orders as they lie in.

    There is no idempotency key for fulfilments, so what stands there is read first: a fulfilment with our tracking
    number is ours.

    :raises Gone: when the order is not there. :raises Terminal: when the shop has nothing left to fulfil.
    """
    order = client.send("fulfilments", id=write.order)["order"]
    if order is None:
        raise Gone("The shop has no such order.")
    if any(_carries(fulfilment, write.tracking_number) for fulfilment in order["fulfillments"]):
        return
    parts = _parts(order["fulfillmentOrders"], write)
    tracking = {"number": write.tracking_number, "company": write.carrier}
    if write.tracking_url:
        tracking["url"] = write.tracking_url
    fulfilment = {
        "notifyCustomer": write.notify,
        "trackingInfo": tracking,
        "lineItemsByFulfillmentOrder": [
            {
                "fulfillmentOrderId": order_id,
                "fulfillmentOrderLineItems": [{"id": line, "quantity": count} for line, count in lines],
            }
            for order_id, lines in parts.items()
        ],
    }
    _payload, errors = client.mutate("create_fulfilment", "fulfillmentCreate", fulfillment=fulfilment)
    if errors and not _stands(client, write):
        raise Terminal("The shop refuses the fulfilment: " + "; ".join(error["message"] for error in errors))


def _stands(client: ShopifyClient, write: TrackingWrite) -> bool:
    """Whether the fulfilment is there after all: another attempt of ours, whose end nobody heard of, made it."""
    order = client.send("fulfilments", id=write.order)["order"]
    return order is not None and any(_carries(item, write.tracking_number) for item in order["fulfillments"])


def _carries(fulfilment: Any, number: str) -> bool:
    numbers = {info["number"] for info in fulfilment["trackingInfo"]}
    return fulfilment["status"] != "CANCELLED" and number in numbers


def _parts(orders: Any, write: TrackingWrite) -> dict[str, list[tuple[str, int]]]:
    left = dict(write.lines)
    parts: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for node in orders["nodes"]:
        if node["status"] not in _OPEN:
            continue
        for line in node["lineItems"]["nodes"]:
            count = min(left.get(line["lineItem"]["id"], 0), line["remainingQuantity"])
            if count > 0:
                parts[node["id"]].append((line["id"], count))
                left[line["lineItem"]["id"]] -= count
    if any(left.values()):
        raise Terminal("The shop has less left to fulfil than was shipped.")
    return parts
