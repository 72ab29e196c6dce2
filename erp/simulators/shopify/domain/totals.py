"""Everything in an order's document that follows from its lines, shipping, refunds and transactions."""

from collections.abc import Iterable

from erp.simulators.shopify.state.money import Amount, total
from erp.simulators.shopify.state.store import Doc


def currencies(doc: Doc) -> tuple[str, str]:
    """Return (shop currency, buyer's currency)."""
    return doc["currencyCode"], doc["presentmentCurrencyCode"]


def net(line: Doc) -> Amount:
    """Return what a line or shipping line costs after all discounts, for its whole quantity."""
    gross = Amount.read(line.get("originalTotalSet") or line["originalPriceSet"])
    return gross - total(Amount.read(each["allocatedAmountSet"]) for each in line["discountAllocations"])


def tax(line: Doc) -> Amount:
    """Return the taxes of a line or shipping line, for its whole quantity."""
    return total(Amount.read(each["priceSet"]) for each in line["taxLines"])


def duty(line: Doc) -> Amount:
    """Return the duties of a line."""
    return total(Amount.read(each["price"]) for each in line["duties"])


def units(doc: Doc, line: Doc, whole: Amount, first: int, count: int) -> Amount:
    """Return what `count` units cost after `first` ones are gone; all slices of a line add up to it exactly."""
    both = currencies(doc)
    return whole.part(first + count, line["quantity"], both) - whole.part(first, line["quantity"], both)


def gone(line: Doc) -> int:
    """Return how many units were refunded or removed."""
    return int(line["refundedQuantity"]) + int(line["editedQuantity"])


def recount(doc: Doc) -> None:
    """Write the quantities, totals and statuses that follow from the rest."""
    both = currencies(doc)
    _recount_lines(doc)
    bought = _Sums(doc, [line["quantity"] - line["editedQuantity"] for line in doc["lineItems"]])
    now = _Sums(doc, [line["currentQuantity"] for line in doc["lineItems"]])
    shipping = total(net(each) for each in doc["shippingLines"])
    shipping_tax = total(tax(each) for each in doc["shippingLines"])
    refund_lines = [each for refund in doc["refunds"] for each in refund["refundShippingLines"]]
    shipping_back = total(Amount.read(each["subtotalAmountSet"]) for each in refund_lines)
    shipping_tax_back = total(Amount.read(each["taxAmountSet"]) for each in refund_lines)
    tip = Amount.read(doc["totalTipReceivedSet"])
    added = not doc["taxesIncluded"]
    bought_tax = bought.tax + shipping_tax
    now_tax = now.tax + shipping_tax - shipping_tax_back
    price = bought.net + shipping + tip + bought.duty + (bought_tax if added else Amount())
    current = now.net + shipping - shipping_back + tip + now.duty + (now_tax if added else Amount())
    shipping_off = total(
        Amount.read(each["allocatedAmountSet"]) for line in doc["shippingLines"] for each in line["discountAllocations"]
    )
    sets = {
        "subtotalPriceSet": bought.net, "currentSubtotalPriceSet": now.net,
        "totalTaxSet": bought_tax, "currentTotalTaxSet": now_tax,
        "totalDiscountsSet": bought.off + shipping_off, "currentTotalDiscountsSet": now.off + shipping_off,
        "totalShippingPriceSet": shipping, "currentShippingPriceSet": shipping - shipping_back,
        "totalRefundedShippingSet": shipping_back,
        "totalPriceSet": price, "currentTotalPriceSet": current, "lineItemsPriceSet": bought.gross,
        "cartDiscountAmountSet": bought.off, "currentCartDiscountAmountSet": now.off,
    }  # fmt: skip
    doc |= {name: amount.dump(both) for name, amount in sets.items()}
    doc["currentTotalDutiesSet"] = now.duty.dump(both) if bought.duty else None
    doc.setdefault("originalTotalPriceSet", doc["totalPriceSet"])
    doc.setdefault("originalTotalDutiesSet", doc["currentTotalDutiesSet"])
    doc["taxLines"] = _merge_taxes(doc, [line["taxLines"] for line in (*doc["lineItems"], *doc["shippingLines"])])
    doc["currentTaxLines"] = _current_taxes(doc)
    _recount_money(doc, current)
    _recount_fulfilment(doc)


