"""Orders, refunds and order edits as webhooks show them."""

from typing import Any

from erp.simulators.shopify.domain import totals
from erp.simulators.shopify.payloads.people import address, customer_body
from erp.simulators.shopify.state import gids, times
from erp.simulators.shopify.state.money import Amount, text
from erp.simulators.shopify.state.store import Doc
from erp.simulators.shopify.state.world import World

FULFILLMENT = {"FULFILLED": "fulfilled", "PARTIALLY_FULFILLED": "partial"}


def money_set(doc: Doc, bag: Any) -> Doc | None:
    """Return a *_set."""
    if bag is None:
        return None
    amount = Amount.read(bag)
    shop, buyer = totals.currencies(doc)
    return {
        "shop_money": {"amount": text(amount.shop, shop), "currency_code": shop},
        "presentment_money": {"amount": text(amount.buyer, buyer), "currency_code": buyer},
    }


def _both(doc: Doc, name: str, bag: Any) -> Doc:
    """Return name (shop currency) and name_set."""
    return {name: text(Amount.read(bag).shop, doc["currencyCode"]), f"{name}_set": money_set(doc, bag)}


def order_body(world: World, doc: Doc) -> Doc:
    """Return the body of orders/*."""
    zone = world.shop["ianaTimezone"]
    body: Doc = {
        "id": doc["id"], "admin_graphql_api_id": gids.gid("Order", doc["id"]), "app_id": None, "browser_ip": None,
        "buyer_accepts_marketing": False, "cancel_reason": doc["cancelReason"].lower() if doc["cancelReason"] else None,
        "cart_token": None, "checkout_token": None, "client_details": None,
        "confirmation_number": f"SIM{doc['number']}",
        "confirmed": True, "contact_email": doc["email"], "currency": doc["currencyCode"],
        "customer_locale": doc["customerLocale"],
        "device_id": None, "discount_codes": _discount_codes(doc), "duties_included": False, "email": doc["email"],
        "estimated_taxes": False, "financial_status": doc["displayFinancialStatus"].lower(),
        "fulfillment_status": FULFILLMENT.get(doc["displayFulfillmentStatus"]), "landing_site": None,
        "landing_site_ref": None,
        "location_id": None, "merchant_business_entity_id": "MTIzNDU2Nzg5", "merchant_of_record_app_id": None,
        "name": doc["name"],
        "note": doc["note"],
        "note_attributes": [{"name": each["key"], "value": each["value"]} for each in doc["customAttributes"]],
        "number": doc["number"] - 1000, "order_number": doc["number"],
        "order_status_url": f"https://{world.settings.domain}/orders/{doc['id']}",
        "original_total_additional_fees_set": None,
        "original_total_duties_set": money_set(doc, doc["originalTotalDutiesSet"]),
        "current_total_additional_fees_set": None,
        "current_total_duties_set": money_set(doc, doc["currentTotalDutiesSet"]),
        "payment_gateway_names": list(dict.fromkeys(each["gateway"] for each in doc["transactions"])),
        "phone": doc["phone"],
        "po_number": doc["poNumber"], "presentment_currency": doc["presentmentCurrencyCode"], "reference": None,
        "referring_site": None,
        "source_identifier": doc["sourceIdentifier"], "source_name": doc["sourceName"], "source_url": None,
        "tags": ", ".join(doc["tags"]), "tax_exempt": doc["taxExempt"], "taxes_included": doc["taxesIncluded"],
        "test": doc["test"],
        "token": f"{doc['id']:x}", "total_weight": 0, "user_id": None, "line_item_groups": [], "returns": [],
        "payment_terms": None,
        "total_cash_rounding_payment_adjustment_set": money_set(doc, "0.00"),
        "total_cash_rounding_refund_adjustment_set": money_set(doc, "0.00"),
        "total_outstanding": text(Amount.read(doc["totalOutstandingSet"]).shop, doc["currencyCode"]),
        "total_tip_received": text(Amount.read(doc["totalTipReceivedSet"]).shop, doc["currencyCode"]),
        "total_shipping_price_set": money_set(doc, doc["totalShippingPriceSet"]),
        "current_shipping_price_set": money_set(doc, doc["currentShippingPriceSet"]),
    }  # fmt: skip
    for name in ("createdAt", "updatedAt", "processedAt", "cancelledAt", "closedAt"):
        body[name.replace("At", "_at")] = times.in_zone(doc[name], zone)
    for name, source in (
        ("subtotal_price", "subtotalPriceSet"), ("current_subtotal_price", "currentSubtotalPriceSet"),
        ("total_price", "totalPriceSet"), ("current_total_price", "currentTotalPriceSet"), ("total_tax", "totalTaxSet"),
        ("current_total_tax", "currentTotalTaxSet"), ("total_discounts", "totalDiscountsSet"),
        ("current_total_discounts", "currentTotalDiscountsSet"), ("total_line_items_price", "lineItemsPriceSet"),
    ):  # fmt: skip
        body |= _both(doc, name, doc[source])
    return body | {
        "tax_lines": _taxes(doc, doc["taxLines"]), "billing_address": address(doc["billingAddress"]),
        "shipping_address": address(doc["shippingAddress"]),
        "customer": customer_body(world, doc["customer"], short=True),
        "discount_applications": [_application(each) for each in doc["discountApplications"]],
        "line_items": [line_body(doc, each) for each in doc["lineItems"]],
        "shipping_lines": [_shipping(doc, each) for each in doc["shippingLines"]],
        "fulfillments": [_fulfillment(world, doc, each) for each in doc["fulfillments"]],
        "refunds": [refund_body(world, doc, each) for each in doc["refunds"]],
    }  # fmt: skip


