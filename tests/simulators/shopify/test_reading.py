"""Search, sorting, paging, counting, and what the custom scalars refuse."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.simulators.shopify.driving import Json, Shop

ORDERS = """query ($query: String, $first: Int, $after: String, $sort: OrderSortKeys, $reverse: Boolean) {
  orders(first: $first, after: $after, query: $query, sortKey: $sort, reverse: $reverse) {
    nodes { id name updatedAt } edges { cursor } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }"""


@pytest.fixture(scope="module")
def history(tmp_path_factory: pytest.TempPathFactory) -> Any:
    shop = Shop(tmp_path_factory.mktemp("history"), ["--plan", "enterprise"])
    shop.sim("products", [{"title": "Mug", "sku": "MUG", "price": "10.00", "stock": 1000}])
    for day in range(1, 8):
        shop.buy(
            "MUG",
            createdAt=f"2026-01-0{day}T12:00:00Z",
            tags=["odd" if day % 2 else "even"],
            email=f"b{day}@example.com",
        )
    yield shop
    shop.close()


def names(shop: Shop, **variables: Any) -> list[str]:
    found = shop.data_of(ORDERS, {"first": 50} | variables)["orders"]["nodes"]
    return [each["name"] for each in found]


def test_a_time_filter_is_exact_at_its_border(history: Shop) -> None:
    assert names(history, query="updated_at:>='2026-01-06T12:00:00Z'", sort="UPDATED_AT") == ["#1006", "#1007"]
    assert names(history, query="updated_at:>'2026-01-06T13:00:00+01:00'", sort="UPDATED_AT") == ["#1007"]


def test_terms_are_joined_by_and_or_not_and_parentheses(history: Shop) -> None:
    assert names(history, query="tag:even AND -name:#1002") == ["#1004", "#1006"]
    assert names(history, query="(name:#1001 OR name:#1007) tag:odd") == ["#1001", "#1007"]
    assert names(history, query="email:b3@example.com financial_status:paid status:open") == ["#1003"]
    assert names(history, query="fulfillment_status:fulfilled") == []
    assert names(history, query="name:#100*", first=3) == ["#1001", "#1002", "#1003"]


def test_an_unknown_field_is_ignored_with_a_warning(history: Shop) -> None:
    answer = history.ask(ORDERS, {"first": 50, "query": "updatedat:>=2099"})
    assert len(answer["data"]["orders"]["nodes"]) == 7
    assert "updatedat" in answer["extensions"]["search"][0]["warnings"][0]["message"]


def test_a_broken_time_is_an_error(history: Shop) -> None:
    assert "Invalid timestamp" in history.ask(ORDERS, {"first": 1, "query": "updated_at:>soon"})["errors"][0]["message"]


def test_pages_meet_without_gap_or_repetition(history: Shop) -> None:
    seen: list[str] = []
    after = None
    while True:
        page = history.data_of(ORDERS, {"first": 3, "after": after, "sort": "CREATED_AT", "reverse": True})["orders"]
        seen += [each["name"] for each in page["nodes"]]
        assert page["pageInfo"]["endCursor"] == page["edges"][-1]["cursor"]
        assert page["pageInfo"]["hasPreviousPage"] == (after is not None)
        if not page["pageInfo"]["hasNextPage"]:
            break
        after = page["pageInfo"]["endCursor"]
    assert seen == [f"#{number}" for number in range(1007, 1000, -1)]


def test_last_reads_from_the_end(history: Shop) -> None:
    document = (
        "query ($before: String) { orders(last: 2, before: $before, sortKey: ID) { nodes { name } "
        "pageInfo { startCursor hasPreviousPage hasNextPage } } }"
    )
    page = history.data_of(document)["orders"]
    assert [each["name"] for each in page["nodes"]] == ["#1006", "#1007"]
    assert page["pageInfo"]["hasPreviousPage"]
    before = history.data_of(document, {"before": page["pageInfo"]["startCursor"]})["orders"]
    assert [each["name"] for each in before["nodes"]] == ["#1004", "#1005"]
    assert before["pageInfo"]["hasNextPage"]


@pytest.mark.parametrize(
    "arguments, words",
    [
        ("", "first or last"),
        ("(first: 251)", "250"),
        ("(first: 1, last: 1)", "both"),
        ('(first: 1, after: "x")', "cursor"),
    ],
)
def test_a_page_needs_a_size_of_at_most_250(history: Shop, arguments: str, words: str) -> None:
    answer = history.ask(f"{{ orders{arguments} {{ nodes {{ id }} }} }}")
    assert words in answer["errors"][0]["message"]


def test_a_single_products_variants_may_be_read_2048_at_once(history: Shop) -> None:
    found = history.data_of(
        '{ productByIdentifier(identifier: {handle: "mug"}) { variants(first: 2048) { nodes { sku } } } }'
    )
    assert found["productByIdentifier"]["variants"]["nodes"] == [{"sku": "MUG"}]


def test_counts_stop_at_their_limit(history: Shop) -> None:
    found = history.data_of(
        "{ all: ordersCount(limit: null) { count precision } some: ordersCount(limit: 5) { count precision } }"
    )
    assert found == {"all": {"count": 7, "precision": "EXACT"}, "some": {"count": 5, "precision": "AT_LEAST"}}


def test_lists_end_at_25000(open_shop: Callable[..., Shop]) -> None:
    from erp.simulators.shopify.graph.paging import Table, connect, write_cursor
    from erp.simulators.shopify.state.store import Store

    shop = open_shop()
    shop.stop()
    store = Store(shop.data / "shop.sqlite3")
    with store.transaction():
        store.write_many(
            "INSERT INTO customers VALUES (?, NULL, NULL, '', '', '', '{}')", [(number,) for number in range(1, 25_101)]
        )
    table = Table("customers", lambda rows: [{"id": row["id"]} for row in rows])
    page = connect(store, table, {"first": 250, "after": write_cursor(24_900, 24_900, 24_900)})
    assert [len(page["nodes"]), page["nodes"][-1]["id"], page["pageInfo"]["hasNextPage"]] == [100, 25_000, False]


@pytest.mark.parametrize(
    "price, accepted", [("19.90", True), ("abc", False), ("1,5", False), ("1e3", False), ("", False), (12, True)]
)
def test_money_is_parsed(shop: Shop, price: Any, accepted: bool) -> None:
    product = shop.product(f"PRICE-{price}")
    document = """mutation ($product: ID!, $variants: [ProductVariantsBulkInput!]!) {
      productVariantsBulkUpdate(productId: $product, variants: $variants) { userErrors { code } } }"""
    variants = [{"id": product["variants"][0]["gid"], "price": price}]
    assert ("data" in shop.ask(document, {"product": product["gid"], "variants": variants})) is accepted


@pytest.mark.parametrize("wanted", ["1", "gid://shopify/Order", "Order/1", "gid://elsewhere/Order/1"])
def test_an_id_is_a_global_id(shop: Shop, wanted: str) -> None:
    assert (
        "Invalid global id"
        in shop.ask("query ($id: ID!) { order(id: $id) { id } }", {"id": wanted})["errors"][0]["message"]
    )


def test_an_id_of_another_kind_is_not_found(shop: Shop) -> None:
    product = shop.product("OTHER-KIND")
    assert shop.data_of(
        "query ($id: ID!) { order(id: $id) { id } }", {"id": product["gid"].replace("Product", "Order")}
    ) == {"order": None}
    assert shop.data_of("query ($id: ID!) { order(id: $id) { id } }", {"id": product["gid"]}) == {"order": None}


def test_broken_times_and_addresses_are_refused(shop: Shop) -> None:
    event = (
        "mutation { fulfillmentEventCreate(fulfillmentEvent: {fulfillmentId: "
        '"gid://shopify/Fulfillment/1", status: DELIVERED, happenedAt: "today"}) { userErrors { message '
        "} } }"
    )
    assert "invalid DateTime" in shop.ask(event)["errors"][0]["message"]
    tracking = (
        'mutation { fulfillmentTrackingInfoUpdate(fulfillmentId: "gid://shopify/Fulfillment/1", '
        'trackingInfoInput: {url: "no address"}) { userErrors { message } } }'
    )
    assert "invalid URL" in shop.ask(tracking)["errors"][0]["message"]


def test_a_field_that_does_not_exist_is_refused_by_the_schema(shop: Shop) -> None:
    answer: Json = shop.ask("{ shop { nothing } }")
    assert "Cannot query field 'nothing'" in answer["errors"][0]["message"]


def test_decimals_are_written_as_the_vendor_writes_them(history: Shop) -> None:
    found = history.data_of(
        "{ orders(first: 1) { nodes { totalPriceSet { shopMoney { amount currencyCode } } "
        "lineItems(first: 1) { nodes { variant { price } } } } } }"
    )
    order = found["orders"]["nodes"][0]
    assert order["totalPriceSet"]["shopMoney"] == {"amount": "10.0", "currencyCode": "PLN"}
    assert order["lineItems"]["nodes"][0]["variant"]["price"] == "10.00"


def test_things_are_found_by_their_global_ids(history: Shop) -> None:
    orders = history.data_of("{ orders(first: 1) { nodes { id } } products(first: 1) { nodes { id } } }")
    ids = [orders["orders"]["nodes"][0]["id"], orders["products"]["nodes"][0]["id"], "gid://shopify/Order/1"]
    found = history.data_of("query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }", {"ids": ids})["nodes"]
    assert [each and each["__typename"] for each in found] == ["Order", "Product", None]
    assert int(ids[0].rsplit("/", 1)[1]) > 2**53
