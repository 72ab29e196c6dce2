"""Fields of orders and their parts that are computed when they are asked for."""

from decimal import Decimal
from typing import Any

from erp.simulators.shopify.domain import refunding, totals
from erp.simulators.shopify.domain.paying import in_both
from erp.simulators.shopify.graph.call import Call
from erp.simulators.shopify.graph.resolving import field
from erp.simulators.shopify.state import gids
from erp.simulators.shopify.state.money import Amount, total
from erp.simulators.shopify.state.store import Doc


def plain(name: str, compute: Any) -> None:
    """Register a field that needs nothing but the document."""
    field(name)(lambda source, call, arguments: compute(source))


plain("Order.closed", lambda doc: bool(doc["closedAt"]))
plain("Order.unpaid", lambda doc: doc["displayFinancialStatus"] in ("PENDING", "AUTHORIZED", "VOIDED"))
plain("Order.fullyPaid", lambda doc: Amount.read(doc["totalOutstandingSet"]).buyer <= 0)
plain("Order.canMarkAsPaid", lambda doc: not doc["cancelledAt"] and Amount.read(doc["totalOutstandingSet"]).buyer > 0)
plain("Order.capturable", lambda doc: bool(Amount.read(doc["totalCapturableSet"])))
plain("Order.refundable", lambda doc: bool(Amount.read(doc["netPaymentSet"])))
plain("Order.fulfillable", lambda doc: any(each["unfulfilledQuantity"] for each in doc["lineItems"]))
plain("Order.requiresShipping", lambda doc: any(each["requiresShipping"] for each in doc["lineItems"]))
plain("Order.billingAddressMatchesShippingAddress", lambda doc: _same(doc["billingAddress"], doc["shippingAddress"]))
plain("Order.displayAddress", lambda doc: doc["shippingAddress"] or doc["billingAddress"])
plain("Order.shippingLine", lambda doc: next(iter(doc["shippingLines"]), None))
plain("Order.paymentGatewayNames", lambda doc: list(dict.fromkeys(each["gateway"] for each in doc["transactions"])))
plain("Order.discountCodes", lambda doc: [each["code"] for each in _codes(doc)])
plain("Order.discountCode", lambda doc: next((each["code"] for each in _codes(doc)), None))
plain("Order.subtotalLineItemsQuantity", lambda doc: sum(each["quantity"] for each in doc["lineItems"]))
plain("Order.currentSubtotalLineItemsQuantity", lambda doc: sum(each["currentQuantity"] for each in doc["lineItems"]))
plain("Order.transactionsCount", lambda doc: {"count": len(doc["transactions"]), "precision": "EXACT"})
plain("Order.fulfillmentsCount", lambda doc: {"count": len(doc["fulfillments"]), "precision": "EXACT"})
plain("Order.confirmationNumber", lambda doc: f"SIM{doc['number']}")


def _codes(doc: Doc) -> list[Doc]:
    return [each for each in doc["discountApplications"] if each["__typename"] == "DiscountCodeApplication"]


def _same(first: Doc | None, second: Doc | None) -> bool:
    return first is not None and second is not None and first | {"id": 0} == second | {"id": 0}


@field("Order.purchasingEntity")
def purchasing_entity(source: Doc, call: Call, arguments: Doc) -> Any:
    """Return the customer; companies are not simulated."""
    return call.load("Customer", source["customer"]) if source["customer"] else None


@field("Order.statusPageUrl")
def status_page(source: Doc, call: Call, arguments: Doc) -> str:
    """Return the buyer's page."""
    return f"https://{call.world.settings.domain}/orders/{source['id']}"


def _set(source: Doc, amount: Amount) -> Doc:
    both = source["_currencies"]
    return {
        "shopMoney": {"amount": format(amount.shop, "f"), "currencyCode": both[0]},
        "presentmentMoney": {"amount": format(amount.buyer, "f"), "currencyCode": both[1]},
    }


