"""What `/_sim/state` shows."""

import json
import time
from typing import Any

from erp.simulators.carrier.carrier import Carrier
from erp.simulators.carrier.clock import HOUR, stamp
from erp.simulators.carrier.numbers import write_id

LATEST = 25


def state_as_json(carrier: Carrier) -> dict[str, Any]:
    store, clock = carrier.store, carrier.clock
    return {
        "clock": {
            "now": stamp(clock.now_ms()),
            "carrier_hours": round(clock.carrier() / HOUR, 3),
            "time_scale": clock.scale,
        },
        "cpu_seconds": round(time.process_time(), 3),
        "requests": dict(sorted(carrier.requests.items())),
        "shipments": _counted(carrier, "shipment", "status"),
        "dispatch_orders": _counted(carrier, "dispatch_order", "status"),
        "pushes": _counted(carrier, "push", "state"),
        "events": store.value("SELECT count(*) FROM event"),
        "settlements": store.value("SELECT count(*) FROM settlement"),
        "outcomes": store.setting("outcomes") or {},
        "faults": carrier.faults.listed(),
        "latest": _latest(carrier),
    }


def _counted(carrier: Carrier, table: str, column: str) -> dict[str, int]:
    sql = f"SELECT {column}, count(*) FROM {table} GROUP BY {column} ORDER BY 1"  # noqa: S608  # our own names
    return {row[0]: row[1] for row in carrier.store.rows(sql)}


def _latest(carrier: Carrier) -> list[dict[str, Any]]:
    rows = carrier.store.rows(
        """SELECT shipment.*, tracking_number FROM shipment
        JOIN parcel ON parcel.shipment_id = shipment.id AND number = 1
        ORDER BY shipment.id DESC LIMIT ?""",
        LATEST,
    )
    return [
        {
            "id": write_id("shp", row["id"]),
            "account": row["account"],
            "reference": row["reference"],
            "service": json.loads(row["content"])["service"],
            "tracking_number": row["tracking_number"],
            "status": row["status"],
            "updated_at": stamp(row["updated_at"]),
        }
        for row in rows
    ]
