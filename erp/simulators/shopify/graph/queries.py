"""The root fields of queries."""

from typing import Any

from erp.simulators.shopify.graph import tables
from erp.simulators.shopify.graph.call import LOADERS, Call
from erp.simulators.shopify.graph.paging import connect_list
from erp.simulators.shopify.graph.resolving import field
from erp.simulators.shopify.state import gids
from erp.simulators.shopify.state.store import Doc
from erp.simulators.shopify.state.world import VERSION, VERSIONS

SCOPES = (
    "read_all_orders read_products write_products read_inventory write_inventory read_orders write_orders"
    " read_customers write_customers read_locations read_fulfillments write_fulfillments"
    " read_assigned_fulfillment_orders write_assigned_fulfillment_orders"
    " read_merchant_managed_fulfillment_orders write_merchant_managed_fulfillment_orders"
).split()


def _by_id(name: str, kind: str) -> None:
    field(f"QueryRoot.{name}")(lambda source, call, arguments: call.load(kind, gids.number(arguments["id"], kind)))


for _name, _kind in {
    "product": "Product", "productVariant": "ProductVariant", "inventoryItem": "InventoryItem", "customer": "Customer",
    "inventoryLevel": "InventoryLevel", "webhookSubscription": "WebhookSubscription",
    "productOperation": "ProductSetOperation",
    "job": "Job",
}.items():  # fmt: skip
    _by_id(_name, _kind)


def _listed(name: str, table: str) -> None:
    field(f"QueryRoot.{name}")(lambda source, call, arguments: tables.rows(call, table, arguments))
    field(f"QueryRoot.{name}Count")(lambda source, call, arguments: tables.count(call, table, arguments))


for _name, _table in {
    "products": "products",
    "productVariants": "variants",
    "orders": "orders",
    "customers": "customers",
}.items():
    _listed(_name, _table)


@field("QueryRoot.shop", "ProductDeletePayload.shop")
def shop(source: Doc, call: Call, arguments: Doc) -> Doc:
    """Return the shop."""
    domain = call.world.settings.domain
    return call.world.shop | {
        "__typename": "Shop", "myshopifyDomain": domain, "url": f"https://{domain}",
        "contactEmail": call.world.shop["email"],
        "updatedAt": call.world.shop["createdAt"], "shipsToCountries": [call.world.shop["countryCode"]],
        "richTextEditorUrl": f"https://{domain}/editor", "timezoneOffsetMinutes": 0,
    }  # fmt: skip


@field("QueryRoot.currentAppInstallation")
def installation(source: Doc, call: Call, arguments: Doc) -> Doc:
    """Return what the app may do."""
    return {"id": 1, "accessScopes": [{"handle": each, "description": each} for each in sorted(call.scopes)]}


@field("QueryRoot.publicApiVersions")
def versions(source: Doc, call: Call, arguments: Doc) -> list[Doc]:
    """Return the versions the shop speaks of."""
    found = [{"handle": each, "displayName": each, "supported": True} for each in VERSIONS]
    return [*found, {"handle": "2027-01", "displayName": "2027-01 (Release candidate)", "supported": False}]


@field("WebhookSubscription.apiVersion")
def api_version(source: Doc, call: Call, arguments: Doc) -> Doc:
    """Return the version of the payloads, which the app's configuration decides."""
    return {"handle": VERSION, "displayName": VERSION, "supported": True}


@field("QueryRoot.locations")
def locations(source: Doc, call: Call, arguments: Doc) -> Doc:
    """Return the locations."""
    return tables.locations(call, arguments)


@field("QueryRoot.location")
def location(source: Doc, call: Call, arguments: Doc) -> Doc | None:
    """Return a location, the primary one without an id."""
    if not arguments.get("id"):
        return call.load("Location", call.world.store.value("SELECT min(id) FROM locations WHERE active"))
    return call.load("Location", gids.number(arguments["id"], "Location"))


@field("QueryRoot.inventoryItems")
def inventory_items(source: Doc, call: Call, arguments: Doc) -> Doc:
    """Return the inventory items."""
    return tables.items(call, arguments)


@field("QueryRoot.order", "QueryRoot.orderByIdentifier")
def order(source: Doc, call: Call, arguments: Doc) -> Doc | None:
    """Return an order, if it may be seen."""
    wanted = arguments.get("id") or (arguments.get("identifier") or {}).get("id")
    found = (
        call.load("Order", gids.number(wanted, "Order"))
        if wanted
        else _by_metafield(call, "Order", arguments["identifier"])
    )
    return _visible(call, found)


