"""Deliveries: headers, signature, retries, the end of a subscription, and the faults that spoil them."""

import base64
import hashlib
import hmac
from collections.abc import Callable

from tests.simulators.shopify.driving import SECRET, Json, Shop, wait_until
from tests.simulators.shopify.receiving import Receiver

CREATE = """mutation ($topic: WebhookSubscriptionTopic!, $hook: WebhookSubscriptionInput!) {
  webhookSubscriptionCreate(topic: $topic, webhookSubscription: $hook) {
    webhookSubscription { id topic uri apiVersion { handle } } userErrors { field message } } }"""
LIST = "{ webhookSubscriptions(first: 50) { nodes { id uri topic } } }"


def subscribe(shop: Shop, receiver: Receiver, *topics: str, **more: object) -> list[str]:
    made = []
    for topic in topics:
        answer = shop.data_of(CREATE, {"topic": topic, "hook": {"uri": receiver.url, **more}})[
            "webhookSubscriptionCreate"
        ]
        assert answer["userErrors"] == []
        made.append(str(answer["webhookSubscription"]["id"]))
    return made


def topics_left(shop: Shop, receiver: Receiver) -> list[str]:
    nodes: list[Json] = shop.data_of(LIST)["webhookSubscriptions"]["nodes"]
    return [each["topic"] for each in nodes if each["uri"] == receiver.url]


def test_an_order_is_told_with_all_headers_and_a_signature_over_the_raw_body(shop: Shop, receiver: Receiver) -> None:
    shop.product("HOOK", stock=5)
    subscribe(shop, receiver, "ORDERS_CREATE", "ORDERS_PAID")
    order = shop.buy("HOOK")
    wait_until(lambda: len(receiver.hooks) == 2)
    hook = receiver.of("orders/create")[0]
    assert hook.json["admin_graphql_api_id"] == order["gid"]
    assert hook.json["id"] == order["id"] > 2**53
    digest = base64.b64encode(hmac.new(SECRET.encode(), hook.body, hashlib.sha256).digest()).decode()
    assert hook.headers["X-Shopify-Hmac-Sha256"] == digest
    assert hook.headers["X-Shopify-Shop-Domain"] == "backroom-demo.myshopify.com"
    assert hook.headers["X-Shopify-Api-Version"] == "2026-10"
    assert hook.headers["X-Shopify-Triggered-At"].endswith("Z")
    assert hook.headers["X-Shopify-Webhook-Id"] != receiver.of("orders/paid")[0].headers["X-Shopify-Webhook-Id"]


def test_every_subscription_of_an_event_gets_the_same_event_id(shop: Shop, receiver: Receiver) -> None:
    shop.product("EVENT", stock=5)
    subscribe(shop, receiver, "ORDERS_CREATE")
    shop.data_of(CREATE, {"topic": "ORDERS_CREATE", "hook": {"uri": receiver.url + "?second"}})
    shop.buy("EVENT")
    first, second = wait_until(lambda: receiver.hooks if len(receiver.hooks) == 2 else None)
    assert first.headers["X-Shopify-Event-Id"] == second.headers["X-Shopify-Event-Id"]
    assert first.headers["X-Shopify-Webhook-Id"] != second.headers["X-Shopify-Webhook-Id"]


