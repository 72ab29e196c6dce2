"""
The control API's half that is commerce: catalogue, orders, stock. Every function takes the request's body and returns
JSON.
"""

import re
from decimal import Decimal
from typing import Any

from erp.simulators.shopify.domain import (
    cancelling,
    catalogue,
    editing,
    fulfilling,
    orders,
    paying,
    placing,
    refunding,
    shop,
    stock,
)
from erp.simulators.shopify.state import gids
from erp.simulators.shopify.state.money import Amount
from erp.simulators.shopify.state.refusals import Refused
from erp.simulators.shopify.state.store import Doc
from erp.simulators.shopify.state.world import World

OPAQUE = ("stock", "attributes", "properties", "rates")


def camel(value: Any) -> Any:
    """Return the body with snake_case keys turned into camelCase, so that both can be sent."""
    if isinstance(value, list):
        return [camel(each) for each in value]
    if not isinstance(value, dict):
        return value
    return {
        re.sub(r"_([a-z])", lambda match: match[1].upper(), key): each if key in OPAQUE else camel(each)
        for key, each in value.items()
    }


def order_id(world: World, text: str) -> int:
    """
    Return the id of an order by number, gid, name (#1001) or order number (1001).

    :raises Refused: if there is none.
    """
    text = text.removeprefix("gid://shopify/Order/")
    found = world.store.value(
        "SELECT id FROM orders WHERE id = ? OR name = ? OR number = ?", _int(text), text, _int(text)
    )
    if found is None:
        raise Refused(f"There is no order {text}", code="NOT_FOUND")
    return int(found)


def _int(text: str) -> int:
    return int(text) if text.isdigit() and len(text) < 19 else -1


def set_up(world: World, given: Doc) -> Doc:
    """Change the shop."""
    return shop.change_shop(world, camel(given)) | {"locations": places(world)}


def places(world: World) -> list[Doc]:
    """Return the locations with their ids."""
    rows = world.store.rows("SELECT id, name, active FROM locations ORDER BY id")
    return [
        {"id": row["id"], "gid": gids.gid("Location", row["id"]), "name": row["name"], "active": bool(row["active"])}
        for row in rows
    ]


def load_products(world: World, given: Any) -> Doc:
    """Load a catalogue: a list, or {products, announce}; webhooks only when announced."""
    listed = given if isinstance(given, list) else given.get("products") or [given]
    tell = not isinstance(given, list) and bool(given.get("announce"))
    named = {row["name"]: row["id"] for row in world.store.rows("SELECT id, name FROM locations WHERE active")}
    made = []
    with world.store.transaction():
        for each in listed:
            made.append(_load_product(world, camel(each), named))
            if tell:
                catalogue.announce(world, made[-1]["id"], created=True)
    return {"products": made}


def _load_product(world: World, given: Doc, named: dict[str, int]) -> Doc:
    variants = given.pop("variants", None) or [given]
    fields = ("title", "handle", "status", "vendor", "productType", "tags", "descriptionHtml", "isGiftCard", "options")
    if not given.get("title"):
        raise Refused("A product needs a title", field=["title"])
    product = catalogue.add_product(world, {name: given[name] for name in fields if given.get(name) is not None})
    made = [_load_variant(world, product, each, named) for each in variants]
    if any(each.get("options") for each in variants):
        names = [each["name"] for each in made[0]["selectedOptions"]]
        product["options"] = [
            {
                "name": name,
                "position": place + 1,
                "values": list(dict.fromkeys(each["selectedOptions"][place]["value"] for each in made)),
            }
            for place, name in enumerate(names)
        ]
        catalogue.save_product(world, product)
    shown = [
        {
            "id": each["id"],
            "gid": gids.gid("ProductVariant", each["id"]),
            "sku": each["sku"],
            "inventoryItemId": each["itemId"],
        }
        for each in made
    ]
    return {
        "id": product["id"],
        "gid": gids.gid("Product", product["id"]),
        "handle": product["handle"],
        "variants": shown,
    }


