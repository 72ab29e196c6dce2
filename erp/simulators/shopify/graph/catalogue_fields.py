"""Fields of products, variants, stock, customers and the shop that are computed when they are asked for."""

from datetime import datetime
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from erp.simulators.shopify.domain import catalogue, stock
from erp.simulators.shopify.graph import tables
from erp.simulators.shopify.graph.call import Call
from erp.simulators.shopify.graph.order_fields import plain
from erp.simulators.shopify.graph.paging import connect_list
from erp.simulators.shopify.graph.part_fields import formatted, metafield_view
from erp.simulators.shopify.graph.resolving import field
from erp.simulators.shopify.state import gids
from erp.simulators.shopify.state.store import Doc

MAXIMUM_VARIANTS = 2048

plain("Product.description", lambda source: source["descriptionHtml"])
plain("Product.defaultCursor", lambda source: str(source["id"]))
plain("Product.hasOnlyDefaultVariant", lambda source: source["options"][0]["values"] == ["Default Title"])
plain(
    "ProductOption.optionValues",
    lambda source: [{"id": None, "name": each, "hasVariants": True} for each in source["values"]],
)
plain("ProductVariant.defaultCursor", lambda source: str(source["id"]))
plain("SelectedOption.optionValue", lambda source: {"id": None, "name": source["value"], "hasVariants": True})
plain(
    "Customer.displayName",
    lambda source: (
        " ".join(each for each in (source["firstName"], source["lastName"]) if each) or source["email"] or ""
    ),
)
plain("Customer.defaultEmailAddress", lambda source: {"emailAddress": source["email"]} if source["email"] else None)
plain("Customer.defaultPhoneNumber", lambda source: {"phoneNumber": source["phone"]} if source["phone"] else None)
plain("Customer.defaultAddress", lambda source: next(iter(source["addresses"]), None))
plain("LocationAddress.formatted", formatted)
plain("ShopAddress.formatted", formatted)


@field("Customer.addressesV2")
def addresses(source: Doc, call: Call, arguments: Doc) -> Doc:
    """Return the address book."""
    return connect_list(source["addresses"], arguments)


@field("Customer.orders")
def customer_orders(source: Doc, call: Call, arguments: Doc) -> Doc:
    """Return what the customer bought."""
    return tables.rows(call, "orders", arguments, "customer_id = ?", source["id"])


@field("Customer.numberOfOrders")
def number_of_orders(source: Doc, call: Call, arguments: Doc) -> str:
    """Count what the customer bought."""
    return str(call.world.store.value("SELECT count(*) FROM orders WHERE customer_id = ?", source["id"]))


@field("Customer.amountSpent")
def amount_spent(source: Doc, call: Call, arguments: Doc) -> Doc:
    """Add up what the customer bought, in the shop's currency."""
    found = call.world.store.rows(
        "SELECT total FROM orders WHERE customer_id = ? AND cancelled_at IS NULL", source["id"]
    )
    spent = sum((Decimal(row["total"]) for row in found), Decimal(0))
    return {"amount": str(spent), "currencyCode": call.world.shop["currencyCode"]}


@field("Customer.lastOrder")
def last_order(source: Doc, call: Call, arguments: Doc) -> Doc | None:
    """Return the newest order of the customer."""
    found = call.world.store.value("SELECT max(id) FROM orders WHERE customer_id = ?", source["id"])
    return call.load("Order", found) if found else None


@field("Product.variants")
def product_variants(source: Doc, call: Call, arguments: Doc) -> Doc:
    """Return the variants; up to 2048 at once."""
    return tables.rows(call, "variants", arguments, "product_id = ?", source["id"], maximum=MAXIMUM_VARIANTS)


@field("Product.variantsCount")
def variants_count(source: Doc, call: Call, arguments: Doc) -> Doc:
    """Count the variants."""
    return {
        "count": call.world.store.value("SELECT count(*) FROM variants WHERE product_id = ?", source["id"]),
        "precision": "EXACT",
    }


@field("Product.totalInventory")
def total_inventory(source: Doc, call: Call, arguments: Doc) -> int:
    """Add up what is available of all variants."""
    return int(
        call.world.store.value(
            "SELECT coalesce(sum(available), 0) FROM levels JOIN variants USING (item_id)"
            " WHERE product_id = ? AND active",
            source["id"],
        )
    )


@field("Product.tracksInventory", "Product.hasOutOfStockVariants")
def tracks(source: Doc, call: Call, arguments: Doc) -> bool:
    """Say whether any variant is tracked (a shop without stock has out-of-stock variants)."""
    return any(each["item"]["tracked"] for each in catalogue.variants(call.world, source["id"]))


@field("Product.priceRangeV2")
def price_range(source: Doc, call: Call, arguments: Doc) -> Doc:
    """Return the cheapest and the dearest variant's price."""
    prices = [Decimal(each["price"]) for each in catalogue.variants(call.world, source["id"])] or [Decimal(0)]
    currency = call.world.shop["currencyCode"]
    return {
        "minVariantPrice": {"amount": str(min(prices)), "currencyCode": currency},
        "maxVariantPrice": {"amount": str(max(prices)), "currencyCode": currency},
    }


@field("ProductVariant.displayName")
def display_name(source: Doc, call: Call, arguments: Doc) -> str:
    """Return product and variant title."""
    product = call.load("Product", source["productId"]) or {}
    return f"{product.get('title')} - {source['title']}"


@field("ProductVariant.inventoryQuantity", "ProductVariant.sellableOnlineQuantity")
def inventory_quantity(source: Doc, call: Call, arguments: Doc) -> int:
    """Return what is available over all locations."""
    return stock.available(call.world, source["itemId"])


