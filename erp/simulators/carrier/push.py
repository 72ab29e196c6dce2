"""Tracking pushes: every event to the account's webhook, signed, at least once, tried again after pauses."""

import asyncio
import contextlib
import hashlib
import hmac
import json
import sqlite3
from itertools import groupby

import httpx2

from erp.simulators.carrier.carrier import Carrier
from erp.simulators.carrier.events import SELECT, event_as_json
from erp.simulators.carrier.faults import PUSH_KINDS, Fault
from erp.simulators.carrier.numbers import write_id

BATCH = 50
PATIENCE = 5.0
REORDER_HOLD = 2.0
LONGEST_SLEEP = 1.0


def sign(secret: str, body: bytes) -> str:
    """The value of X-Carrier-Signature."""
    return "sha256=" + hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()


async def keep_pushing(carrier: Carrier) -> None:
    """Run until cancelled."""
    # A push goes to the neighbour on this machine, never through a proxy of the environment.
    async with httpx2.AsyncClient(timeout=PATIENCE, trust_env=False) as client:
        while True:
            carrier.push_wake.clear()
            while await push_due(carrier, client):
                pass
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(carrier.push_wake.wait(), _next_due(carrier))


async def push_due(carrier: Carrier, client: httpx2.AsyncClient) -> bool:
    """Send one batch: shipments side by side, the events of one shipment one after the other."""
    rows = carrier.store.rows(
        """SELECT push.*, webhook.url, webhook.secret FROM push JOIN webhook USING (account)
        WHERE state IN ('waiting', 'held') AND due <= ? ORDER BY shipment_id, event_id LIMIT ?""",
        carrier.clock.now(),
        BATCH,
    )

    async def send_in_turn(pushes: list[sqlite3.Row]) -> None:
        for push in pushes:
            await _push(carrier, client, push)

    await asyncio.gather(
        *(send_in_turn(list(pushes)) for _, pushes in groupby(rows, key=lambda row: row["shipment_id"]))
    )
    return bool(rows)


async def _push(carrier: Carrier, client: httpx2.AsyncClient, push: sqlite3.Row) -> None:
    event = carrier.store.row(f"{SELECT} WHERE event.id = ?", push["event_id"])
    if event is None:
        return
    body = json.dumps(event_as_json(event), ensure_ascii=False).encode()
    faults = [] if push["drawn"] else _draw_faults(carrier, push, body)
    kinds = {fault.kind for fault in faults}
    if kinds & {"push_drop", "push_delay", "push_reorder"}:
        return
    secret = push["secret"] + "-wrong" if "push_bad_signature" in kinds else push["secret"]
    accepted = await _post(client, push, body, secret)
    if "push_duplicate" in kinds:
        await _post(client, push, body, secret)
    _record(carrier, push, accepted=accepted)


def _draw_faults(carrier: Carrier, push: sqlite3.Row, body: bytes) -> list[Fault]:
    """Draw once per event, and put a dropped or held one away in the same transaction."""
    with carrier.store.transaction():
        faults = carrier.faults.draw(PUSH_KINDS, text=body.decode())
        state, pause = "waiting", 0.0
        for fault in faults:
            if fault.kind == "push_drop":
                state = "dropped"
            elif fault.kind == "push_delay":
                pause = fault.seconds if fault.seconds is not None else REORDER_HOLD
            elif fault.kind == "push_reorder":
                state, pause = "held", REORDER_HOLD
        carrier.store.run(
            "UPDATE push SET drawn = 1, state = ?, due = ? WHERE event_id = ?",
            state,
            carrier.clock.now() + pause,
            push["event_id"],
        )
    return faults


async def _post(client: httpx2.AsyncClient, push: sqlite3.Row, body: bytes, secret: str) -> bool:
    headers = {
        "Content-Type": "application/json",
        "User-Agent": "sandbox-carrier",
        "X-Carrier-Event-Id": write_id("evt", push["event_id"]),
        "X-Carrier-Attempt": str(push["attempts"] + 1),
        "X-Carrier-Signature": sign(secret, body),
    }
    try:
        answer = await client.post(push["url"], content=body, headers=headers)
    except (httpx2.HTTPError, httpx2.InvalidURL):
        return False
    return answer.is_success


def _record(carrier: Carrier, push: sqlite3.Row, *, accepted: bool) -> None:
    store, backoff = carrier.store, carrier.settings.push_backoff
    attempts = push["attempts"] + 1
    with store.transaction():
        if accepted:
            store.run("UPDATE push SET state = 'sent', attempts = ? WHERE event_id = ?", attempts, push["event_id"])
            # A later event has arrived: what was held back to come in the wrong order may go.
            store.run(
                "UPDATE push SET due = ? WHERE state = 'held' AND account = ? AND event_id < ?",
                carrier.clock.now(),
                push["account"],
                push["event_id"],
            )
        elif attempts > len(backoff):
            store.run("UPDATE push SET state = 'given_up', attempts = ? WHERE event_id = ?", attempts, push["event_id"])
        else:
            due = carrier.clock.now() + backoff[attempts - 1]
            store.run(
                "UPDATE push SET state = 'waiting', attempts = ?, due = ? WHERE event_id = ?",
                attempts,
                due,
                push["event_id"],
            )


def _next_due(carrier: Carrier) -> float:
    due = carrier.store.value(
        "SELECT min(due) FROM push WHERE state IN ('waiting', 'held') AND account IN (SELECT account FROM webhook)"
    )
    return LONGEST_SLEEP if due is None else max(0.005, min(LONGEST_SLEEP, due - carrier.clock.now()))
