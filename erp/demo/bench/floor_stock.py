"""
The floor of showing stock: the same writes over HTTP in a bare loop that computes nothing and remembers nothing.

It keeps to the same budget as the program: points that the shop gives back with time, and a reserve that is left.
"""

import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

import httpx2

from erp.demo.controls import Simulator
from erp.demo.replay.scene import SHOP_TOKEN
from erp.sync.budgets import RESERVE

_ADDRESS = "/admin/api/2026-10/graphql.json"
_SET = """
mutation Set($input: InventorySetQuantitiesInput!, $key: String!) {
  inventorySetQuantities(input: $input) @idempotent(key: $key) { inventoryAdjustmentGroup { id } userErrors { code } }
}
"""
_ONE = 'n%d: inventorySetQuantities(input: $input) @idempotent(key: "%s") { userErrors { code } }'
_AT_ONCE = 50  # of what only spends points: below the most that one call may cost


class FloorRefused(Exception):
    """The shop did not take what the floor wrote, so its time would say nothing."""


@dataclass(frozen=True, slots=True)
class Item:
    """A stock item of the shop that we know nothing of, at its place, and its number now."""

    item: str
    place: str
    number: int


class BareShop:
    """The shop's API with nothing between."""

    def __init__(self, url: str) -> None:
        self._http = httpx2.Client(base_url=url, headers={"X-Shopify-Access-Token": SHOP_TOKEN}, trust_env=False)
        self.points = 0  # that the last call cost
        self.per_second = self.available = self.maximum = 0.0

    @property
    def kept(self) -> float:
        """Points that are left alone."""
        return float(RESERVE) * self.maximum

    def close(self) -> None:
        self._http.close()

    def write_all(self, items: Sequence[Item], *, at_once: int) -> float:
        """Lower each by one, so many a call, waiting for points where needed; the seconds it took."""
        started = time.perf_counter()
        for first in range(0, len(items), at_once):
            time.sleep(max(0.0, (self.points + self.kept - self.available) / self.per_second))
            changes = [_change(item, item.number - 1) for item in items[first : first + at_once]]
            self._send(_SET, input=_input(changes), key=str(uuid4()))
        return time.perf_counter() - started

    def spend_all(self, item: Item) -> None:
        """Spend what has been saved up, but for the reserve, on writes that change nothing."""
        self._spend(item, 1)
        while (count := int((self.available - self.kept) // self.points)) > 0:
            cost = self.points
            self._spend(item, min(count, _AT_ONCE))
            self.points = cost

    def _spend(self, item: Item, count: int) -> None:
        fields = "\n".join(_ONE % (number, uuid4()) for number in range(count))
        document = f"mutation Spend($input: InventorySetQuantitiesInput!) {{\n{fields}\n}}"
        self._send(document, input=_input([_change(item, item.number)]))

    def _send(self, document: str, **variables: Any) -> None:
        said = self._http.post(_ADDRESS, json={"query": document, "variables": variables}).json()
        errors = said.get("errors") or [error for part in said["data"].values() for error in part["userErrors"]]
        if errors:
            raise FloorRefused(str(errors[:3]))
        cost = said["extensions"]["cost"]
        state = cost["throttleStatus"]
        self.points = int(cost["requestedQueryCost"])
        self.available, self.maximum = float(state["currentlyAvailable"]), float(state["maximumAvailable"])
        self.per_second = float(state["restoreRate"])


def put_up(shop: Simulator, count: int, stock: int) -> list[Item]:
    """Put so many products into the shop without a word to us."""
    goods = [{"title": f"Floor {n}", "sku": f"FLOOR-{n:05}", "price": "1.00", "stock": stock} for n in range(count)]
    made = [
        product
        for first in range(0, count, 500)
        for product in shop.post("products", goods[first : first + 500])["products"]
    ]
    place = shop.get("shop")["locations"][0]["gid"]
    return [
        Item(f"gid://shopify/InventoryItem/{variant['inventoryItemId']}", place, stock)
        for product in made
        for variant in product["variants"]
    ]


def _change(item: Item, number: int) -> dict[str, Any]:
    before = {"changeFromQuantity": item.number}
    return {"inventoryItemId": item.item, "locationId": item.place, "quantity": number} | before


def _input(changes: list[dict[str, Any]]) -> dict[str, Any]:
    document = f"gid://backroom/Floor/{uuid4()}"
    return {"name": "available", "reason": "correction", "referenceDocumentUri": document, "quantities": changes}
