"""Webhooks to be sent: written in the transaction of what happened, with the payload of that moment."""

import base64
import hashlib
import hmac
import json
import time
import uuid
from datetime import UTC, datetime
from typing import Any

from erp.simulators.shopify.payloads.topics import BODIES, enum
from erp.simulators.shopify.server import faults
from erp.simulators.shopify.state.store import Doc, dumps
from erp.simulators.shopify.state.world import VERSION, World


def notify(world: World, topic: str, subject: Any) -> None:
    """Put one delivery per subscription of the topic into the outbox."""
    found = world.store.rows("SELECT id, uri, doc FROM subscriptions WHERE topic = ?", enum(topic))
    if not found:
        return
    body = BODIES[topic](world, subject)
    event, triggered = str(uuid.uuid4()), datetime.now(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")
    for row in found:
        doc = json.loads(row["doc"])
        kept = {name: body[name] for name in doc["includeFields"] if name in body} if doc.get("includeFields") else body
        headers = {"X-Shopify-Topic": topic, "X-Shopify-Event-Id": event, "X-Shopify-Triggered-At": triggered}
        if doc.get("name"):
            headers["X-Shopify-Name"] = doc["name"]
        if faults.take(world, "webhook_drop", topic):
            _insert(world, row, headers, kept, "dropped", 0.0)
            continue
        for delay in _delays(world, topic):
            _insert(world, row, headers, kept, "waiting", delay)
    world.wake.set()


def _delays(world: World, topic: str) -> list[float]:
    late = faults.take(world, "webhook_delay", topic)
    mixed = faults.take(world, "webhook_reorder", topic)
    delay = float(late.get("seconds", 5)) if late else 0.0
    if mixed:
        delay += world.dice.random() * float(mixed.get("seconds", 2))
    return [delay, delay] if faults.take(world, "webhook_double", topic) else [delay]


def _insert(world: World, subscription: Any, headers: Doc, body: Any, status: str, delay: float) -> None:
    payload = dumps(body).encode()
    secret = world.settings.webhook_secret
    if faults.take(world, "webhook_bad_signature", headers["X-Shopify-Topic"]):
        secret += "-wrong"
    all_headers = headers | {
        "Content-Type": "application/json", "User-Agent": "Shopify-Captain-Hook",
        "X-Shopify-Shop-Domain": world.settings.domain,
        "X-Shopify-API-Version": VERSION, "X-Shopify-Webhook-Id": str(uuid.uuid4()),
        "X-Shopify-Hmac-SHA256": sign(payload, secret),
    }  # fmt: skip
    now = time.time()
    world.store.write(
        "INSERT INTO deliveries (subscription_id, topic, uri, headers, payload, status, due, created_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        subscription["id"], headers["X-Shopify-Topic"], subscription["uri"], dumps(all_headers), payload, status,
        now + delay, headers["X-Shopify-Triggered-At"],
    )  # fmt: skip


def sign(payload: bytes, secret: str) -> str:
    """Return the base64 HMAC-SHA256 of the raw body."""
    return base64.b64encode(hmac.new(secret.encode(), payload, hashlib.sha256).digest()).decode()
