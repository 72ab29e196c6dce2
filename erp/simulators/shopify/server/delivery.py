"""
Send what is in the outbox: connect within 1 s, answer within 5 s, any 2xx counts.

A failed delivery is tried 8 more times over 4 hours (times the time scale), with its first payload and address. When
the last of them fails and nothing got through to the subscription in between (8 consecutive failures), the
subscription is deleted.
"""

import asyncio
import contextlib
import json
import sqlite3
import time
from functools import partial

import httpx2

from erp.simulators.shopify.state.world import World

# Seconds before each retry; 4 hours in all. The vendor publishes the number and the total, not the steps.
RETRIES = (10, 60, 300, 900, 1800, 3000, 3600, 4730)
CONNECT, ANSWER = 1.0, 5.0
WORKERS = 16
KEEP_FINISHED = 20_000


async def run(world: World) -> None:
    """Deliver until cancelled."""
    limits = httpx2.Limits(max_connections=WORKERS * 2, max_keepalive_connections=WORKERS)
    timeout = httpx2.Timeout(ANSWER, connect=CONNECT)
    under_way: dict[int, asyncio.Task[None]] = {}
    async with httpx2.AsyncClient(limits=limits, timeout=timeout, follow_redirects=False, trust_env=False) as client:
        while True:
            await world.running.wait()
            world.wake.clear()
            for row in _due(world, WORKERS - len(under_way), set(under_way)):
                task = asyncio.create_task(_deliver(world, client, row))
                under_way[row["id"]] = task
                task.add_done_callback(partial(_finished, world, under_way, row["id"]))
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(world.wake.wait(), _pause(world, full=len(under_way) >= WORKERS))


def _finished(world: World, under_way: dict[int, asyncio.Task[None]], number: int, task: asyncio.Task[None]) -> None:
    under_way.pop(number, None)
    world.wake.set()


def _due(world: World, room: int, busy: set[int]) -> list[sqlite3.Row]:
    if room <= 0:
        return []
    found = world.store.rows(
        "SELECT * FROM deliveries WHERE status = 'waiting' AND due <= ? ORDER BY due, id LIMIT ?",
        time.time(),
        room + len(busy),
    )
    return [row for row in found if row["id"] not in busy][:room]


def _pause(world: World, *, full: bool) -> float:
    if full:
        return 5.0
    due = world.store.value("SELECT min(due) FROM deliveries WHERE status = 'waiting' AND due > ?", time.time())
    return 5.0 if due is None else min(5.0, max(0.005, due - time.time()))


async def _deliver(world: World, client: httpx2.AsyncClient, row: sqlite3.Row) -> None:
    headers = json.loads(row["headers"])
    try:
        async with asyncio.timeout(ANSWER):
            response = await client.post(row["uri"], content=row["payload"], headers=headers)
        outcome, good = str(response.status_code), response.is_success
    except (httpx2.HTTPError, httpx2.InvalidURL, TimeoutError, OSError) as error:
        outcome, good = type(error).__name__, False
    world.count("webhooks delivered" if good else "webhook attempts failed")
    with world.store.transaction():
        _settle(world, row, outcome, good=good)


def _settle(world: World, row: sqlite3.Row, outcome: str, *, good: bool) -> None:
    attempts, number = row["attempts"] + 1, row["id"]
    if good:
        world.store.write(
            "UPDATE deliveries SET status='delivered', attempts=?, last=? WHERE id=?", attempts, outcome, number
        )
        world.store.write("UPDATE subscriptions SET failures = 0 WHERE id = ?", row["subscription_id"])
        _forget_old(world)
        return
    world.store.write("UPDATE subscriptions SET failures = failures + 1 WHERE id = ?", row["subscription_id"])
    if attempts <= len(RETRIES):
        due = time.time() + RETRIES[attempts - 1] * world.settings.time_scale
        world.store.write("UPDATE deliveries SET attempts=?, due=?, last=? WHERE id=?", attempts, due, outcome, number)
        return
    world.store.write("UPDATE deliveries SET status='failed', attempts=?, last=? WHERE id=?", attempts, outcome, number)
    gone = world.store.write("DELETE FROM subscriptions WHERE id = ? AND failures >= 8", row["subscription_id"])
    if gone:
        world.count("subscriptions deleted after failures")
        world.store.write(
            "UPDATE deliveries SET status='abandoned' WHERE subscription_id=? AND status='waiting'",
            row["subscription_id"],
        )


def _forget_old(world: World) -> None:
    """Keep the list of finished deliveries short, a thousand at a time."""
    finished = world.counters.get("webhooks delivered", 0)
    if finished % 1000 == 0:
        world.store.write(
            "DELETE FROM deliveries WHERE status IN ('delivered', 'dropped')"
            " AND id < (SELECT max(id) FROM deliveries) - ?",
            KEEP_FINISHED,
        )
