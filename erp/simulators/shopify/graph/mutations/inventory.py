"""Stock: set, adjust, move, activate, deactivate, and the item's own data."""

from collections.abc import Callable, Sequence
from typing import Any
from urllib.parse import urlsplit

from erp.simulators.shopify.domain import catalogue, stock
from erp.simulators.shopify.graph.call import Call
from erp.simulators.shopify.graph.mutations.frame import mutation, require_presence
from erp.simulators.shopify.state import gids, times
from erp.simulators.shopify.state.refusals import Refused, RefusedAll
from erp.simulators.shopify.state.store import Doc

REASONS = frozenset(
    "correction cycle_count_available damaged movement_canceled movement_created movement_received movement_updated"
    " other promotion quality_control received reservation_created reservation_deleted reservation_updated restock"
    " safety_stock shrinkage".split()
)
TOTAL = 1_000_000_000
DELTA = 2_000_000_000
ADJUSTABLE = ("available", "damaged", "incoming", "quality_control", "reserved", "safety_stock")


def _check_header(given: Doc) -> None:
    if given["reason"] not in REASONS:
        raise Refused("The specified reason is invalid.", code="INVALID_REASON", field=["input", "reason"])
    uri = given.get("referenceDocumentUri")
    if uri is not None and not _is_uri(uri):
        raise Refused(
            "The specified reference document is invalid.",
            code="INVALID_REFERENCE_DOCUMENT",
            field=["input", "referenceDocumentUri"],
        )


def _is_uri(text: str) -> bool:
    parts = urlsplit(text)
    return bool(parts.scheme and (parts.netloc or parts.path))


def _level(call: Call, item_id: str, location_id: str, path: Sequence[str]) -> Doc:
    item, place = gids.number(item_id, "InventoryItem"), gids.number(location_id, "Location")
    store = call.world.store
    row = store.row("SELECT *, on_hand FROM levels WHERE item_id = ? AND location_id = ? AND active", item, place)
    if row:
        return dict(row)
    if not store.value("SELECT 1 FROM variants WHERE item_id = ?", item):
        raise Refused(
            "The specified inventory item could not be found.",
            code="INVALID_INVENTORY_ITEM",
            field=[*path, "inventoryItemId"],
        )
    message = "The specified location could not be found."
    if store.value("SELECT 1 FROM locations WHERE id = ?", place):
        message = "The specified inventory item is not stocked at the location."
    raise Refused(message, code="INVALID_LOCATION", field=[*path, "locationId"])


def _compare(item: Doc, current: int, path: Sequence[str]) -> None:
    expected = item["changeFromQuantity"]
    if expected is not None and expected != current:
        raise Refused(
            f"The changeFromQuantity argument no longer matches the persisted quantity ({current}).",
            code="CHANGE_FROM_QUANTITY_STALE", field=[*path, "changeFromQuantity"],
        )  # fmt: skip


def _each(changes: list[Doc], path: list[str], plan: Callable[[Doc, list[str]], Any]) -> list[Any]:
    """Plan every change and refuse with all reasons, so that nothing is written unless all of it can be."""
    planned, reasons, seen = [], [], set()
    for index, change in enumerate(changes):
        place = [*path, str(index)]
        try:
            if "locationId" in change:
                pair = (change["inventoryItemId"], change["locationId"])
                if pair in seen:
                    raise Refused(
                        "The combination of inventoryItemId and locationId must be unique.",
                        code="NO_DUPLICATE_INVENTORY_ITEM_ID_GROUP_ID_PAIR", field=place,
                    )  # fmt: skip
                seen.add(pair)
            planned.append(plan(change, place))
        except Refused as reason:
            reasons.append(reason)
    if reasons:
        raise RefusedAll(reasons)
    return planned


def _write(call: Call, given: Doc, planned: Sequence[tuple[Doc, dict[str, int], str | None]]) -> Doc:
    """Apply the planned moves and return the adjustment group, null if nothing changed."""
    changes = []
    for level, deltas, document in planned:
        stock.move(call.world, level["item_id"], level["location_id"], deltas)
        shown = {name: delta for name, delta in deltas.items() if delta}
        held = sum(delta for name, delta in shown.items() if name != "incoming")
        if held:
            shown["on_hand"] = held
        for name, delta in shown.items():
            changes.append(
                {
                    "name": name, "delta": delta, "quantityAfterChange": level[name] + delta,
                    "ledgerDocumentUri": document,
                    "item": level["item_id"], "location": level["location_id"],
                }
            )  # fmt: skip
    if not changes:
        return {"inventoryAdjustmentGroup": None}
    group = {
        "id": call.world.store.new_id("InventoryAdjustmentGroup"), "createdAt": times.now(), "reason": given["reason"],
        "referenceDocumentUri": given.get("referenceDocumentUri"), "changes": changes,
    }  # fmt: skip
    return {"inventoryAdjustmentGroup": group}


