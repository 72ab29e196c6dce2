"""Totals, and what paying, cancelling, refunding, editing and sending do to money and stock."""

from typing import Any

import pytest

from tests.simulators.shopify.driving import Json, Shop

TOTALS = "subtotalPrice totalTax totalDiscounts totalShippingPrice totalPrice currentTotalPrice".split()
READ = (
    "query ($id: ID!) { order(id: $id) { "
    + " ".join(f"{name}Set {{ ...money }}" for name in TOTALS)
    + """
  totalTipReceivedSet { ...money } currentTotalDutiesSet { ...money } totalOutstandingSet { ...money }
  netPaymentSet { ...money } displayFinancialStatus displayFulfillmentStatus
  transactions { id kind gateway amountSet { ...money } parentTransaction { id } }
  lineItems(first: 9) { nodes {
    id sku quantity currentQuantity refundableQuantity unfulfilledQuantity customAttributes { key value }
    originalUnitPriceSet { ...money } discountedTotalSet { ...money } taxLines { title rate priceSet { ...money } }
    discountAllocations { allocatedAmountSet { ...money } discountApplication { index } }
  } }
  shippingLines(first: 3) { nodes {
    title originalPriceSet { ...money } discountedPriceSet { ...money } taxLines { priceSet { ...money } }
  } }
  discountApplications(first: 3) { nodes {
    __typename index value { ... on PricingPercentageValue { percentage } ... on MoneyV2 { amount } }
  } }
  fulfillmentOrders(first: 3) { nodes { id status lineItems(first: 5) { nodes { id remainingQuantity sku } } } }
  refunds { id totalRefundedSet { ...money } refundLineItems(first: 5) { nodes {
    quantity restockType subtotalSet { ...money } totalTaxSet { ...money }
  } } }
} } fragment money on MoneyBag {
  shopMoney { amount currencyCode } presentmentMoney { amount currencyCode }
}"""
)


