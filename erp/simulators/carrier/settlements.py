"""Cash on delivery: what was collected is paid out later, less the fee, one payment per account and currency."""

import json
import sqlite3
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from erp.simulators.carrier.carrier import Carrier
from erp.simulators.carrier.clock import stamp
from erp.simulators.carrier.numbers import write_id
from erp.simulators.carrier.shipments import tracking_numbers
from erp.simulators.carrier.validation.services import CURRENCY_DIGITS

FEE_SHARE = Decimal("0.01")


def settle_due(carrier: Carrier) -> int:
    """
    Pay out every delivered shipment whose time has come, a payment per account and currency.

    :returns: how many payments were made.
    """
    store = carrier.store
    with store.transaction():
        due = store.rows(
            "SELECT id, account, content FROM shipment WHERE settlement_due <= ? ORDER BY id", carrier.clock.carrier()
        )
        groups: dict[tuple[str, str], list[int]] = {}
        for row in due:
            groups.setdefault((row["account"], json.loads(row["content"])["cod"]["currency"]), []).append(row["id"])
        for (account, currency), shipment_ids in groups.items():
            number = store.insert("settlement", account=account, currency=currency, paid_at=carrier.clock.now_ms())
            for shipment_id in shipment_ids:
                store.run(
                    "UPDATE shipment SET settlement_due = NULL, settlement_id = ? WHERE id = ?", number, shipment_id
                )
    return len(groups)


def settlement_as_json(carrier: Carrier, row: sqlite3.Row) -> dict[str, Any]:
    step = Decimal(1).scaleb(-CURRENCY_DIGITS[row["currency"]])
    lines = [_line(carrier, shipment, step) for shipment in _shipments(carrier, row["id"])]
    public_id = write_id("set", row["id"])
    return {
        "id": public_id,
        "currency": row["currency"],
        "paid_on": stamp(row["paid_at"])[:10],
        **{
            name: str(sum((Decimal(line[name]) for line in lines), Decimal(0) * step))
            for name in ("collected", "fee", "paid")
        },
        "transfer_title": f"COD {public_id}",
        "lines": lines,
    }


def _shipments(carrier: Carrier, settlement_id: int) -> list[sqlite3.Row]:
    return carrier.store.rows(
        """SELECT shipment.*, event.occurred_at AS delivered_at FROM shipment
        JOIN event ON event.shipment_id = shipment.id AND event.type = 'delivered'
        WHERE settlement_id = ? ORDER BY shipment.id""",
        settlement_id,
    )


def _line(carrier: Carrier, shipment: sqlite3.Row, step: Decimal) -> dict[str, Any]:
    collected = Decimal(json.loads(shipment["content"])["cod"]["amount"])
    fee = (collected * FEE_SHARE).quantize(step, ROUND_HALF_UP)
    return {
        "shipment_id": write_id("shp", shipment["id"]),
        "reference": shipment["reference"],
        "tracking_number": tracking_numbers(carrier, shipment["id"])[0],
        "collected": str(collected),
        "fee": str(fee),
        "paid": str(collected - fee),
        "delivered_at": stamp(shipment["delivered_at"]),
    }
