"""Customers: one per e-mail address."""

import json
from typing import Any

from erp.simulators.shopify.state import times
from erp.simulators.shopify.state.store import Doc, dumps
from erp.simulators.shopify.state.world import World

COUNTRIES = {
    "PL": "Poland", "DE": "Germany", "GB": "United Kingdom", "US": "United States", "CZ": "Czechia", "FR": "France",
    "IE": "Ireland", "SK": "Slovakia", "LT": "Lithuania", "NL": "Netherlands", "AT": "Austria", "ES": "Spain",
    "IT": "Italy",
}  # fmt: skip


def address(world: World, given: Doc | None) -> Doc | None:
    """Return an address document with all the vendor's fields."""
    if not given:
        return None
    names = (
        "firstName",
        "lastName",
        "company",
        "address1",
        "address2",
        "city",
        "province",
        "provinceCode",
        "zip",
        "phone",
    )
    doc: dict[str, Any] = {name: given.get(name) for name in names}
    code = given.get("countryCode") or given.get("countryCodeV2") or world.shop["countryCode"]
    doc |= {"id": given.get("id") or world.store.new_id("MailingAddress"), "countryCodeV2": code}
    doc["country"] = given.get("country") or COUNTRIES.get(code, code)
    doc["name"] = " ".join(part for part in (doc["firstName"], doc["lastName"]) if part) or None
    return doc


def customer(world: World, customer_id: int) -> Doc | None:
    """Return a customer document."""
    found = world.store.value("SELECT doc FROM customers WHERE id = ?", customer_id)
    return json.loads(found) if found else None


def by_email(world: World, email: str) -> Doc | None:
    """Return the customer with this address, in any case."""
    found = world.store.value("SELECT doc FROM customers WHERE email = ?", email.lower())
    return json.loads(found) if found else None


def save_customer(world: World, given: Doc, existing: Doc | None = None) -> Doc:
    """Insert or change a customer and tell the subscribers."""
    at = times.now()
    doc: dict[str, Any] = existing or {
        "id": world.store.new_id("Customer"), "createdAt": at, "firstName": None, "lastName": None, "email": None,
        "phone": None,
        "locale": "pl", "note": None, "tags": [], "taxExempt": False, "taxExemptions": [], "addresses": [],
        "state": "DISABLED", "verifiedEmail": True,
    }  # fmt: skip
    addresses = given.pop("addresses", None)
    if addresses is not None:
        doc["addresses"] = [address(world, each) for each in addresses]
    doc |= given | {"updatedAt": at}
    doc["email"] = doc["email"].lower() if doc["email"] else None
    name = " ".join(part for part in (doc["firstName"], doc["lastName"]) if part)
    world.store.write(
        "INSERT OR REPLACE INTO customers VALUES (?,?,?,?,?,?,?)",
        doc["id"], doc["email"], doc["phone"], name, doc["createdAt"], at, dumps(doc),
    )  # fmt: skip
    world.notify(world, "customers/update" if existing else "customers/create", doc)
    return doc
