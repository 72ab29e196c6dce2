"""Shopify's webhooks: the signature over the raw body, and what a message is about."""

import base64
import hashlib
import hmac
import json
import re
from collections.abc import Mapping, Sequence
from datetime import datetime

from erp.sync.protocol import Parsed
from erp.sync.states import Kind

_SUBJECTS = {
    "orders": Kind.ORDER,
    "refunds": Kind.ORDER,
    "products": Kind.PRODUCT,
    "customers": Kind.CUSTOMER,
    "inventory_levels": Kind.STOCK,
    "app": Kind.APP,
}
_ID = re.compile(r"[0-9]{1,19}")  # 64 bits
_TYPES = {Kind.ORDER: "Order", Kind.PRODUCT: "Product", Kind.CUSTOMER: "Customer"}


class ShopifyMessages:
    """Headers and HMAC as in the vendor's webhook guide (HMAC-SHA256 in base64, key = the app's secret)."""

    def verify(self, headers: Mapping[str, str], body: bytes, secrets: Sequence[str]) -> bool:
        """Whether one of the secrets made the signature: two are valid while one replaces the other."""
        given = headers.get("X-Shopify-Hmac-SHA256", "").encode()
        good = False
        for secret in secrets:
            made = base64.b64encode(hmac.new(secret.encode(), body, hashlib.sha256).digest())
            good |= hmac.compare_digest(made, given)
        return good

    def parse(self, headers: Mapping[str, str], body: bytes) -> Parsed:
        """
        What the message is about. The payload is a hint only: apart from the id nothing is taken from it.

        :raises ValueError: when it is no JSON object, has no topic, or no id where there must be one.
        """
        topic = headers.get("X-Shopify-Topic", "")
        if not topic:
            raise ValueError("The message has no topic.")
        try:
            payload = json.loads(body)
        except (ValueError, RecursionError):  # the latter: brackets within brackets, thousands deep
            raise ValueError("The message is not valid JSON.") from None
        if not isinstance(payload, dict):
            raise ValueError("The message is not a JSON object.")
        kind = _SUBJECTS.get(topic.partition("/")[0], "")
        delivery = headers.get("X-Shopify-Webhook-Id", "")
        return Parsed(
            topic=topic,
            external_id=headers.get("X-Shopify-Event-Id") or delivery or hashlib.sha256(body).hexdigest(),
            delivery_id=delivery,
            kind=kind,
            remote_id=_subject(topic, kind, payload),
            sent_at=_moment(headers.get("X-Shopify-Triggered-At", "")),
        )


def _subject(topic: str, kind: str, payload: Mapping[str, object]) -> str:
    if kind == Kind.APP:
        return topic
    if kind == Kind.STOCK:
        return f"gid://shopify/InventoryItem/{_number(payload, 'inventory_item_id')}"
    if topic.startswith("refunds/"):
        return f"gid://shopify/Order/{_number(payload, 'order_id')}"
    if kind in _TYPES:
        return f"gid://shopify/{_TYPES[Kind(kind)]}/{_number(payload, 'id')}"
    return ""  # a topic we didn't ask for: kept, and nothing follows


def _number(payload: Mapping[str, object], name: str) -> int:
    value = payload.get(name)
    if isinstance(value, bool) or not isinstance(value, int | str) or not _ID.fullmatch(str(value)):
        raise ValueError(f"The message has no {name}.")
    return int(value)


def _moment(text: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.tzinfo else None
