"""What the shop enforces when an app writes stock."""

from typing import Any

import pytest

from tests.simulators.shopify.driving import Json, Shop, item

SET = """mutation ($input: InventorySetQuantitiesInput!, $key: String!) {
  inventorySetQuantities(input: $input) @idempotent(key: $key) {
    inventoryAdjustmentGroup { id reason changes { name delta quantityAfterChange item { id } location { id } } }
    userErrors { code field message }
  }
}"""
ADJUST = """mutation ($input: InventoryAdjustQuantitiesInput!, $key: String!) {
  inventoryAdjustQuantities(input: $input) @idempotent(key: $key) {
    inventoryAdjustmentGroup { changes { name delta } } userErrors { code field }
  }
}"""
NOTHING = object()


def quantity(shop: Shop, product: Json, wanted: int, expected: Any = None) -> Json:
    found: Json = {"inventoryItemId": item(product), "locationId": shop.location(), "quantity": wanted}
    return found if expected is NOTHING else found | {"changeFromQuantity": expected}


def set_input(*quantities: Json, **more: Any) -> Json:
    return {"name": "available", "reason": "correction", "quantities": list(quantities)} | more


def write(shop: Shop, given: Json, key: str) -> Json:
    answer: Json = shop.data_of(SET, {"input": given, "key": key})["inventorySetQuantities"]
    return answer


def codes(answer: Json) -> list[str]:
    return [each["code"] for each in answer["userErrors"]]


def adjust(shop: Shop, product: Json, key: str, *, name: str = "available", **change: Any) -> Json:
    given = {
        "delta": 1,
        "changeFromQuantity": None,
        "inventoryItemId": item(product),
        "locationId": shop.location(),
    } | change
    variables = {"key": key, "input": {"name": name, "reason": "correction", "changes": [given]}}
    answer: Json = shop.data_of(ADJUST, variables)["inventoryAdjustQuantities"]
    return answer


def test_a_matching_expectation_writes_and_reports_the_change(shop: Shop) -> None:
    product = shop.product("CAS-OK", stock=5)
    answer = write(shop, set_input(quantity(shop, product, 8, 5), referenceDocumentUri="gid://erp/Sync/1"), "cas-ok")
    changes = answer["inventoryAdjustmentGroup"]["changes"]
    assert [(each["name"], each["delta"], each["quantityAfterChange"]) for each in changes] == [
        ("available", 3, 8),
        ("on_hand", 3, 8),
    ]
    assert changes[0]["item"]["id"] == item(product)
    assert shop.levels("CAS-OK") == (8, 0, 8)


def test_a_stale_expectation_writes_nothing(shop: Shop) -> None:
    product = shop.product("CAS-STALE", stock=5)
    shop.buy("CAS-STALE")
    answer = write(shop, set_input(quantity(shop, product, 8, 5)), "cas-stale")
    assert codes(answer) == ["CHANGE_FROM_QUANTITY_STALE"]
    assert answer["userErrors"][0]["field"] == ["input", "quantities", "0", "changeFromQuantity"]
    assert shop.levels("CAS-STALE") == (4, 1, 5)


def test_one_stale_item_spoils_the_whole_call(shop: Shop) -> None:
    good, bad = shop.product("CAS-A", stock=5), shop.product("CAS-B", stock=5)
    answer = write(shop, set_input(quantity(shop, good, 1, 5), quantity(shop, bad, 1, 6)), "cas-two")
    assert [each["field"][2] for each in answer["userErrors"]] == ["1"]
    assert shop.levels("CAS-A") == (5, 0, 5)


def test_an_explicit_null_opts_out(shop: Shop) -> None:
    product = shop.product("CAS-NULL", stock=5)
    assert codes(write(shop, set_input(quantity(shop, product, 0, None)), "cas-null")) == []
    assert shop.levels("CAS-NULL") == (0, 0, 0)


def test_an_absent_expectation_is_an_error(shop: Shop) -> None:
    product = shop.product("CAS-ABSENT", stock=5)
    answer = shop.ask(SET, {"input": set_input(quantity(shop, product, 0, NOTHING)), "key": "cas-absent"})
    assert "changeFromQuantity" in answer["errors"][0]["message"]
    assert shop.levels("CAS-ABSENT") == (5, 0, 5)