def test_each_thing_that_happens_has_its_topic(shop: Shop, receiver: Receiver) -> None:
    topics = """ORDERS_CREATE ORDERS_UPDATED ORDERS_PAID ORDERS_CANCELLED ORDERS_FULFILLED ORDERS_PARTIALLY_FULFILLED
             ORDERS_EDITED REFUNDS_CREATE PRODUCTS_CREATE PRODUCTS_UPDATE PRODUCTS_DELETE CUSTOMERS_CREATE
             INVENTORY_LEVELS_UPDATE""".split()
    subscribe(shop, receiver, *topics)
    product = shop.sim(
        "products", {"products": [{"title": "Told", "sku": "TOLD", "stock": 9, "price": "5.00"}], "announce": True}
    )["products"][0]
    order = shop.sim("orders", {"lines": [{"sku": "TOLD", "quantity": 3}], "customer": {"email": "told@example.com"}})
    shop.sim(f"orders/{order['id']}/edit", {"remove": [{"sku": "TOLD", "quantity": 1}]})
    shop.sim("fulfil", {"order": order["id"], "lines": [{"sku": "TOLD", "quantity": 1}]})
    shop.sim("fulfil", {"order": order["id"]})
    shop.sim(f"orders/{order['id']}/refund", {"lines": [{"sku": "TOLD", "restockType": "RETURN"}]})
    second = shop.buy("TOLD", financialStatus="PENDING")
    shop.sim(f"orders/{second['id']}/pay", {})
    shop.sim(f"orders/{second['id']}/cancel", {})
    shop.data_of("mutation ($id: ID!) { productDelete(input: {id: $id}) { deletedProductId } }", {"id": product["gid"]})
    expected = {each.lower().replace("_", "/", 1) for each in topics} - {"inventory/levels_update"} | {
        "inventory_levels/update"
    }
    wait_until(lambda: {each.topic for each in receiver.hooks} >= expected)


def test_a_failed_delivery_is_repeated_as_it_was(shop: Shop, receiver: Receiver) -> None:
    shop.product("AGAIN", stock=5)
    subscribe(shop, receiver, "ORDERS_CREATE")
    receiver.answers = [500, 404, 200]
    order = shop.buy("AGAIN")
    shop.sim(f"orders/{order['id']}/cancel", {})
    hooks = wait_until(lambda: receiver.hooks if len(receiver.hooks) == 3 else None)
    assert len({(each.body, each.headers["X-Shopify-Webhook-Id"]) for each in hooks}) == 1
    assert hooks[2].json["cancelled_at"] is None
    wait_until(lambda: shop.sim("webhooks?limit=1")["webhooks"][0]["status"] == "delivered")


def test_a_retry_goes_to_the_first_address(shop: Shop, receiver: Receiver) -> None:
    shop.product("MOVED", stock=5)
    subscription = subscribe(shop, receiver, "ORDERS_CREATE")[0]
    receiver.answers = [500]
    shop.sim("faults", {"kind": "webhook_delay", "seconds": 0.4})
    shop.buy("MOVED")
    update = (
        "mutation ($id: ID!, $hook: WebhookSubscriptionInput!) { webhookSubscriptionUpdate(id: $id, "
        "webhookSubscription: $hook) { userErrors { message } } }"
    )
    shop.data_of(update, {"id": subscription, "hook": {"uri": "http://127.0.0.1:9/elsewhere"}})
    wait_until(lambda: len(receiver.hooks) == 2)


def test_after_eight_failed_retries_the_subscription_is_gone(shop: Shop, receiver: Receiver) -> None:
    shop.product("DEAD", stock=5)
    subscribe(shop, receiver, "ORDERS_CREATE")
    receiver.status = 500
    shop.buy("DEAD")
    wait_until(lambda: topics_left(shop, receiver) == [], seconds=15)
    assert len(receiver.hooks) == 9
    assert shop.sim("webhooks?limit=1")["webhooks"][0]["status"] == "failed"
    gaps = [after.at - before.at for before, after in zip(receiver.hooks, receiver.hooks[1:], strict=False)]
    assert gaps[-1] > gaps[2] > gaps[0]


def test_a_success_in_between_saves_the_subscription(shop: Shop, receiver: Receiver) -> None:
    shop.product("SAVED", stock=9)
    subscribe(shop, receiver, "ORDERS_CREATE")
    receiver.answers = [500] * 8
    shop.buy("SAVED")
    wait_until(lambda: len(receiver.hooks) == 9, seconds=15)
    assert topics_left(shop, receiver) == ["ORDERS_CREATE"]


def test_an_address_can_subscribe_to_a_topic_once(shop: Shop, receiver: Receiver) -> None:
    subscribe(shop, receiver, "ORDERS_CREATE")
    again = shop.data_of(CREATE, {"topic": "ORDERS_CREATE", "hook": {"uri": receiver.url}})["webhookSubscriptionCreate"]
    assert again["userErrors"][0]["message"] == "Address for this topic has already been taken"


