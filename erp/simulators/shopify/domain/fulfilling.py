"""Sending goods: fulfilments out of fulfilment orders, their tracking, their way to the buyer, and taking one back."""

from collections.abc import Sequence

from erp.simulators.shopify.domain import orders, stock
from erp.simulators.shopify.state import times
from erp.simulators.shopify.state.refusals import Refused
from erp.simulators.shopify.state.store import Doc
from erp.simulators.shopify.state.world import World

MAXIMUM_LINES = 512


def fulfil(world: World, wanted: dict[int, dict[int, int] | None], tracking: Sequence[Doc]) -> tuple[Doc, Doc]:
    """
    Send lines: {fulfilment order: {its line: quantity}}, None meaning all that is left. Return (order, fulfilment).

    :raises Refused: if a fulfilment order is closed, of another order or location, or has less than asked.
    """
    with world.store.transaction():
        found = [orders.order_of(world, "FulfillmentOrder", each) for each in wanted]
        doc = found[0] if found else None
        if doc is None or any(each is None or each["id"] != doc["id"] for each in found):
            raise Refused("Fulfillment order does not exist.", code="NOT_FOUND", field=["fulfillment"])
        chosen = [orders.part(doc, "fulfillmentOrders", each) for each in wanted]
        if len({each["locationId"] for each in chosen}) > 1:
            raise Refused("All fulfillment orders must be assigned to the same location.", field=["fulfillment"])
        sent: dict[int, int] = {}
        for each in chosen:
            for line, quantity in _take(each, wanted[each["id"]]).items():
                sent[line] = sent.get(line, 0) + quantity
        fulfillment = _add_fulfillment(world, doc, chosen[0]["locationId"], sent, tracking)
        orders.save_order(world, doc, _topic(doc))
    return doc, fulfillment


def _topic(doc: Doc) -> str:
    left = sum(part["remainingQuantity"] for each in doc["fulfillmentOrders"] for part in each["lineItems"])
    return "orders/partially_fulfilled" if left else "orders/fulfilled"


def _take(fulfillment_order: Doc, lines: dict[int, int] | None) -> dict[int, int]:
    if fulfillment_order["status"] not in ("OPEN", "IN_PROGRESS"):
        raise Refused(
            f"Fulfillment order {fulfillment_order['id']} has an unfulfillable status="
            f" {fulfillment_order['status'].lower()}."
        )
    parts = {each["id"]: each for each in fulfillment_order["lineItems"]}
    if lines is None:
        lines = {key: each["remainingQuantity"] for key, each in parts.items() if each["remainingQuantity"]}
    if len(lines) > MAXIMUM_LINES:
        raise Refused(f"At most {MAXIMUM_LINES} lines can be fulfilled in a call", field=["fulfillment"])
    sent = {}
    for key, quantity in lines.items():
        if key not in parts:
            raise Refused("Fulfillment order line item does not exist.", code="NOT_FOUND", field=["fulfillment"])
        if not 0 < quantity <= parts[key]["remainingQuantity"]:
            raise Refused("Invalid fulfillment order line item quantity requested.", field=["fulfillment"])
        parts[key]["remainingQuantity"] -= quantity
        sent[parts[key]["lineItem"]] = quantity
    settle(fulfillment_order)
    return sent


def settle(fulfillment_order: Doc) -> None:
    """Write the status that follows from what is left to send."""
    left = sum(each["remainingQuantity"] for each in fulfillment_order["lineItems"])
    whole = sum(each["totalQuantity"] for each in fulfillment_order["lineItems"])
    if fulfillment_order["status"] != "CANCELLED":
        fulfillment_order["status"] = "CLOSED" if not left else "OPEN" if left == whole else "IN_PROGRESS"
    fulfillment_order["updatedAt"] = times.now()


