"""
Faults that were ordered through the control API, kept in the file so that they outlive a restart.

A fault is {kind, count or probability, ...}: with `count` it strikes the next N times and is gone, with `probability`
it strikes by the shop's own dice until it is cleared. `operation` (or `topic`) narrows it.
"""

import json

from erp.simulators.shopify.state.refusals import Refused
from erp.simulators.shopify.state.store import Doc, dumps
from erp.simulators.shopify.state.world import World

REQUEST = ("throttle", "error", "hang", "slow", "die", "die_after_commit", "drop_answer", "idempotency", "unauthorized")
WEBHOOK = ("webhook_drop", "webhook_delay", "webhook_double", "webhook_reorder", "webhook_bad_signature")
KINDS = (*REQUEST, *WEBHOOK)
ALLOWED = {"kind", "count", "probability", "operation", "topic", "seconds", "status", "code", "exitCode"}


def add(world: World, given: Doc) -> Doc:
    """
    Order a fault.

    :raises Refused: on an unknown kind or option.
    """
    if given.get("kind") not in KINDS:
        raise Refused(f"kind is one of {', '.join(KINDS)}", field=["kind"])
    if set(given) - ALLOWED:
        raise Refused(f"Unknown: {', '.join(sorted(set(given) - ALLOWED))}")
    doc = dict(given)
    if "probability" not in doc:
        doc.setdefault("count", 1)
    with world.store.transaction():
        number = world.store.new_id("Fault") % 10**13
        world.store.write("INSERT INTO faults VALUES (?, ?, ?)", number, doc["kind"], dumps(doc))
    world.fault_kinds = None
    return {"id": number} | doc


def listed(world: World) -> list[Doc]:
    """Return the faults that are still to strike."""
    return [{"id": row["id"]} | json.loads(row["doc"]) for row in world.store.rows("SELECT * FROM faults ORDER BY id")]


def clear(world: World, number: int | None = None) -> int:
    """Remove one fault or all; return how many."""
    world.fault_kinds = None
    if number is None:
        return world.store.write("DELETE FROM faults")
    return world.store.write("DELETE FROM faults WHERE id = ?", number)


def take(world: World, kind: str, name: str = "") -> Doc | None:
    """Return the fault that strikes now, used up by one, or None."""
    if world.fault_kinds is None:
        world.fault_kinds = {row["kind"] for row in world.store.rows("SELECT DISTINCT kind FROM faults")}
    if kind not in world.fault_kinds:
        return None
    for row in world.store.rows("SELECT * FROM faults WHERE kind = ? ORDER BY id", kind):
        doc: Doc = json.loads(row["doc"])
        wanted = doc.get("operation") or doc.get("topic")
        if wanted and wanted != name:
            continue
        if "probability" in doc:
            if world.dice.random() >= float(doc["probability"]):
                continue
        else:
            _use_up(world, row["id"], doc)
        world.count(f"fault {kind}")
        return doc
    return None


def _use_up(world: World, number: int, doc: Doc) -> None:
    left = int(doc["count"]) - 1
    if left <= 0:
        world.store.write("DELETE FROM faults WHERE id = ?", number)
        world.fault_kinds = None
    else:
        world.store.write("UPDATE faults SET doc = ? WHERE id = ?", dumps(doc | {"count": left}), number)
