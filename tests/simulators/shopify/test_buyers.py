"""Buyers: fifty for one unit, and the invented ones."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import httpx2
import pytest

from tests.simulators.shopify.driving import Json, Shop, wait_until


def test_of_fifty_buyers_of_one_unit_one_wins(shop: Shop) -> None:
    shop.product("LAST", stock=1)

    def buy(number: int) -> int:
        body = {"lines": [{"sku": "LAST"}], "email": f"racer{number}@example.com"}
        response = httpx2.post(f"{shop.http.base_url}/_sim/orders", json=body, timeout=30, trust_env=False)
        return int(response.status_code)

    with ThreadPoolExecutor(25) as pool:
        statuses = sorted(pool.map(buy, range(50)))
    assert statuses == [201] + [422] * 49
    assert shop.levels("LAST") == (0, 1, 1)


def test_a_shop_may_oversell_when_told_to(shop: Shop) -> None:
    shop.product("OVER", stock=0)
    assert shop.sim("orders", {"lines": [{"sku": "OVER"}]}, expect=422)["code"] == "OUT_OF_STOCK"
    shop.buy("OVER", oversell=True)
    assert shop.levels("OVER") == (-1, 1, 0)


@pytest.mark.parametrize("more", [{"inventoryPolicy": "CONTINUE"}, {"tracked": False}])
def test_some_variants_are_sold_without_stock(shop: Shop, more: Json) -> None:
    sku = f"FREE-{len(str(more))}"
    shop.product(sku, stock=0, **more)
    shop.buy(sku)


def test_invented_buyers_come_buy_and_change_their_mind(open_shop: Callable[..., Shop]) -> None:
    shop = open_shop("--time-scale", "0.001")
    shop.sim("products", [{"title": f"P{n}", "sku": f"P{n}", "price": "10.00", "stock": 3} for n in range(20)])
    started = shop.sim(
        "shoppers", {"rate": 200, "seconds": 1, "seed": 7, "max_lines": 2, "cancels": 0.2, "refunds": 0.2}
    )
    assert started["running"]
    assert shop.sim("shoppers", {"rate": 1}, expect=422)["code"] == "BUSY"
    done = wait_until(lambda: (found := shop.sim("shoppers")) and not found["running"] and found)
    assert done["arrived"] > 100
    assert done["out_of_stock"] > 0
    assert done["bought"] == shop.sim("state")["counts"]["orders"]
    assert done["bought"] + done["out_of_stock"] == done["arrived"]
    wait_until(lambda: (found := shop.sim("shoppers")) and found["cancelled"] and found["refunded"])
    assert all(available >= 0 for available in (each["available"] for each in shop.sim("stock").values()))


def test_invented_buyers_can_be_sent_home(open_shop: Callable[..., Shop]) -> None:
    shop = open_shop()
    shop.product("HOME", stock=1000)
    shop.sim("shoppers", {"rate": 5, "seconds": 600})
    shop.http.delete("/_sim/shoppers")
    wait_until(lambda: not shop.sim("shoppers")["running"])


def test_calls_are_counted_by_operation(open_shop: Callable[..., Shop]) -> None:
    shop = open_shop()
    shop.ask("{ shop { name } }")
    shop.ask("{ shop { name } locations(first: 1) { nodes { id } } }")
    state = shop.sim("state")
    assert (state["counters"]["call shop"], state["counters"]["call locations"]) == (2, 1)
    assert state["cpuSeconds"] > 0


def test_the_page_shows_the_shop_and_takes_orders(shop: Shop) -> None:
    shop.product("PAGE<1>", stock=5)
    assert "PAGE&lt;1&gt;" in shop.http.get("/", params={"q": "PAGE"}).text
    bought = shop.http.post("/", data={"action": "order", "sku": "PAGE<1>", "quantity": "2"}, follow_redirects=True)
    assert "Order #" in bought.text
    assert "<script" not in bought.text
    refused = shop.http.post("/", data={"action": "order", "sku": "PAGE<1>", "quantity": "9"}, follow_redirects=True)
    assert "Refused: Only 3 left of 9" in refused.text
    shop.http.post("/", data={"action": "stock", "sku": "PAGE<1>", "set": "7"})
    assert shop.levels("PAGE<1>") == (7, 2, 9)
    shop.http.post("/", data={"action": "fault", "kind": "slow", "count": "1", "seconds": "0.1"})
    assert [each["kind"] for each in shop.sim("faults")["faults"]] == ["slow"]