def _load_variant(world: World, product: Doc, given: Doc, named: dict[str, int]) -> Doc:
    names = ("sku", "barcode", "price", "compareAtPrice", "taxable", "inventoryPolicy")
    values: Doc = {name: given[name] for name in names if given.get(name) is not None}
    options = given.get("options")
    if isinstance(options, dict):
        values["selectedOptions"] = [{"name": name, "value": str(value)} for name, value in options.items()]
    item = ("tracked", "requiresShipping", "cost", "harmonizedSystemCode", "countryCodeOfOrigin", "weight")
    values["item"] = {name: given[name] for name in item if given.get(name) is not None}
    held = given.get("stock", 0)
    first = next(iter(named.values()))
    quantities = (
        {first: int(held)}
        if not isinstance(held, dict)
        else {_place(named, name): int(each) for name, each in held.items()}
    )
    return catalogue.add_variant(world, product, values, dict.fromkeys(named.values(), 0) | quantities)


def _place(named: dict[str, int], name: str) -> int:
    text = str(name).removeprefix("gid://shopify/Location/")
    found = named.get(name) or next((each for each in named.values() if str(each) == text), None)
    if found is None:
        raise Refused(f"There is no location {name}", code="NOT_FOUND", field=["stock"])
    return found


def order_summary(doc: Doc) -> Doc:
    """Return what tests and reports want to know of an order; amounts in the shop's currency."""
    money = {
        name: str(Amount.read(doc[f"{name}Set"]).shop)
        for name in (
            "totalPrice",
            "subtotalPrice",
            "totalTax",
            "totalDiscounts",
            "totalShippingPrice",
            "currentTotalPrice",
            "totalRefunded",
            "totalOutstanding",
        )
    }
    return {
        "id": doc["id"], "gid": gids.gid("Order", doc["id"]), "name": doc["name"], "number": doc["number"],
        "email": doc["email"],
        "createdAt": doc["createdAt"], "updatedAt": doc["updatedAt"], "cancelledAt": doc["cancelledAt"],
        "financialStatus": doc["displayFinancialStatus"], "fulfillmentStatus": doc["displayFulfillmentStatus"],
        "currency": doc["currencyCode"], "presentmentCurrency": doc["presentmentCurrencyCode"],
        "presentmentTotal": str(Amount.read(doc["totalPriceSet"]).buyer), "customer": doc["customer"], **money,
        "lines": [
            {name: each[name] for name in ("id", "sku", "title", "quantity", "currentQuantity", "unfulfilledQuantity")}
            for each in doc["lineItems"]
        ],
        "fulfillments": [
            {"id": each["id"], "status": each["status"], "tracking": each["trackingInfo"],
                "quantity": sum(part["quantity"] for part in each["fulfillmentLineItems"])}
            for each in doc["fulfillments"]
        ],
    }  # fmt: skip


def place(world: World, given: Doc) -> Doc:
    """Place an order."""
    return order_summary(placing.place_order(world, camel(given)))


def cancel(world: World, number: int, given: Doc) -> Doc:
    """Cancel an order."""
    given = camel(given)
    return order_summary(
        cancelling.cancel_order(
            world, number, reason=given.get("reason", "CUSTOMER"), restock=given.get("restock", True),
            refund=given.get("refund", True),
            note=given.get("note"),
        )
    )  # fmt: skip


def pay(world: World, number: int, given: Doc) -> Doc:
    """Receive money for an order."""
    with world.store.transaction():
        doc = paying.pay_order(world, number, gateway=given.get("gateway", "manual"), amount=given.get("amount"))
    return order_summary(doc)


def edit(world: World, number: int, given: Doc) -> Doc:
    """Edit an order."""
    return order_summary(editing.edit_order(world, number, camel(given)))


