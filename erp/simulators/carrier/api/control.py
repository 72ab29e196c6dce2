"""`/_sim`: for tests and for whoever plays with the carrier."""

import asyncio
from decimal import Decimal

from erp.simulators.carrier.api.state import state_as_json
from erp.simulators.carrier.carrier import Carrier
from erp.simulators.carrier.clock import HOUR
from erp.simulators.carrier.events import DESCRIPTIONS, SELECT, event_as_json
from erp.simulators.carrier.faults import AFTER, ALWAYS_AFTER, BEFORE, KINDS, Fault
from erp.simulators.carrier.http.messages import Request, Response, answer_json
from erp.simulators.carrier.http.problems import not_found
from erp.simulators.carrier.journeys import OUTCOMES, force_to, ready_label, step
from erp.simulators.carrier.progress import move_on
from erp.simulators.carrier.validation.fields import Fields

MOST_EVENTS = 1000
TARGETS = tuple(kind for kind in DESCRIPTIONS if kind not in ("created", "cancelled"))


def state(carrier: Carrier, request: Request) -> Response:
    return answer_json(state_as_json(carrier))


async def advance(carrier: Carrier, request: Request) -> Response:
    fields = Fields(request.json())
    hours = _number(fields, "hours", highest=10_000)
    labels = fields.given("labels") is True
    tracking_number = fields.text("tracking_number", longest=20, required=False)
    target = fields.choice("to", TARGETS, default="") if tracking_number else ""
    steps = _number(fields, "steps", highest=20)
    fields.finish()
    last = carrier.store.value("SELECT max(id) FROM event") or 0
    if labels:
        _ready_labels(carrier)
    if tracking_number:
        _advance_one(carrier, tracking_number, target, int(steps or 1))
    if hours:
        carrier.clock.advance(hours * HOUR)
    while move_on(carrier):
        await asyncio.sleep(0)
    rows = carrier.store.rows(f"{SELECT} WHERE event.id > ? ORDER BY event.id LIMIT ?", last, MOST_EVENTS)
    return answer_json({"events": [event_as_json(row) for row in rows]})


def set_clock(carrier: Carrier, request: Request) -> Response:
    fields = Fields(request.json())
    scale = fields.decimal("time_scale", digits=6, lowest=Decimal(0), highest=Decimal(1_000_000))
    fields.finish()
    carrier.clock.set_scale(float(scale or 0))
    carrier.wake()
    return answer_json({"time_scale": carrier.clock.scale})


def set_outcomes(carrier: Carrier, request: Request) -> Response:
    fields = Fields(request.json())
    shares = {name: share for name in OUTCOMES if (share := _number(fields, name, highest=1)) is not None}
    fields.finish()
    carrier.store.keep_setting("outcomes", shares)
    return answer_json({**shares})


def add_fault(carrier: Carrier, request: Request) -> Response:
    fields = Fields(request.json())
    kind = fields.choice("kind", KINDS)
    times, seed = _number(fields, "times", highest=1_000_000), _number(fields, "seed", highest=1_000_000)
    probability = _number(fields, "probability", highest=1)
    fault = Fault(
        kind=kind,
        method=fields.text("method", longest=10, required=False) or "*",
        path=fields.text("path", longest=200, required=False) or "*",
        match=fields.text("match", longest=200, required=False) or "",
        probability=1.0 if probability is None else probability,
        times=None if times is None else int(times),
        skip=int(_number(fields, "skip", highest=1_000_000) or 0),
        seed=None if seed is None else int(seed),
        seconds=_number(fields, "seconds", highest=86_400),
        when=fields.choice("when", (BEFORE, AFTER), default=AFTER if kind in ALWAYS_AFTER else BEFORE),
    )
    if kind in ALWAYS_AFTER and fault.when == BEFORE:
        fields.note("when", "not_a_choice", f"{kind} can only come after the work")
    fields.finish()
    number = carrier.faults.add(fault)
    return answer_json(next(listed for listed in carrier.faults.listed() if listed["id"] == number), status=201)


def list_faults(carrier: Carrier, request: Request) -> Response:
    return answer_json({"faults": carrier.faults.listed()})


def remove_fault(carrier: Carrier, request: Request, number: str) -> Response:
    if not (number.isascii() and number.isdigit() and len(number) < 10 and carrier.faults.remove(int(number))):
        raise not_found("fault")
    return Response(status=204)


def clear_faults(carrier: Carrier, request: Request) -> Response:
    carrier.faults.clear()
    return Response(status=204)


def reset(carrier: Carrier, request: Request) -> Response:
    with carrier.store.transaction():
        carrier.faults.clear()
        # Numbers go on from where they were: who remembers an old shipment must never meet a new one under its number.
        for table in ("push", "event", "parcel", "shipment", "dispatch_order", "settlement", "webhook"):
            carrier.store.run(f"DELETE FROM {table}")  # noqa: S608  # our own names
        carrier.store.keep_setting("outcomes", {})
    carrier.requests.clear()
    return Response(status=204)


def _number(fields: Fields, name: str, *, highest: int) -> float | None:
    value = fields.decimal(name, digits=6, lowest=Decimal(0), highest=Decimal(highest), required=False)
    return None if value is None else float(value)


def _ready_labels(carrier: Carrier) -> None:
    with carrier.store.transaction():
        # Those without a time are under the fault label_never.
        for row in carrier.store.rows("SELECT id FROM shipment WHERE label_due IS NOT NULL ORDER BY id"):
            ready_label(carrier, row["id"])


def _advance_one(carrier: Carrier, tracking_number: str, target: str, steps: int) -> None:
    shipment_id = carrier.store.value("SELECT shipment_id FROM parcel WHERE tracking_number = ?", tracking_number)
    if shipment_id is None:
        raise not_found("parcel")
    with carrier.store.transaction():
        if target:
            force_to(carrier, shipment_id, target)
            return
        for _ in range(steps):
            step(carrier, shipment_id)
