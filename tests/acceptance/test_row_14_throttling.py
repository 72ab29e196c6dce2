"""The shop refuses three calls of ten; every change arrives."""

from tests.acceptance.conftest import Demo, until

SKUS = [f"{name}-{number}" for name in ("CHL", "CUK", "CZA") for number in (1, 2, 3, 4)]


def test_no_change_is_lost_to_a_shop_that_throttles(demo: Demo) -> None:
    wanted = {sku: 70 + number for number, sku in enumerate(SKUS)}
    demo.shop.post("faults", {"kind": "throttle", "probability": 0.3})
    try:
        for sku, quantity in wanted.items():
            demo.sets_stock(sku, quantity)
        until(lambda: {sku: demo.at_shop(sku) for sku in SKUS} == wanted, "the shop shows something else")
    finally:
        demo.shop.delete("faults")
    assert {sku: demo.available(sku) for sku in SKUS} == wanted