def _visible(call: Call, doc: Doc | None) -> Doc | None:
    if doc and call.scopes and "read_all_orders" not in call.scopes and doc["createdAt"] < tables.sixty_days_ago():
        return None
    return doc


def _part(name: str, kind: str) -> None:
    def resolve(source: Doc, call: Call, arguments: Doc) -> Doc | None:
        found = call.load(kind, gids.number(arguments["id"], kind))
        return found if found and _visible(call, found["order"]) else None

    field(f"QueryRoot.{name}")(resolve)


for _name, _kind in {"fulfillment": "Fulfillment", "fulfillmentOrder": "FulfillmentOrder", "refund": "Refund"}.items():
    _part(_name, _kind)


@field("QueryRoot.fulfillmentOrders")
def fulfillment_orders(source: Doc, call: Call, arguments: Doc) -> Doc:
    """Return the newest fulfilment orders; closed ones only when asked."""
    found = call.world.store.rows("SELECT id FROM parts WHERE kind = 'FulfillmentOrder' ORDER BY id DESC LIMIT 1000")
    loaded = [each for row in reversed(found) if (each := call.load("FulfillmentOrder", row["id"]))]
    chosen = [
        each for each in loaded if arguments.get("includeClosed") or each["status"] not in ("CLOSED", "CANCELLED")
    ]
    return connect_list(chosen, arguments)


def _by_metafield(call: Call, kind: str, identifier: Doc) -> Doc | None:
    wanted = identifier["customId"]
    found = call.world.store.value(
        "SELECT owner_id FROM metafields WHERE owner_kind = ? AND namespace = ? AND key = ? AND value = ?",
        kind, wanted.get("namespace") or "$app", wanted["key"], wanted["value"],
    )  # fmt: skip
    return call.load(kind, found) if found else None


def identified(call: Call, kind: str, identifier: Doc) -> Doc | None:
    """Return what an identifier means: an id, a handle, an e-mail, a phone or a unique metafield value."""
    if identifier.get("customId"):
        return _by_metafield(call, kind, identifier)
    if identifier.get("id"):
        return call.load(kind, gids.number(identifier["id"], kind))
    column, value = next(iter(identifier.items()))
    column = {"emailAddress": "email", "phoneNumber": "phone"}.get(column, column)
    value = value.lower() if column == "email" else value
    table = {"Product": "products", "Customer": "customers"}[kind]
    query = f"SELECT id FROM {table} WHERE {column} = ?"  # noqa: S608  # the schema's own names
    found = call.world.store.value(query, value)
    return call.load(kind, found) if found else None


def _identified(name: str, kind: str) -> None:
    field(f"QueryRoot.{name}")(lambda source, call, arguments: identified(call, kind, arguments["identifier"]))


for _name, _kind in {
    "productByIdentifier": "Product", "customerByIdentifier": "Customer",
    "productVariantByIdentifier": "ProductVariant",
}.items():  # fmt: skip
    _identified(_name, _kind)


@field("QueryRoot.webhookSubscriptions")
def subscriptions(source: Doc, call: Call, arguments: Doc) -> Doc:
    """Return the webhook subscriptions."""
    topics, uri = arguments.get("topics"), arguments.get("uri")
    found = [
        call.load("WebhookSubscription", row["id"])
        for row in call.world.store.rows("SELECT id FROM subscriptions ORDER BY id")
    ]
    chosen = [
        each for each in found if each and (not topics or each["topic"] in topics) and (not uri or each["uri"] == uri)
    ]
    return connect_list(chosen, arguments)


@field("QueryRoot.webhookSubscriptionsCount")
def subscriptions_count(source: Doc, call: Call, arguments: Doc) -> Doc:
    """Count the webhook subscriptions."""
    return {"count": call.world.store.value("SELECT count(*) FROM subscriptions"), "precision": "EXACT"}


@field("QueryRoot.node")
def node(source: Doc, call: Call, arguments: Doc) -> Any:
    """Return anything by its global id."""
    return _node(call, arguments["id"])


@field("QueryRoot.nodes")
def nodes(source: Doc, call: Call, arguments: Doc) -> list[Any]:
    """
    Return many things by their global ids.

    :raises ValueError: above 250 of them.
    """
    if len(arguments["ids"]) > 250:
        raise ValueError("The input array size of 251 or more is greater than the maximum allowed of 250.")
    return [_node(call, each) for each in arguments["ids"]]


def _node(call: Call, text: str) -> Any:
    kind, number = gids.split(text)
    if kind not in LOADERS or not number.isdigit():
        return None
    found = call.load(kind, int(number))
    return _visible(call, found) if kind == "Order" else found