def _discount_codes(doc: Doc) -> list[Doc]:
    sums: dict[int, Amount] = {}
    for line in (*doc["lineItems"], *doc["shippingLines"]):
        for each in line["discountAllocations"]:
            sums[each["index"]] = sums.get(each["index"], Amount()) + Amount.read(each["allocatedAmountSet"])
    return [
        {
            "code": each["code"], "amount": text(sums.get(each["index"], Amount()).shop, doc["currencyCode"]),
            "type": _code_type(each),
        }
        for each in doc["discountApplications"]
        if each["__typename"] == "DiscountCodeApplication"
    ]  # fmt: skip


def _code_type(given: Doc) -> str:
    if given["targetType"] == "SHIPPING_LINE":
        return "shipping"
    return "percentage" if "percentage" in given["value"] else "fixed_amount"


def _application(given: Doc) -> Doc:
    value = given["value"]
    kind = {"DiscountCodeApplication": "discount_code", "AutomaticDiscountApplication": "automatic"}.get(
        given["__typename"], "manual"
    )
    body = {
        "target_type": given["targetType"].lower(), "type": kind,
        "value": str(value.get("amount", value.get("percentage"))),
        "value_type": "percentage" if "percentage" in value else "fixed_amount",
        "allocation_method": given["allocationMethod"].lower(),
        "target_selection": given["targetSelection"].lower(),
    }  # fmt: skip
    return body | (
        {"code": given["code"]} if kind == "discount_code" else {"title": given["title"], "description": given["title"]}
    )


def _taxes(doc: Doc, taxes: list[Doc]) -> list[Doc]:
    return [
        {
            "channel_liable": False, "price": text(Amount.read(each["priceSet"]).shop, doc["currencyCode"]),
            "price_set": money_set(doc, each["priceSet"]), "rate": each["rate"], "title": each["title"],
        }
        for each in taxes
    ]  # fmt: skip


def _allocations(doc: Doc, line: Doc) -> list[Doc]:
    return [
        {
            "amount": text(Amount.read(each["allocatedAmountSet"]).shop, doc["currencyCode"]),
            "amount_set": money_set(doc, each["allocatedAmountSet"]), "discount_application_index": each["index"],
        }
        for each in line["discountAllocations"]
    ]  # fmt: skip


def _grams(line: Doc) -> int:
    unit = {"KILOGRAMS": 1000, "GRAMS": 1, "POUNDS": 453.592, "OUNCES": 28.3495}.get(line["weight"]["unit"], 1)
    return round(float(line["weight"]["value"]) * unit)