@mutation("inventorySetQuantities")
def set_quantities(call: Call, arguments: Doc) -> Doc:
    """Set absolute quantities by compare-and-set."""
    given = arguments["input"]
    for index, each in enumerate(given["quantities"]):
        require_presence(each, ["input", "quantities", str(index)])
    name = given["name"]
    if name not in ("available", "on_hand"):
        raise Refused(
            "The quantity name must be either 'available' or 'on_hand'.", code="INVALID_NAME", field=["input", "name"]
        )
    _check_header(given)

    def plan(change: Doc, path: list[str]) -> tuple[Doc, dict[str, int], None]:
        quantity = change["quantity"]
        if abs(quantity) > TOTAL:
            side = ("higher than", "HIGH") if quantity > 0 else ("lower than -", "LOW")
            message = f"The total quantity can't be {side[0]} 1,000,000,000.".replace("- 1", "-1")
            raise Refused(message, code=f"INVALID_QUANTITY_TOO_{side[1]}", field=[*path, "quantity"])
        if name == "on_hand" and quantity < 0:
            raise Refused(
                "The quantity can't be negative.", code="INVALID_QUANTITY_NEGATIVE", field=[*path, "quantity"]
            )
        level = _level(call, change["inventoryItemId"], change["locationId"], path)
        _compare(change, level[name], path)
        return level, {"available": quantity - level[name]}, None

    return _write(call, given, _each(given["quantities"], ["input", "quantities"], plan))


@mutation("inventoryAdjustQuantities")
def adjust_quantities(call: Call, arguments: Doc) -> Doc:
    """Add to one named quantity."""
    given = arguments["input"]
    for index, each in enumerate(given["changes"]):
        require_presence(each, ["input", "changes", str(index)])
    name = given["name"]
    if name not in ADJUSTABLE:
        raise Refused("The specified quantity name is invalid.", code="INVALID_QUANTITY_NAME", field=["input", "name"])
    _check_header(given)
    if len({each.get("ledgerDocumentUri") for each in given["changes"]}) > 1:
        raise Refused(
            "All changes must have the same ledger document URI.",
            code="MAX_ONE_LEDGER_DOCUMENT",
            field=["input", "changes"],
        )

    def plan(change: Doc, path: list[str]) -> tuple[Doc, dict[str, int], str | None]:
        document = change.get("ledgerDocumentUri")
        _check_document(name, document, path)
        level = _level(call, change["inventoryItemId"], change["locationId"], path)
        _compare(change, level[name], path)
        after = level[name] + change["delta"]
        if max(abs(after), abs(change["delta"])) > DELTA:
            side = "HIGH" if change["delta"] > 0 else "LOW"
            raise Refused("The quantity is out of range.", code=f"INVALID_QUANTITY_TOO_{side}", field=[*path, "delta"])
        return level, {name: change["delta"]}, document

    return _write(call, given, _each(given["changes"], ["input", "changes"], plan))


def _check_document(name: str, document: str | None, path: Sequence[str]) -> None:
    where = [*path, "ledgerDocumentUri"]
    if name == "available":
        if document is not None:
            raise Refused(
                "A ledger document URI is not allowed when adjusting available.",
                code="INVALID_AVAILABLE_DOCUMENT",
                field=where,
            )
        return
    if document is None:
        raise Refused(
            "A ledger document URI is required except when adjusting available.",
            code="INVALID_QUANTITY_DOCUMENT",
            field=where,
        )
    if document.startswith("gid://shopify/"):
        raise Refused(
            "Internal (gid://shopify/) ledger documents are not allowed.", code="INTERNAL_LEDGER_DOCUMENT", field=where
        )
    if not _is_uri(document):
        raise Refused("The specified ledger document is invalid.", code="INVALID_LEDGER_DOCUMENT", field=where)


@mutation("inventoryMoveQuantities")
def move_quantities(call: Call, arguments: Doc) -> Doc:
    """Move a quantity from one name to another at the same location."""
    given = arguments["input"]
    for index, each in enumerate(given["changes"]):
        for side in ("from", "to"):
            require_presence(each[side], ["input", "changes", str(index), side])
    _check_header(given)

    def plan(change: Doc, path: list[str]) -> tuple[Doc, dict[str, int], str | None]:
        start, end = change["from"], change["to"]
        _check_move(change, path)
        level = _level(call, change["inventoryItemId"], start["locationId"], path)
        _compare(start, level[start["name"]], [*path, "from"])
        _compare(end, level[end["name"]], [*path, "to"])
        deltas = {start["name"]: -change["quantity"], end["name"]: change["quantity"]}
        return level, deltas, end.get("ledgerDocumentUri")

    return _write(call, given, _each(given["changes"], ["input", "changes"], plan))


