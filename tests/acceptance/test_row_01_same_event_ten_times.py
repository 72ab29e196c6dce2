"""The shop says the same thing again and again; a stranger says something in its name."""

import json
from concurrent.futures import ThreadPoolExecutor

import httpx2

from tests.acceptance.conftest import Demo, until

SKU = "FIL-1"
COPIES = 9


def test_one_order_one_reservation_one_mail(demo: Demo) -> None:
    before = demo.available(SKU)
    demo.shop.post("faults", {"kind": "webhook_double", "count": COPIES})
    placed = demo.buys((SKU, 2), financialStatus="PENDING")

    order = demo.order(placed["name"])
    assert len(demo.orders(placed["name"])) == 1
    owner = demo.as_("owner")
    until(lambda: owner.rows("/mail/", q=placed["name"]), "no confirmation was written")
    assert order["Status"] == "Waiting for payment"
    assert demo.available(SKU) == before - 2
    assert len(owner.rows("/mail/", q=placed["name"])) == 1
    messages = [row for row in owner.rows("/channels/messages/") if row["About"] == str(placed["id"])]
    assert sum(int(row["Received again"]) for row in messages if row["Topic"] == "orders/create") >= 1
    demo.shop.delete("faults")


def test_a_wrong_signature_is_refused_and_nothing_is_kept(demo: Demo) -> None:
    address = demo.shop.get("subscriptions")["subscriptions"][0]["uri"]
    body = json.dumps({"id": 9170009999999999, "admin_graphql_api_id": "gid://shopify/Order/9170009999999999"})
    heads = {
        "Content-Type": "application/json",
        "X-Shopify-Topic": "orders/create",
        "X-Shopify-Hmac-Sha256": "bm90IHRoZSBzZWNyZXQncyBzaWduYXR1cmU=",
        "X-Shopify-Webhook-Id": "11111111-2222-4333-8444-555555555555",
        "X-Shopify-Event-Id": "11111111-2222-4333-8444-555555555556",
    }

    def send(_n: int) -> int:
        with httpx2.Client(timeout=30, trust_env=False) as http:
            return http.post(address, content=body, headers=heads).status_code

    with ThreadPoolExecutor(10) as pool:
        assert set(pool.map(send, range(10))) == {401}
    rows = demo.as_("administrator").rows("/channels/messages/")
    assert "9170009999999999" not in {row["About"] for row in rows}
