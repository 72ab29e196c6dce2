"""What happened to shipments: written once, read by tracking and feed, pushed to webhooks."""

import sqlite3
from typing import Any

from erp.simulators.carrier.carrier import Carrier
from erp.simulators.carrier.clock import stamp
from erp.simulators.carrier.numbers import write_id

HUB = ("Łódź", "PL")
DESCRIPTIONS = {
    "created": "The shipment was announced",
    "label_ready": "The label is ready",
    "collected": "Collected from the sender",
    "in_transit": "Sorted at the hub",
    "out_for_delivery": "With the courier",
    "ready_for_pickup": "Waiting in the locker",
    "delivered": "Delivered",
    "delivery_failed": "Could not be delivered",
    "returned": "Returned to the sender",
    "lost": "The parcel can't be found",
    "cancelled": "Cancelled by the sender",
}
WHERE_THE_RECEIVER_IS = ("out_for_delivery", "ready_for_pickup", "delivered", "delivery_failed")

SELECT = """
SELECT event.*, shipment.reference, parcel.tracking_number FROM event
JOIN shipment ON shipment.id = event.shipment_id
JOIN parcel ON parcel.shipment_id = event.shipment_id AND parcel.number = 1
"""


def record_event(
    carrier: Carrier,
    shipment_id: int,
    kind: str,
    *,
    place: tuple[str, str] | None = None,
    reason: str | None = None,
    cod_collected: str | None = None,
) -> int:
    """Write the event, move the shipment's status and queue the push; inside the caller's transaction."""
    store = carrier.store
    last = store.row(
        """SELECT shipment.account, max(event.sequence) AS sequence, max(event.occurred_at) AS occurred_at
        FROM shipment LEFT JOIN event ON event.shipment_id = shipment.id WHERE shipment.id = ?""",
        shipment_id,
    )
    if last is None or last["account"] is None:
        raise LookupError(f"No shipment {shipment_id}")
    occurred_at = max(carrier.clock.now_ms(), (last["occurred_at"] or 0) + 1)
    city, country = place or (None, None)
    event_id = store.insert(
        "event",
        account=last["account"],
        shipment_id=shipment_id,
        sequence=(last["sequence"] or 0) + 1,
        type=kind,
        occurred_at=occurred_at,
        description=DESCRIPTIONS[kind],
        city=city,
        country=country,
        reason=reason,
        cod_collected=cod_collected,
    )
    store.run("UPDATE shipment SET status = ?, updated_at = ? WHERE id = ?", kind, occurred_at, shipment_id)
    store.run(
        """INSERT INTO push (event_id, account, shipment_id, state, due)
        SELECT ?, account, ?, 'waiting', ? FROM webhook WHERE account = ?""",
        event_id,
        shipment_id,
        carrier.clock.now(),
        last["account"],
    )
    carrier.wake()
    return event_id


def event_as_json(row: sqlite3.Row) -> dict[str, Any]:
    """`row` comes from `SELECT`. The same event gives the same JSON each time."""
    return {
        "id": write_id("evt", row["id"]),
        "sequence": row["sequence"],
        "type": row["type"],
        "occurred_at": stamp(row["occurred_at"]),
        "shipment_id": write_id("shp", row["shipment_id"]),
        "reference": row["reference"],
        "tracking_number": row["tracking_number"],
        "description": row["description"],
        "city": row["city"],
        "country": row["country"],
        "reason": row["reason"],
        "cod_collected": row["cod_collected"],
    }
