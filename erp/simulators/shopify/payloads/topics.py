"""Which body belongs to which topic."""

from collections.abc import Callable
from typing import Any

from erp.simulators.shopify.payloads.catalogue import level_body, product_body, shop_body
from erp.simulators.shopify.payloads.orders import edit_body, order_body, refund_body
from erp.simulators.shopify.payloads.people import customer_body
from erp.simulators.shopify.state.world import World

ORDER = (
    "orders/create",
    "orders/updated",
    "orders/paid",
    "orders/cancelled",
    "orders/fulfilled",
    "orders/partially_fulfilled",
)

BODIES: dict[str, Callable[[World, Any], Any]] = {
    **dict.fromkeys(ORDER, order_body),
    "orders/edited": lambda world, subject: edit_body(world, subject["order"], subject["added"], subject["removed"]),
    "refunds/create": lambda world, subject: refund_body(world, subject["order"], subject["refund"]),
    "products/create": product_body,
    "products/update": product_body,
    "products/delete": lambda world, subject: {"id": subject["id"]},
    "customers/create": customer_body,
    "customers/update": customer_body,
    "inventory_levels/update": level_body,
    "app/uninstalled": shop_body,
}


def enum(topic: str) -> str:
    """Return the topic's name in GraphQL: orders/create is ORDERS_CREATE."""
    return topic.upper().replace("/", "_")
