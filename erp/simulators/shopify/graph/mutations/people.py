"""Customers and metafields."""

from erp.simulators.shopify.domain import customers
from erp.simulators.shopify.graph.call import Call
from erp.simulators.shopify.graph.mutations.frame import mutation
from erp.simulators.shopify.graph.part_fields import digest, metafield_view
from erp.simulators.shopify.graph.queries import identified
from erp.simulators.shopify.state import gids, times
from erp.simulators.shopify.state.refusals import Refused
from erp.simulators.shopify.state.store import Doc

OWNERS = {"Product": "products", "ProductVariant": "variants", "Order": "orders", "Customer": "customers"}


@mutation("customerSet")
def set_customer(call: Call, arguments: Doc) -> Doc:
    """Create or replace a customer by id, e-mail, phone or a unique metafield."""
    given, identifier = dict(arguments["input"]), arguments.get("identifier")
    number = given.pop("id", None)
    identifier = identifier or ({"id": number} if number else None)
    found = identified(call, "Customer", identifier) if identifier else None
    if found is None and identifier and identifier.get("id"):
        raise Refused("Customer does not exist", code="NOT_FOUND", field=["input"])
    if identifier and not found:
        given = {name: value for name, value in identifier.items() if name in ("email", "phone")} | given
    _check(call, given, found)
    if found:
        found.pop("__typename", None)
    return {"customer": customers.save_customer(call.world, given, found)["id"]}


def _check(call: Call, given: Doc, found: Doc | None) -> None:
    tags = given.get("tags") or []
    if len(tags) > 250 or any(len(each) > 255 for each in tags):
        raise Refused("Tags are too many or too long", field=["input", "tags"])
    other = customers.by_email(call.world, given["email"]) if given.get("email") else None
    if other and (found is None or other["id"] != found["id"]):
        raise Refused("Email has already been taken", code="TAKEN", field=["input", "email"])


def write_metafield(call: Call, kind: str, number: int, given: Doc) -> int:
    """Insert or change a metafield and return its number."""
    store, at, namespace = call.world.store, times.now(), given.get("namespace") or "$app"
    store.write(
        "INSERT INTO metafields VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (owner_kind, owner_id, namespace, key)"
        " DO UPDATE SET value = excluded.value, type = excluded.type, updated_at = excluded.updated_at",
        store.new_id("Metafield"), kind, number, namespace, given["key"], given.get("type") or "single_line_text_field",
        given["value"], at, at,
    )  # fmt: skip
    return int(
        store.value(
            "SELECT id FROM metafields WHERE owner_kind = ? AND owner_id = ? AND namespace = ? AND key = ?",
            kind, number, namespace, given["key"],
        )
    )  # fmt: skip


@mutation("metafieldsSet")
def set_metafields(call: Call, arguments: Doc) -> Doc:
    """Set up to 25 metafields, all or none; here a null compareDigest means "must not exist yet"."""
    given, store, made = arguments["metafields"], call.world.store, []
    if len(given) > 25:
        raise Refused(
            "Exceeded the maximum metafields input limit of 25", code="LESS_THAN_OR_EQUAL_TO", field=["metafields"]
        )
    for index, each in enumerate(given):
        kind, text = gids.split(each["ownerId"])
        path = ["metafields", str(index)]
        known = f"SELECT 1 FROM {OWNERS.get(kind)} WHERE id = ?"  # noqa: S608  # one of four names
        if kind not in OWNERS or not store.value(known, int(text)):
            raise Refused("Owner does not exist", code="INVALID", field=[*path, "ownerId"])
        if "compareDigest" in each:
            old = store.value(
                "SELECT value FROM metafields WHERE owner_kind = ? AND owner_id = ? AND namespace = ? AND key = ?",
                kind, int(text), each.get("namespace") or "$app", each["key"],
            )  # fmt: skip
            if each["compareDigest"] != (digest(old) if old is not None else None):
                raise Refused("The resource has been updated since it was loaded", code="STALE_OBJECT", field=path)
        made.append(write_metafield(call, kind, int(text), each))
    rows = [store.row("SELECT * FROM metafields WHERE id = ?", each) for each in made]
    return {"metafields": [metafield_view(row) for row in rows]}
