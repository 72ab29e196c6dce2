"""Reading and writing orders; every write recounts, stamps updatedAt and tells the subscribers."""

import json
from typing import Any

from erp.simulators.shopify.domain import totals
from erp.simulators.shopify.state import times
from erp.simulators.shopify.state.money import Amount
from erp.simulators.shopify.state.refusals import Refused
from erp.simulators.shopify.state.store import Doc, dumps
from erp.simulators.shopify.state.world import World


def order(world: World, order_id: int) -> Doc | None:
    """Return an order's document as it is stored."""
    found = world.store.value("SELECT doc FROM orders WHERE id = ?", order_id)
    return json.loads(found) if found else None


def get_order(world: World, order_id: int) -> Doc:
    """
    Return an order's document.

    :raises Refused: if there is none.
    """
    found = order(world, order_id)
    if found is None:
        raise Refused("Order does not exist", code="NOT_FOUND", field=["id"])
    return found


def order_of(world: World, kind: str, part_id: int) -> Doc | None:
    """Return the order in which a fulfilment, refund, line ... lies."""
    owner = world.store.value("SELECT order_id FROM parts WHERE id = ? AND kind = ?", part_id, kind)
    return order(world, owner) if owner else None


def part(doc: Doc, name: str, part_id: int) -> Doc:
    """
    Return the entry of a list of the order.

    :raises Refused: if there is none.
    """
    for each in doc[name]:
        if each["id"] == part_id:
            found: Doc = each
            return found
    raise Refused(f"There is no such entry in {name}", code="NOT_FOUND")


def line(doc: Doc, given: Doc) -> Doc:
    """
    Return the line that a control request names: `line` (number or gid) or `sku`.

    :raises Refused: if there is none.
    """
    number = str(given.get("line", "")).rsplit("/", 1)[-1]
    for each in doc["lineItems"]:
        if str(each["id"]) == number or (each["sku"] and each["sku"] == given.get("sku")):
            found: Doc = each
            return found
    raise Refused("There is no such line", code="NOT_FOUND", field=["lines"])


def new_part(world: World, doc: Doc, kind: str) -> int:
    """Return an id for a part of the order, findable by `order_of`."""
    part_id = world.store.new_id(kind)
    world.store.write("INSERT INTO parts VALUES (?, ?, ?)", part_id, kind, doc["id"])
    return part_id


def insert_order(world: World, doc: Doc) -> None:
    """Write a new order."""
    totals.recount(doc)
    world.store.write("INSERT INTO orders VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)", *_row(doc))


def save_order(world: World, doc: Doc, *topics: str) -> None:
    """Write a changed order and fire the topics and orders/updated."""
    totals.recount(doc)
    doc["updatedAt"] = times.now()
    row = _row(doc)
    world.store.write(
        "UPDATE orders SET customer_id=?, email=?, created_at=?, updated_at=?, processed_at=?, cancelled_at=?,"
        " closed_at=?, financial=?, fulfillment=?, total_price=?, total=?, currency=?, tags=?,"
        " source_identifier=?, doc=? WHERE id=?",
        *row[3:], doc["id"],
    )  # fmt: skip
    for topic in (*topics, "orders/updated"):
        world.notify(world, topic, doc)


def _row(doc: Doc) -> tuple[Any, ...]:
    price = Amount.read(doc["totalPriceSet"]).shop
    return (
        doc["id"], doc["number"], doc["name"], doc["customer"], (doc["email"] or "").lower() or None,
        doc["createdAt"], doc["updatedAt"], doc["processedAt"], doc["cancelledAt"], doc["closedAt"],
        doc["displayFinancialStatus"], doc["displayFulfillmentStatus"], float(price), format(price, "f"),
        doc["currencyCode"],
        "," + ",".join(doc["tags"]).lower() + ",", doc["sourceIdentifier"], dumps(doc),
    )  # fmt: skip
