"""What the shop knows about itself, for tests, reports and the page."""

import json
import resource
import time

from erp.simulators.shopify.server import faults
from erp.simulators.shopify.server.bucket import Bucket
from erp.simulators.shopify.server.commerce import order_summary, places
from erp.simulators.shopify.state.store import Doc
from erp.simulators.shopify.state.world import World

BY_STATUS = "SELECT status, count(*) FROM deliveries GROUP BY status"


def counts(world: World) -> Doc:
    """Return how much there is of everything."""
    names = ("products", "variants", "customers", "orders", "subscriptions")
    return {name: world.store.value(f"SELECT count(*) FROM {name}") for name in names}  # noqa: S608  # names above


def state(world: World, bucket: Bucket, wanted: list[str], limit: int) -> Doc:
    """Return the summary; the long sections (stock, orders, webhooks, subscriptions) only when asked for."""
    usage = resource.getrusage(resource.RUSAGE_SELF)
    found: Doc = {
        "shop": world.settings.domain, "counts": counts(world), "counters": dict(sorted(world.counters.items())),
        "deliveries": {row[0]: row[1] for row in world.store.rows(BY_STATUS)},
        "throttle": bucket.status(), "cpuSeconds": round(usage.ru_utime + usage.ru_stime, 3),
        "memoryMegabytes": usage.ru_maxrss // 1024,
        "uptimeSeconds": round(time.monotonic() - world.started, 1), "faults": faults.listed(world),
        "locations": places(world),
    }  # fmt: skip
    if "stock" in wanted:
        found["stock"] = stock(world)
    if "orders" in wanted:
        found["orders"] = orders(world, limit)
    if "webhooks" in wanted:
        found["webhooks"] = deliveries(world, limit)
    if "subscriptions" in wanted:
        found["subscriptions"] = subscriptions(world)
    return found


def stock(world: World, limit: int = -1) -> Doc:
    """
    Return {sku: {available, committed, on_hand}} over all locations; without a SKU the variant's id stands for it.
    """
    rows = world.store.rows(
        "SELECT coalesce(sku, CAST(v.id AS TEXT)) AS sku, "
        "sum(available) AS available, sum(committed) AS committed, sum(on_hand) AS on_hand"
        " FROM variants v JOIN levels l ON l.item_id = v.item_id AND l.active GROUP BY v.id ORDER BY v.id LIMIT ?",
        limit
    )  # fmt: skip
    return {row["sku"]: {name: row[name] for name in ("available", "committed", "on_hand")} for row in rows}


def orders(world: World, limit: int) -> list[Doc]:
    """Return the newest orders."""
    rows = world.store.rows("SELECT doc FROM orders ORDER BY id DESC LIMIT ?", limit)
    return [order_summary(json.loads(row["doc"])) for row in rows]


def deliveries(world: World, limit: int) -> list[Doc]:
    """Return the newest webhook deliveries."""
    rows = world.store.rows(
        "SELECT id, topic, uri, status, attempts, last, due, created_at, subscription_id FROM deliveries"
        " ORDER BY id DESC LIMIT ?",
        limit,
    )
    return [dict(row) for row in rows]


def subscriptions(world: World) -> list[Doc]:
    """Return the webhook subscriptions with their failures in a row."""
    return [dict(row) for row in world.store.rows("SELECT id, topic, uri, failures FROM subscriptions ORDER BY id")]
