"""
Units of an order that leave it: cancelled, refunded or edited away; what that does to stock and fulfilment orders.
"""

from erp.simulators.shopify.domain import stock
from erp.simulators.shopify.domain.fulfilling import settle
from erp.simulators.shopify.state.store import Doc
from erp.simulators.shopify.state.world import World


def withdraw(world: World, doc: Doc, line: Doc, quantity: int, *, restock: bool) -> int | None:
    """
    Take units that are not sent yet out of the fulfilment orders; return the location of the last one.

    With restock they are available again; without, they are gone from on_hand too (committed falls, available does not
    rise).
    """
    place = None
    for each in doc["fulfillmentOrders"]:
        for part in each["lineItems"]:
            taken = min(part["remainingQuantity"], quantity)
            if part["lineItem"] != line["id"] or not taken:
                continue
            quantity -= taken
            part["remainingQuantity"] -= taken
            part["totalQuantity"] -= taken
            place = each["locationId"]
            if line["itemId"]:
                stock.move(world, line["itemId"], place, {"committed": -taken, "available": taken if restock else 0})
        settle(each)
    return place


def bring_back(world: World, line: Doc, quantity: int, location: int) -> None:
    """Put units that were sent and came back on the shelf of a location."""
    if line["itemId"]:
        stock.stock_item(world, line["itemId"], location)
        stock.move(world, line["itemId"], location, {"available": quantity})