def line_body(doc: Doc, line: Doc) -> Doc:
    """Return a line item."""
    sent = line["currentQuantity"] - line["unfulfilledQuantity"]
    off = Amount.read(line["originalTotalSet"]) - totals.net(line)
    return {
        "id": line["id"], "admin_graphql_api_id": gids.gid("LineItem", line["id"]), "attributed_staffs": [],
        "current_quantity": line["currentQuantity"], "fulfillable_quantity": line["unfulfilledQuantity"],
        "fulfillment_service": "manual",
        "fulfillment_status": None if sent <= 0 else "partial" if line["unfulfilledQuantity"] else "fulfilled",
        "gift_card": line["isGiftCard"], "grams": _grams(line), "name": line["name"],
        "product_exists": line["product"] is not None,
        "product_id": line["product"],
        "properties": [{"name": each["key"], "value": each["value"]} for each in line["customAttributes"]],
        "quantity": line["quantity"], "requires_shipping": line["requiresShipping"], "sales_line_item_group_id": None,
        "sku": line["sku"],
        "taxable": line["taxable"], "title": line["title"], "variant_id": line["variant"],
        "variant_inventory_management": "shopify" if line["itemId"] else None, "variant_title": line["variantTitle"],
        "vendor": line["vendor"], "tax_lines": _taxes(doc, line["taxLines"]),
        "duties": [_duty(doc, each) for each in line["duties"]],
        "discount_allocations": _allocations(doc, line), **_both(doc, "price", line["originalUnitPriceSet"]),
        **_both(doc, "total_discount", off.dump(totals.currencies(doc))),
    }  # fmt: skip


def _duty(doc: Doc, duty: Doc) -> Doc:
    amount = Amount.read(duty["price"])
    return {
        "id": str(duty["id"]), "harmonized_system_code": None, "country_code_of_origin": None, "tax_lines": [],
        "shop_money": {"amount": text(amount.shop, doc["currencyCode"]), "currency_code": doc["currencyCode"]},
        "presentment_money": {"amount": text(amount.buyer, doc["presentmentCurrencyCode"]),
            "currency_code": doc["presentmentCurrencyCode"]},
        "admin_graphql_api_id": gids.gid("Duty", duty["id"]),
    }  # fmt: skip


def _shipping(doc: Doc, line: Doc) -> Doc:
    return {
        "id": line["id"], "carrier_identifier": None, "code": line["code"], "is_removed": False, "phone": None,
        "requested_fulfillment_service_id": None, "source": line["source"], "title": line["title"],
        "tax_lines": _taxes(doc, line["taxLines"]),
        "discount_allocations": _allocations(doc, line), **_both(doc, "price", line["originalPriceSet"]),
        **_both(doc, "discounted_price", line["discountedPriceSet"]),
        "current_discounted_price_set": money_set(doc, line["discountedPriceSet"]),
    }  # fmt: skip


def _fulfillment(world: World, doc: Doc, given: Doc) -> Doc:
    zone, tracking = world.shop["ianaTimezone"], given["trackingInfo"]
    lines = {each["id"]: each for each in doc["lineItems"]}
    first = tracking[0] if tracking else {"company": None, "number": None, "url": None}
    return {
        "id": given["id"], "admin_graphql_api_id": gids.gid("Fulfillment", given["id"]), "order_id": doc["id"],
        "name": given["name"],
        "created_at": times.in_zone(given["createdAt"], zone), "updated_at": times.in_zone(given["updatedAt"], zone),
        "location_id": given["locationId"], "origin_address": {}, "receipt": {}, "service": "manual",
        "shipment_status": given["displayStatus"].lower() if given["events"] else None,
        "status": given["status"].lower(),
        "tracking_company": first["company"], "tracking_number": first["number"], "tracking_url": first["url"],
        "tracking_numbers": [each["number"] for each in tracking],
        "tracking_urls": [each["url"] for each in tracking if each["url"]],
        "line_items": [line_body(doc,
            lines[each["lineItem"]]) | {"quantity": each["quantity"]} for each in given["fulfillmentLineItems"]],
    }  # fmt: skip


def _unsettled(doc: Doc) -> Doc:
    """Return nothing, in the one set whose key is `currency` and not `currency_code`."""
    return {
        name: {"amount": text(Amount().shop, currency), "currency": currency}
        for name, currency in zip(("shop_money", "presentment_money"), totals.currencies(doc), strict=True)
    }