def test_on_hand_counts_what_is_committed(shop: Shop) -> None:
    product = shop.product("ON-HAND", stock=5)
    shop.buy("ON-HAND")
    answer = write(shop, set_input(quantity(shop, product, 10, 5), name="on_hand"), "on-hand")
    assert codes(answer) == []
    assert shop.levels("ON-HAND") == (9, 1, 10)


def test_the_same_quantity_changes_nothing(shop: Shop) -> None:
    product = shop.product("SAME", stock=5)
    answer = write(shop, set_input(quantity(shop, product, 5, 5)), "same")
    assert answer == {"inventoryAdjustmentGroup": None, "userErrors": []}


@pytest.mark.parametrize("directive", ["", '@idempotent(key: "")', '@idempotent(key: "  ")'])
def test_a_key_is_mandatory_and_not_blank(shop: Shop, directive: str) -> None:
    product = shop.product(f"KEY-{len(directive)}", stock=5)
    document = SET.replace("@idempotent(key: $key)", directive).replace(", $key: String!", "")
    answer = shop.ask(document, {"input": set_input(quantity(shop, product, 1))})
    assert "@idempotent" in answer["errors"][0]["message"]
    assert shop.levels(product["variants"][0]["sku"]) == (5, 0, 5)


def test_the_same_key_and_parameters_give_the_first_answer_again(shop: Shop) -> None:
    product = shop.product("REPLAY", stock=5)
    given = set_input(quantity(shop, product, 7, 5))
    first = write(shop, given, "replay")
    shop.sim("stock", {"sku": "REPLAY", "set": 99})
    assert write(shop, given, "replay") == first
    assert shop.levels("REPLAY") == (99, 0, 99)


def test_the_same_key_with_other_parameters_is_a_mismatch(shop: Shop) -> None:
    product = shop.product("MISMATCH", stock=5)
    write(shop, set_input(quantity(shop, product, 7, 5)), "mismatch")
    answer = write(shop, set_input(quantity(shop, product, 6, 7)), "mismatch")
    assert codes(answer) == ["IDEMPOTENCY_KEY_PARAMETER_MISMATCH"]
    assert shop.levels("MISMATCH") == (7, 0, 7)


def test_a_forced_concurrent_request_leaves_the_key_free(shop: Shop) -> None:
    product = shop.product("CONCURRENT", stock=5)
    shop.sim("faults", {"kind": "idempotency"})
    given = set_input(quantity(shop, product, 7, 5))
    assert codes(write(shop, given, "concurrent")) == ["IDEMPOTENCY_CONCURRENT_REQUEST"]
    assert codes(write(shop, given, "concurrent")) == []


@pytest.mark.parametrize(
    "change, code",
    [
        ({"name": "committed"}, "INVALID_NAME"),
        ({"reason": "because"}, "INVALID_REASON"),
        ({"referenceDocumentUri": "no uri"}, "INVALID_REFERENCE_DOCUMENT"),
    ],
)
def test_names_reasons_and_documents_are_checked(shop: Shop, change: Json, code: str) -> None:
    product = shop.product(f"CHECK-{code}", stock=5)
    assert codes(write(shop, set_input(quantity(shop, product, 1), **change), code)) == [code]


@pytest.mark.parametrize(
    "wanted, code", [(1_000_000_001, "INVALID_QUANTITY_TOO_HIGH"), (-1_000_000_001, "INVALID_QUANTITY_TOO_LOW")]
)
def test_a_total_stays_within_a_thousand_million(shop: Shop, wanted: int, code: str) -> None:
    product = shop.product(f"RANGE-{code}", stock=5)
    assert codes(write(shop, set_input(quantity(shop, product, wanted)), code)) == [code]


def test_an_item_may_be_named_once_in_a_call(shop: Shop) -> None:
    product = shop.product("TWICE", stock=5)
    answer = write(shop, set_input(quantity(shop, product, 1), quantity(shop, product, 2)), "twice")
    assert codes(answer) == ["NO_DUPLICATE_INVENTORY_ITEM_ID_GROUP_ID_PAIR"]


def test_unknown_items_and_locations_are_named(shop: Shop) -> None:
    product = shop.product("UNKNOWN", stock=5)
    nobody = quantity(shop, product, 1) | {"inventoryItemId": "gid://shopify/InventoryItem/1"}
    nowhere = quantity(shop, product, 1) | {"locationId": "gid://shopify/Location/1"}
    assert codes(write(shop, set_input(nobody, nowhere), "unknown")) == ["INVALID_INVENTORY_ITEM", "INVALID_LOCATION"]