def _check_move(change: Doc, path: list[str]) -> None:
    start, end = change["from"], change["to"]
    if start["locationId"] != end["locationId"]:
        raise Refused(
            "The quantities can't be moved between different locations.", code="DIFFERENT_LOCATIONS", field=path
        )
    if start["name"] == end["name"]:
        raise Refused("The quantity names for each change can't be the same.", code="SAME_QUANTITY_NAME", field=path)
    for side in (start, end):
        if side["name"] not in ADJUSTABLE:
            raise Refused("The specified quantity name is invalid.", code="INVALID_QUANTITY_NAME", field=path)
        _check_document(side["name"], side.get("ledgerDocumentUri"), path)
    if change["quantity"] < 0:
        raise Refused("The quantity can't be negative.", code="INVALID_QUANTITY_NEGATIVE", field=[*path, "quantity"])


@mutation("inventoryActivate", coded=False)
def activate(call: Call, arguments: Doc) -> Doc:
    """Start to stock an item at a location; available only counts when it is new there."""
    item = gids.number(arguments["inventoryItemId"], "InventoryItem")
    place = gids.number(arguments["locationId"], "Location")
    store = call.world.store
    if not store.value("SELECT 1 FROM variants WHERE item_id = ?", item):
        raise Refused("The inventory item couldn't be found.", field=["inventoryItemId"])
    if not store.value("SELECT 1 FROM locations WHERE id = ? AND active", place):
        raise Refused("The location couldn't be found.", field=["locationId"])
    available = arguments.get("available")
    on_hand = arguments.get("onHand")
    if available is not None and on_hand is not None:
        raise Refused("Only one of available and onHand can be set.", field=["onHand"])
    started = stock.stock_item(call.world, item, place, 0)
    start = available if available is not None else on_hand
    if started and start:
        stock.move(call.world, item, place, {"available": start})
    elif start is not None and not started:
        raise Refused(
            "Not allowed to set available quantity when the item is already active at the location.",
            field=["available"],
        )
    return {"inventoryLevel": store.value("SELECT id FROM levels WHERE item_id = ? AND location_id = ?", item, place)}


@mutation("inventoryDeactivate", coded=False)
def deactivate(call: Call, arguments: Doc) -> Doc:
    """Stop to stock an item at a location."""
    number = gids.number(arguments["inventoryLevelId"], "InventoryLevel")
    row = call.world.store.row("SELECT item_id, committed FROM levels WHERE id = ? AND active", number)
    if row is None:
        raise Refused("The inventory level couldn't be found.", field=["inventoryLevelId"])
    others = call.world.store.value("SELECT count(*) FROM levels WHERE item_id = ? AND active", row["item_id"])
    if row["committed"] or others < 2:
        raise Refused(
            "The product couldn't be unstocked: it is committed there, or stocked nowhere else.",
            field=["inventoryLevelId"],
        )
    call.world.store.write("UPDATE levels SET active = 0, updated_at = ? WHERE id = ?", times.now(), number)
    return {}


@mutation("inventoryItemUpdate", coded=False)
def update_item(call: Call, arguments: Doc) -> Doc:
    """Change SKU, cost, customs data, tracking or weight."""
    doc = catalogue.variant_of_item(call.world, gids.number(arguments["id"], "InventoryItem"))
    if doc is None:
        raise Refused("The inventory item couldn't be found.", field=["id"])
    change_item(doc, arguments["input"])
    catalogue.save_variant(call.world, doc)
    catalogue.announce(call.world, doc["productId"], created=False)
    return {"inventoryItem": doc["itemId"]}


def change_item(variant: Doc, given: Doc) -> None:
    """Put an InventoryItemInput into a variant's document."""
    item = variant["item"]
    if "sku" in given:
        variant["sku"] = given["sku"]
    for name in (
        "cost",
        "countryCodeOfOrigin",
        "harmonizedSystemCode",
        "provinceCodeOfOrigin",
        "requiresShipping",
        "tracked",
    ):
        if name in given:
            item[name] = given[name]
    if (given.get("measurement") or {}).get("weight"):
        item["weight"] = given["measurement"]["weight"]
