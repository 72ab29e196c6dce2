"""
Give every field of the schema its resolver, once, when the process starts.

A field is found, in this order: in FIELDS; as an id; as money in the order's currencies; as a connection over a list;
as a number that refers to a loadable type; as the key of the document; in DEFAULTS. What is nowhere is null, and where
null is not allowed the answer says that the simulator does not know it.
"""

from collections.abc import Callable
from typing import Any

from graphql import (
    GraphQLEnumType,
    GraphQLError,
    GraphQLField,
    GraphQLObjectType,
    GraphQLResolveInfo,
    GraphQLSchema,
    get_named_type,
    is_leaf_type,
    is_list_type,
    is_non_null_type,
)  # fmt: skip

from erp.simulators.shopify.graph.call import LOADERS, Field
from erp.simulators.shopify.graph.defaults import DEFAULTS
from erp.simulators.shopify.graph.paging import connect_list
from erp.simulators.shopify.state import gids
from erp.simulators.shopify.state.refusals import Refused
from erp.simulators.shopify.state.store import Doc

Resolver = Callable[..., Any]
FIELDS: dict[tuple[str, str], Field] = {}
MISSING = object()
Info = GraphQLResolveInfo[Any]


def field(*names: str) -> Callable[[Field], Field]:
    """Register a resolver for "Type.field", several at once if need be."""

    def register(function: Field) -> Field:
        for name in names:
            kind, _, key = name.partition(".")
            FIELDS[(kind, key)] = function
        return function

    return register


def attach(schema: GraphQLSchema) -> None:
    """Attach a resolver to every field of every object type."""
    for kind in schema.type_map.values():
        if isinstance(kind, GraphQLObjectType) and not kind.name.startswith("__"):
            for name, each in kind.fields.items():
                each.resolve = _resolver(kind.name, name, each)


def _resolver(kind: str, name: str, given: GraphQLField) -> Resolver:
    own = FIELDS.get((kind, name))
    if own is not None:
        return _own(own)
    target = get_named_type(given.type).name
    if name == "id" and target == "ID":
        return _identity(kind)
    if name == "legacyResourceId":
        return lambda source, info: str(source["id"])
    if target in ("MoneyBag", "MoneyV2"):
        return _money(name, bag=target == "MoneyBag", absent=_absent(kind, name, given))
    if target.endswith("Connection"):
        return _connection(name)
    absent = _absent(kind, name, given)
    leaf = get_named_type(given.type)
    if name == "code" and isinstance(leaf, GraphQLEnumType):
        return _code(leaf)
    if is_leaf_type(leaf):
        return _plain(name, absent)
    return _reference(target, name, given, absent)


def _own(function: Field) -> Resolver:
    def resolve(source: Doc, info: Info, **arguments: Any) -> Any:
        try:
            return function(source, info.context, arguments)
        except Refused as refusal:
            raise GraphQLError(refusal.message, extensions={"code": refusal.code}) from None
        except ValueError as error:
            raise GraphQLError(str(error)) from None

    return resolve


def _identity(kind: str) -> Resolver:
    def resolve(source: Doc, info: Info) -> str | None:
        number = source.get("id")
        return gids.gid(kind, number) if number is not None else None

    return resolve


def _absent(kind: str, name: str, given: GraphQLField) -> Callable[[], Any]:
    default = DEFAULTS.get(kind, {}).get(name, MISSING)
    if default is not MISSING:
        return lambda: default
    if is_non_null_type(given.type):

        def refuse() -> Any:
            raise GraphQLError(f"The simulator does not simulate {kind}.{name}")

        return refuse
    return lambda: None


def _plain(name: str, absent: Callable[[], Any]) -> Resolver:
    def resolve(source: Doc, info: Info, **arguments: Any) -> Any:
        value = source.get(name)
        return absent() if value is None else value

    return resolve


def _code(kind: GraphQLEnumType) -> Resolver:
    """Resolve the code of a user error; one that this mutation's enum doesn't have is null, which the vendor allows."""
    return lambda source, info: source["code"] if source["code"] in kind.values else None


def _money(name: str, *, bag: bool, absent: Callable[[], Any]) -> Resolver:
    def resolve(source: Doc, info: Info, **arguments: Any) -> Any:
        value = source.get(name)
        if value is None:
            value = absent()
        if value is None or isinstance(value, dict):
            return value
        both = source.get("_currencies") or (info.context.world.shop["currencyCode"],) * 2
        shop, buyer = (value, value) if isinstance(value, str) else value
        own = {"amount": shop, "currencyCode": both[0]}
        return {"shopMoney": own, "presentmentMoney": {"amount": buyer, "currencyCode": both[1]}} if bag else own

    return resolve


def _connection(name: str) -> Resolver:
    def resolve(source: Doc, info: Info, **arguments: Any) -> Any:
        value = source.get(name)
        return value if isinstance(value, dict) else connect_list(value or [], arguments)

    return resolve


def _reference(target: str, name: str, given: GraphQLField, absent: Callable[[], Any]) -> Resolver:
    loadable = target in LOADERS
    bare = given.type.of_type if is_non_null_type(given.type) else given.type
    many = is_list_type(bare)

    def resolve(source: Doc, info: Info, **arguments: Any) -> Any:
        value = source.get(name)
        if loadable and isinstance(value, int):
            value = info.context.load(target, value)
        if value is None:
            return absent()
        if many and arguments.get("first") is not None:
            return value[: arguments["first"]]
        if many and loadable:
            return [info.context.load(target, each) if isinstance(each, int) else each for each in value]
        return value

    return resolve