@field("Order.suggestedRefund")
def suggested_refund(source: Doc, call: Call, arguments: Doc) -> Doc:
    """Return what the vendor would give back for these lines."""
    lines = [
        {
            "lineItem": gids.number(each["lineItemId"], "LineItem"),
            "quantity": each["quantity"],
            "restockType": each.get("restockType"),
        }
        for each in arguments.get("refundLineItems") or []
    ]
    if arguments.get("suggestFullRefund"):
        lines = [
            {"lineItem": each["id"], "quantity": each["refundableQuantity"]}
            for each in source["lineItems"]
            if each["refundableQuantity"]
        ]
    shipping = arguments.get("shippingAmount")
    full = bool(arguments.get("refundShipping") or arguments.get("suggestFullRefund"))
    wish = refunding.Wish(lines=lines, shipping=Decimal(shipping) if shipping else None, full_shipping=full)
    flat = [
        each | {"parentTransaction": (each["parentTransaction"] or {}).get("id")} for each in source["transactions"]
    ]
    plan = refunding.suggest(source, wish)
    by_id = {each["id"]: each for each in source["transactions"]}
    line_by_id = {each["id"]: each for each in source["lineItems"]}
    zero = _set(source, Amount())
    return {
        "amountSet": _set(source, plan["amount"]), "subtotalSet": _set(source, plan["subtotal"]),
        "totalTaxSet": _set(source, plan["tax"]), "discountedSubtotalSet": _set(source, plan["subtotal"]),
        "maximumRefundableSet": _set(source, plan["maximum"]), "refundDuties": [], "totalCartDiscountAmountSet": zero,
        "totalDutiesSet": zero,
        "suggestedTransactions": [
            {
                "gateway": each["gateway"], "formattedGateway": each["gateway"], "kind": "SUGGESTED_REFUND",
                "parentTransaction": by_id[each["parent"]], "amountSet": _converted(source, each["amount"]),
            }
            for each in refunding.suggested_transactions(source | {"transactions": flat}, plan["amount"])
        ],
        "refundLineItems": [each | {"lineItem": line_by_id[each["lineItem"]],
            "_currencies": source["_currencies"]} for each in plan["lines"]],
    }  # fmt: skip


def _converted(source: Doc, amount: str) -> Doc:
    return _set(source, in_both(source, amount))


def _line_set(name: str, compute: Any) -> None:
    def resolve(source: Doc, call: Call, arguments: Doc) -> Doc:
        return _set(source, Amount.read(compute(source).dump(source["_currencies"])))

    field(name)(resolve)


def _each(amount: Amount, line: Doc) -> Amount:
    return Amount(amount.shop / line["quantity"], amount.buyer / line["quantity"])


def _line_off(line: Doc) -> Amount:
    """Return line-level discounts only: those that name their lines and are no codes."""
    return total(
        Amount.read(each["allocatedAmountSet"])
        for each in line["discountAllocations"]
        if each["discountApplication"]["targetSelection"] == "EXPLICIT"
        and each["discountApplication"]["__typename"] != "DiscountCodeApplication"
    )


def _gross(line: Doc) -> Amount:
    return Amount.read(line["originalTotalSet"])


def _left(line: Doc, whole: Amount) -> Amount:
    return whole.part(line["unfulfilledQuantity"], line["quantity"], line["_currencies"])


_line_set("LineItem.discountedTotalSet", lambda line: _gross(line) - _line_off(line))
_line_set("LineItem.discountedUnitPriceSet", lambda line: _each(_gross(line) - _line_off(line), line))
_line_set("LineItem.discountedUnitPriceAfterAllDiscountsSet", lambda line: _each(totals.net(line), line))
_line_set("LineItem.totalDiscountSet", lambda line: _gross(line) - totals.net(line))
_line_set("LineItem.unfulfilledOriginalTotalSet", lambda line: _left(line, _gross(line)))
_line_set("LineItem.unfulfilledDiscountedTotalSet", lambda line: _left(line, totals.net(line)))
_line_set(
    "LineItem.priceAfterAllDiscountsBeforeTaxesSet",
    lambda line: totals.net(line) - (totals.tax(line) if line["order"]["taxesIncluded"] else Amount()),
)
_line_set(
    "FulfillmentLineItem.originalTotalSet",
    lambda part: _gross(part["lineItem"]).part(part["quantity"], part["lineItem"]["quantity"], part["_currencies"]),
)
_line_set(
    "FulfillmentLineItem.discountedTotalSet",
    lambda part: totals.net(part["lineItem"]).part(part["quantity"], part["lineItem"]["quantity"], part["_currencies"]),
)
