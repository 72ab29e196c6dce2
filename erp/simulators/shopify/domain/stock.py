"""
Quantities of an inventory item at a location.

on_hand is the sum of the other states but incoming, as the vendor defines it; so a sale (available -n, committed +n)
leaves it alone and a fulfilment (committed -n) lowers it.
"""

from collections.abc import Mapping

from erp.simulators.shopify.state import times
from erp.simulators.shopify.state.refusals import Refused
from erp.simulators.shopify.state.store import Doc
from erp.simulators.shopify.state.world import World

STATES = ("available", "committed", "incoming", "reserved", "damaged", "safety_stock", "quality_control")
READABLE = (*STATES, "on_hand")


def level(world: World, item_id: int, location_id: int) -> Doc | None:
    """Return the level as a document, or None if the item is not stocked there."""
    found = world.store.row(
        "SELECT *, on_hand FROM levels WHERE item_id = ? AND location_id = ? AND active", item_id, location_id
    )
    return dict(found) if found else None


def stock_item(world: World, item_id: int, location_id: int, available: int = 0) -> bool:
    """Start (or start again) to stock an item at a location; return whether that is new."""
    if level(world, item_id, location_id):
        return False
    at = times.now()
    world.store.write(
        "INSERT INTO levels (id, item_id, location_id, available, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (item_id, location_id) DO UPDATE SET active = 1, available = excluded.available,"
        " updated_at = excluded.updated_at",
        world.store.new_id("InventoryLevel"), item_id, location_id, available, at, at,
    )  # fmt: skip
    return True


def move(world: World, item_id: int, location_id: int, changes: Mapping[str, int]) -> None:
    """
    Add to states of one level and tell the subscribers when `available` changed.

    :raises Refused: if the item is not stocked at the location.
    """
    changes = {name: delta for name, delta in changes.items() if delta}
    if not changes:
        return
    assignments = ", ".join(f"{name} = {name} + ?" for name in changes)
    touched = world.store.write(
        f"UPDATE levels SET {assignments}, updated_at = ?"  # noqa: S608  # the names are constants of this code
        " WHERE item_id = ? AND location_id = ? AND active",
        *changes.values(), times.now(), item_id, location_id,
    )  # fmt: skip
    if not touched:
        raise Refused("The inventory item is not stocked at the location", code="INVALID_LOCATION")
    if "available" in changes:
        world.notify(world, "inventory_levels/update", level(world, item_id, location_id))


def available(world: World, item_id: int) -> int:
    """Return what is available of an item over all locations."""
    return int(
        world.store.value("SELECT coalesce(sum(available), 0) FROM levels WHERE item_id = ? AND active", item_id)
    )


def choose_locations(world: World, needs: Mapping[int, int]) -> dict[int, int]:
    """
    Route an order: return {item: location}, one location for all if one has everything, else the best for each item.

    An item that nobody stocks goes to the primary location, which then stocks it.
    """
    if not needs:
        return {}
    marks = ",".join("?" * len(needs))
    rows = world.store.rows(
        "SELECT item_id, location_id, available FROM levels"  # noqa: S608  # nothing but question marks
        f" WHERE active AND item_id IN ({marks}) ORDER BY location_id",
        *needs,
    )
    have: dict[int, dict[int, int]] = {}
    for row in rows:
        have.setdefault(row["location_id"], {})[row["item_id"]] = row["available"]
    for location, stock in have.items():
        if all(stock.get(item, 0) >= wanted for item, wanted in needs.items()):
            return dict.fromkeys(needs, location)
    chosen = {}
    for item, wanted in needs.items():
        places = [(stock[item] >= wanted, stock[item], -place, place) for place, stock in have.items() if item in stock]
        if places:
            chosen[item] = max(places)[-1]
        else:
            chosen[item] = int(world.store.value("SELECT min(id) FROM locations WHERE active"))
            stock_item(world, item, chosen[item])
    return chosen
