"""Fifty want the last one: in the shop, and on the phone."""

from concurrent.futures import ThreadPoolExecutor

from tests.acceptance.conftest import Demo, until

BUYERS = 50


def test_one_order_holds_the_unit_and_the_rest_is_a_shortage(demo: Demo) -> None:
    stock = demo.as_("owner").rows("/stock/", q="TAL-")
    sku = next(row["SKU"] for row in stock if not row["Missing"])
    demo.sets_stock(sku, 1)
    until(lambda: demo.at_shop(sku) == 1, "the shop never showed the last unit")

    def buy(number: int) -> str | None:
        body = {"lines": [{"sku": sku, "quantity": 1}], "financialStatus": "PENDING", "oversell": number % 10 == 0}
        answer = demo.shop.http.post("/_sim/orders", json=body)
        return answer.json()["name"] if answer.status_code == 201 else None

    with ThreadPoolExecutor(10) as pool:
        sold = [name for name in pool.map(buy, range(BUYERS)) if name]
    assert 1 <= len(sold) <= 1 + BUYERS // 10

    orders = [demo.order(name) for name in sold]
    until(lambda: demo.available(sku) <= 0, f"{sku} is still for sale")
    holding = [row for row in orders if not demo.order(row["At the shop"])["Shortage"]]
    assert len(holding) == 1
    (last,) = [row for row in demo.as_("owner").rows("/stock/", q=sku) if row["SKU"] == sku]
    assert (last["On hand"], last["Reserved"], last["Free"]) == ("1", "1", "0")
    assert last["Missing"] == (str(len(sold) - 1) if len(sold) > 1 else "")
    until(lambda: demo.at_shop(sku) <= 0, "the shop still sells it")
