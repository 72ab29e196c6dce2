"""A buyer places an order."""

from collections.abc import Sequence

from erp.simulators.shopify.domain import catalogue, checkout, customers, orders, paying, stock, totals
from erp.simulators.shopify.state import gids, times
from erp.simulators.shopify.state.refusals import Refused
from erp.simulators.shopify.state.store import Doc
from erp.simulators.shopify.state.world import World

STATUSES = ("PAID", "PENDING", "AUTHORIZED", "PARTIALLY_PAID")


def place_order(world: World, given: Doc) -> Doc:
    """
    Take an order as the checkout does; the README's "place an order" lists the fields.

    :raises Refused: OUT_OF_STOCK if a variant's policy is DENY and there is not enough, unless `oversell` is set.
    """
    with world.store.transaction():
        lines = [_resolve(world, each) for each in given.get("lines") or []]
        if not lines:
            raise Refused("An order needs lines", field=["lines"])
        _check_stock(world, lines, oversell=bool(given.get("oversell")))
        doc = _header(world, given)
        checkout.price_order(world, doc, lines, given)
        _route(world, doc, lines)
        totals.recount(doc)
        buyer = paying.in_both
        status = str(given.get("financialStatus", "PAID")).upper()
        if status not in STATUSES:
            raise Refused(f"financialStatus is one of {', '.join(STATUSES)}", field=["financialStatus"])
        paying.take_payment(
            world, doc, status=status, gateway=given.get("gateway", "shopify_payments"), at=doc["processedAt"],
            gift_card=buyer(doc, str(given.get("giftCard", 0))), part=buyer(doc, str(given.get("paidAmount", 0))),
        )  # fmt: skip
        orders.insert_order(world, doc)
        world.notify(world, "orders/create", doc)
        if doc["displayFinancialStatus"] == "PAID":
            world.notify(world, "orders/paid", doc)
        world.count("orders placed")
    return doc


def _resolve(world: World, given: Doc) -> Doc:
    quantity = int(given.get("quantity", 1))
    if quantity < 1:
        raise Refused("quantity is at least 1", field=["lines", "quantity"])
    variant = None
    if given.get("variant"):
        variant = catalogue.variant(world, gids.number(str(given["variant"]), "ProductVariant"))
    elif given.get("sku"):
        variant = catalogue.variant_by_sku(world, given["sku"])
    if variant is None and not given.get("title"):
        raise Refused(
            f"There is no variant {given.get('variant') or given.get('sku')}", code="NOT_FOUND", field=["lines"]
        )
    return {"given": given, "quantity": quantity, "variant": variant}


def _check_stock(world: World, lines: Sequence[Doc], *, oversell: bool) -> None:
    needs: dict[int, int] = {}
    for each in lines:
        variant = each["variant"]
        if variant and variant["item"]["tracked"] and variant["inventoryPolicy"] == "DENY":
            needs[variant["itemId"]] = needs.get(variant["itemId"], 0) + each["quantity"]
    if oversell:
        return
    for item, wanted in needs.items():
        left = stock.available(world, item)
        if left < wanted:
            world.count("orders refused, out of stock")
            raise Refused(f"Only {max(left, 0)} left of {wanted}", code="OUT_OF_STOCK", field=["lines"])


def _header(world: World, given: Doc) -> Doc:
    shop, at = world.shop, times.now()
    created = times.iso(times.parse(given["createdAt"])) if given.get("createdAt") else at
    buyer = _customer(world, given)
    order_id, number = world.store.new_id("Order"), world.store.recall("order number") or shop["firstOrderNumber"]
    world.store.remember("order number", number + 1)
    shipping = customers.address(world, given.get("shippingAddress"))
    billing = customers.address(world, given.get("billingAddress") or given.get("shippingAddress"))
    attributes = given.get("attributes") or {}
    return {
        "id": order_id, "number": number, "name": f"{shop['orderNumberFormatPrefix']}{number}",
        "createdAt": created, "processedAt": created, "updatedAt": created, "cancelledAt": None, "cancelReason": None,
        "closedAt": None, "test": bool(given.get("test")), "confirmed": True, "edited": False,
        "currencyCode": shop["currencyCode"],
        "presentmentCurrencyCode": given.get("presentmentCurrency") or shop["currencyCode"],
        "taxesIncluded": shop["taxesIncluded"], "taxExempt": bool(given.get("taxExempt")),
        "sourceName": given.get("sourceName", "web"), "sourceIdentifier": given.get("sourceIdentifier"),
        "poNumber": given.get("poNumber"), "note": given.get("note"), "tags": given.get("tags") or [],
        "customAttributes": [{"key": key, "value": str(value)} for key, value in attributes.items()],
        "customer": buyer["id"] if buyer else None, "email": given.get("email") or (buyer or {}).get("email"),
        "phone": given.get("phone") or (buyer or {}).get("phone"), "customerLocale": given.get("locale", "pl-PL"),
        "shippingAddress": shipping, "billingAddress": billing, "totalTipReceivedSet": "0.00",
        "lineItems": [], "shippingLines": [], "discountApplications": [], "transactions": [], "refunds": [],
        "fulfillments": [],
        "fulfillmentOrders": [], "cancellation": None,
    }  # fmt: skip


def _customer(world: World, given: Doc) -> Doc | None:
    asked: Doc | None = given.get("customer")
    if not asked:
        return None
    known = customers.by_email(world, asked["email"]) if asked.get("email") else None
    if known:
        return known
    addresses = [given["shippingAddress"]] if given.get("shippingAddress") else []
    return customers.save_customer(world, {"addresses": addresses} | asked)


def _route(world: World, doc: Doc, lines: Sequence[Doc]) -> None:
    """Commit the stock and open one fulfilment order per location."""
    needs: dict[int, int] = {}
    for line in doc["lineItems"]:
        if line["itemId"]:
            needs[line["itemId"]] = needs.get(line["itemId"], 0) + line["quantity"]
    places = stock.choose_locations(world, needs)
    for item, wanted in needs.items():
        stock.move(world, item, places[item], {"available": -wanted, "committed": wanted})
    primary = int(world.store.value("SELECT min(id) FROM locations WHERE active"))
    for line in doc["lineItems"]:
        add_to_fulfillment_order(world, doc, line, line["quantity"], places.get(line["itemId"], primary))


def add_to_fulfillment_order(world: World, doc: Doc, line: Doc, quantity: int, location: int) -> None:
    """Ask a location to send some of a line."""
    target = next(
        (each for each in doc["fulfillmentOrders"] if each["locationId"] == location and each["status"] == "OPEN"), None
    )
    if target is None:
        at = doc["updatedAt"]
        target = {
            "id": world.store.new_id("FulfillmentOrder"), "status": "OPEN", "requestStatus": "UNSUBMITTED",
            "locationId": location,
            "createdAt": at, "updatedAt": at, "fulfillAt": at, "lineItems": [],
        }  # fmt: skip
        world.store.write("INSERT INTO parts VALUES (?, 'FulfillmentOrder', ?)", target["id"], doc["id"])
        doc["fulfillmentOrders"].append(target)
    target["lineItems"].append(
        {
            "id": world.store.new_id("FulfillmentOrderLineItem"), "lineItem": line["id"], "totalQuantity": quantity,
            "remainingQuantity": quantity,
        }
    )  # fmt: skip