@field("ProductVariant.availableForSale")
def available_for_sale(source: Doc, call: Call, arguments: Doc) -> bool:
    """Say whether the checkout would sell one."""
    free = not source["item"]["tracked"] or source["inventoryPolicy"] == "CONTINUE"
    return free or stock.available(call.world, source["itemId"]) > 0


@field("InventoryItem.variants")
def item_variants(source: Doc, call: Call, arguments: Doc) -> Doc:
    """Return the one variant of the item."""
    found = call.load("ProductVariant", source["variantId"])
    return connect_list([found] if found else [], arguments)


@field("InventoryItem.inventoryLevels")
def item_levels(source: Doc, call: Call, arguments: Doc) -> Doc:
    """Return the item's levels."""
    return tables.levels(call, arguments, "item_id", source["id"])


@field("Location.inventoryLevels")
def location_levels(source: Doc, call: Call, arguments: Doc) -> Doc:
    """Return the location's levels."""
    return tables.levels(call, arguments, "location_id", source["id"])


@field("InventoryItem.inventoryLevel", "Location.inventoryLevel")
def one_level(source: Doc, call: Call, arguments: Doc) -> Doc | None:
    """Return the level of this item at that location, or the other way round."""
    item, place = source["id"], source["id"]
    if "locationId" in arguments:
        place = gids.number(arguments["locationId"], "Location")
    else:
        item = gids.number(arguments["inventoryItemId"], "InventoryItem")
    found = call.world.store.value(
        "SELECT id FROM levels WHERE item_id = ? AND location_id = ? AND active", item, place
    )
    return call.load("InventoryLevel", found) if found else None


@field("InventoryItem.locationsCount")
def locations_count(source: Doc, call: Call, arguments: Doc) -> Doc:
    """Count where the item is stocked."""
    return {
        "count": call.world.store.value("SELECT count(*) FROM levels WHERE item_id = ? AND active", source["id"]),
        "precision": "EXACT",
    }


@field("InventoryItem.duplicateSkuCount")
def duplicate_skus(source: Doc, call: Call, arguments: Doc) -> int:
    """Count the other variants with this SKU."""
    return max(0, int(call.world.store.value("SELECT count(*) FROM variants WHERE sku = ?", source["sku"])) - 1)


@field("InventoryLevel.id")
def level_id(source: Doc, call: Call, arguments: Doc) -> str:
    """Return the id, which names the item too."""
    return gids.gid("InventoryLevel", f"{source['id']}?inventory_item_id={source['item_id']}")


@field("InventoryLevel.createdAt")
def level_created(source: Doc, call: Call, arguments: Doc) -> str:
    """Return when the item was first stocked there."""
    return str(source["created_at"])


@field("InventoryLevel.updatedAt")
def level_updated(source: Doc, call: Call, arguments: Doc) -> str:
    """Return when a quantity last changed."""
    return str(source["updated_at"])


@field("InventoryLevel.quantities")
def quantities(source: Doc, call: Call, arguments: Doc) -> list[Doc]:
    """
    Return the named quantities.

    :raises ValueError: on a name that does not exist.
    """
    unknown = [each for each in arguments["names"] if each not in stock.READABLE]
    if unknown:
        raise ValueError(f"The specified quantity name is invalid: {', '.join(unknown)}")
    return [
        {"id": f"{source['id']}?name={each}", "name": each, "quantity": source[each], "updatedAt": source["updated_at"]}
        for each in arguments["names"]
    ]


@field("Shop.shopAddress")
def shop_address(source: Doc, call: Call, arguments: Doc) -> Doc:
    """Return where the shop sits."""
    return {
        "id": source["id"],
        "city": source["city"],
        "countryCodeV2": source["countryCode"],
        "coordinatesValidated": False,
    }


@field("Shop.currencySettings")
def currency_settings(source: Doc, call: Call, arguments: Doc) -> Doc:
    """Return the currencies a buyer may pay in."""
    found = [
        {"currencyCode": each, "currencyName": each, "enabled": True} for each in source["enabledPresentmentCurrencies"]
    ]
    return connect_list(found, arguments)


@field("Shop.timezoneOffset", "Shop.timezoneAbbreviation")
def timezone_offset(source: Doc, call: Call, arguments: Doc) -> str:
    """Return the offset of now, such as +0100."""
    return datetime.now(ZoneInfo(source["ianaTimezone"])).strftime("%z")


@field("Shop.primaryDomain")
def primary_domain(source: Doc, call: Call, arguments: Doc) -> Doc:
    """Return the shop's address."""
    return {"id": source["id"], "host": source["myshopifyDomain"], "sslEnabled": True, "url": source["url"]}


def _metafield(kind: str) -> None:
    def one(source: Doc, call: Call, arguments: Doc) -> Any:
        row = call.world.store.row(
            "SELECT * FROM metafields WHERE owner_kind = ? AND owner_id = ? AND namespace = ? AND key = ?",
            kind, source["id"], arguments.get("namespace") or "$app", arguments["key"],
        )  # fmt: skip
        return metafield_view(row) if row else None

    def many(source: Doc, call: Call, arguments: Doc) -> Doc:
        found = call.world.store.rows(
            "SELECT * FROM metafields WHERE owner_kind = ? AND owner_id = ? ORDER BY id", kind, source["id"]
        )
        wanted = arguments.get("namespace")
        return connect_list([metafield_view(row) for row in found if wanted in (None, row["namespace"])], arguments)

    field(f"{kind}.metafield")(one)
    field(f"{kind}.metafields")(many)


for _kind in ("Product", "ProductVariant", "Order", "Customer", "Shop", "Location"):
    _metafield(_kind)
