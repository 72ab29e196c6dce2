"""Staff change an order after it was placed: more of a line, less of it, a new line, another note or address."""

from decimal import Decimal

from erp.simulators.shopify.domain import catalogue, checkout, customers, orders, placing, stock, taking_back, totals
from erp.simulators.shopify.domain.pricing import Priced, Tax, price
from erp.simulators.shopify.state import gids, money
from erp.simulators.shopify.state.money import Amount
from erp.simulators.shopify.state.refusals import Refused
from erp.simulators.shopify.state.store import Doc
from erp.simulators.shopify.state.world import World


def edit_order(world: World, order_id: int, given: Doc) -> Doc:
    """
    Edit: `remove` [{line, quantity}], `add` [{sku or variant, quantity}], and note, tags, email, shippingAddress.

    An added unit is a new line at today's price, as the vendor's order editing makes it.

    :raises Refused: if the order is cancelled, or there is less of a line that could be removed.
    """
    with world.store.transaction():
        doc = orders.get_order(world, order_id)
        if doc["cancelledAt"]:
            raise Refused("A cancelled order can't be edited", field=["id"])
        removed = [_remove(world, doc, each) for each in given.get("remove") or []]
        added = [_add(world, doc, each) for each in given.get("add") or []]
        change_details(world, doc, given)
        if not removed and not added:
            orders.save_order(world, doc)
            return doc
        doc["edited"] = True
        orders.save_order(world, doc)
        world.notify(world, "orders/edited", {"order": doc, "added": added, "removed": removed})
    return doc


def change_details(world: World, doc: Doc, given: Doc) -> None:
    """Change what is neither goods nor money."""
    for name in ("note", "tags", "email", "phone", "poNumber", "customAttributes"):
        if name in given:
            doc[name] = given[name]
    if len(doc["note"] or "") > 5000:
        raise Refused("Note is too long (maximum is 5000 characters)", field=["note"])
    if given.get("shippingAddress"):
        doc["shippingAddress"] = customers.address(world, given["shippingAddress"])


def _remove(world: World, doc: Doc, given: Doc) -> Doc:
    line = orders.line(doc, given)
    quantity = int(given.get("quantity") or line["unfulfilledQuantity"])
    if not 0 < quantity <= line["unfulfilledQuantity"]:
        raise Refused("Only what is not sent can be removed", field=["remove", "quantity"])
    taking_back.withdraw(world, doc, line, quantity, restock=given.get("restock", True))
    line["editedQuantity"] += quantity
    totals.recount(doc)
    return {"id": line["id"], "delta": quantity}


def _add(world: World, doc: Doc, given: Doc) -> Doc:
    variant = catalogue.variant_by_sku(world, given.get("sku", ""))
    if given.get("variant"):
        variant = catalogue.variant(world, gids.number(str(given["variant"]), "ProductVariant"))
    if variant is None:
        raise Refused("There is no such variant", code="NOT_FOUND", field=["add"])
    resolved = {"variant": variant, "given": given, "quantity": int(given.get("quantity", 1))}
    line = checkout.new_line(world, resolved)
    both = totals.currencies(doc)
    whole = Amount.read(doc["totalPriceSet"])
    rate = Decimal(1) if both[0] == both[1] or not whole.shop else whole.buyer / whole.shop
    taxes = [Tax(title=each["title"], rate=Decimal(str(each["rate"]))) for each in world.shop["taxes"]]
    sides = []
    for currency, factor in ((both[0], Decimal(1)), (both[1], rate)):
        unit = money.rounded(Decimal(variant["price"]) * factor, currency)
        priced = Priced(
            gross=unit * line["quantity"], quantity=line["quantity"], taxes=taxes if line["taxable"] else ()
        )
        price([priced], [], [], included=doc["taxesIncluded"], currency=currency)
        sides.append((unit, priced))
    (unit, shop), (unit2, buyer) = sides
    line |= {
        "originalUnitPriceSet": Amount(unit, unit2).dump(both),
        "originalTotalSet": Amount(shop.gross, buyer.gross).dump(both),
    }
    line |= {"discountAllocations": [], "taxLines": checkout.tax_lines(shop, buyer, both)}
    doc["lineItems"].append(line)
    item = line["itemId"]
    location = int(world.store.value("SELECT min(id) FROM locations WHERE active"))
    if item:
        location = stock.choose_locations(world, {item: line["quantity"]})[item]
        stock.move(world, item, location, {"available": -line["quantity"], "committed": line["quantity"]})
    placing.add_to_fulfillment_order(world, doc, line, line["quantity"], location)
    return {"id": line["id"], "delta": line["quantity"]}
