"""Telling Shopify that goods left: a fulfilment with its tracking number, made once."""

from typing import Any

from erp.sync.channels.shopify.client import ShopifyClient
from erp.sync.protocol import Gone, Terminal, TrackingWrite

_OPEN = {"OPEN", "IN_PROGRESS", "SCHEDULED"}


def push_tracking(client: ShopifyClient, write: TrackingWrite) -> None:
    """
    Fulfil the written quantities, over as many fulfilment orders as they lie in. Of what the buyer cancelled there
    after it had left here, there is nothing to fulfil; the rest is told with the tracking number all the same.

    There is no idempotency key for fulfilments, so what stands there is read first: a fulfilment with our tracking
    number is ours.

    :raises Gone: when the order is not there. :raises Terminal: when the shop has nothing left to fulfil.
    """
    order = client.send("fulfilments", id=write.order)["order"]
    if order is None:
        raise Gone("The shop has no such order.")
    if any(_carries(fulfilment, write.tracking_number) for fulfilment in order["fulfillments"]):
        return
    parts = _parts(_open_orders(client, order["fulfillmentOrders"]), write)
    tracking = {"number": write.tracking_number, "company": write.carrier}
    if write.tracking_url:
        tracking["url"] = write.tracking_url
    fulfilment = {"notifyCustomer": write.notify, "trackingInfo": tracking, "lineItemsByFulfillmentOrder": parts}
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


def _open_orders(client: ShopifyClient, orders: Any) -> list[Any]:
    """The open fulfilment orders with all their lines, each read to its end."""
    found = [node for node in orders["nodes"] if node["status"] in _OPEN]
    for node in found:
        lines = node["lineItems"]
        while lines["pageInfo"]["hasNextPage"]:
            more = client.send("fulfilment_lines", id=node["id"], after=lines["pageInfo"]["endCursor"])
            page = more["fulfillmentOrder"]["lineItems"]
            lines["nodes"].extend(page["nodes"])
            lines["pageInfo"] = page["pageInfo"]
    return found


def _parts(orders: list[Any], write: TrackingWrite) -> list[dict[str, Any]]:
    """What to fulfil of each; one that is sent whole is named without its lines, as it may have too many."""
    left = dict(write.lines)
    parts: list[dict[str, Any]] = []
    for node in orders:
        lines = []
        for line in node["lineItems"]["nodes"]:
            count = min(left.get(line["lineItem"]["id"], 0), line["remainingQuantity"])
            if count > 0:
                lines.append({"id": line["id"], "quantity": count})
                left[line["lineItem"]["id"]] -= count
        whole = sum(line["quantity"] for line in lines) == sum(
            line["remainingQuantity"] for line in node["lineItems"]["nodes"]
        )
        if lines:
            parts.append({"fulfillmentOrderId": node["id"]} | ({} if whole else {"fulfillmentOrderLineItems": lines}))
    if not parts:
        raise Terminal("The shop has nothing left to fulfil of what was shipped.")
    return parts
