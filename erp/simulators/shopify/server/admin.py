"""POST /admin/api/{version}/graphql.json: access, version, cost, idempotency keys, execution."""

import asyncio
import os
import uuid
from typing import Any

from graphql import (
    DirectiveNode,
    DocumentNode,
    ExecutionResult,
    FieldNode,
    GraphQLError,
    OperationDefinitionNode,
    StringValueNode,
    VariableNode,
    execute_sync,
    get_operation_ast,
)  # fmt: skip

from erp.simulators.shopify.graph.call import Call
from erp.simulators.shopify.graph.cost import MAXIMUM, cost, requested
from erp.simulators.shopify.graph.mutations.frame import IDEMPOTENT
from erp.simulators.shopify.graph.queries import SCOPES
from erp.simulators.shopify.graph.schema import prepare, schema
from erp.simulators.shopify.server import oauth
from erp.simulators.shopify.server.bucket import Bucket
from erp.simulators.shopify.server.messages import Request, Response, answer
from erp.simulators.shopify.state.refusals import Refused
from erp.simulators.shopify.state.store import Doc
from erp.simulators.shopify.state.world import VERSIONS, World

UNAUTHORIZED = "[API] Invalid API key or access token (unrecognized login or wrong password)"


def served_version(asked: str) -> str:
    """
    Return the version that answers: a gone one falls forward to the oldest supported, but this shop has one schema.
    """
    return asked if asked in VERSIONS or asked == "unstable" else VERSIONS[0]


async def graphql(world: World, bucket: Bucket, request: Request, asked: str) -> Response:
    """Answer a GraphQL request."""
    headers = {"X-Request-ID": str(uuid.uuid4()), "X-Shopify-API-Version": served_version(asked)}
    unauthorised = world.take_fault(world, "unauthorized", "")
    if unauthorised or not oauth.accepted(world, request.headers.get("x-shopify-access-token")):
        return answer({"errors": UNAUTHORIZED}, 401, headers)
    try:
        given = request.document()
    except Refused as refusal:
        return answer({"errors": refusal.message}, 400, headers)
    if request.headers.get("content-type", "").startswith("application/graphql"):
        given = {"query": request.body.decode()}
    source = given.get("query")
    if not isinstance(source, str) or not source.strip():
        return answer({"errors": {"query": "Required parameter missing or invalid"}}, 400, headers)
    if not isinstance(given.get("variables") or {}, dict):
        return answer({"errors": {"variables": "Must be an object"}}, 400, headers)
    prepared = prepare(source)
    if isinstance(prepared, tuple):
        return answer({"errors": [each.formatted for each in prepared]}, 200, headers)
    operation = get_operation_ast(prepared, given.get("operationName"))
    if operation is None:
        return answer({"errors": [{"message": "An operation name is required"}]}, 200, headers)
    return await _run(world, bucket, (prepared, operation, given.get("variables") or {}), headers)


async def _run(
    world: World, bucket: Bucket, work: tuple[Any, OperationDefinitionNode, Doc], headers: dict[str, str]
) -> Response:
    document, operation, variables = work
    names = [each.name.value for each in operation.selection_set.selections if isinstance(each, FieldNode)]
    name = names[0] if names else ""
    struck = await _strike(world, name, headers)
    if struck:
        return struck
    _note_calls(world, names)
    sizes = tuple(sorted((key, value) for key, value in variables.items() if isinstance(value, int)))
    points = requested(document, operation, sizes)
    if points > MAXIMUM:
        return answer({"errors": [_too_dear(points)]}, 200, headers)
    if world.take_fault(world, "throttle", name) or not bucket.take(points):
        world.count("throttled")
        return answer({"errors": [THROTTLED], "extensions": _extensions(bucket, points, None)}, 200, headers)
    call = Call(world, scopes=frozenset(world.settings.scopes or SCOPES))
    try:
        call.keys = idempotency_keys(operation, variables)
    except GraphQLError as error:
        bucket.give_back(points)
        return answer({"errors": [error.formatted], "extensions": _extensions(bucket, points, 0)}, 200, headers)
    result = execute_sync(
        schema(),
        document,
        context_value=call,
        root_value={},
        variable_values=variables,
        operation_name=operation.name.value if operation.name else None,
    )
    return await _finish(world, bucket, call, (result, points, name, document, operation, variables), headers)


