"""Products and variants: set, delete, and in bulk."""

from decimal import Decimal
from typing import Any

from erp.simulators.shopify.domain import catalogue, shop, stock
from erp.simulators.shopify.graph.call import Call, loader
from erp.simulators.shopify.graph.mutations.frame import mutation, require_presence, user_errors
from erp.simulators.shopify.graph.mutations.inventory import change_item
from erp.simulators.shopify.graph.mutations.people import write_metafield
from erp.simulators.shopify.graph.queries import identified
from erp.simulators.shopify.state import gids
from erp.simulators.shopify.state.refusals import Refused, RefusedAll
from erp.simulators.shopify.state.store import Doc

PRODUCT = {
    "title": "title", "handle": "handle", "status": "status", "vendor": "vendor", "productType": "productType",
    "tags": "tags",
    "descriptionHtml": "descriptionHtml", "giftCard": "isGiftCard", "templateSuffix": "templateSuffix", "seo": "seo",
}  # fmt: skip
VARIANT = ("barcode", "compareAtPrice", "inventoryPolicy", "position", "price", "taxable", "sku")
MAXIMUM_QUANTITIES = 50_000


@loader("ProductSetOperation")
def load_operation(call: Call, number: int) -> Doc | None:
    """Return an asynchronous productSet, which is complete by the time anybody asks."""
    found: Doc | None = call.world.store.recall(f"operation {number}")
    return found | {"__typename": "ProductSetOperation"} if found else None


@mutation("productSet")
def set_product(call: Call, arguments: Doc) -> Doc:
    """
    Create or replace a product: a list that is given replaces the old one whole, and so deletes what it leaves out.
    """
    given, identifier = dict(arguments["input"]), arguments.get("identifier") or {}
    if given.get("id"):
        identifier = {"id": given.pop("id")}
    found = identified(call, "Product", identifier) if identifier else None
    if identifier.get("id") and found is None:
        raise Refused("Product does not exist", code="PRODUCT_DOES_NOT_EXIST", field=["identifier"])
    if identifier.get("handle") and found is None:
        given.setdefault("handle", identifier["handle"])
    created = found is None
    doc = _save(call, found, given)
    if created and identifier.get("customId"):
        write_metafield(call, "Product", doc["id"], identifier["customId"])
    for each in given.get("metafields") or []:
        write_metafield(call, "Product", doc["id"], each)
    if "variants" in given or created:
        _replace_variants(call, doc, given.get("variants"))
    catalogue.announce(call.world, doc["id"], created=created)
    if arguments.get("synchronous", True):
        return {"product": doc["id"], "productSetOperation": None}
    operation: Doc = {
        "id": call.world.store.new_id("ProductSetOperation"),
        "product": None,
        "status": "CREATED",
        "userErrors": [],
    }
    done = operation | {"product": doc["id"], "status": "COMPLETE"}
    call.world.store.remember(f"operation {operation['id']}", done)
    return {"product": None, "productSetOperation": operation}


def _save(call: Call, found: Doc | None, given: Doc) -> Doc:
    changes = {target: given[name] for name, target in PRODUCT.items() if given.get(name) is not None}
    if "productOptions" in given:
        changes["options"] = _options(given["productOptions"] or [])
    elif found is None and any(each["optionValues"] for each in given.get("variants") or []):
        raise Refused(
            "Product options input is required", code="PRODUCT_OPTIONS_INPUT_MISSING", field=["input", "productOptions"]
        )
    handle = changes.get("handle")
    taken = call.world.store.value("SELECT id FROM products WHERE handle = ?", handle) if handle else None
    if taken and (found is None or taken != found["id"]):
        raise Refused(f"Handle '{handle}' already in use.", code="HANDLE_NOT_UNIQUE", field=["input", "handle"])
    if found is None:
        if not changes.get("title"):
            raise Refused("Title can't be blank", code="MISSING_FIELD_REQUIRED", field=["input", "title"])
        return catalogue.add_product(call.world, changes)
    found.pop("__typename", None)
    found |= changes
    catalogue.save_product(call.world, found)
    return found


def _options(given: list[Doc]) -> list[Doc]:
    if len(given) > 3:
        raise Refused(
            "Can only specify a maximum of 3 options", code="OPTIONS_OVER_LIMIT", field=["input", "productOptions"]
        )
    if len({each["name"] for each in given}) < len(given):
        raise Refused("Option names must be unique", code="DUPLICATED_OPTION_NAME", field=["input", "productOptions"])
    found = [
        {"name": each["name"], "position": index + 1, "values": [value["name"] for value in each.get("values") or []]}
        for index, each in enumerate(given)
    ]
    return found or [{"name": "Title", "position": 1, "values": ["Default Title"]}]


