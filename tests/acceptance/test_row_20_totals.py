"""Orders with everything that makes totals hard are the same to the grosz on both sides."""

from decimal import Decimal
from typing import Any

from tests.acceptance.conftest import Demo

SHAPES: list[dict[str, Any]] = [
    {"discounts": [{"code": "TEN", "percentage": "10"}]},
    {"discounts": [{"title": "Loyal", "amount": "7.77"}], "tip": "2.01"},
    {"discounts": [{"code": "FREESHIP", "percentage": "100", "target": "shipping"}]},
    {"lines": [{"sku": "KUB-2", "quantity": 3, "price": "19.99"}, {"sku": "KUB-3", "quantity": 1, "price": "0.01"}]},
    {"taxes": [{"title": "VAT", "rate": "0.08"}]},
    {"presentmentCurrency": "EUR", "rate": "0.2341"},
]


def test_every_order_has_the_shops_total_and_none_is_held(demo: Demo) -> None:
    placed = [demo.buys(("KUB-2", 1), ("KUB-4", 2), financialStatus="PENDING", **shape) for shape in SHAPES]
    totals = {one["name"]: Decimal(demo.order(one["name"])["Total"]) for one in placed}
    assert totals == {one["name"]: Decimal(one["totalPrice"]) for one in placed}
    assert {demo.order(name)["Status"] for name in totals} == {"Waiting for payment"}
    exceptions = demo.as_("owner").page("/exceptions/?q=differs")
    assert not [name for name in totals if name in exceptions]
