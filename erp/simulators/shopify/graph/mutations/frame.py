"""
What every mutation goes through: array sizes, one transaction, user errors, idempotency.

Each mutation is committed, webhooks included, before its answer is put together.
"""

import hashlib
import json
from collections.abc import Callable, Sequence
from typing import Any

from graphql import GraphQLError

from erp.simulators.shopify.graph.call import Call
from erp.simulators.shopify.graph.resolving import FIELDS
from erp.simulators.shopify.state import times
from erp.simulators.shopify.state.refusals import Refused
from erp.simulators.shopify.state.store import Doc, dumps

Mutation = Callable[[Call, Doc], Doc]

IDEMPOTENT = frozenset(
    {
        "inventoryActivate",
        "inventoryAdjustQuantities",
        "inventoryMoveQuantities",
        "inventorySetOnHandQuantities",
        "inventorySetQuantities",
        "inventoryShipmentAddItems",
        "inventoryShipmentCreate",
        "inventoryShipmentCreateInTransit",
        "inventoryShipmentReceive",
        "inventoryTransferCreate",
        "inventoryTransferCreateAsReadyToShip",
        "inventoryTransferDuplicate",
        "inventoryTransferSetItems",
        "locationActivate",
        "locationDeactivate",
        "refundCreate",
    }
)
MAXIMUM_ITEMS = 250
LARGER = {"variants": 2048, "fulfillmentOrderLineItems": 512}


def mutation(name: str, *, errors: str = "userErrors", coded: bool = True) -> Callable[[Mutation], Mutation]:
    """Register a mutation; `coded` says whether its user errors have a `code`."""

    def register(function: Mutation) -> Mutation:
        def resolve(source: Doc, call: Call, arguments: Doc) -> Doc:
            _check_sizes(arguments)
            key = call.keys[name].pop(0) if name in IDEMPOTENT else None
            payload = _replay(call, name, key, arguments, coded) if key is not None else None
            if payload is None:
                payload = _run(call, function, arguments, errors, (name, key, digest(arguments)))
            call.forget()
            return payload

        FIELDS[("Mutation", name)] = resolve
        return function

    return register


def _run(call: Call, function: Mutation, arguments: Doc, errors: str, record: tuple[str, str | None, str]) -> Doc:
    try:
        with call.world.store.transaction():
            payload: Doc = {errors: []} | function(call, arguments)
            _record(call, record, payload)
    except Refused as refusal:
        payload = {errors: user_errors(refusal.all)}
        with call.world.store.transaction():
            _record(call, record, payload)
    return payload


def user_errors(reasons: Sequence[Refused]) -> list[Doc]:
    """Return reasons as the vendor lists them."""
    return [{"code": each.code, "field": each.field, "message": each.message} for each in reasons]


def _record(call: Call, record: tuple[str, str | None, str], payload: Doc) -> None:
    name, key, fingerprint = record
    if key is not None:
        call.world.store.write(
            "INSERT INTO idempotency VALUES (?, ?, ?, ?, ?)", name, key, fingerprint, dumps(payload), times.now()
        )


def _replay(call: Call, name: str, key: str, arguments: Doc, coded: bool) -> Doc | None:
    forced = call.world.take_fault(call.world, "idempotency", name)
    if forced:
        return _idempotency_error(forced.get("code", "IDEMPOTENCY_CONCURRENT_REQUEST"))
    row = call.world.store.row("SELECT digest, answer FROM idempotency WHERE operation = ? AND key = ?", name, key)
    if row is None:
        return None
    call.world.count("idempotent replays")
    if row["digest"] != digest(arguments):
        return _idempotency_error("IDEMPOTENCY_KEY_PARAMETER_MISMATCH")
    answer: Doc = json.loads(row["answer"])
    return answer


MESSAGES = {
    "IDEMPOTENCY_KEY_PARAMETER_MISMATCH": (
        "The same idempotency key cannot be used with different operation parameters."
    ),
    "IDEMPOTENCY_CONCURRENT_REQUEST": "This request is currently in progress, please try again.",
    "IDEMPOTENCY_PREVIOUS_ATTEMPT_FAILED": (
        "A previous request with this idempotency key failed. Retry with a new idempotency key."
    ),
}


def _idempotency_error(code: str) -> Doc:
    return {"userErrors": [{"code": code, "field": None, "message": MESSAGES[code]}]}


def digest(arguments: Any) -> str:
    """Return the fingerprint of a mutation's parameters."""
    return hashlib.sha256(json.dumps(arguments, sort_keys=True, default=str).encode()).hexdigest()


def _check_sizes(value: Any, name: str = "") -> None:
    if isinstance(value, dict):
        for key, each in value.items():
            _check_sizes(each, key)
    elif isinstance(value, list):
        limit = LARGER.get(name, MAXIMUM_ITEMS)
        if len(value) > limit:
            raise GraphQLError(
                f"The input array size of {len(value)} is greater than the maximum allowed of {limit}.",
                extensions={"code": "MAX_INPUT_SIZE_EXCEEDED"},
            )
        for each in value:
            _check_sizes(each)


def require_presence(item: Doc, path: list[str]) -> None:
    """
    Insist on `changeFromQuantity`, which the schema calls optional: an int compares, an explicit null opts out.

    :raises GraphQLError: if it is absent.
    """
    if "changeFromQuantity" not in item:
        raise GraphQLError(
            "changeFromQuantity is required: pass the quantity you expect, or null to skip the check.",
            extensions={"code": "INVALID_FIELD_ARGUMENTS", "path": [*path, "changeFromQuantity"]},
        )
