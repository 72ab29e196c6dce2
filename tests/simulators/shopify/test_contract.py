"""
The vendor's contract: documents against the pruned schema and the shop, webhook bodies against the vendor's schemas.
"""

import ast
import json
import tarfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from graphql import build_schema, parse, validate, validate_schema
from jsonschema import Draft202012Validator, ValidationError  # type: ignore[import-untyped]  # it ships no types

from erp.simulators.shopify import prune_schema
from tests.shared_data import shared_data
from tests.simulators.shopify.driving import REPOSITORY, Json, Shop, item, wait_until
from tests.simulators.shopify.receiving import Receiver
from tests.simulators.shopify.test_webhooks import subscribe

PACKAGE = REPOSITORY / "erp" / "simulators" / "shopify"
SUPPORTED = """
  currencies customer_set customers_list fulfillment_cancel fulfillment_create fulfillment_event_create
  fulfillment_orders fulfillment_tracking_update inventory_activate inventory_adjust_quantities
  inventory_item_update inventory_levels inventory_move_quantities inventory_set_quantities job locations
  metafields_set order_cancel order_get order_mark_as_paid order_update orders_by_name orders_list
  product_by_custom_id product_delete product_operation product_set products_list refund_create shop_info
  suggested_refund tags_add variants_bulk_create variants_bulk_update webhook_subscription_create
  webhook_subscription_delete webhook_subscription_update webhook_subscriptions
""".split()


def contracts() -> Path:
    return shared_data(".").parent / "contracts" / "shopify"


def document(name: str) -> str:
    path = contracts() / "operations" / f"{name}.graphql"
    if not path.exists():
        pytest.skip(f"contract not found: {path}")
    return path.read_text(encoding="utf-8")


def test_the_pruned_schema_is_valid_and_small() -> None:
    path = PACKAGE / "schema" / "admin_2026-10.graphql"
    assert validate_schema(build_schema(path.read_text(encoding="utf-8"))) == []
    assert path.stat().st_size < 300_000


def test_the_schema_is_what_the_vendors_introspection_prunes_to(tmp_path: Path) -> None:
    source = contracts() / "admin_2026-10.json.gz"
    if not source.exists():
        pytest.skip(f"contract not found: {source}")
    package = tmp_path / "dev-mcp.tgz"
    with tarfile.open(package, "w:gz") as tar:
        tar.add(source, prune_schema.MEMBER)
    committed = (PACKAGE / "schema" / "admin_2026-10.graphql").read_text(encoding="utf-8")
    assert prune_schema.render(package) == committed


@pytest.mark.parametrize("name", SUPPORTED)
def test_a_contract_document_is_valid_on_the_pruned_schema(name: str) -> None:
    schema = build_schema((PACKAGE / "schema" / "admin_2026-10.graphql").read_text(encoding="utf-8"))
    assert validate(schema, parse(document(name))) == []


@pytest.fixture(scope="module")
def road(_running_shop: Shop) -> Json:
    """An order with everything on it, and the ids that the documents ask for."""
    shop = _running_shop
    product = shop.product("ROAD", stock=50, barcode="5901234123457", cost="7.50")
    order = shop.sim(
        "orders",
        {
            "lines": [{"sku": "ROAD", "quantity": 6}], "shipping": {"price": "14.99"}, "presentmentCurrency": "EUR",
            "customer": {"email": "road@example.com", "firstName": "Ala", "lastName": "Testowa",
                "phone": "+48600000000"},
            "discounts": [{"code": "TEN", "percentage": "10"}], "note": "n", "attributes": {"gift": "yes"},
            "shippingAddress": {"firstName": "Ala", "lastName": "Testowa", "address1": "ul. Zielona 1",
                "zip": "00-001", "city": "Warszawa"},
        },
    )  # fmt: skip
    asks = shop.data_of(document("fulfillment_orders"), {"orderId": order["gid"], "first": 5})["order"][
        "fulfillmentOrders"
    ]["nodes"]
    line = shop.data_of(document("order_get"), {"id": order["gid"]})["order"]["lineItems"]["nodes"][0]["id"]
    paid = shop.sim(f"orders/{order['id']}")["transactions"][0]["id"]
    return {
        "order": order["gid"], "line": line, "product": product["gid"], "variant": product["variants"][0]["gid"],
        "item": item(product),
        "place": shop.location(), "ask": asks[0]["id"], "ask_line": asks[0]["lineItems"]["nodes"][0]["id"],
        "parent": f"gid://shopify/OrderTransaction/{paid}",
    }  # fmt: skip


