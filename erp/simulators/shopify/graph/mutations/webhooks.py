"""Webhook subscriptions made by API, which the vendor may delete again."""

import json
from urllib.parse import urlsplit

from erp.simulators.shopify.graph.call import Call
from erp.simulators.shopify.graph.mutations.frame import mutation
from erp.simulators.shopify.state import gids, times
from erp.simulators.shopify.state.refusals import Refused
from erp.simulators.shopify.state.store import Doc, dumps

FIELDS = ("filter", "format", "includeFields", "metafieldNamespaces", "name")


def _address(given: Doc) -> str:
    uri = given.get("uri") or given.get("callbackUrl")
    parts = urlsplit(uri or "")
    local = parts.scheme == "http" and parts.hostname in ("127.0.0.1", "localhost", "::1")
    if not uri or not (parts.scheme == "https" or local):
        raise Refused(
            "Address is invalid: https is needed (the simulator takes http to the loopback)",
            field=["webhookSubscription", "uri"],
        )
    return str(uri)


@mutation("webhookSubscriptionCreate", coded=False)
def create(call: Call, arguments: Doc) -> Doc:
    """Subscribe an address to a topic; the same pair only once."""
    given, topic, store = arguments["webhookSubscription"], arguments["topic"], call.world.store
    uri = _address(given)
    if store.value("SELECT 1 FROM subscriptions WHERE topic = ? AND uri = ?", topic, uri):
        raise Refused("Address for this topic has already been taken", field=["webhookSubscription", "uri"])
    at = times.now()
    doc = {name: given[name] for name in FIELDS if given.get(name) is not None}
    doc |= {"id": store.new_id("WebhookSubscription"), "topic": topic, "uri": uri, "createdAt": at, "updatedAt": at}
    store.write(
        "INSERT INTO subscriptions (id, topic, uri, doc) VALUES (?, ?, ?, ?)", doc["id"], topic, uri, dumps(doc)
    )
    return {"webhookSubscription": doc["id"]}


@mutation("webhookSubscriptionUpdate", coded=False)
def update(call: Call, arguments: Doc) -> Doc:
    """Change the address or the filter of a subscription."""
    number, given, store = (
        gids.number(arguments["id"], "WebhookSubscription"),
        arguments["webhookSubscription"],
        call.world.store,
    )
    found = store.value("SELECT doc FROM subscriptions WHERE id = ?", number)
    if found is None:
        raise Refused("Webhook subscription does not exist", field=["id"])
    doc = json.loads(found) | {name: given[name] for name in FIELDS if name in given} | {"updatedAt": times.now()}
    if given.get("uri") or given.get("callbackUrl"):
        doc["uri"] = _address(given)
    store.write("UPDATE subscriptions SET uri = ?, doc = ? WHERE id = ?", doc["uri"], dumps(doc), number)
    return {"webhookSubscription": number}


@mutation("webhookSubscriptionDelete", coded=False)
def delete(call: Call, arguments: Doc) -> Doc:
    """Remove a subscription."""
    number = gids.number(arguments["id"], "WebhookSubscription")
    if not call.world.store.write("DELETE FROM subscriptions WHERE id = ?", number):
        raise Refused("Webhook subscription does not exist", field=["id"])
    return {"deletedWebhookSubscriptionId": arguments["id"]}
