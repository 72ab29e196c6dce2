"""Shopify's products as plain values, page by page."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from erp.foundation.money import Money
from erp.sync.channels.shopify.client import ShopifyClient
from erp.sync.protocol import ProductPage, RemoteProduct, RemoteVariant, VariantDetails

Node = Mapping[str, Any]
_GRAMS = {
    "GRAMS": Decimal(1),
    "KILOGRAMS": Decimal(1000),
    "OUNCES": Decimal("28.349523125"),
    "POUNDS": Decimal("453.59237"),
}
_STATUS = {"ACTIVE": "active", "UNLISTED": "active", "DRAFT": "draft", "ARCHIVED": "archived"}
# The vendor's name for the option of a product that has none.
_NO_OPTION = ("Title", "Default Title")


def pages(client: ShopifyClient, after: str) -> Iterator[ProductPage]:
    """The products behind a cursor ("": all), each with all its variants."""
    while True:
        connection = client.send("products", after=after or None)["products"]
        products = tuple(_product(node, _variants(client, node)) for node in connection["nodes"])
        after = connection["pageInfo"]["endCursor"] or after
        yield ProductPage(products, after)
        if not connection["pageInfo"]["hasNextPage"]:
            return


def _variants(client: ShopifyClient, product: Node) -> Sequence[Node]:
    connection = product["variants"]
    nodes = list(connection["nodes"])
    while connection["pageInfo"]["hasNextPage"]:
        more = client.send("product_variants", id=product["id"], after=connection["pageInfo"]["endCursor"])
        connection = more["product"]["variants"]
        nodes += connection["nodes"]
    return nodes


def _product(node: Node, variants: Sequence[Node]) -> RemoteProduct:
    options = [option["name"] for option in node["options"]]
    plain = len(variants) == 1 and [tuple(one.values()) for one in variants[0]["selectedOptions"]] == [_NO_OPTION]
    names = () if plain else tuple(options)
    return RemoteProduct(
        remote_id=node["id"],
        title=node["title"].strip(),
        description=node["description"].strip(),
        brand=node["vendor"].strip(),
        status=_STATUS.get(node["status"], "draft"),
        gift_card=node["isGiftCard"],
        option_names=names,
        variants=tuple(_details(node["id"], variant, names) for variant in variants),
    )


def _details(product_id: str, node: Node, names: Sequence[str]) -> VariantDetails:
    values = {option["name"]: option["value"] for option in node["selectedOptions"]}
    item = node["inventoryItem"]
    return VariantDetails(
        variant=variant_of(product_id, node),
        options=tuple(values[name] for name in names),
        price=Decimal(str(node["price"])),
        cost=Money(str(item["unitCost"]["amount"]), item["unitCost"]["currencyCode"]) if item["unitCost"] else None,
        weight_g=_grams(item["measurement"]["weight"]),
        taxable=node["taxable"],
        bundle=node["requiresComponents"],
    )


def variant_of(product_id: str, node: Node) -> RemoteVariant:
    """A variant with the stock item that carries its quantities."""
    return RemoteVariant(
        remote_id=node["id"],
        product_id=product_id,
        stock_item=node["inventoryItem"]["id"],
        sku=node["sku"] or "",
        barcode=(node["barcode"] or "").strip(),
        title=node["displayName"].removesuffix(f" - {_NO_OPTION[1]}"),
        tracked=node["inventoryItem"]["tracked"],
    )


def _grams(weight: Node | None) -> int | None:
    if not weight or not weight["value"]:
        return None
    exact = Decimal(str(weight["value"])) * _GRAMS[weight["unit"]]
    return int(exact.quantize(Decimal(1), ROUND_HALF_UP)) or None
