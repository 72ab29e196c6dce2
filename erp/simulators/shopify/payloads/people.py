"""Customers and addresses as webhooks show them."""

from erp.simulators.shopify.domain import customers
from erp.simulators.shopify.state import gids, times
from erp.simulators.shopify.state.store import Doc
from erp.simulators.shopify.state.world import World


def address(given: Doc | None) -> Doc | None:
    """Return an order's address; the vendor sends no id with it."""
    if given is None:
        return None
    return {
        "first_name": given["firstName"], "last_name": given["lastName"], "name": given["name"],
        "company": given["company"],
        "address1": given["address1"], "address2": given["address2"], "city": given["city"], "zip": given["zip"],
        "phone": given["phone"],
        "province": given["province"], "province_code": given["provinceCode"], "country": given["country"],
        "country_code": given["countryCodeV2"], "latitude": None, "longitude": None,
    }  # fmt: skip


def _own_address(customer: Doc, given: Doc, *, first: bool) -> Doc:
    body = address(given) or {}
    body = {key: value for key, value in body.items() if key not in ("latitude", "longitude")}
    return body | {"id": given["id"], "customer_id": customer["id"], "country_name": given["country"], "default": first}


def customer_body(world: World, customer: Doc | int | None, *, short: bool = False) -> Doc | None:
    """Return the body of customers/*; inside an order it has no address book."""
    doc = customers.customer(world, customer) if isinstance(customer, int) else customer
    if doc is None:
        return None
    zone = world.shop["ianaTimezone"]
    book = [_own_address(doc, each, first=place == 0) for place, each in enumerate(doc["addresses"])]
    body: Doc = {
        "id": doc["id"], "admin_graphql_api_id": gids.gid("Customer", doc["id"]),
        "created_at": times.in_zone(doc["createdAt"], zone),
        "updated_at": times.in_zone(doc["updatedAt"], zone), "first_name": doc["firstName"],
        "last_name": doc["lastName"],
        "state": doc["state"].lower(), "note": doc["note"], "verified_email": doc["verifiedEmail"],
        "multipass_identifier": None,
        "tax_exempt": doc["taxExempt"], "email": doc["email"], "phone": doc["phone"],
        "currency": world.shop["currencyCode"],
        "tax_exemptions": doc["taxExemptions"],
    }  # fmt: skip
    if not short:
        body["addresses"] = book
    if book:
        body["default_address"] = book[0]
    return body
