"""Refunds: money back, goods taken out of the order, stock put back or not."""

from dataclasses import dataclass, field
from decimal import Decimal

from erp.simulators.shopify.domain import orders, paying, taking_back, totals
from erp.simulators.shopify.state import times
from erp.simulators.shopify.state.money import Amount, total
from erp.simulators.shopify.state.refusals import Refused
from erp.simulators.shopify.state.store import Doc
from erp.simulators.shopify.state.world import World

RESTOCK_TYPES = ("CANCEL", "NO_RESTOCK", "RETURN")


@dataclass(kw_only=True)
class Wish:
    """What is to be refunded; amounts in the buyer's currency, None meaning what the vendor suggests."""

    lines: list[Doc] = field(default_factory=list)
    shipping: Decimal | None = None
    full_shipping: bool = False
    transactions: list[Doc] | None = None
    note: str | None = None
    over: bool = False


def suggest(doc: Doc, wish: Wish) -> Doc:
    """
    Compute a refund without making it.

    :raises Refused: if a line has less than asked, or more shipping is asked than was paid.
    """
    both = totals.currencies(doc)
    lines = []
    for each in wish.lines:
        line = orders.part(doc, "lineItems", each["lineItem"])
        quantity = int(each["quantity"])
        if not 0 < quantity <= line["refundableQuantity"]:
            raise Refused(
                "Quantity cannot refund more items than were purchased", field=["refundLineItems", "quantity"]
            )
        away = totals.gone(line)
        lines.append(
            {
                "lineItem": line["id"], "quantity": quantity, "restockType": each.get("restockType") or "NO_RESTOCK",
                "locationId": each.get("location"), "priceSet": line["originalUnitPriceSet"],
                "subtotal": totals.units(doc, line, totals.net(line), away, quantity),
                "tax": totals.units(doc, line, totals.tax(line), away, quantity),
            }
        )  # fmt: skip
    shipping, shipping_tax = _shipping(doc, wish)
    subtotal, tax = total(each["subtotal"] for each in lines), total(each["tax"] for each in lines) + shipping_tax
    amount = subtotal + shipping + (Amount() if doc["taxesIncluded"] else tax)
    paid = Amount.read(doc["netPaymentSet"])
    for each in lines:
        each |= {"subtotalSet": each.pop("subtotal").dump(both), "totalTaxSet": each.pop("tax").dump(both)}
    return {
        "lines": lines, "subtotal": subtotal, "tax": tax, "shipping": shipping, "shippingTax": shipping_tax,
        "amount": Amount(min(amount.shop, paid.shop), min(amount.buyer, paid.buyer)), "full": amount, "maximum": paid,
    }  # fmt: skip


def _shipping(doc: Doc, wish: Wish) -> tuple[Amount, Amount]:
    left = Amount.read(doc["currentShippingPriceSet"])
    asked = left if wish.full_shipping else paying.in_both(doc, str(wish.shipping or 0))
    if asked.buyer > left.buyer:
        raise Refused("Shipping amount cannot be more than what was paid for shipping", field=["shipping", "amount"])
    whole = total(totals.net(each) for each in doc["shippingLines"])
    tax = total(totals.tax(each) for each in doc["shippingLines"])
    if not whole.buyer:
        return asked, Amount()
    share = Amount(tax.shop * asked.buyer / whole.buyer, tax.buyer * asked.buyer / whole.buyer)
    return asked, Amount.read(share.dump(totals.currencies(doc)))


def sales(doc: Doc) -> list[Doc]:
    """Return the payments with what is left to refund of each, gift cards last."""
    back: dict[int, Decimal] = {}
    for each in doc["transactions"]:
        if each["kind"] == "REFUND" and each["parentTransaction"]:
            back[each["parentTransaction"]] = (
                back.get(each["parentTransaction"], Decimal(0)) + Amount.read(each["amountSet"]).buyer
            )
    found = [
        each | {"left": Amount.read(each["amountSet"]).buyer - back.get(each["id"], Decimal(0))}
        for each in doc["transactions"]
        if each["kind"] in ("SALE", "CAPTURE")
    ]
    return sorted(found, key=lambda each: each["gateway"] == "gift_card")


def suggested_transactions(doc: Doc, amount: Amount) -> list[Doc]:
    """Divide an amount over the payments it came from."""
    result, left = [], amount.buyer
    for sale in sales(doc):
        part = min(left, sale["left"])
        if part > 0:
            result.append({"parent": sale["id"], "gateway": sale["gateway"], "amount": str(part)})
            left -= part
    return result