def test_plain_http_is_refused_except_to_this_machine(shop: Shop) -> None:
    hook = {"uri": "http://shop.example/hook"}
    answer = shop.data_of(CREATE, {"topic": "ORDERS_CREATE", "hook": hook})["webhookSubscriptionCreate"]
    assert "https" in answer["userErrors"][0]["message"]


def test_privacy_topics_cannot_be_subscribed_to(shop: Shop) -> None:
    answer = shop.ask(CREATE, {"topic": "CUSTOMERS_REDACT", "hook": {"uri": "https://shop.example/hook"}})
    assert "'CUSTOMERS_REDACT' does not exist" in answer["errors"][0]["message"]


def test_only_the_wanted_fields_are_sent(shop: Shop, receiver: Receiver) -> None:
    shop.product("FIELDS", stock=5)
    subscribe(shop, receiver, "ORDERS_CREATE", includeFields=["id", "updated_at"])
    shop.buy("FIELDS")
    assert set(wait_until(lambda: receiver.hooks)[0].json) == {"id", "updated_at"}


def test_a_dropped_hook_never_comes(shop: Shop, receiver: Receiver) -> None:
    shop.product("DROP", stock=5)
    subscribe(shop, receiver, "ORDERS_CREATE")
    shop.sim("faults", {"kind": "webhook_drop", "topic": "orders/create"})
    lost, told = shop.buy("DROP"), shop.buy("DROP")
    wait_until(lambda: receiver.hooks)
    assert [each.json["id"] for each in receiver.hooks] == [told["id"]]
    assert [each["status"] for each in shop.sim("webhooks?limit=2")["webhooks"]][1] == "dropped"
    assert lost["id"] != told["id"]


def test_a_doubled_hook_has_one_event_and_two_ids(shop: Shop, receiver: Receiver) -> None:
    shop.product("DOUBLE", stock=5)
    subscribe(shop, receiver, "ORDERS_CREATE")
    shop.sim("faults", {"kind": "webhook_double"})
    shop.buy("DOUBLE")
    hooks = wait_until(lambda: receiver.hooks if len(receiver.hooks) == 2 else None)
    assert len({each.headers["X-Shopify-Event-Id"] for each in hooks}) == 1
    assert len({each.headers["X-Shopify-Webhook-Id"] for each in hooks}) == 2


def test_a_delayed_hook_is_overtaken(shop: Shop, receiver: Receiver) -> None:
    shop.product("LATE", stock=5)
    subscribe(shop, receiver, "ORDERS_CREATE")
    shop.sim("faults", {"kind": "webhook_delay", "seconds": 0.5})
    late, prompt = shop.buy("LATE"), shop.buy("LATE")
    wait_until(lambda: len(receiver.hooks) == 2)
    assert [each.json["id"] for each in receiver.hooks] == [prompt["id"], late["id"]]


def test_a_badly_signed_hook(shop: Shop, receiver: Receiver) -> None:
    shop.product("FORGED", stock=5)
    subscribe(shop, receiver, "ORDERS_CREATE")
    shop.sim("faults", {"kind": "webhook_bad_signature"})
    shop.buy("FORGED")
    hook = wait_until(lambda: receiver.hooks)[0]
    digest = base64.b64encode(hmac.new(SECRET.encode(), hook.body, hashlib.sha256).digest()).decode()
    assert hook.headers["X-Shopify-Hmac-Sha256"] != digest


def test_uninstalling_says_goodbye_and_takes_subscriptions_along(
    open_shop: Callable[..., Shop], receiver: Receiver
) -> None:
    shop = open_shop()
    subscribe(shop, receiver, "APP_UNINSTALLED", "ORDERS_CREATE")
    assert shop.sim("uninstall", {}) == {"subscriptionsRemoved": 2}
    assert wait_until(lambda: receiver.hooks)[0].topic == "app/uninstalled"
    assert topics_left(shop, receiver) == []
