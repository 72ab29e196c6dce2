"""How parcels travel: the legs still ahead of a shipment, taken as carrier time passes or as somebody orders."""

import json
import random
import sqlite3
from typing import Any, NamedTuple

from erp.simulators.carrier.carrier import Carrier
from erp.simulators.carrier.clock import HOUR
from erp.simulators.carrier.events import HUB, WHERE_THE_RECEIVER_IS, record_event
from erp.simulators.carrier.http.problems import Problem

ENDS = ("delivered", "returned", "lost", "cancelled")
SETTLED_AFTER = 24 * HOUR
OUTCOMES = ("second_attempt", "returned", "lost")


class Leg(NamedTuple):
    """`hours` of carrier time after the leg before."""

    type: str
    hours: float
    reason: str | None = None


_ROAD = [Leg("collected", 6), Leg("in_transit", 3), Leg("in_transit", 8)]
_COURIER_ENDS = {
    "delivered": [Leg("out_for_delivery", 8), Leg("delivered", 5)],
    "second_attempt": [
        Leg("out_for_delivery", 8),
        Leg("delivery_failed", 5, "receiver_absent"),
        Leg("out_for_delivery", 19),
        Leg("delivered", 5),
    ],
    "returned": [Leg("out_for_delivery", 8), Leg("delivery_failed", 5, "refused"), Leg("returned", 24, "refused")],
    "lost": [Leg("lost", 72, "missing")],
}
_LOCKER_ENDS = {
    "delivered": [Leg("ready_for_pickup", 8), Leg("delivered", 12)],
    "second_attempt": [Leg("ready_for_pickup", 8), Leg("delivered", 40)],
    "returned": [Leg("ready_for_pickup", 8), Leg("returned", 48, "not_picked_up")],
    "lost": [Leg("lost", 72, "missing")],
}
_AFTER_FORCED = {
    "delivery_failed": [Leg("out_for_delivery", 19), Leg("delivered", 5)],
    "returned": [],
    "lost": [],
}
_FORCED_REASONS = {"delivery_failed": "receiver_absent", "returned": "refused", "lost": "missing"}


def draw_plan(*, service: str, seed: int, shipment_id: int, shares: dict[str, float]) -> list[Leg]:
    """The journey of a new shipment; `shares` of those that don't go well, the rest is delivered at once."""
    draw = random.Random(f"{seed}:outcome:{shipment_id}").random()
    outcome = "delivered"
    for name in OUTCOMES:
        if 0 <= draw < shares.get(name, 0.0):
            outcome = name
        draw -= shares.get(name, 0.0)
    ends = _LOCKER_ENDS if service == "locker" else _COURIER_ENDS
    return _ROAD + ends[outcome]


def ready_label(carrier: Carrier, shipment_id: int) -> None:
    """The label is there; a parcel that its sender drops off starts its journey by itself."""
    record_event(carrier, shipment_id, "label_ready")
    shipment = _shipment(carrier, shipment_id)
    starts = (
        carrier.clock.carrier() + _plan(shipment)[0].hours * HOUR
        if _content(shipment)["handover"] == "drop_off"
        else None
    )
    carrier.store.run(
        "UPDATE shipment SET label = 'ready', label_due = NULL, due = ? WHERE id = ?", starts, shipment_id
    )


def take_leg(carrier: Carrier, shipment_id: int, *, due: float) -> None:
    """Do the next leg, which was due at this carrier time; the one after is counted from there."""
    shipment = _shipment(carrier, shipment_id)
    leg, *ahead = _plan(shipment)
    content = _content(shipment)
    cod = content["cod"]["amount"] if content["cod"] and leg.type == "delivered" else None
    record_event(carrier, shipment_id, leg.type, place=_place(leg.type, content), reason=leg.reason, cod_collected=cod)
    carrier.store.run(
        "UPDATE shipment SET plan = ?, due = ?, settlement_due = ? WHERE id = ?",
        json.dumps(ahead),
        due + ahead[0].hours * HOUR if ahead else None,
        due + SETTLED_AFTER if cod else None,
        shipment_id,
    )


def force_to(carrier: Carrier, shipment_id: int, target: str) -> None:
    """
    Bring one shipment to a status now, through all that lies before it.

    :raises Problem: 409 shipment_ended, or 422 if this journey can't reach the status.
    """
    now = carrier.clock.carrier()
    _ready_if_needed(carrier, shipment_id)
    if target == "label_ready":
        return
    shipment = _shipment(carrier, shipment_id)
    ahead = [leg.type for leg in _plan(shipment)]
    if target in ahead:
        for _ in range(ahead.index(target) + 1):
            take_leg(carrier, shipment_id, due=now)
        return
    locker = _content(shipment)["service"] == "locker"
    if target not in _AFTER_FORCED or (target == "delivery_failed" and locker):
        raise Problem(422, "validation_failed", f"This shipment can't become {target} any more")
    before = "out_for_delivery" if target == "delivery_failed" else "collected"
    if before in ahead:
        force_to(carrier, shipment_id, before)
    plan = [Leg(target, 0, _FORCED_REASONS[target]), *_AFTER_FORCED[target]]
    carrier.store.run("UPDATE shipment SET plan = ? WHERE id = ?", json.dumps(plan), shipment_id)
    take_leg(carrier, shipment_id, due=now)


def step(carrier: Carrier, shipment_id: int) -> None:
    """:raises Problem: 409 shipment_ended."""
    if not _ready_if_needed(carrier, shipment_id):
        take_leg(carrier, shipment_id, due=carrier.clock.carrier())


def _ready_if_needed(carrier: Carrier, shipment_id: int) -> bool:
    shipment = _shipment(carrier, shipment_id)
    if shipment["status"] in ENDS:
        raise Problem(409, "shipment_ended", f"The shipment is {shipment['status']}")
    if shipment["label"] == "ready":
        return False
    ready_label(carrier, shipment_id)
    return True


def _place(kind: str, content: dict[str, Any]) -> tuple[str, str] | None:
    if kind == "in_transit":
        return HUB
    if kind in ("collected", "returned"):
        return content["sender"]["address"]["city"], content["sender"]["address"]["country"]
    if kind in WHERE_THE_RECEIVER_IS:
        return content["receiver"]["address"]["city"], content["receiver"]["address"]["country"]
    return None


def _shipment(carrier: Carrier, shipment_id: int) -> sqlite3.Row:
    row = carrier.store.row("SELECT * FROM shipment WHERE id = ?", shipment_id)
    if row is None:
        raise LookupError(f"No shipment {shipment_id}")
    return row


def _plan(shipment: sqlite3.Row) -> list[Leg]:
    return [Leg(*leg) for leg in json.loads(shipment["plan"])]


def _content(shipment: sqlite3.Row) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(shipment["content"])
    return content
