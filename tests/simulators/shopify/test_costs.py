"""Points: the bucket, THROTTLED, and what is too dear to run at all."""

import time
from collections.abc import Callable

from erp.simulators.shopify.server.bucket import Bucket
from tests.simulators.shopify.driving import Shop

VARIANTS = "query ($id: ID!) { product(id: $id) { id variants(first: 250) { nodes { id inventoryItem { id } } } } }"
DEAR = """{ orders(first: 250) { nodes { id lineItems(first: 250) { nodes { id variant { id product { id } }
  taxLines { priceSet { shopMoney { amount } } } discountedTotalSet { shopMoney { amount } } } } } } }"""


def test_the_bucket_restores_at_its_rate_and_never_overflows() -> None:
    now = [0.0]
    bucket = Bucket(100, clock=lambda: now[0])
    assert bucket.status() == {"maximumAvailable": 2000, "currentlyAvailable": 2000, "restoreRate": 100}
    assert bucket.take(1990)
    assert not bucket.take(11)
    now[0] = 0.5
    assert bucket.available() == 60
    assert bucket.take(60)
    bucket.give_back(25)
    assert bucket.available() == 25
    now[0] = 1000.0
    assert bucket.available() == 2000


def test_the_vendors_one_real_sample_costs_what_it_cost(shop: Shop) -> None:
    product = shop.product("SAMPLE")
    cost = shop.ask(VARIANTS, {"id": product["gid"]})["extensions"]["cost"]
    assert cost["requestedQueryCost"] == 25
    assert cost["actualQueryCost"] < 25


def test_only_the_actual_cost_is_kept(open_shop: Callable[..., Shop]) -> None:
    shop = open_shop()
    product = shop.product("KEPT")
    status = shop.ask(VARIANTS, {"id": product["gid"]})["extensions"]["cost"]["throttleStatus"]
    assert (status["maximumAvailable"], status["restoreRate"]) == (2000, 100)
    assert status["currentlyAvailable"] >= 1995


def test_too_dear_a_query_is_refused_before_it_runs(shop: Shop) -> None:
    answer = shop.ask(DEAR)
    assert answer["errors"][0]["extensions"]["code"] == "MAX_COST_EXCEEDED"
    assert answer["errors"][0]["extensions"]["maxCost"] == 1000
    assert "data" not in answer


def tagging(times: int) -> str:
    """A mutation of 10 points each time."""
    one = 'tagsAdd(id: "gid://shopify/Order/1", tags: []) { userErrors { message } }'
    return "mutation { " + " ".join(f"a{number}: {one}" for number in range(times)) + " }"


def test_an_empty_bucket_throttles_with_http_200_and_the_wait_is_computable(open_shop: Callable[..., Shop]) -> None:
    shop = open_shop()
    for _ in range(2):
        assert "data" in shop.ask(tagging(100))
    response = shop.post(tagging(20))
    throttled = response.json()
    assert (response.status_code, "data" in throttled) == (200, False)
    assert throttled["errors"][0]["message"] == "Throttled"
    assert throttled["errors"][0]["extensions"]["code"] == "THROTTLED"
    cost = throttled["extensions"]["cost"]
    assert (cost["requestedQueryCost"], cost["actualQueryCost"]) == (200, None)
    status = cost["throttleStatus"]
    missing = cost["requestedQueryCost"] - status["currentlyAvailable"]
    assert missing > 50
    time.sleep(0.2)
    assert "data" not in shop.ask(tagging(20))
    time.sleep(missing / status["restoreRate"] - 0.2)
    assert "data" in shop.ask(tagging(20))


def test_a_throttle_can_be_ordered(shop: Shop) -> None:
    shop.sim("faults", {"kind": "throttle", "operation": "shop", "count": 2})
    answers = [shop.ask("{ shop { name } }") for _ in range(3)]
    assert ["data" in each for each in answers] == [False, False, True]