READS: dict[str, Callable[[Json], Json]] = {
    "shop_info": lambda road: {},
    "locations": lambda road: {"first": 10},
    "currencies": lambda road: {"first": 10},
    "products_list": lambda road: {"first": 10, "query": "sku:ROAD"},
    "product_by_custom_id": lambda road: {"identifier": {"id": road["product"]}},
    "inventory_levels": lambda road: {"id": road["place"], "first": 10},
    "orders_list": lambda road: {"first": 10, "query": "updated_at:>='2020-01-01T00:00:00Z'"},
    "orders_by_name": lambda road: {"query": "name:#1001"},
    "order_get": lambda road: {"id": road["order"]},
    "fulfillment_orders": lambda road: {"orderId": road["order"], "first": 5},
    "suggested_refund": lambda road: {"orderId": road["order"],
        "refundLineItems": [{"lineItemId": road["line"], "quantity": 1}], "shippingAmount": "1.00"},
    "customers_list": lambda road: {"first": 10},
    "webhook_subscriptions": lambda road: {"first": 10},
}  # fmt: skip


@pytest.mark.parametrize("name", list(READS))
def test_a_contract_query_is_answered_whole(shop: Shop, road: Json, name: str) -> None:
    assert all(value is not None for value in shop.data_of(document(name), READS[name](road)).values())


WRITES: dict[str, Callable[[Json], Json]] = {
    "inventory_set_quantities": lambda road: {"key": "w1",
        "input": {"name": "available", "reason": "correction", "quantities": [
        {"inventoryItemId": road["item"], "locationId": road["place"], "quantity": 40, "changeFromQuantity": None}]}},
    "inventory_adjust_quantities": lambda road: {"key": "w2",
        "input": {"name": "available", "reason": "restock", "changes": [
        {"inventoryItemId": road["item"], "locationId": road["place"], "delta": -1, "changeFromQuantity": None}]}},
    "inventory_item_update": lambda road: {"id": road["item"], "input": {"cost": "8.00", "tracked": True}},
    "variants_bulk_update": lambda road: {"productId": road["product"],
        "variants": [{"id": road["variant"], "price": "21.00"}]},
    "fulfillment_create": lambda road: {"fulfillment": {"trackingInfo": {"company": "DPD", "number": "1", "url": "https://t.example/1"},
        "lineItemsByFulfillmentOrder": [{"fulfillmentOrderId": road["ask"],
            "fulfillmentOrderLineItems": [{"id": road["ask_line"], "quantity": 2}]}]}},
    "refund_create": lambda road: {"key": "w3", "input": {"orderId": road["order"], "currency": "EUR", "note": "RMA-1",
        "refundLineItems": [{"lineItemId": road["line"], "quantity": 1, "restockType": "RETURN",
            "locationId": road["place"]}],
        "transactions": [{"orderId": road["order"], "parentId": road["parent"], "amount": "1.00",
            "gateway": "shopify_payments", "kind": "REFUND"}]}},
    "order_update": lambda road: {"input": {"id": road["order"], "tags": ["erp"], "note": "seen", "poNumber": "PO-1"}},
    "tags_add": lambda road: {"id": road["order"], "tags": ["sent"]},
    "metafields_set": lambda road: {"metafields": [
        {"ownerId": road["product"], "namespace": "$app", "key": "erp_id", "type": "single_line_text_field",
            "value": "P-1"}]},
    "customer_set": lambda road: {"input": {"email": "set@example.com", "firstName": "Set"},
        "identifier": {"email": "set@example.com"}},
    "variants_bulk_create": lambda road: {"productId": road["product"], "variants": [
        {"optionValues": [{"optionName": "Title", "name": "Second"}], "inventoryItem": {"sku": "ROAD-2"}}]},
    "order_cancel": lambda road: {"orderId": road["order"], "reason": "OTHER", "restock": True},
}  # fmt: skip