@pytest.fixture(scope="module")
def net_shop(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """A shop whose prices are without tax."""
    shop = Shop(tmp_path_factory.mktemp("net"), ["--plan", "enterprise"])
    shop.sim(
        "shop", {"taxesIncluded": False, "currencyCode": "USD", "taxes": [{"title": "State tax", "rate": "0.0725"}]}
    )
    yield shop
    shop.close()


def read(shop: Shop, order: Json) -> Json:
    found: Json = shop.data_of(READ, {"id": order["gid"]})["order"]
    return found


def amounts(order: Json, side: str = "shopMoney") -> list[str]:
    return [order[f"{name}Set"][side]["amount"] for name in TOTALS]


def test_totals_with_taxes_included(shop: Shop) -> None:
    shop.product("INC", price="100.00")
    order = shop.sim(
        "orders",
        {
            "lines": [{"sku": "INC", "quantity": 2}],
            "shipping": {"price": "12.30"},
            "discounts": [{"code": "TEN", "percentage": "10"}],
        },
    )
    found = read(shop, order)
    assert amounts(found) == ["180.0", "35.96", "20.0", "12.3", "192.3", "192.3"]
    assert found["lineItems"]["nodes"][0]["taxLines"][0]["priceSet"]["shopMoney"]["amount"] == "33.66"
    assert found["shippingLines"]["nodes"][0]["taxLines"][0]["priceSet"]["shopMoney"]["amount"] == "2.3"
    assert found["discountApplications"]["nodes"][0] == {
        "__typename": "DiscountCodeApplication",
        "index": 0,
        "value": {"percentage": 10.0},
    }


def test_totals_with_taxes_on_top(net_shop: Shop) -> None:
    net_shop.product("NET", price="19.99")
    order = net_shop.sim("orders", {"lines": [{"sku": "NET", "quantity": 3}], "shipping": {"price": "5.00"}})
    found = read(net_shop, order)
    assert amounts(found) == ["59.97", "4.71", "0.0", "5.0", "69.68", "69.68"]


def test_an_order_discount_is_divided_to_the_cent(shop: Shop) -> None:
    for sku in ("DIV-A", "DIV-B", "DIV-C"):
        shop.product(sku, price="33.33")
    order = shop.buy("DIV-A", "DIV-B", "DIV-C", discounts=[{"title": "Loyal", "amount": "10.00"}])
    found = read(shop, order)
    parts = [
        line["discountAllocations"][0]["allocatedAmountSet"]["shopMoney"]["amount"]
        for line in found["lineItems"]["nodes"]
    ]
    assert parts == ["3.33", "3.34", "3.33"]
    assert amounts(found)[:3] == ["89.99", "16.83", "10.0"]


def test_line_and_shipping_discounts_tips_duties_and_gift_cards(shop: Shop) -> None:
    shop.product("MIX-A", price="50.00")
    shop.product("MIX-B", price="30.00")
    order = shop.sim(
        "orders",
        {
            "lines": [
                {"sku": "MIX-A", "quantity": 2, "duties": "4.00", "properties": {"Engraving": "A"}},
                {"sku": "MIX-B"},
            ],
            "discounts": [
                {"title": "Two off", "amount": "2.00", "skus": ["MIX-A"], "each": True},
                {"code": "SHIP", "percentage": "100", "target": "shipping"},
            ],
            "shipping": {"price": "15.00"},
            "tip": "3.00",
            "gift_card": "40.00",
        },
    )
    found = read(shop, order)
    assert amounts(found)[:1] + amounts(found)[2:5] == ["126.0", "19.0", "0.0", "133.0"]
    assert found["totalTipReceivedSet"]["shopMoney"]["amount"] == "3.0"
    assert found["currentTotalDutiesSet"]["shopMoney"]["amount"] == "4.0"
    line = found["lineItems"]["nodes"][0]
    assert line["discountedTotalSet"]["shopMoney"]["amount"] == "96.0"
    assert line["customAttributes"] == [{"key": "Engraving", "value": "A"}]
    assert [(each["gateway"], each["amountSet"]["shopMoney"]["amount"]) for each in found["transactions"]] == [
        ("gift_card", "40.0"),
        ("shopify_payments", "93.0"),
    ]


def test_a_buyer_pays_in_another_currency(shop: Shop) -> None:
    shop.product("FX", price="19.90")
    order = shop.sim(
        "orders",
        {
            "lines": [{"sku": "FX", "quantity": 3}],
            "presentmentCurrency": "EUR",
            "rate": "0.25",
            "shipping": {"price": "10.00"},
        },
    )
    found = read(shop, order)
    assert amounts(found, "shopMoney") == ["59.7", "13.03", "0.0", "10.0", "69.7", "69.7"]
    assert amounts(found, "presentmentMoney") == ["14.94", "3.26", "0.0", "2.5", "17.44", "17.44"]
    assert found["totalPriceSet"]["presentmentMoney"]["currencyCode"] == "EUR"


def test_an_order_takes_stock_and_sending_it_takes_the_rest(shop: Shop) -> None:
    shop.product("FLOW", stock=10)
    order = shop.sim("orders", {"lines": [{"sku": "FLOW", "quantity": 4}]})
    assert shop.levels("FLOW") == (6, 4, 10)
    shop.sim("fulfil", {"order": order["id"], "lines": [{"sku": "FLOW", "quantity": 1}]})
    assert shop.levels("FLOW") == (6, 3, 9)
    assert read(shop, order)["displayFulfillmentStatus"] == "PARTIALLY_FULFILLED"
    sent = shop.sim("fulfil", {"order": order["id"], "tracking": {"company": "DPD", "number": "77"}})
    assert shop.levels("FLOW") == (6, 0, 6)
    assert sent["fulfillmentStatus"] == "FULFILLED"
    assert sent["fulfillments"][1]["tracking"] == [{"company": "DPD", "number": "77", "url": None}]


def test_a_cancelled_order_gives_stock_and_money_back(shop: Shop) -> None:
    shop.product("CANCEL", stock=5, price="20.00")
    order = shop.buy("CANCEL", shipping={"price": "5.00"})
    document = """mutation ($id: ID!) { orderCancel(orderId: $id, reason: CUSTOMER, restock: true,
      refundMethod: {originalPaymentMethodsRefund: true}) { job { id done } orderCancelUserErrors { code message } }
      }"""
    answer = shop.data_of(document, {"id": order["gid"]})["orderCancel"]
    assert answer["orderCancelUserErrors"] == []
    assert shop.data_of("query ($id: ID!) { job(id: $id) { done } }", {"id": answer["job"]["id"]}) == {
        "job": {"done": True}
    }
    found = read(shop, order)
    assert (found["displayFinancialStatus"], amounts(found)[-2:]) == ("REFUNDED", ["25.0", "0.0"])
    assert found["fulfillmentOrders"]["nodes"][0]["status"] == "CANCELLED"
    assert shop.levels("CANCEL") == (5, 0, 5)
    again = shop.data_of(document, {"id": order["gid"]})["orderCancel"]
    assert again["orderCancelUserErrors"][0]["message"] == "Order has already been cancelled"


def test_cancelling_without_restock_leaves_the_shelf_poorer(shop: Shop) -> None:
    shop.product("LOST", stock=5)
    order = shop.buy("LOST", financialStatus="PENDING")
    done = shop.sim(f"orders/{order['id']}/cancel", {"restock": False})
    assert shop.levels("LOST") == (4, 0, 4)
    assert (done["financialStatus"], done["currentTotalPrice"], done["totalPrice"]) == ("VOIDED", "0.00", "19.90")


def test_what_is_sent_cant_be_cancelled(shop: Shop) -> None:
    shop.product("SENT", stock=5)
    order = shop.buy("SENT")
    shop.sim("fulfil", {"order": order["name"]})
    assert "fulfillments" in shop.sim(f"orders/{order['id']}/cancel", {}, expect=422)["error"]


def test_partial_refunds_add_up_to_the_grosz(shop: Shop) -> None:
    shop.product("THIRD", stock=9, price="3.34")
    order = shop.sim(
        "orders", {"lines": [{"sku": "THIRD", "quantity": 3}], "discounts": [{"title": "x", "amount": "0.02"}]}
    )
    for _ in range(3):
        shop.sim(f"orders/{order['id']}/refund", {"lines": [{"sku": "THIRD", "restockType": "CANCEL"}]})
    found = read(shop, order)
    parts = [each["refundLineItems"]["nodes"][0]["subtotalSet"]["shopMoney"]["amount"] for each in found["refunds"]]
    assert parts == ["3.33", "3.34", "3.33"]
    assert (found["displayFinancialStatus"], found["netPaymentSet"]["shopMoney"]["amount"]) == ("REFUNDED", "0.0")
    assert shop.levels("THIRD") == (9, 0, 9)


@pytest.mark.parametrize("kind, levels", [("RETURN", (5, 0, 5)), ("NO_RESTOCK", (4, 0, 4))])
def test_goods_that_came_back_are_restocked_or_not(shop: Shop, kind: str, levels: tuple[int, int, int]) -> None:
    shop.product(f"BACK-{kind}", stock=5)
    order = shop.buy(f"BACK-{kind}")
    shop.sim("fulfil", {"order": order["id"]})
    refused = shop.sim(
        f"orders/{order['id']}/refund", {"lines": [{"sku": f"BACK-{kind}", "restockType": "CANCEL"}]}, expect=422
    )
    assert "unfulfilled" in refused["error"]
    shop.sim(f"orders/{order['id']}/refund", {"lines": [{"sku": f"BACK-{kind}", "restockType": kind}]})
    assert shop.levels(f"BACK-{kind}") == levels


REFUND = """mutation ($input: RefundInput!, $key: String!) { refundCreate(input: $input) @idempotent(key: $key) {
  refund { id totalRefundedSet { shopMoney { amount } presentmentMoney { amount } } } order { displayFinancialStatus }
  userErrors { field message } } }"""


def test_a_refund_by_api_is_made_once_per_key(shop: Shop) -> None:
    shop.product("REFUND", stock=5, price="20.00")
    order = shop.sim(
        "orders", {"lines": [{"sku": "REFUND", "quantity": 2}], "presentmentCurrency": "EUR", "rate": "0.25"}
    )
    line = read(shop, order)["lineItems"]["nodes"][0]["id"]
    parent = read(shop, order)["transactions"][0]["id"]
    money = {
        "orderId": order["gid"],
        "parentId": parent,
        "amount": "5.00",
        "gateway": "shopify_payments",
        "kind": "REFUND",
    }
    given = {
        "orderId": order["gid"], "refundLineItems": [{"lineItemId": line, "quantity": 1, "restockType": "CANCEL"}],
        "transactions": [money],
    }  # fmt: skip
    missing = shop.data_of(REFUND, {"input": given, "key": "refund-0"})["refundCreate"]["userErrors"]
    assert missing[0]["field"] == ["currency"]
    variables = {"input": given | {"currency": "EUR"}, "key": "refund-1"}
    first = shop.data_of(REFUND, variables)["refundCreate"]
    assert first["refund"]["totalRefundedSet"] == {
        "shopMoney": {"amount": "20.0"},
        "presentmentMoney": {"amount": "5.0"},
    }
    assert shop.data_of(REFUND, variables)["refundCreate"] == first
    assert len(read(shop, order)["refunds"]) == 1
    much = variables["input"] | {"refundLineItems": [], "transactions": [money | {"amount": "5.01"}]}  # type: ignore[operator]
    refused = shop.data_of(REFUND, {"input": much, "key": "refund-2"})["refundCreate"]
    assert "more than the amount received" in refused["userErrors"][0]["message"]


def test_a_suggested_refund_names_money_and_payments(shop: Shop) -> None:
    shop.product("SUGGEST", stock=5, price="12.30")
    order = shop.sim("orders", {"lines": [{"sku": "SUGGEST", "quantity": 2}], "shipping": {"price": "6.15"}})
    line = read(shop, order)["lineItems"]["nodes"][0]["id"]
    document = """query ($id: ID!, $lines: [RefundLineItemInput!]) { order(id: $id) { suggestedRefund(refundLineItems:
               $lines, refundShipping: true) { amountSet { shopMoney { amount } } totalTaxSet { shopMoney { amount } }
      suggestedTransactions { kind gateway amountSet { shopMoney { amount } } parentTransaction { id } } } } }"""
    found = shop.data_of(document, {"id": order["gid"], "lines": [{"lineItemId": line, "quantity": 1}]})["order"][
        "suggestedRefund"
    ]
    assert found["amountSet"]["shopMoney"]["amount"] == "18.45"
    assert found["totalTaxSet"]["shopMoney"]["amount"] == "3.45"
    assert found["suggestedTransactions"][0]["amountSet"]["shopMoney"]["amount"] == "18.45"


def test_pending_then_paid_and_authorised_then_captured(shop: Shop) -> None:
    shop.product("PAY", stock=9)
    pending = shop.buy("PAY", financialStatus="PENDING")
    document = (
        "mutation ($id: ID!) { orderMarkAsPaid(input: {id: $id}) { order { displayFinancialStatus } "
        "userErrors { message } } }"
    )
    paid = shop.data_of(document, {"id": pending["gid"]})["orderMarkAsPaid"]
    assert paid == {"order": {"displayFinancialStatus": "PAID"}, "userErrors": []}
    assert shop.data_of(document, {"id": pending["gid"]})["orderMarkAsPaid"]["userErrors"] != []
    authorised = shop.buy("PAY", financialStatus="AUTHORIZED")
    shop.sim(f"orders/{authorised['id']}/pay", {})
    assert [each["kind"] for each in read(shop, authorised)["transactions"]] == ["AUTHORIZATION", "CAPTURE"]
    part = shop.buy("PAY", financialStatus="PARTIALLY_PAID", paidAmount="9.90")
    assert (part["financialStatus"], part["totalOutstanding"]) == ("PARTIALLY_PAID", "10.00")


def test_an_edit_adds_and_removes_lines(shop: Shop) -> None:
    shop.product("EDIT-A", stock=5, price="10.00")
    shop.product("EDIT-B", stock=5, price="7.00")
    order = shop.sim("orders", {"lines": [{"sku": "EDIT-A", "quantity": 3}]})
    edited = shop.sim(
        f"orders/{order['number']}/edit",
        {"remove": [{"sku": "EDIT-A", "quantity": 1}], "add": [{"sku": "EDIT-B", "quantity": 2}]},
    )
    assert [(each["sku"], each["currentQuantity"]) for each in edited["lines"]] == [("EDIT-A", 2), ("EDIT-B", 2)]
    assert (edited["currentTotalPrice"], edited["totalOutstanding"]) == ("34.00", "4.00")
    assert (shop.levels("EDIT-A"), shop.levels("EDIT-B")) == ((3, 2, 5), (3, 2, 5))


def test_fulfilments_by_api(shop: Shop) -> None:
    shop.product("API-FO", stock=9)
    order = shop.sim("orders", {"lines": [{"sku": "API-FO", "quantity": 3}]})
    ask = read(shop, order)["fulfillmentOrders"]["nodes"][0]
    create = """mutation ($input: FulfillmentInput!) { fulfillmentCreate(fulfillment: $input) {
      fulfillment { id name status trackingInfo { company number url } } userErrors { field message } } }"""

    def send(quantity: int) -> Json:
        lines = [{"id": ask["lineItems"]["nodes"][0]["id"], "quantity": quantity}]
        tracking = {"company": "DPD", "number": "1", "url": "https://track.example/1"}
        given = {
            "lineItemsByFulfillmentOrder": [{"fulfillmentOrderId": ask["id"], "fulfillmentOrderLineItems": lines}],
            "trackingInfo": tracking,
        }
        answer: Json = shop.data_of(create, {"input": given})["fulfillmentCreate"]
        return answer

    assert "quantity" in send(4)["userErrors"][0]["message"]
    made = send(2)["fulfillment"]
    assert made["trackingInfo"] == [{"company": "DPD", "number": "1", "url": "https://track.example/1"}]
    update = (
        "mutation ($id: ID!) { fulfillmentTrackingInfoUpdate(fulfillmentId: $id, trackingInfoInput: "
        '{numbers: ["2", "3"]}) { fulfillment { trackingInfo { number } } userErrors { message } } }'
    )
    changed = shop.data_of(update, {"id": made["id"]})["fulfillmentTrackingInfoUpdate"]
    assert [each["number"] for each in changed["fulfillment"]["trackingInfo"]] == ["2", "3"]
    event = (
        "mutation ($input: FulfillmentEventInput!) { fulfillmentEventCreate(fulfillmentEvent: $input) { "
        "fulfillmentEvent { status } userErrors { message } } }"
    )
    shop.data_of(event, {"input": {"fulfillmentId": made["id"], "status": "DELIVERED"}})
    shown = shop.data_of(
        "query ($id: ID!) { fulfillment(id: $id) { displayStatus deliveredAt order { id } } }", {"id": made["id"]}
    )
    assert (shown["fulfillment"]["displayStatus"], shown["fulfillment"]["order"]["id"]) == ("DELIVERED", order["gid"])
    cancel = "mutation ($id: ID!) { fulfillmentCancel(id: $id) { fulfillment { status } userErrors { message } } }"
    assert shop.data_of(cancel, {"id": made["id"]})["fulfillmentCancel"]["fulfillment"]["status"] == "CANCELLED"
    assert shop.levels("API-FO") == (6, 3, 9)
    assert read(shop, order)["displayFulfillmentStatus"] == "UNFULFILLED"


def test_an_order_is_split_over_locations_that_have_the_goods(shop: Shop) -> None:
    shop.sim("shop", {"locations": [{"name": "Far place"}]})
    shop.product("NEAR", stock=5)
    shop.product("FAR", stock={"Far place": 5})
    order = shop.buy("NEAR", "FAR")
    nodes = read(shop, order)["fulfillmentOrders"]["nodes"]
    assert [[line["sku"] for line in each["lineItems"]["nodes"]] for each in nodes] == [["NEAR"], ["FAR"]]


def test_a_customer_is_known_by_his_address(shop: Shop) -> None:
    shop.product("WHO", stock=9)
    first = shop.buy("WHO", customer={"email": "Ala@example.com", "firstName": "Ala", "lastName": "Testowa"})
    second = shop.buy("WHO", customer={"email": "ala@example.com"})
    guest = shop.buy("WHO", email="guest@example.com")
    assert first["customer"] == second["customer"]
    assert guest["customer"] is None
    found = shop.data_of(
        '{ customers(first: 2, query: "email:ala@example.com") { nodes { numberOfOrders amountSpent { '
        "amount } displayName } } }"
    )
    assert found["customers"]["nodes"] == [
        {"numberOfOrders": "2", "amountSpent": {"amount": "39.8"}, "displayName": "Ala Testowa"}
    ]
