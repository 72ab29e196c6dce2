"""The priced lines of a new order, each amount computed in the shop's currency and in the buyer's."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from erp.simulators.shopify.domain import catalogue, totals
from erp.simulators.shopify.domain.pricing import Discount, Priced, Tax, price
from erp.simulators.shopify.state import money
from erp.simulators.shopify.state.money import Amount
from erp.simulators.shopify.state.store import Doc
from erp.simulators.shopify.state.world import World


def price_order(world: World, doc: Doc, lines: Sequence[Doc], given: Doc) -> None:
    """Write the lines, the shipping and the discounts of a new order, priced in both currencies."""
    rate = Decimal(1)
    if doc["presentmentCurrencyCode"] != doc["currencyCode"]:
        rate = Decimal(str(given.get("rate") or world.shop["rates"][doc["presentmentCurrencyCode"]]))
    shipping = given.get("shipping") or []
    shipping = [shipping] if isinstance(shipping, dict) else shipping
    taxes = _taxes(world, doc, given)
    discounts = given.get("discounts") or []
    sides = []
    for currency, factor in ((doc["currencyCode"], Decimal(1)), (doc["presentmentCurrencyCode"], rate)):

        def convert(value: Any, currency: str = currency, factor: Decimal = factor) -> Decimal:
            return money.rounded(Decimal(str(value)) * factor, currency)

        goods = [
            Priced(
                gross=convert(_unit(each)) * each["quantity"],
                quantity=each["quantity"],
                taxes=taxes if _taxable(each) else (),
            )
            for each in lines
        ]
        delivery = [
            Priced(gross=convert(each["price"]), taxes=taxes if world.shop["taxShipping"] else ()) for each in shipping
        ]
        off = [_discount(each, lines, convert) for each in discounts]
        price(goods, delivery, off, included=doc["taxesIncluded"], currency=currency)
        units = [convert(_unit(each)) for each in lines]
        duties = [convert(each["given"].get("duties") or 0) for each in lines]
        sides.append((goods, delivery, units, duties, convert(given.get("tip") or 0)))
    _write_lines(world, doc, lines, shipping, sides, discounts)


def _taxes(world: World, doc: Doc, given: Doc) -> list[Tax]:
    if doc["taxExempt"]:
        return []
    found = given["taxes"] if "taxes" in given else world.shop["taxes"]
    return [Tax(title=each["title"], rate=Decimal(str(each["rate"]))) for each in found]


def _unit(line: Doc) -> Any:
    given = line["given"].get("price")
    return given if given is not None else line["variant"]["price"]


def _taxable(line: Doc) -> bool:
    given = line["given"].get("taxable")
    return bool(given if given is not None else (line["variant"] or {}).get("taxable", True))


def _discount(given: Doc, lines: Sequence[Doc], convert: Any) -> Discount:
    skus = given.get("skus")
    chosen = None
    if skus is not None:
        chosen = tuple(place for place, each in enumerate(lines) if (each["variant"] or {}).get("sku") in skus)
    percentage = given.get("percentage")
    return Discount(
        percentage=Decimal(str(percentage)) if percentage is not None else None,
        amount=convert(given["amount"]) if percentage is None else None,
        shipping=given.get("target") == "shipping",
        lines=chosen,
        each=bool(given.get("each")),
    )


def _write_lines(
    world: World, doc: Doc, lines: Sequence[Doc], shipping: Sequence[Doc], sides: list[Any], discounts: list[Doc]
) -> None:
    both = totals.currencies(doc)

    def bag(shop: Decimal, buyer: Decimal) -> money.Bag:
        return Amount(shop, buyer).dump(both)

    (goods, delivery, units, duties, tip), (goods2, delivery2, units2, duties2, tip2) = sides
    doc["totalTipReceivedSet"] = bag(tip, tip2)
    doc["discountApplications"] = [_application(doc, index, each) for index, each in enumerate(discounts)]
    for place, each in enumerate(lines):
        line = new_line(world, each)
        line["originalUnitPriceSet"] = bag(units[place], units2[place])
        line |= _priced(goods[place], goods2[place], both, "originalTotalSet")
        if duties[place]:
            line["duties"] = [
                {"id": world.store.new_id("Duty"), "price": bag(duties[place], duties2[place]), "taxLines": []}
            ]
        doc["lineItems"].append(line)
    for place, each in enumerate(shipping):
        found = _priced(delivery[place], delivery2[place], both, "originalPriceSet")
        found["discountedPriceSet"] = found["currentDiscountedPriceSet"] = bag(
            delivery[place].net, delivery2[place].net
        )
        title = each.get("title", "Kurier")
        found |= {
            "id": world.store.new_id("ShippingLine"),
            "title": title,
            "code": each.get("code", title),
            "source": "shopify",
        }
        doc["shippingLines"].append(found)


def tax_lines(shop: Priced, buyer: Priced, both: tuple[str, str]) -> list[Doc]:
    """Return the taxes of a priced line."""
    return [
        {
            "title": tax.title, "rate": float(tax.rate), "ratePercentage": float(tax.rate * 100),
            "channelLiable": False,
            "source": "Shopify", "priceSet": Amount(amount, other).dump(both),
        }
        for tax, amount, other in zip(shop.taxes, shop.tax, buyer.tax, strict=True)
    ]  # fmt: skip


def _priced(shop: Priced, buyer: Priced, both: tuple[str, str], name: str) -> Doc:
    return {
        name: Amount(shop.gross, buyer.gross).dump(both),
        "discountAllocations": [
            {"allocatedAmountSet": Amount(off, buyer.off[index]).dump(both), "index": index}
            for index, off in shop.off.items()
            if off
        ],
        "taxLines": tax_lines(shop, buyer, both),
    }


def new_line(world: World, resolved: Doc) -> Doc:
    """Return a line item without prices."""
    variant, given = resolved["variant"], resolved["given"]
    product = catalogue.product(world, variant["productId"]) if variant else None
    title = given.get("title") or (product or {}).get("title")
    variant_title = variant["title"] if variant and variant["title"] != "Default Title" else None
    weight = (variant or {"item": {}})["item"].get("weight") or {"value": 0, "unit": "KILOGRAMS"}
    return {
        "id": world.store.new_id("LineItem"), "title": title, "variantTitle": variant_title,
        "name": f"{title} - {variant_title}" if variant_title else title,
        "sku": variant["sku"] if variant else given.get("sku"),
        "quantity": resolved["quantity"], "refundedQuantity": 0, "editedQuantity": 0,
        "vendor": (product or {}).get("vendor"),
        "variant": variant["id"] if variant else None, "product": variant["productId"] if variant else None,
        "itemId": variant["itemId"] if variant and variant["item"]["tracked"] else None,
        "requiresShipping": bool((variant["item"] if variant else given).get("requiresShipping", True)),
        "taxable": _taxable(resolved), "isGiftCard": bool((product or {}).get("isGiftCard")), "weight": weight,
        "duties": [],
        "customAttributes": [{"key": key, "value": str(value)} for key,
            value in (given.get("properties") or {}).items()],
    }  # fmt: skip


def _application(doc: Doc, index: int, given: Doc) -> Doc:
    kind = {"code": "DiscountCodeApplication", "automatic": "AutomaticDiscountApplication"}.get(
        given.get("type", "code" if given.get("code") else "manual"), "ManualDiscountApplication"
    )
    percentage = given.get("percentage")
    value: Doc = {"__typename": "PricingPercentageValue",
        "percentage": float(percentage)} if percentage is not None else {
        "__typename": "MoneyV2", "amount": str(given["amount"]), "currencyCode": doc["currencyCode"],
    }  # fmt: skip
    shipping, some = given.get("target") == "shipping", given.get("skus") is not None
    title = given.get("title") or given.get("code") or "Discount"
    return {
        "__typename": kind, "index": index, "value": value, "title": title, "code": given.get("code") or title,
        "allocationMethod": "EACH" if percentage is not None or given.get("each") else "ACROSS",
        "targetSelection": "EXPLICIT" if some else "ALL", "targetType": "SHIPPING_LINE" if shipping else "LINE_ITEM",
    }  # fmt: skip
