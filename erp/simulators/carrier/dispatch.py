"""Dispatch orders: a van comes and takes parcels along."""

import json
import sqlite3
from typing import Any

from erp.simulators.carrier.carrier import Carrier
from erp.simulators.carrier.clock import HOUR, stamp
from erp.simulators.carrier.http.problems import FieldError, Problem, not_found, not_valid
from erp.simulators.carrier.journeys import take_leg
from erp.simulators.carrier.numbers import read_id, write_id
from erp.simulators.carrier.shipments import find_shipment
from erp.simulators.carrier.validation.collections import Collection

COLLECTED_AFTER = 2 * HOUR


def order_collection(carrier: Carrier, account: str, collection: Collection) -> tuple[sqlite3.Row, bool]:
    """
    Order a van, or find the order of the same reference and content.

    :returns: the order and whether it is new.
    :raises Problem: 409 reference_reused; 422 if a shipment can't be collected.
    """
    store = carrier.store
    content = json.dumps(collection, ensure_ascii=False, sort_keys=True)
    with store.transaction():
        same = store.row(
            "SELECT * FROM dispatch_order WHERE account = ? AND reference = ?", account, collection["reference"]
        )
        if same is not None:
            if same["content"] != content:
                raise Problem(409, "reference_reused", "This reference belongs to a dispatch order with other content")
            return same, False
        shipments = _collectable(carrier, account, collection["shipment_ids"])
        number = store.insert(
            "dispatch_order",
            account=account,
            reference=collection["reference"],
            content=content,
            status="accepted",
            due=carrier.clock.carrier() + COLLECTED_AFTER,
            created_at=carrier.clock.now_ms(),
        )
        for shipment in shipments:
            store.run("UPDATE shipment SET dispatch_order_id = ? WHERE id = ?", number, shipment["id"])
    carrier.wake()
    return find_dispatch_order(carrier, account, write_id("dsp", number)), True


def find_dispatch_order(carrier: Carrier, account: str, public_id: str) -> sqlite3.Row:
    """:raises Problem: not_found."""
    number = read_id("dsp", public_id, what="dispatch order")
    row = carrier.store.row("SELECT * FROM dispatch_order WHERE id = ? AND account = ?", number, account)
    if row is None:
        raise not_found("dispatch order")
    return row


def cancel_dispatch_order(carrier: Carrier, account: str, public_id: str) -> sqlite3.Row:
    """
    Call the van off and free its shipments; harmless to repeat.

    :raises Problem: 409 already_collected.
    """
    with carrier.store.transaction():
        order = find_dispatch_order(carrier, account, public_id)
        if order["status"] == "collected":
            raise Problem(409, "already_collected", "The van has been there")
        carrier.store.run("UPDATE dispatch_order SET status = 'cancelled' WHERE id = ?", order["id"])
        carrier.store.run("UPDATE shipment SET dispatch_order_id = NULL WHERE dispatch_order_id = ?", order["id"])
    return find_dispatch_order(carrier, account, public_id)


def collect(carrier: Carrier, order: sqlite3.Row) -> None:
    """The van was there: what waits in this order is collected. Inside the caller's transaction."""
    carrier.store.run("UPDATE dispatch_order SET status = 'collected' WHERE id = ?", order["id"])
    waiting = carrier.store.rows(
        "SELECT id FROM shipment WHERE dispatch_order_id = ? AND status = 'label_ready' ORDER BY id", order["id"]
    )
    for shipment in waiting:
        take_leg(carrier, shipment["id"], due=order["due"])


def dispatch_order_as_json(carrier: Carrier, row: sqlite3.Row) -> dict[str, Any]:
    collection: Collection = json.loads(row["content"])
    inside = carrier.store.rows("SELECT id FROM shipment WHERE dispatch_order_id = ? ORDER BY id", row["id"])
    return {
        "id": write_id("dsp", row["id"]),
        **collection,
        "status": row["status"],
        "shipment_ids": [write_id("shp", shipment["id"]) for shipment in inside],
        "created_at": stamp(row["created_at"]),
    }


def _collectable(carrier: Carrier, account: str, public_ids: list[str]) -> list[sqlite3.Row]:
    found, errors = [], []
    for i, public_id in enumerate(public_ids):
        pointer = f"/shipment_ids/{i}"
        try:
            shipment = find_shipment(carrier, account, public_id)
        except Problem:
            errors.append(FieldError(pointer, "shipment_unknown", "There is no such shipment"))
            continue
        handover = json.loads(shipment["content"])["handover"]
        if shipment["dispatch_order_id"] is not None:
            errors.append(FieldError(pointer, "shipment_in_other_order", "The shipment is in another dispatch order"))
        elif shipment["status"] != "label_ready" or handover != "collection":
            errors.append(
                FieldError(
                    pointer, "shipment_not_ready", f"The shipment is {shipment['status']}, handed over by {handover}"
                )
            )
        found.append(shipment)
    if errors:
        raise not_valid(errors)
    return found