class _Sums:
    """Sums over the lines for some quantity of each."""

    def __init__(self, doc: Doc, quantities: Iterable[int]) -> None:
        self.net = self.tax = self.duty = self.off = self.gross = Amount()
        for line, left in zip(doc["lineItems"], quantities, strict=True):
            away = line["quantity"] - left
            gross, after = Amount.read(line["originalTotalSet"]), net(line)
            self.gross += units(doc, line, gross, away, left)
            self.net += units(doc, line, after, away, left)
            self.off += units(doc, line, gross - after, away, left)
            self.tax += units(doc, line, tax(line), away, left)
            self.duty += units(doc, line, duty(line), away, left)


def _recount_lines(doc: Doc) -> None:
    waiting: dict[int, int] = {}
    for each in doc["fulfillmentOrders"]:
        for part in each["lineItems"]:
            waiting[part["lineItem"]] = waiting.get(part["lineItem"], 0) + part["remainingQuantity"]
    for line in doc["lineItems"]:
        line["currentQuantity"] = line["refundableQuantity"] = line["quantity"] - gone(line)
        line["unfulfilledQuantity"] = waiting.get(line["id"], 0)


def _merge_taxes(doc: Doc, groups: Iterable[list[Doc]]) -> list[Doc]:
    merged: dict[tuple[str, float], Amount] = {}
    for lines in groups:
        for each in lines:
            key = (each["title"], each["rate"])
            merged[key] = merged.get(key, Amount()) + Amount.read(each["priceSet"])
    return [
        {"title": title, "rate": rate, "ratePercentage": round(rate * 100, 6), "priceSet": amount.dump(currencies(doc))}
        for (title, rate), amount in merged.items()
    ]


def _current_taxes(doc: Doc) -> list[Doc]:
    left = []
    for line in doc["lineItems"]:
        away = gone(line)
        left.append(
            [
                each
                | {
                    "priceSet": units(doc, line, Amount.read(each["priceSet"]), away, line["quantity"] - away).dump(
                        currencies(doc)
                    )
                }
                for each in line["taxLines"]
            ]
        )
    return _merge_taxes(doc, [*left, *(line["taxLines"] for line in doc["shippingLines"])])


def moved(doc: Doc, *kinds: str) -> Amount:
    """Return the sum of the successful transactions of these kinds."""
    return total(
        Amount.read(each["amountSet"])
        for each in doc["transactions"]
        if each["kind"] in kinds and each["status"] == "SUCCESS"
    )


def _recount_money(doc: Doc, current: Amount) -> None:
    both = currencies(doc)
    received, refunded = moved(doc, "SALE", "CAPTURE"), moved(doc, "REFUND")
    authorised = moved(doc, "AUTHORIZATION") - moved(doc, "CAPTURE", "VOID")
    doc |= {
        "totalReceivedSet": received.dump(both), "totalRefundedSet": refunded.dump(both),
        "netPaymentSet": (received - refunded).dump(both),
        "totalOutstandingSet": (current - received + refunded).dump(both),
        "totalCapturableSet": authorised.dump(both),
    }  # fmt: skip
    doc["displayFinancialStatus"] = _financial_status(doc, current, received, refunded, authorised)


def _financial_status(doc: Doc, current: Amount, received: Amount, refunded: Amount, authorised: Amount) -> str:
    if not received:
        if doc["cancelledAt"]:
            return "VOIDED"
        if authorised:
            return "AUTHORIZED"
        return "PENDING" if current else "PAID"
    if refunded:
        return "REFUNDED" if refunded.buyer >= received.buyer else "PARTIALLY_REFUNDED"
    return "PARTIALLY_PAID" if received.buyer < current.buyer else "PAID"


def _recount_fulfilment(doc: Doc) -> None:
    sent = sum(
        part["quantity"]
        for each in doc["fulfillments"]
        if each["status"] == "SUCCESS"
        for part in each["fulfillmentLineItems"]
    )
    waiting = sum(line["unfulfilledQuantity"] for line in doc["lineItems"])
    doc["displayFulfillmentStatus"] = ("PARTIALLY_FULFILLED" if waiting else "FULFILLED") if sent else "UNFULFILLED"
