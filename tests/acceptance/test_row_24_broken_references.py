"""The shop sells what nobody here knows; the order comes all the same and waits for a person."""

import uuid

from tests.acceptance.conftest import Demo, until

SKU = "KUB-3"


def test_an_order_with_an_unknown_sku_is_here_held_and_named(demo: Demo) -> None:
    unknown = f"NEW-{uuid.uuid4().hex[:6].upper()}"
    before = demo.available(SKU)
    demo.shop.post("products", [{"title": "Nieznany", "sku": unknown, "price": "10.00", "stock": 5}])
    placed = demo.buys((SKU, 1), (unknown, 2))

    order = demo.order(placed["name"], "Held")
    assert order["Total"] == placed["totalPrice"]
    assert demo.available(SKU) == before - 1
    exceptions = demo.as_("sales").page("/exceptions/")
    assert unknown in exceptions
    assert order["Order"] in exceptions
    assert demo.as_("owner").rows("/shipments/", q=order["Order"]) == []


def test_the_same_sku_on_two_lines_stays_two_lines(demo: Demo) -> None:
    before = demo.available(SKU)
    lines = [{"sku": SKU, "quantity": 1, "price": "20.00"}, {"sku": SKU, "quantity": 1, "price": "15.00"}]
    placed = demo.buys((SKU, 1), lines=lines)
    order = demo.order(placed["name"], "Shipped", "Completed")
    assert order["Total"] == placed["totalPrice"]
    until(lambda: demo.available(SKU) == before - 2, "two units were not taken")
    page = demo.as_("owner").page(f"/orders/{demo.order_key(placed['name'])}/")
    assert "PLN</span>&nbsp;20.00" in page
    assert "PLN</span>&nbsp;15.00" in page
