"""kill -9 at bad moments: what was answered is kept, what was committed is not done twice."""

import sqlite3
from collections.abc import Callable

import httpx2
import pytest

from tests.simulators.shopify.driving import Shop, item, wait_until
from tests.simulators.shopify.receiving import Receiver
from tests.simulators.shopify.test_stock import SET, quantity, set_input
from tests.simulators.shopify.test_webhooks import subscribe


def test_everything_is_there_after_kill_9(open_shop: Callable[..., Shop], receiver: Receiver) -> None:
    shop = open_shop()
    shop.product("KEEP", stock=9)
    order = shop.buy("KEEP", customer={"email": "keep@example.com"})
    shop.sim("fulfil", {"order": order["id"], "tracking": {"company": "DPD", "number": "1"}})
    subscribe(shop, receiver, "PRODUCTS_CREATE")
    shop.sim("faults", {"kind": "throttle", "operation": "orders"})
    before = shop.sim("state?with=stock,orders,subscriptions")
    shop.kill()
    shop.start()
    after = shop.sim("state?with=stock,orders,subscriptions")
    for name in ("counts", "stock", "orders", "subscriptions", "faults", "locations"):
        assert after[name] == before[name]
    assert shop.buy("KEEP")["number"] == order["number"] + 1


def test_a_mutation_cut_off_after_its_commit_is_answered_again_by_its_key(open_shop: Callable[..., Shop]) -> None:
    shop = open_shop()
    product = shop.product("CUT", stock=5)
    variables = {"input": set_input(quantity(shop, product, 8, 5)), "key": "cut"}
    shop.sim("faults", {"kind": "die_after_commit", "operation": "inventorySetQuantities", "exit_code": 42})
    with pytest.raises(httpx2.TransportError):
        shop.post(SET, variables)
    assert shop.process.wait(5) == 42
    shop.start()
    assert shop.levels("CUT") == (8, 0, 8)
    answer = shop.data_of(SET, variables)["inventorySetQuantities"]
    assert answer["userErrors"] == []
    assert answer["inventoryAdjustmentGroup"]["changes"][0]["delta"] == 3
    assert shop.levels("CUT") == (8, 0, 8)


def test_a_process_that_dies_before_has_done_nothing(open_shop: Callable[..., Shop]) -> None:
    shop = open_shop()
    product = shop.product("BEFORE", stock=5)
    shop.sim("faults", {"kind": "die"})
    with pytest.raises(httpx2.TransportError):
        shop.post(SET, {"input": set_input(quantity(shop, product, 8, 5)), "key": "before"})
    shop.start()
    assert shop.levels("BEFORE") == (5, 0, 5)


def test_a_lost_answer_was_committed(shop: Shop) -> None:
    product = shop.product("UNHEARD", stock=5)
    shop.sim("faults", {"kind": "drop_answer"})
    variables = {"input": set_input(quantity(shop, product, 8, 5)), "key": "unheard"}
    with pytest.raises(httpx2.TransportError):
        shop.post(SET, variables)
    assert shop.levels("UNHEARD") == (8, 0, 8)
    assert shop.data_of(SET, variables)["inventorySetQuantities"]["userErrors"] == []


def test_deliveries_wait_through_a_restart(open_shop: Callable[..., Shop], receiver: Receiver) -> None:
    shop = open_shop()
    shop.product("WAIT", stock=5)
    subscribe(shop, receiver, "ORDERS_CREATE")
    shop.sim("faults", {"kind": "webhook_delay", "seconds": 0.5})
    order = shop.buy("WAIT")
    shop.kill()
    assert receiver.hooks == []
    shop.start()
    assert wait_until(lambda: receiver.hooks)[0].json["id"] == order["id"]


def test_an_error_comes_before_anything_is_done(shop: Shop) -> None:
    product = shop.product("FIVE", stock=5)
    shop.sim("faults", {"kind": "error", "status": 503})
    response = shop.post(SET, {"input": set_input(quantity(shop, product, 8, 5)), "key": "five"})
    assert response.status_code == 503
    assert shop.levels("FIVE") == (5, 0, 5)


def test_a_slow_answer_and_a_pause(shop: Shop) -> None:
    with httpx2.Client(base_url=shop.http.base_url, timeout=0.3, trust_env=False) as hasty:
        headers = {"X-Shopify-Access-Token": "shpat_test"}

        def ask() -> int:
            return int(
                hasty.post(
                    "/admin/api/2026-10/graphql.json", json={"query": "{ shop { name } }"}, headers=headers
                ).status_code
            )

        shop.sim("faults", {"kind": "hang", "seconds": 0.6})
        with pytest.raises(httpx2.ReadTimeout):
            ask()
        shop.sim("pause", {"seconds": 0.5})
        with pytest.raises(httpx2.ReadTimeout):
            ask()
        shop.sim("resume", {})
        assert ask() == 200


def test_the_file_holds_no_half_written_order(open_shop: Callable[..., Shop]) -> None:
    shop = open_shop()
    product = shop.product("HALF", stock=1)
    shop.sim("orders", {"lines": [{"sku": "HALF"}, {"sku": "NOBODY"}]}, expect=422)
    shop.sim("orders", {"lines": [{"sku": "HALF"}], "financialStatus": "SOMEHOW"}, expect=422)
    assert shop.levels("HALF") == (1, 0, 1)
    shop.kill()
    with sqlite3.connect(shop.data / "shop.sqlite3") as file:
        assert file.execute("SELECT count(*) FROM orders").fetchone() == (0,)
        assert file.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert item(product)


def test_faults_are_listed_refused_and_cleared(shop: Shop) -> None:
    first = shop.sim("faults", {"kind": "slow", "probability": 0.5})
    assert [each["id"] for each in shop.sim("faults")["faults"]] == [first["id"]]
    assert "kind is one of" in shop.sim("faults", {"kind": "gremlin"}, expect=422)["error"]
    assert shop.http.delete(f"/_sim/faults/{first['id']}").json() == {"removed": 1}
    assert shop.sim("faults")["faults"] == []
