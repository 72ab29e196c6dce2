"""Signed messages of a shop about its orders, as the vendor would send them, some of them twice."""

import base64
import hashlib
import hmac
import json
import random
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from erp.demo.bench.arrivals import Arrival
from erp.demo.replay.scene import SHOP_SECRET

# Of each order four messages, and one of them comes twice: the same event with another delivery id.
TOPICS = ("orders/create", "orders/paid", "orders/updated", "orders/updated")
PER_ORDER = len(TOPICS) + 1
_CHOICES = 128  # bits of an id


@dataclass(frozen=True, slots=True)
class Hook:
    """A message; ``event`` is the same in its copies."""

    topic: str
    event: str
    arrival: Arrival


def hooks_about(orders: Iterable[dict[str, Any]], at: datetime, *, seed: int = 1) -> list[Hook]:
    """All messages about these orders, mixed; the same seed mixes them in the same way."""
    dice = random.Random(seed)
    made: list[Hook] = []
    for order in orders:
        body = json.dumps(order, ensure_ascii=False).encode()
        signature = base64.b64encode(hmac.new(SHOP_SECRET.encode(), body, hashlib.sha256).digest()).decode()
        events = [_identifier(dice) for _topic in TOPICS]
        twice = dice.randrange(len(TOPICS))
        for place in (*range(len(TOPICS)), twice):
            headers = _headers(TOPICS[place], events[place], _identifier(dice), signature, at)
            made.append(Hook(TOPICS[place], events[place], Arrival(body, headers)))
    dice.shuffle(made)
    return made


def _headers(topic: str, event: str, delivery: str, signature: str, at: datetime) -> dict[str, str]:
    return {
        "Content-Type": "application/json",
        "X-Shopify-Topic": topic,
        "X-Shopify-Event-Id": event,
        "X-Shopify-Webhook-Id": delivery,
        "X-Shopify-Triggered-At": at.astimezone(UTC).isoformat(),
        "X-Shopify-Hmac-SHA256": signature,
    }


def _identifier(dice: random.Random) -> str:
    return str(UUID(int=dice.getrandbits(_CHOICES), version=4))