def test_an_array_has_at_most_250_items(shop: Shop) -> None:
    product = shop.product("LONG", stock=5)
    answer = shop.ask(SET, {"input": set_input(*[quantity(shop, product, 1)] * 251), "key": "long"})
    assert answer["errors"][0]["extensions"]["code"] == "MAX_INPUT_SIZE_EXCEEDED"


def test_250_items_are_written_at_once(shop: Shop) -> None:
    listed = [{"title": f"Bulk {number}", "sku": f"BULK-{number}", "stock": 1} for number in range(250)]
    products = shop.sim("products", listed)["products"]
    place = shop.location()
    given = [
        {"inventoryItemId": item(each), "locationId": place, "quantity": 7, "changeFromQuantity": 1}
        for each in products
    ]
    assert codes(write(shop, set_input(*given), "bulk")) == []
    assert shop.levels("BULK-249") == (7, 0, 7)


def test_adjusting_compares_too(shop: Shop) -> None:
    product = shop.product("ADJUST", stock=5)
    assert codes(adjust(shop, product, "adjust-1", changeFromQuantity=4)) == ["CHANGE_FROM_QUANTITY_STALE"]
    assert codes(adjust(shop, product, "adjust-2", changeFromQuantity=5, delta=-2)) == []
    assert shop.levels("ADJUST") == (3, 0, 3)


@pytest.mark.parametrize(
    "name, document, code",
    [
        ("available", "gid://erp/Count/1", "INVALID_AVAILABLE_DOCUMENT"),
        ("damaged", None, "INVALID_QUANTITY_DOCUMENT"),
        ("damaged", "gid://shopify/Order/1", "INTERNAL_LEDGER_DOCUMENT"),
        ("on_hand", None, "INVALID_QUANTITY_NAME"),
        ("damaged", "gid://erp/Count/1", None),
    ],
)
def test_ledger_documents_are_for_everything_but_available(
    shop: Shop, name: str, document: str | None, code: str
) -> None:
    product = shop.product(f"LEDGER-{name}-{code}", stock=5)
    change = {"ledgerDocumentUri": document} if document else {}
    assert codes(adjust(shop, product, f"ledger-{name}-{code}", name=name, **change)) == ([code] if code else [])


def test_moving_takes_from_one_name_and_gives_to_another(shop: Shop) -> None:
    product = shop.product("MOVE", stock=5)
    document = """mutation ($input: InventoryMoveQuantitiesInput!) {
      inventoryMoveQuantities(input: $input) @idempotent(key: "move") {
        inventoryAdjustmentGroup { changes { name delta } } userErrors { code } } }"""
    start = {"name": "available", "locationId": shop.location(), "changeFromQuantity": 5}
    end = {
        "name": "damaged", "locationId": shop.location(), "changeFromQuantity": None, "ledgerDocumentUri": "gid://erp/Damage/1",
    }  # fmt: skip
    change = {"inventoryItemId": item(product), "quantity": 2, "from": start, "to": end}
    given = {"reason": "damaged", "referenceDocumentUri": "gid://erp/Damage/1", "changes": [change]}
    answer = shop.data_of(document, {"input": given})["inventoryMoveQuantities"]
    assert answer["userErrors"] == []
    assert [(each["name"], each["delta"]) for each in answer["inventoryAdjustmentGroup"]["changes"]] == [
        ("available", -2),
        ("damaged", 2),
    ]
    assert shop.levels("MOVE") == (3, 0, 5)


def test_activating_stocks_an_item_at_another_location(shop: Shop) -> None:
    product = shop.product("ACTIVATE", stock=5)
    places = shop.sim("shop", {"locations": [{"name": "Second place"}]})["locations"]
    second = next(each["gid"] for each in places if each["name"] == "Second place")
    wrong = set_input(quantity(shop, product, 1) | {"locationId": second})
    assert codes(write(shop, wrong, "not-stocked")) == ["INVALID_LOCATION"]
    document = """mutation ($item: ID!, $place: ID!) {
      inventoryActivate(inventoryItemId: $item, locationId: $place, available: 3) @idempotent(key: "activate") {
        inventoryLevel { id quantities(names: ["available", "on_hand"]) { name quantity } } userErrors { field message
        } } }"""
    answer = shop.data_of(document, {"item": item(product), "place": second})["inventoryActivate"]
    assert [each["quantity"] for each in answer["inventoryLevel"]["quantities"]] == [3, 3]
    assert shop.levels("ACTIVATE") == (8, 0, 8)