def _transaction(world: World, doc: Doc, given: Doc) -> Doc:
    zone, amount = world.shop["ianaTimezone"], Amount.read(given["amountSet"])
    return {
        "id": given["id"], "admin_graphql_api_id": gids.gid("OrderTransaction", given["id"]), "order_id": doc["id"],
        "amount": text(amount.buyer, doc["presentmentCurrencyCode"]), "currency": doc["presentmentCurrencyCode"],
        "authorization": None, "created_at": times.in_zone(given["createdAt"], zone),
        "processed_at": times.in_zone(given["processedAt"], zone),
        "device_id": None, "error_code": None, "gateway": given["gateway"], "kind": given["kind"].lower(),
        "location_id": None,
        "message": None, "parent_id": given["parentTransaction"], "payment_id": given["paymentId"], "receipt": {},
        "source_name": "web",
        "status": given["status"].lower(), "test": given["test"], "user_id": None,
        "manual_payment_gateway": given["gateway"] == "manual",
        "amount_rounding": None, "total_unsettled_set": _unsettled(doc),
    }  # fmt: skip


def refund_body(world: World, doc: Doc, refund: Doc) -> Doc:
    """Return the body of refunds/create."""
    zone = world.shop["ianaTimezone"]
    lines = {each["id"]: each for each in doc["lineItems"]}
    transactions = {each["id"]: each for each in doc["transactions"]}
    return {
        "id": refund["id"], "admin_graphql_api_id": gids.gid("Refund", refund["id"]), "order_id": doc["id"],
        "note": refund["note"],
        "created_at": times.in_zone(refund["createdAt"], zone),
        "processed_at": times.in_zone(refund["processedAt"], zone),
        "user_id": None, "restock": any(each["restocked"] for each in refund["refundLineItems"]), "return": None,
        "duties": [],
        "total_duties_set": money_set(doc, "0.00"),
        "order_adjustments": [
            {
                "id": each["id"], "order_id": doc["id"], "refund_id": refund["id"], "kind": "refund_discrepancy",
                "reason": "Refund discrepancy", **_both(doc, "amount", each["amountSet"]),
                **_both(doc, "tax_amount", each["taxAmountSet"]),
            }
            for each in refund["orderAdjustments"]
        ],
        "refund_shipping_lines": [
            {
                "id": each["id"], "shipping_line": _shipping(doc, doc["shippingLines"][0]),
                "subtotal_amount_set": money_set(doc, each["subtotalAmountSet"]),
                "tax_amount_set": money_set(doc, each["taxAmountSet"]),
            }
            for each in refund["refundShippingLines"]
        ],
        "refund_line_items": [
            {
                "id": each["id"], "line_item_id": each["lineItem"], "location_id": each["locationId"],
                "quantity": each["quantity"],
                "restock_type": each["restockType"].lower(), "line_item": line_body(doc, lines[each["lineItem"]]),
                "subtotal": float(Amount.read(each["subtotalSet"]).shop),
                "subtotal_set": money_set(doc, each["subtotalSet"]),
                "total_tax": float(Amount.read(each["totalTaxSet"]).shop),
                "total_tax_set": money_set(doc, each["totalTaxSet"]),
            }
            for each in refund["refundLineItems"]
        ],
        "transactions": [_transaction(world, doc, transactions[each]) for each in refund["transactions"]],
    }  # fmt: skip


def edit_body(world: World, doc: Doc, added: list[Doc], removed: list[Doc]) -> Doc:
    """Return the body of orders/edited."""
    at = times.in_zone(doc["updatedAt"], world.shop["ianaTimezone"])
    return {
        "order_edit": {
            "id": world.store.new_id("OrderEdit"), "app_id": None, "created_at": at, "notify_customer": False,
            "order_id": doc["id"],
            "reason": "", "staff_id": None, "staff_note": "", "user_id": None, "committed_at": at,
            "line_items": {"additions": added, "removals": removed},
            "discounts": {"line_item": {"additions": [], "removals": []}},
            "shipping_lines": {"additions": [], "removals": []},
        }
    }  # fmt: skip