def test_the_contract_mutations_are_carried_out_in_turn(shop: Shop, road: Json) -> None:
    for name, variables in WRITES.items():
        payload = next(iter(shop.data_of(document(name), variables(road)).values()))
        errors = payload.get("userErrors", payload.get("orderCancelUserErrors"))
        expected = ["Cannot cancel an order that has fulfillments"] if name == "order_cancel" else []
        assert [each["message"] for each in errors] == expected, name


TOPICS = """
  orders/create orders/updated orders/paid orders/cancelled orders/fulfilled orders/partially_fulfilled
  orders/edited refunds/create products/create products/update products/delete customers/create
  customers/update inventory_levels/update app/uninstalled
""".split()


def excused(error: ValidationError) -> bool:
    """
    Whether a finding comes from the schema having been inferred from one example.

    There the nullable thing happened to be filled, the amount to be whole, the list to be empty.
    """
    if error.validator == "type":
        return error.instance is None or ("integer" in error.validator_value and isinstance(error.instance, float))
    return error.validator == "items" and error.validator_value is False


@pytest.fixture(scope="module")
def bodies(tmp_path_factory: pytest.TempPathFactory) -> Any:
    shop, receiver = Shop(tmp_path_factory.mktemp("bodies"), ["--time-scale", "0.001"]), Receiver()
    names = [each.upper().replace("/", "_") for each in TOPICS]
    subscribe(shop, receiver, *names)
    made = shop.sim(
        "products", {"products": [{"title": "Body", "sku": "BODY", "price": "19.90", "stock": 9}], "announce": True}
    )["products"][0]
    address = {"firstName": "Ala", "lastName": "Testowa", "address1": "ul. Zielona 1", "zip": "00-001",
        "city": "Warszawa", "province": "Mazowieckie",
               "provinceCode": "MZ", "phone": "+48600000000"}  # fmt: skip
    order = shop.sim("orders",
        {"lines": [{"sku": "BODY", "quantity": 3}], "shipping": {"price": "10.00"}, "shippingAddress": address,
                                "discounts": [{"code": "TEN", "percentage": "10"}],
                                "customer": {"email": "body@example.com", "firstName": "Ala",
                                    "lastName": "Testowa"}})  # fmt: skip
    shop.sim(f"orders/{order['id']}/edit", {"remove": [{"sku": "BODY", "quantity": 1}]})
    shop.sim("fulfil", {"order": order["id"], "lines": [{"sku": "BODY", "quantity": 1}]})
    shop.sim("fulfil", {"order": order["id"], "tracking": {"company": "DPD", "number": "1"}})
    shop.sim(f"orders/{order['id']}/refund", {"lines": [{"sku": "BODY", "restockType": "RETURN"}], "shipping": "full"})
    other = shop.sim(
        "orders", {"lines": [{"sku": "BODY"}], "shippingAddress": address, "customer": {"email": "body@example.com"}}
    )
    shop.sim(f"orders/{other['id']}/cancel", {})
    shop.data_of(
        'mutation { customerSet(identifier: {email: "body@example.com"}, input: {note: "n", lastName: '
        '"Nowa"}) { userErrors { message } } }'
    )
    shop.data_of("mutation ($id: ID!) { productDelete(input: {id: $id}) { deletedProductId } }", {"id": made["gid"]})
    shop.sim("uninstall", {})
    wait_until(lambda: {each.topic for each in receiver.hooks} >= set(TOPICS))
    yield receiver
    receiver.close()
    shop.close()


@pytest.mark.parametrize("topic", TOPICS)
def test_a_webhook_body_has_the_vendors_shape(bodies: Receiver, topic: str) -> None:
    path = contracts() / "webhooks" / "schemas_2026-07" / f"{topic}.json"
    if not path.exists():
        pytest.skip(f"contract not found: {path}")
    validator = Draft202012Validator(json.loads(path.read_text(encoding="utf-8")))
    for hook in bodies.of(topic):
        assert [str(error) for error in validator.iter_errors(hook.json) if not excused(error)] == []


def test_the_simulators_import_nothing_of_the_erp() -> None:
    for path in (REPOSITORY / "erp" / "simulators").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = (
                [each.name for each in node.names]
                if isinstance(node, ast.Import)
                else [node.module or ""]
                if isinstance(node, ast.ImportFrom)
                else []
            )
            for name in names:
                assert not name.startswith(("django", "config")), f"{path}: {name}"
                assert not name.startswith("erp") or name.startswith("erp.simulators"), f"{path}: {name}"