def _add_fulfillment(world: World, doc: Doc, location: int, sent: dict[int, int], tracking: Sequence[Doc]) -> Doc:
    at = times.now()
    for line_id, quantity in sent.items():
        item = orders.part(doc, "lineItems", line_id)["itemId"]
        if item:
            stock.move(world, item, location, {"committed": -quantity})
    fulfillment: Doc = {
        "id": orders.new_part(world, doc, "Fulfillment"), "name": f"{doc['name']}.{len(doc['fulfillments']) + 1}",
        "status": "SUCCESS", "displayStatus": "FULFILLED", "locationId": location, "trackingInfo": list(tracking),
        "createdAt": at, "updatedAt": at, "events": [],
        "fulfillmentLineItems": [
            {"id": world.store.new_id("FulfillmentLineItem"), "lineItem": line, "quantity": quantity} for line,
            quantity in sent.items()
        ],
    }  # fmt: skip
    doc["fulfillments"].append(fulfillment)
    return fulfillment


def _with_fulfillment(world: World, fulfillment_id: int) -> tuple[Doc, Doc]:
    doc = orders.order_of(world, "Fulfillment", fulfillment_id)
    if doc is None:
        raise Refused("Fulfillment does not exist.", code="NOT_FOUND", field=["id"])
    return doc, orders.part(doc, "fulfillments", fulfillment_id)


def change_tracking(world: World, fulfillment_id: int, tracking: Sequence[Doc]) -> tuple[Doc, Doc]:
    """
    Replace the tracking of a fulfilment.

    :raises Refused: if it does not exist or is cancelled.
    """
    with world.store.transaction():
        doc, fulfillment = _with_fulfillment(world, fulfillment_id)
        if fulfillment["status"] == "CANCELLED":
            raise Refused("Fulfillment is cancelled.", field=["fulfillmentId"])
        fulfillment |= {"trackingInfo": list(tracking), "updatedAt": times.now()}
        orders.save_order(world, doc)
    return doc, fulfillment


def cancel_fulfillment(world: World, fulfillment_id: int) -> tuple[Doc, Doc]:
    """
    Take a fulfilment back: its goods are committed again.

    :raises Refused: if it does not exist or is cancelled already.
    """
    with world.store.transaction():
        doc, fulfillment = _with_fulfillment(world, fulfillment_id)
        if fulfillment["status"] == "CANCELLED":
            raise Refused("Fulfillment is already cancelled.", field=["id"])
        fulfillment |= {"status": "CANCELLED", "displayStatus": "CANCELED", "updatedAt": times.now()}
        for sent in fulfillment["fulfillmentLineItems"]:
            item = orders.part(doc, "lineItems", sent["lineItem"])["itemId"]
            if item:
                stock.move(world, item, fulfillment["locationId"], {"committed": sent["quantity"]})
            _give_back(doc, fulfillment["locationId"], sent["lineItem"], sent["quantity"])
        orders.save_order(world, doc)
    return doc, fulfillment


def _give_back(doc: Doc, location: int, line_id: int, quantity: int) -> None:
    for each in doc["fulfillmentOrders"]:
        for part in each["lineItems"]:
            room = part["totalQuantity"] - part["remainingQuantity"]
            if each["locationId"] == location and part["lineItem"] == line_id and room:
                back = min(room, quantity)
                part["remainingQuantity"] += back
                quantity -= back
                each["status"] = "OPEN"
                settle(each)


def add_event(world: World, given: Doc, fulfillment_id: int) -> Doc:
    """
    Note what happened to a parcel on its way.

    :raises Refused: if the fulfilment does not exist.
    """
    with world.store.transaction():
        doc, fulfillment = _with_fulfillment(world, fulfillment_id)
        at = times.now()
        event = {"id": world.store.new_id("FulfillmentEvent"), "createdAt": at, "happenedAt": at} | given
        fulfillment["events"].append(event)
        fulfillment |= {"displayStatus": event["status"], "updatedAt": at}
        if event["status"] == "DELIVERED":
            fulfillment["deliveredAt"] = event["happenedAt"]
        orders.save_order(world, doc)
    return event
