"""
The shop gives money back for a part; order and invoices come to the shop's total.

Pending ones and exchanges: not yet.
"""

from decimal import Decimal

from tests.acceptance.conftest import Demo, until

SKU = "KUB-4"


def test_a_partial_refund_becomes_a_correction_of_the_same_amount(demo: Demo) -> None:
    placed = demo.buys((SKU, 3))
    order = demo.order(placed["name"], "Shipped")
    owner = demo.as_("owner")
    until(lambda: owner.rows("/finance/invoices/", q=order["Order"]), "there is no invoice")
    until(lambda: demo.shop.get(f"orders/{placed['id']}")["fulfillments"], "the shop was not told of the parcel")

    refunded = {"lines": [{"sku": SKU, "quantity": 1, "restockType": "RETURN"}], "note": "Uszkodzony"}
    demo.shop.post(f"orders/{placed['id']}/refund", refunded)

    def both() -> list[dict[str, str]]:
        rows = owner.rows("/finance/invoices/", q=order["Order"])
        return rows if len(rows) == 2 else []

    billed = until(both, "there is no correction")
    at_shop = demo.shop.get(f"orders/{placed['id']}")
    back = Decimal(str(at_shop["totalRefundedSet"]))
    assert back > 0
    assert sum(Decimal(row["Gross"]) for row in billed) == Decimal(placed["totalPrice"]) - back
    assert sorted(row["Kind"] for row in billed) == ["Correction", "Invoice"]
    assert demo.order(placed["name"])["Payment"] == "Partly refunded"


def test_a_refund_of_shipping_alone_is_a_correction_too(demo: Demo) -> None:
    placed = demo.buys((SKU, 1))
    order = demo.order(placed["name"], "Shipped")
    owner = demo.as_("owner")
    until(lambda: owner.rows("/finance/invoices/", q=order["Order"]), "there is no invoice")
    demo.shop.post(f"orders/{placed['id']}/refund", {"shipping": "full"})
    billed = until(
        lambda: len(rows := owner.rows("/finance/invoices/", q=order["Order"])) == 2 and rows, "there is no correction"
    )
    total = sum(Decimal(row["Gross"]) for row in billed)
    assert total == Decimal(placed["totalPrice"]) - Decimal(placed["totalShippingPrice"])