def refund_order(world: World, order_id: int, wish: Wish) -> tuple[Doc, Doc]:
    """
    Refund; return (order, refund).

    :raises Refused: if more is asked than was bought or paid.
    """
    with world.store.transaction():
        doc = orders.get_order(world, order_id)
        plan = suggest(doc, wish)
        transactions = suggested_transactions(doc, plan["amount"]) if wish.transactions is None else wish.transactions
        if not plan["lines"] and not plan["shipping"] and not transactions:
            raise Refused("Refund must have line items, shipping or transactions")
        _check_money(doc, wish, transactions)
        at, both = times.now(), totals.currencies(doc)
        refund: Doc = {
            "id": orders.new_part(world, doc, "Refund"), "createdAt": at, "updatedAt": at, "processedAt": at,
            "note": wish.note,
            "duties": [], "orderAdjustments": [], "transactions": [], "refundShippingLines": [],
            "refundLineItems": [_take_line(world, doc, each) for each in plan["lines"]],
        }  # fmt: skip
        if plan["shipping"]:
            refund["refundShippingLines"] = [
                {
                    "id": world.store.new_id("RefundShippingLine"), "shippingLine": doc["shippingLines"][0]["id"],
                    "subtotalAmountSet": plan["shipping"].dump(both), "taxAmountSet": plan["shippingTax"].dump(both),
                }
            ]  # fmt: skip
        given = Amount()
        for each in transactions:
            amount = paying.in_both(doc, str(each["amount"]))
            given += amount
            made = paying.add_transaction(world, doc, "REFUND", amount, each["gateway"], parent=each.get("parent"))
            refund["transactions"].append(made["id"])
        refund["totalRefundedSet"] = given.dump(both)
        if transactions:
            _note_difference(world, refund, given - plan["full"], both)
        doc["refunds"].append(refund)
        orders.save_order(world, doc)
        world.notify(world, "refunds/create", {"order": doc, "refund": refund})
    return doc, refund


def _check_money(doc: Doc, wish: Wish, transactions: list[Doc]) -> None:
    left = {each["id"]: each["left"] for each in sales(doc)}
    for each in transactions:
        parent = each.get("parent")
        if parent is not None and parent not in left:
            raise Refused("Transaction parent does not exist", code="NOT_FOUND", field=["transactions"])
        if Decimal(str(each["amount"])) <= 0:
            raise Refused("Transaction amount must be greater than zero", field=["transactions"])
    asked = sum((Decimal(str(each["amount"])) for each in transactions), Decimal(0))
    if asked > Amount.read(doc["netPaymentSet"]).buyer and not wish.over:
        raise Refused("Refund amount cannot be more than the amount received", field=["transactions"])


def _take_line(world: World, doc: Doc, planned: Doc) -> Doc:
    line = orders.part(doc, "lineItems", planned["lineItem"])
    kind, quantity = planned["restockType"], planned["quantity"]
    if kind not in RESTOCK_TYPES:
        raise Refused(f"restockType {kind} is not accepted", field=["refundLineItems", "restockType"])
    location = planned["locationId"]
    unsent = line["unfulfilledQuantity"]
    if kind == "CANCEL" and quantity > unsent:
        raise Refused("Cannot cancel more than the unfulfilled quantity", field=["refundLineItems", "restockType"])
    sent = line["currentQuantity"] - unsent
    if kind == "RETURN":
        if quantity > sent:
            raise Refused("Cannot return more than the fulfilled quantity", field=["refundLineItems", "restockType"])
        location = location or doc["fulfillmentOrders"][0]["locationId"]
        taking_back.bring_back(world, line, quantity, location)
    elif kind == "CANCEL" or quantity > sent:
        unsent_part = quantity if kind == "CANCEL" else quantity - sent
        location = taking_back.withdraw(world, doc, line, unsent_part, restock=kind == "CANCEL") or location
    line["refundedQuantity"] += quantity
    totals.recount(doc)
    return planned | {
        "id": world.store.new_id("RefundLineItem"),
        "restocked": kind != "NO_RESTOCK",
        "locationId": location,
    }


def _note_difference(world: World, refund: Doc, difference: Amount, both: tuple[str, str]) -> None:
    if difference.buyer:
        refund["orderAdjustments"].append(
            {
                "id": world.store.new_id("OrderAdjustment"), "reason": "REFUND_DISCREPANCY",
                "amountSet": Amount(-difference.shop, -difference.buyer).dump(both),
                "taxAmountSet": Amount().dump(both),
            }
        )  # fmt: skip
