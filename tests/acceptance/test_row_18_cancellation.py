"""
A buyer calls it off before anything is picked; goods come free once, money stays where it is.

Later stages: tests/orders.
"""

from tests.acceptance.conftest import Demo, until

SKU = "FIL-4"


def test_a_cancelled_order_frees_its_goods_once(demo: Demo) -> None:
    before = demo.available(SKU)
    placed = demo.buys((SKU, 3), financialStatus="PENDING")
    demo.order(placed["name"])
    assert (demo.available(SKU), demo.at_shop(SKU)) == (before - 3, before - 3)

    demo.shop.post(f"orders/{placed['id']}/cancel", {"reason": "CUSTOMER", "restock": True, "refund": True})
    demo.order(placed["name"], "Cancelled")
    until(lambda: demo.at_shop(SKU) == before, "the shop does not show the goods again")
    assert demo.available(SKU) == before
    owner = demo.as_("owner")
    assert owner.rows("/shipments/", q=demo.order(placed["name"])["Order"]) == []
    assert owner.rows("/finance/invoices/", q=placed["name"]) == []


def test_an_order_is_cancelled_here_by_a_person_and_its_goods_come_free_at_the_shop(demo: Demo) -> None:
    before = demo.available(SKU)
    placed = demo.buys((SKU, 1), financialStatus="PENDING")
    demo.order(placed["name"])
    sales = demo.as_("sales")
    key = demo.order_key(placed["name"])
    assert sales.post(f"/orders/{key}/cancel/", reason="The buyer called").status_code == 200
    assert demo.order(placed["name"], "Cancelled")["Total"] == placed["totalPrice"]
    assert demo.available(SKU) == before
    until(lambda: demo.at_shop(SKU) == before, "the shop does not show the goods again")