def _selected(doc: Doc, given: Doc, path: list[str]) -> list[Doc]:
    by_name = {each["name"]: each for each in doc["options"]}
    chosen = []
    for each in given["optionValues"]:
        option = by_name.get(each.get("optionName") or "")
        if option is None:
            raise Refused(f"Option '{each.get('optionName')}' does not exist", code="OPTION_DOES_NOT_EXIST", field=path)
        if each["name"] not in option["values"]:
            option["values"].append(each["name"])
        chosen.append({"name": option["name"], "value": each["name"]})
    if not chosen and list(by_name) != ["Title"]:
        raise Refused("Option values are missing", code="OPTION_VALUES_MISSING", field=path)
    return chosen or [{"name": "Title", "value": "Default Title"}]


def _key(selected: list[Doc]) -> tuple[str, ...]:
    return tuple(each["value"] for each in sorted(selected, key=lambda each: str(each["name"])))


def _replace_variants(call: Call, doc: Doc, given: list[Doc] | None) -> None:
    world = call.world
    given = given if given is not None else [{"optionValues": []}]
    if not given:
        raise Refused("At least one variant is required", code="VARIANTS_INPUT_MISSING", field=["input", "variants"])
    if sum(len(each.get("inventoryQuantities") or []) for each in given) > MAXIMUM_QUANTITIES:
        raise Refused(
            "Too many inventory quantities", code="INVENTORY_QUANTITIES_LIMIT_EXCEEDED", field=["input", "variants"]
        )
    old = {each["id"]: each for each in catalogue.variants(world, doc["id"])}
    by_options = {_key(each["selectedOptions"]): each["id"] for each in old.values()}
    kept, seen = set(), set()
    for index, each in enumerate(given):
        path = ["input", "variants", str(index)]
        selected = _selected(doc, each, path)
        if _key(selected) in seen:
            raise Refused(
                f"The variant '{' / '.join(_key(selected))}' already exists.", code="INVALID_VARIANT", field=path
            )
        seen.add(_key(selected))
        number = gids.number(each["id"], "ProductVariant") if each.get("id") else by_options.get(_key(selected))
        if each.get("id") and number not in old:
            raise Refused("Product variant does not exist", code="PRODUCT_VARIANT_DOES_NOT_EXIST", field=[*path, "id"])
        values = variant_values(each, path, "INVALID_VARIANT")
        values |= {"selectedOptions": selected, "position": index + 1}
        kept.add(_save_variant(call, doc, old.get(number or 0), values, each))
    for number in set(old) - kept:
        catalogue.delete_variant(world, old[number])
    catalogue.save_product(world, doc)


def _save_variant(call: Call, doc: Doc, found: Doc | None, values: Doc, given: Doc) -> int:
    world, quantities = call.world, {}
    for each in given.get("inventoryQuantities") or []:
        place = gids.number(each["locationId"], "Location")
        if place not in shop.location_ids(world):
            raise Refused(
                "Location does not exist", code="INVALID_INPUT", field=["input", "variants", "inventoryQuantities"]
            )
        quantities[place] = each.get("quantity", each.get("availableQuantity", 0))
    if found is None:
        found = catalogue.add_variant(world, doc, values, dict.fromkeys(shop.location_ids(world), 0) | quantities)
    else:
        found |= values
        for place, quantity in quantities.items():
            stock.stock_item(world, found["itemId"], place)
            level = stock.level(world, found["itemId"], place) or {"available": 0}
            stock.move(world, found["itemId"], place, {"available": quantity - level["available"]})
    if given.get("inventoryItem"):
        change_item(found, given["inventoryItem"])
    catalogue.save_variant(world, found)
    for each in given.get("metafields") or []:
        write_metafield(call, "ProductVariant", found["id"], each)
    return int(found["id"])


def variant_values(given: Doc, path: list[str], code: str = "NEGATIVE_PRICE_VALUE") -> Doc:
    """
    Return the plain fields of a variant's input.

    :raises Refused: on a negative price.
    """
    values: dict[str, Any] = {name: given[name] for name in VARIANT if name in given}
    for name in ("price", "compareAtPrice"):
        if values.get(name) is not None and Decimal(values[name]) < 0:
            raise Refused("Price must be greater than or equal to 0", code=code, field=[*path, name])
    if "price" in values and values["price"] is None:
        del values["price"]
    return values


@mutation("productDelete", coded=False)
def delete(call: Call, arguments: Doc) -> Doc:
    """Delete a product with its variants."""
    wanted = arguments["input"]["id"]
    if not catalogue.delete_product(call.world, gids.number(wanted, "Product")):
        raise Refused("Product does not exist", field=["id"])
    return {"deletedProductId": wanted}


def _product(call: Call, arguments: Doc) -> Doc:
    doc = catalogue.product(call.world, gids.number(arguments["productId"], "Product"))
    if doc is None:
        raise Refused("Product does not exist", code="PRODUCT_DOES_NOT_EXIST", field=["productId"])
    return doc


