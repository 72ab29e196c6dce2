"""Products and their variants. A variant's document carries its inventory item under "item"."""

import json
import re
import sqlite3
import unicodedata
from decimal import Decimal
from typing import Any

from erp.simulators.shopify.domain import stock
from erp.simulators.shopify.state import money, times
from erp.simulators.shopify.state.store import Doc, dumps
from erp.simulators.shopify.state.world import World

OTHER = {"ł": "l", "Ł": "L"}


def slug(world: World, title: str) -> str:
    """Return a free handle made of the title."""
    plain = (
        unicodedata.normalize("NFKD", "".join(OTHER.get(each, each) for each in title))
        .encode("ascii", "ignore")
        .decode()
    )
    base = re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-") or "product"
    handle, number = base, 0
    while world.store.value("SELECT 1 FROM products WHERE handle = ?", handle):
        number += 1
        handle = f"{base}-{number}"
    return handle


def add_product(world: World, given: Doc) -> Doc:
    """Insert a product document; the caller adds the variants and calls `announce`."""
    at = times.now()
    doc: dict[str, Any] = {
        "status": "ACTIVE", "vendor": world.shop["name"], "productType": "", "tags": [], "descriptionHtml": "",
        "options": [{"name": "Title", "values": ["Default Title"]}], "isGiftCard": False,
    } | given  # fmt: skip
    doc |= {"id": world.store.new_id("Product"), "createdAt": at, "updatedAt": at, "publishedAt": at}
    doc["handle"] = doc.get("handle") or slug(world, doc["title"])
    world.store.write("INSERT INTO products VALUES (?,?,?,?,?,?,?,?,?,?)", *_product_row(doc))
    return doc


def save_product(world: World, doc: Doc) -> None:
    """Write a changed product with a new updatedAt."""
    doc["updatedAt"] = times.now()
    row = _product_row(doc)
    world.store.write(
        "UPDATE products SET handle=?, title=?, status=?, vendor=?, product_type=?, tags=?, updated_at=?, doc=?"
        " WHERE id=?",
        *row[1:7], *row[8:], doc["id"],
    )  # fmt: skip


def _product_row(doc: Doc) -> tuple[Any, ...]:
    for option in doc["options"]:
        option.setdefault("id", None)
    tags = "," + ",".join(doc["tags"]).lower() + ","
    return (
        doc["id"], doc["handle"], doc["title"], doc["status"], doc["vendor"], doc["productType"], tags,
        doc["createdAt"], doc["updatedAt"], dumps(doc),
    )  # fmt: skip


def product(world: World, product_id: int) -> Doc | None:
    """Return a product document."""
    found = world.store.value("SELECT doc FROM products WHERE id = ?", product_id)
    return json.loads(found) if found else None


def add_variant(world: World, product_doc: Doc, given: Doc, quantities: dict[int, int]) -> Doc:
    """Insert a variant with its item and what is available by location (every active location stocks it)."""
    at = times.now()
    store = world.store
    item: Doc = {"tracked": True, "requiresShipping": True, "cost": None, "weight": None} | given.pop("item", {})
    doc: dict[str, Any] = {
        "sku": None, "barcode": None, "price": "0.00", "compareAtPrice": None, "taxable": True,
        "inventoryPolicy": "DENY",
        "selectedOptions": [{"name": "Title", "value": "Default Title"}],
    } | given  # fmt: skip
    doc |= {"id": store.new_id("ProductVariant"), "productId": product_doc["id"], "createdAt": at, "updatedAt": at}
    doc["itemId"] = store.new_id("InventoryItem")
    doc["item"] = item | {"id": doc["itemId"], "createdAt": at, "updatedAt": at}
    doc.setdefault(
        "position", 1 + int(store.value("SELECT count(*) FROM variants WHERE product_id=?", product_doc["id"]))
    )
    _normalise(world, doc)
    store.write(
        "INSERT INTO variants VALUES (?,?,?,?,?,?,?,?,?,?)",
        doc["id"], doc["productId"], doc["itemId"], doc["sku"], doc["barcode"], doc["title"], doc["position"], at, at,
        dumps(doc),
    )  # fmt: skip
    for location, available in quantities.items():
        stock.stock_item(world, doc["itemId"], location, available)
    return doc


def _normalise(world: World, doc: Doc) -> None:
    currency = world.shop["currencyCode"]
    doc["title"] = " / ".join(each["value"] for each in doc["selectedOptions"]) or "Default Title"
    doc["price"] = money.text(Decimal(str(doc["price"])), currency)
    if doc["compareAtPrice"] is not None:
        doc["compareAtPrice"] = money.text(Decimal(str(doc["compareAtPrice"])), currency)


def save_variant(world: World, doc: Doc) -> None:
    """Write a changed variant with a new updatedAt."""
    doc["updatedAt"] = doc["item"]["updatedAt"] = times.now()
    _normalise(world, doc)
    world.store.write(
        "UPDATE variants SET sku=?, barcode=?, title=?, position=?, updated_at=?, doc=? WHERE id=?",
        doc["sku"], doc["barcode"], doc["title"], doc["position"], doc["updatedAt"], dumps(doc), doc["id"],
    )  # fmt: skip


def variant(world: World, variant_id: int) -> Doc | None:
    """Return a variant document."""
    return _variant(world.store.row("SELECT doc FROM variants WHERE id = ?", variant_id))


def variant_of_item(world: World, item_id: int) -> Doc | None:
    """Return the variant an inventory item belongs to."""
    return _variant(world.store.row("SELECT doc FROM variants WHERE item_id = ?", item_id))


def variant_by_sku(world: World, sku: str) -> Doc | None:
    """Return the oldest variant with this SKU."""
    return _variant(world.store.row("SELECT doc FROM variants WHERE sku = ? ORDER BY id LIMIT 1", sku))


def _variant(row: sqlite3.Row | None) -> Doc | None:
    return json.loads(row["doc"]) if row else None


def variants(world: World, product_id: int) -> list[Doc]:
    """Return all variants of a product in their order."""
    rows = world.store.rows("SELECT doc FROM variants WHERE product_id = ? ORDER BY position, id", product_id)
    return [json.loads(row["doc"]) for row in rows]


def delete_variant(world: World, doc: Doc) -> None:
    """Forget a variant, its item and its levels."""
    world.store.write("DELETE FROM levels WHERE item_id = ?", doc["itemId"])
    world.store.write("DELETE FROM variants WHERE id = ?", doc["id"])


def delete_product(world: World, product_id: int) -> bool:
    """Delete a product with its variants; return whether it was there."""
    doc = product(world, product_id)
    if doc is None:
        return False
    for each in variants(world, product_id):
        delete_variant(world, each)
    world.store.write("DELETE FROM products WHERE id = ?", product_id)
    world.notify(world, "products/delete", doc)
    return True


def announce(world: World, product_id: int, *, created: bool) -> None:
    """Tell the subscribers; a new product fires create and update, as the vendor's does when it is published."""
    doc = product(world, product_id)
    if created:
        world.notify(world, "products/create", doc)
    world.notify(world, "products/update", doc)