async def _finish(world: World, bucket: Bucket, call: Call, done: tuple[Any, ...], headers: dict[str, str]) -> Response:
    result, points, name, document, operation, variables = done
    assert isinstance(result, ExecutionResult)
    if operation.operation.value == "mutation":
        killer = world.take_fault(world, "die_after_commit", name)
        if killer:
            os._exit(int(killer.get("exitCode", 137)))
        if world.take_fault(world, "drop_answer", name):
            return Response(502, b"", headers | {"X-Sim-Drop": "1"})
    body: Doc = {}
    if result.errors:
        body["errors"] = [each.formatted for each in result.errors]
    actual = 0
    if any(each.path is None for each in result.errors or ()):
        world.count("requests refused by the schema")
    else:
        body["data"] = result.data
        actual = _actual(points, document, operation, variables, result.data)
    bucket.give_back(points - actual)
    body["extensions"] = _extensions(bucket, points, actual)
    if call.warnings:
        body["extensions"]["search"] = [
            {"path": [name], "query": each["query"], "warnings": [each]} for each in call.warnings
        ]
    return answer(body, 200, headers)


def _actual(points: int, document: DocumentNode, operation: OperationDefinitionNode, variables: Doc, data: Any) -> int:
    if operation.operation.value == "mutation":
        return points
    return min(points, cost(document, operation, variables, data))


THROTTLED = {
    "message": "Throttled",
    "extensions": {"code": "THROTTLED", "documentation": "https://shopify.dev/api/usage/rate-limits"},
}


def _too_dear(points: int) -> Doc:
    return {
        "message": f"Query cost is {points}, which exceeds the single query max cost limit ({MAXIMUM}).",
        "extensions": {"code": "MAX_COST_EXCEEDED", "cost": points, "maxCost": MAXIMUM},
    }


def _extensions(bucket: Bucket, points: int, actual: int | None) -> Doc:
    return {"cost": {"requestedQueryCost": points, "actualQueryCost": actual, "throttleStatus": bucket.status()}}


def _note_calls(world: World, names: list[str]) -> None:
    for name in names:
        world.count(f"call {name}")


async def _strike(world: World, name: str, headers: dict[str, str]) -> Response | None:
    """Apply the faults that come before the request is looked at."""
    killer = world.take_fault(world, "die", name)
    if killer:
        os._exit(int(killer.get("exitCode", 137)))
    slow = world.take_fault(world, "slow", name) or world.take_fault(world, "hang", name)
    if slow:
        await asyncio.sleep(float(slow.get("seconds", 30 if slow["kind"] == "hang" else 2)))
    failing = world.take_fault(world, "error", name)
    if failing:
        return answer({"errors": "Internal Server Error"}, int(failing.get("status", 500)), headers)
    return None


def idempotency_keys(operation: OperationDefinitionNode, variables: Doc) -> dict[str, list[str]]:
    """
    Return the keys of the mutations that need one, by field name in their order.

    :raises GraphQLError: if one is missing or blank.
    """
    keys: dict[str, list[str]] = {}
    for node in operation.selection_set.selections:
        if isinstance(node, FieldNode) and node.name.value in IDEMPOTENT:
            directive = next((each for each in node.directives or () if each.name.value == "idempotent"), None)
            key = _key(directive, variables)
            if not key or not key.strip():
                raise GraphQLError(
                    f"The @idempotent directive with a key that is not blank is required for {node.name.value}.",
                    nodes=node, extensions={"code": "BAD_REQUEST"},
                )  # fmt: skip
            keys.setdefault(node.name.value, []).append(key)
    return keys


def _key(directive: DirectiveNode | None, variables: Doc) -> str | None:
    for argument in (directive.arguments or ()) if directive else ():
        if isinstance(argument.value, StringValueNode):
            return str(argument.value.value)
        if isinstance(argument.value, VariableNode):
            found = variables.get(argument.value.name.value)
            return found if isinstance(found, str) else None
    return None
