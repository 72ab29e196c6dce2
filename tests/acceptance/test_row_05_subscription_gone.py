"""The shop forgets whom to tell; the next comparison of both sides tells it again. (The alert is not tested here.)"""

from tests.acceptance.conftest import Demo, until


def topics(demo: Demo) -> set[str]:
    return {one["topic"] for one in demo.shop.get("subscriptions")["subscriptions"]}


def test_deleted_subscriptions_come_back_without_a_setting(demo: Demo) -> None:
    before = topics(demo)
    assert "ORDERS_CREATE" in before
    demo.shop.delete("subscriptions")
    assert topics(demo) == set()

    administrator = demo.as_("administrator")
    account = demo.account()
    administrator.page(f"/channels/{account}/")
    administrator.post(f"/channels/{account}/reconcile/")  # the same that runs every ten minutes
    until(lambda: topics(demo) == before, f"only {topics(demo)} of {before} came back")

    placed = demo.buys(("FIL-3", 1))
    demo.order(placed["name"], "Shipped", "Completed")
    messages = [row for row in administrator.rows("/channels/messages/") if row["About"] == str(placed["id"])]
    assert "orders/create" in {row["Topic"] for row in messages}
