"""The webhooks we need, compared with those the shop has and made again where they are missing."""

from collections.abc import Sequence

from erp.sync.channels.shopify.client import ShopifyClient
from erp.sync.protocol import Terminal

# Not INVENTORY_LEVELS_UPDATE: the shop sends one for each line it sells and each number we write (nine of ten messages
# in a replay), and what a stock level is, only reading it tells; the comparison does.
TOPICS = (
    "ORDERS_CREATE",
    "ORDERS_UPDATED",
    "ORDERS_CANCELLED",
    "ORDERS_PAID",
    "REFUNDS_CREATE",
    "PRODUCTS_CREATE",
    "PRODUCTS_UPDATE",
    "PRODUCTS_DELETE",
    "CUSTOMERS_CREATE",
    "CUSTOMERS_UPDATE",
    "APP_UNINSTALLED",
)


def missing_subscriptions(client: ShopifyClient, address: str) -> Sequence[str]:
    """The topics that nobody sends to this address."""
    there = {
        node["topic"] for node in client.pages("subscriptions", ("webhookSubscriptions",)) if node["uri"] == address
    }
    return [topic for topic in TOPICS if topic not in there]


def ensure_subscriptions(client: ShopifyClient, address: str) -> Sequence[str]:
    """
    Subscribe to what is missing at this address; the shop removes a subscription after eight failed deliveries.

    :returns: the topics that had to be made.
    :raises Terminal: when the shop refuses one.
    """
    made = []
    for topic in missing_subscriptions(client, address):
        _payload, errors = client.mutate(
            "subscribe", "webhookSubscriptionCreate", topic=topic, sub={"uri": address, "format": "JSON"}
        )
        if errors:
            raise Terminal(f"The shop refuses {topic}: " + "; ".join(error["message"] for error in errors))
        made.append(topic)
    return made