def refund(world: World, number: int, given: Doc) -> Doc:
    """Refund: lines by sku or line id, shipping ("full" or an amount), amount (else what the vendor suggests)."""
    given, doc = camel(given), orders.get_order(world, number)
    lines = [_refund_line(doc, each) for each in given.get("lines") or []]
    if given.get("full"):
        kind = given.get("restockType")
        lines = [
            {"lineItem": each["id"], "quantity": each["refundableQuantity"], "restockType": kind or _natural(each)}
            for each in doc["lineItems"] if each["refundableQuantity"]
        ]  # fmt: skip
    shipping, amount = given.get("shipping"), given.get("amount")
    transactions = None
    if amount is not None:
        transactions = refunding.suggested_transactions(doc, Amount(Decimal(str(amount)), Decimal(str(amount))))
    wish = refunding.Wish(
        lines=lines, full_shipping=shipping == "full" or bool(given.get("full")), note=given.get("note"),
        transactions=transactions,
        shipping=Decimal(str(shipping)) if shipping not in (None, "full") else None,
    )  # fmt: skip
    changed, made = refunding.refund_order(world, number, wish)
    return order_summary(changed) | {"refund": made["id"]}


def _natural(line: Doc) -> str:
    return "CANCEL" if line["unfulfilledQuantity"] >= line["refundableQuantity"] else "NO_RESTOCK"


def _refund_line(doc: Doc, given: Doc) -> Doc:
    line = orders.line(doc, given)
    kind = given.get("restockType") or _natural(line)
    return {"lineItem": line["id"], "quantity": int(given.get("quantity", 1)), "restockType": kind}


def fulfil(world: World, given: Doc) -> Doc:
    """Let the shop's own staff send an order: {order, lines?: [{sku, quantity}], tracking?: {company, number, url}}."""
    given = camel(given)
    doc = orders.get_order(world, order_id(world, str(given.get("order", ""))))
    wanted: dict[int, dict[int, int] | None] = {}
    skus = {each["sku"]: int(each["quantity"]) for each in given.get("lines") or []}
    lines = {each["id"]: each for each in doc["lineItems"]}
    for each in doc["fulfillmentOrders"]:
        if each["status"] not in ("OPEN", "IN_PROGRESS"):
            continue
        chosen = {
            part["id"]: min(part["remainingQuantity"], skus.get(lines[part["lineItem"]]["sku"], 0))
            for part in each["lineItems"]
        }
        chosen = {key: quantity for key, quantity in chosen.items() if quantity}
        if chosen or not skus:
            wanted[each["id"]] = chosen if skus else None
    if not wanted:
        raise Refused("Nothing is left to send", field=["order"])
    tracking = [given["tracking"]] if given.get("tracking") else []
    made = [
        fulfilling.fulfil(
            world, {key: value}, [{"company": None, "number": None, "url": None} | each for each in tracking]
        )
        for key, value in wanted.items()
    ]
    return order_summary(made[-1][0]) | {"fulfilled": [each["id"] for _, each in made]}


def change_stock(world: World, given: Doc) -> Doc:
    """Let a clerk change stock in the shop: {sku, location?, set or add, name?}; or {changes: [...]}."""
    given = camel(given)
    named = {
        row["name"]: row["id"] for row in world.store.rows("SELECT id, name FROM locations WHERE active ORDER BY id")
    }
    changed = []
    with world.store.transaction():
        for each in given.get("changes") or [given]:
            variant = catalogue.variant_by_sku(world, str(each.get("sku", "")))
            if variant is None:
                raise Refused(f"There is no variant {each.get('sku')}", code="NOT_FOUND", field=["sku"])
            location = _place(named, each["location"]) if each.get("location") else next(iter(named.values()))
            stock.stock_item(world, variant["itemId"], location)
            name = each.get("name", "available")
            before = stock.level(world, variant["itemId"], location) or {}
            if name not in stock.STATES:
                raise Refused(f"name is one of {', '.join(stock.STATES)}", field=["name"])
            delta = int(each["set"]) - before[name] if "set" in each else int(each.get("add", 0))
            stock.move(world, variant["itemId"], location, {name: delta})
            changed.append({"sku": variant["sku"], "location": location, name: before[name] + delta})
    return {"changes": changed}