@mutation("productVariantsBulkCreate")
def create_variants(call: Call, arguments: Doc) -> Doc:
    """Add variants to a product."""
    doc, made = _product(call, arguments), []
    old = catalogue.variants(call.world, doc["id"])
    lonely = doc["options"][0]["values"] == ["Default Title"]
    if arguments.get("strategy") == "REMOVE_STANDALONE_VARIANT" or (
        lonely and arguments.get("strategy", "DEFAULT") == "DEFAULT"
    ):
        for each in old if lonely else []:
            catalogue.delete_variant(call.world, each)
    seen = {_key(each["selectedOptions"]) for each in old}
    for index, each in enumerate(arguments["variants"]):
        path = ["variants", str(index)]
        selected = _selected(doc, {"optionValues": each.get("optionValues") or []}, path)
        if _key(selected) in seen and not lonely:
            raise Refused(
                f"The variant '{' / '.join(_key(selected))}' already exists.", code="VARIANT_ALREADY_EXISTS", field=path
            )
        seen.add(_key(selected))
        made.append(_save_variant(call, doc, None, variant_values(each, path) | {"selectedOptions": selected}, each))
    catalogue.save_product(call.world, doc)
    catalogue.announce(call.world, doc["id"], created=False)
    return {"product": doc["id"], "productVariants": made}


@mutation("productVariantsBulkUpdate")
def update_variants(call: Call, arguments: Doc) -> Doc:
    """Change variants of a product, all or none unless allowPartialUpdates; stock only by quantityAdjustments."""
    doc, made, reasons = _product(call, arguments), [], []
    for index, each in enumerate(arguments["variants"]):
        for place, adjustment in enumerate(each.get("quantityAdjustments") or []):
            require_presence(adjustment, ["variants", str(index), "quantityAdjustments", str(place)])
    for index, each in enumerate(arguments["variants"]):
        try:
            made.append(_update_variant(call, doc, each, ["variants", str(index)]))
        except Refused as reason:
            reasons.append(reason)
    if reasons and not arguments.get("allowPartialUpdates"):
        raise RefusedAll(reasons)
    catalogue.save_product(call.world, doc)
    catalogue.announce(call.world, doc["id"], created=False)
    return {"product": doc["id"], "productVariants": made, "userErrors": user_errors(reasons)}


def _update_variant(call: Call, doc: Doc, given: Doc, path: list[str]) -> int:
    if not given.get("id"):
        raise Refused("Product variant is missing ID attribute", code="PRODUCT_VARIANT_ID_MISSING", field=[*path, "id"])
    found = catalogue.variant(call.world, gids.number(given["id"], "ProductVariant"))
    if found is None or found["productId"] != doc["id"]:
        raise Refused("Product variant does not exist", code="PRODUCT_VARIANT_DOES_NOT_EXIST", field=[*path, "id"])
    if given.get("inventoryQuantities"):
        code = "NO_INVENTORY_QUANTITIES_ON_VARIANTS_UPDATE"
        raise Refused("Inventory quantities can only be provided during create.", code=code, field=path)
    for adjustment in given.get("quantityAdjustments") or []:
        _adjust(call, found, adjustment, path)
    values = variant_values(given, path)
    if given.get("optionValues"):
        values["selectedOptions"] = _selected(doc, given, path)
    return _save_variant(call, doc, found, values, given)


def _adjust(call: Call, found: Doc, given: Doc, path: list[str]) -> None:
    place = gids.number(given["locationId"], "Location")
    level = stock.level(call.world, found["itemId"], place)
    expected = given["changeFromQuantity"]
    if level is None or (expected is not None and expected != level["available"]):
        raise Refused(
            "The changeFromQuantity no longer matches.", code="INVALID_INPUT", field=[*path, "quantityAdjustments"]
        )
    stock.move(call.world, found["itemId"], place, {"available": given.get("adjustment") or 0})


@mutation("productVariantsBulkDelete")
def delete_variants(call: Call, arguments: Doc) -> Doc:
    """Delete variants of a product, but for the last one."""
    doc = _product(call, arguments)
    old = {each["id"]: each for each in catalogue.variants(call.world, doc["id"])}
    wanted = [gids.number(each, "ProductVariant") for each in arguments["variantsIds"]]
    if any(each not in old for each in wanted):
        raise Refused(
            "At least one variant does not belong to the product",
            code="AT_LEAST_ONE_VARIANT_DOES_NOT_BELONG_TO_THE_PRODUCT",
            field=["variantsIds"],
        )
    if len(set(wanted)) == len(old):
        raise Refused(
            "Cannot delete the last variant of a product", code="CANNOT_DELETE_LAST_VARIANT", field=["variantsIds"]
        )
    for each in wanted:
        catalogue.delete_variant(call.world, old[each])
    catalogue.save_product(call.world, doc)
    catalogue.announce(call.world, doc["id"], created=False)
    return {"product": doc["id"]}
