"""Shipments: made once per reference, read, cancelled before collection."""

import json
import sqlite3
from decimal import Decimal
from typing import Any

from erp.simulators.carrier.carrier import Carrier
from erp.simulators.carrier.clock import stamp
from erp.simulators.carrier.events import record_event
from erp.simulators.carrier.faults import LABEL_KINDS
from erp.simulators.carrier.http.problems import Problem, not_found
from erp.simulators.carrier.journeys import draw_plan
from erp.simulators.carrier.numbers import make_sscc, read_id, write_id
from erp.simulators.carrier.validation.services import charge
from erp.simulators.carrier.validation.shipments import Order


def create_shipment(carrier: Carrier, account: str, order: Order) -> tuple[sqlite3.Row, bool]:
    """
    Make a shipment, or find the one of the same reference and content.

    :returns: the shipment and whether it is new.
    :raises Problem: 409 reference_reused.
    """
    store = carrier.store
    content = json.dumps(order, ensure_ascii=False, sort_keys=True)
    with store.transaction():
        same = store.row("SELECT * FROM shipment WHERE account = ? AND reference = ?", account, order["reference"])
        if same is not None:
            if same["content"] != content:
                raise Problem(409, "reference_reused", "This reference belongs to a shipment with other content")
            return same, False
        never = carrier.faults.draw(LABEL_KINDS, method="POST", path="/v1/shipments", text=content)
        now = carrier.clock.now_ms()
        shipment_id = store.insert(
            "shipment",
            account=account,
            reference=order["reference"],
            content=content,
            charge=str(_price(order)),
            status="created",
            label="pending",
            label_due=None if never else carrier.clock.now() + carrier.settings.label_delay,
            plan="[]",
            created_at=now,
            updated_at=now,
        )
        plan = draw_plan(
            service=order["service"],
            seed=carrier.settings.seed,
            shipment_id=shipment_id,
            shares=store.setting("outcomes") or {},
        )
        store.run("UPDATE shipment SET plan = ? WHERE id = ?", json.dumps(plan), shipment_id)
        for number in range(1, len(order["parcels"]) + 1):
            serial = store.insert("parcel", shipment_id=shipment_id, number=number)
            store.run("UPDATE parcel SET tracking_number = ? WHERE serial = ?", make_sscc(serial), serial)
        record_event(carrier, shipment_id, "created")
    return find_shipment(carrier, account, write_id("shp", shipment_id)), True


def find_shipment(carrier: Carrier, account: str, public_id: str) -> sqlite3.Row:
    """:raises Problem: not_found, also for another account's."""
    number = read_id("shp", public_id, what="shipment")
    row = carrier.store.row("SELECT * FROM shipment WHERE id = ? AND account = ?", number, account)
    if row is None:
        raise not_found("shipment")
    return row


def cancel_shipment(carrier: Carrier, account: str, public_id: str) -> sqlite3.Row:
    """
    Cancel before collection; harmless to repeat.

    :raises Problem: 409 already_collected.
    """
    with carrier.store.transaction():
        shipment = find_shipment(carrier, account, public_id)
        if shipment["status"] == "cancelled":
            return shipment
        if shipment["status"] not in ("created", "label_ready"):
            raise Problem(409, "already_collected", f"The shipment is {shipment['status']}")
        carrier.store.run(
            "UPDATE shipment SET label_due = NULL, due = NULL, dispatch_order_id = NULL WHERE id = ?", shipment["id"]
        )
        record_event(carrier, shipment["id"], "cancelled")
    return find_shipment(carrier, account, public_id)


def tracking_numbers(carrier: Carrier, shipment_id: int) -> list[str]:
    rows = carrier.store.rows("SELECT tracking_number FROM parcel WHERE shipment_id = ? ORDER BY number", shipment_id)
    return [row["tracking_number"] for row in rows]


def shipment_as_json(carrier: Carrier, row: sqlite3.Row) -> dict[str, Any]:
    order: Order = json.loads(row["content"])
    numbers = tracking_numbers(carrier, row["id"])
    ready = row["label"] == "ready"
    dispatch_order = row["dispatch_order_id"]
    return {
        "id": write_id("shp", row["id"]),
        "reference": row["reference"],
        "status": row["status"],
        "tracking_number": numbers[0],
        "service": order["service"],
        "handover": order["handover"],
        "sender": order["sender"],
        "receiver": order["receiver"],
        "point_id": order["point_id"],
        "parcels": [
            {"tracking_number": number, **parcel} for number, parcel in zip(numbers, order["parcels"], strict=True)
        ],
        "cod": order["cod"],
        "insurance": order["insurance"],
        "contents": order["contents"],
        "comment": order["comment"],
        "charge": {"amount": row["charge"], "currency": "PLN"},
        "label": {"status": row["label"], "formats": ["pdf", "zpl"] if ready else []},
        "dispatch_order_id": None if dispatch_order is None else write_id("dsp", dispatch_order),
        "created_at": stamp(row["created_at"]),
        "updated_at": stamp(row["updated_at"]),
    }


def _price(order: Order) -> Decimal:
    return charge(
        service=order["service"],
        country=order["receiver"]["address"]["country"],
        weights=[Decimal(parcel["weight_kg"]) for parcel in order["parcels"]],
        insured=Decimal(order["insurance"]["amount"]) if order["insurance"] else Decimal(0),
    )
