"""
Invented buyers: they come at random (Poisson), like some products much more than others (Zipf), and some change their
mind.

With the same seed and catalogue they buy the same things; when they come depends on the clock.
"""

import asyncio
import random
import time
from bisect import bisect
from itertools import accumulate
from typing import Any

from erp.simulators.shopify.domain import cancelling, orders, placing, refunding
from erp.simulators.shopify.server.commerce import camel
from erp.simulators.shopify.server.names import buyer
from erp.simulators.shopify.state.refusals import Refused
from erp.simulators.shopify.state.store import Doc
from erp.simulators.shopify.state.world import World

DEFAULTS: Doc = {
    "rate": 1.0, "seconds": 60.0, "seed": 1, "maxLines": 3, "oversell": False, "skew": 1.1, "guests": 0.3,
    "cancels": 0.05,
    "refunds": 0.05, "regulars": 0.2, "skus": None,
}  # fmt: skip
SHIPPING = (
    {"title": "Kurier", "code": "courier", "price": "14.99"},
    {"title": "Paczkomat", "code": "locker", "price": "11.99"},
)


class Crowd:
    """The buyers of one shop; one crowd at a time."""

    def __init__(self, world: World) -> None:
        """Take the shop."""
        self.world = world
        self.task: asyncio.Task[None] | None = None
        self.done: Doc = {}

    def start(self, given: Doc) -> Doc:
        """
        Send buyers in.

        :raises Refused: if some are in already, an option is unknown, or nothing can be bought.
        """
        given = camel(given)
        if set(given) - set(DEFAULTS):
            raise Refused(f"Unknown: {', '.join(sorted(set(given) - set(DEFAULTS)))}")
        if self.task and not self.task.done():
            raise Refused("Shoppers are in already", code="BUSY")
        options = DEFAULTS | given
        dice = random.Random(options["seed"])
        skus = options["skus"] or [
            row["sku"] for row in self.world.store.rows("SELECT sku FROM variants WHERE sku IS NOT NULL ORDER BY id")
        ]
        if not skus or float(options["rate"]) <= 0:
            raise Refused("There is nothing to buy, or nobody to buy it")
        dice.shuffle(skus)
        weights = list(accumulate(1 / (place + 1) ** float(options["skew"]) for place in range(len(skus))))
        self.done = {
            "arrived": 0,
            "bought": 0,
            "out_of_stock": 0,
            "cancelled": 0,
            "refunded": 0,
            "units": 0,
            "errors": 0,
        }
        self.done |= {"started": time.time(), "options": options}
        self.task = asyncio.create_task(self._run(options, dice, skus, weights))
        return self.progress()

    def stop(self) -> None:
        """Send them home."""
        if self.task:
            self.task.cancel()

    def progress(self) -> Doc:
        """Return what they did so far."""
        return {"running": bool(self.task and not self.task.done())} | self.done

    async def _run(self, options: Doc, dice: random.Random, skus: list[str], weights: list[float]) -> None:
        start, due, number = time.monotonic(), 0.0, int(self.world.store.recall("buyers") or 0)
        while True:
            due += dice.expovariate(float(options["rate"]))
            if due > float(options["seconds"]):
                return
            await asyncio.sleep(max(0.0, start + due - time.monotonic()))
            number += 1
            self.done["arrived"] += 1
            try:
                self._visit(options, dice, number, lambda: skus[bisect(weights, dice.random() * weights[-1])])
            except Refused as refusal:
                self.done["out_of_stock" if refusal.code == "OUT_OF_STOCK" else "errors"] += 1
            self.world.store.remember("buyers", number)

    def _visit(self, options: Doc, dice: random.Random, number: int, pick: Any) -> None:
        who = number if dice.random() >= options["regulars"] or number < 10 else dice.randint(1, number - 1)
        person = buyer(random.Random(who), who)
        wanted: dict[str, int] = {}
        for _ in range(dice.randint(1, int(options["maxLines"]))):
            wanted[pick()] = dice.choice((1, 1, 1, 1, 2, 2, 3))
        order: Doc = {
            "lines": [{"sku": sku, "quantity": quantity} for sku, quantity in wanted.items()],
            "oversell": options["oversell"],
            "shippingAddress": person["address"], "email": person["email"], "shipping": dice.choice(SHIPPING),
            "phone": person["phone"],
        }  # fmt: skip
        if dice.random() >= options["guests"]:
            order["customer"] = {name: person[name] for name in ("email", "firstName", "lastName", "phone")}
        if dice.random() < 0.1:
            order["discounts"] = [{"code": "WELCOME10", "percentage": "10"}]
        doc = placing.place_order(self.world, order)
        self.done["bought"] += 1
        self.done["units"] += sum(wanted.values())
        regret = dice.random()
        if regret < options["cancels"]:
            self._later(dice, "cancelled", doc["id"])
        elif regret < options["cancels"] + options["refunds"]:
            self._later(dice, "refunded", doc["id"])

    def _later(self, dice: random.Random, what: str, order_id: int) -> None:
        asyncio.get_running_loop().call_later(dice.uniform(0.2, 3.0), self._regret, what, order_id)

    def _regret(self, what: str, order_id: int) -> None:
        try:
            if what == "cancelled":
                cancelling.cancel_order(self.world, order_id)
            else:
                doc = orders.get_order(self.world, order_id)
                line = doc["lineItems"][0]
                kind = "CANCEL" if line["unfulfilledQuantity"] else "RETURN"
                refunding.refund_order(
                    self.world,
                    order_id,
                    refunding.Wish(lines=[{"lineItem": line["id"], "quantity": 1, "restockType": kind}]),
                )
        except Refused:
            self.done["errors"] += 1
        else:
            self.done[what] += 1
