"""Messages of the shop get lost; the order comes all the same, by the look at changed orders every 30 seconds."""

from tests.acceptance.conftest import Demo

SKU = "FIL-2"


def test_an_order_whose_messages_are_lost_is_found_and_served(demo: Demo) -> None:
    before = demo.available(SKU)
    demo.shop.post("faults", {"kind": "webhook_drop", "probability": 1.0})
    try:
        placed = demo.buys((SKU, 1))
        order = demo.order(placed["name"], "Shipped", "Completed")
    finally:
        demo.shop.delete("faults")
    assert (order["Payment"], order["Total"]) == ("Paid", placed["totalPrice"])
    assert demo.available(SKU) == before - 1
    messages = demo.as_("owner").rows("/channels/messages/")
    assert str(placed["id"]) not in {row["About"] for row in messages if row["Topic"].startswith("orders/")}
