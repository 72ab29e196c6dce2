"""The vendor's custom scalars, parsed strictly: without a parser graphql-core accepts anything for them."""

import re
from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from typing import Any
from urllib.parse import urlsplit

from graphql import GraphQLError, GraphQLScalarType, GraphQLSchema, ValueNode, value_from_ast_untyped

from erp.simulators.shopify.state import times

NUMBER = re.compile(r"-?\d+(\.\d+)?")


def parse_decimal(value: Any) -> str:
    """Take "19.90" or a JSON number; the text is kept, so nothing is rounded."""
    text = str(value)
    if isinstance(value, bool) or not NUMBER.fullmatch(text):
        raise GraphQLError(f"invalid decimal '{value}'")
    return text


def write_decimal(value: Any) -> str:
    """Write as the vendor does: 10.00 is "10.0", 19.90 is "19.9"."""
    try:
        number = Decimal(str(value)).normalize()
    except InvalidOperation:
        raise GraphQLError(f"Decimal cannot represent {value!r}") from None
    text = format(number, "f")
    return text if "." in text else f"{text}.0"


def parse_time(value: Any) -> str:
    """Take ISO 8601 and keep it in UTC."""
    try:
        return times.iso(times.parse(value))
    except (TypeError, ValueError):
        raise GraphQLError(f"invalid DateTime '{value}'") from None


def parse_url(value: Any) -> str:
    """Take an absolute address."""
    parts = urlsplit(value) if isinstance(value, str) else None
    if parts is None or not parts.scheme or not parts.netloc:
        raise GraphQLError(f"invalid URL '{value}'")
    return str(value)


def parse_unsigned(value: Any) -> str:
    """Take a whole number >= 0."""
    if not str(value).isdigit():
        raise GraphQLError(f"invalid UnsignedInt64 '{value}'")
    return str(value)


def attach(schema: GraphQLSchema) -> None:
    """Give each custom scalar of the schema its parser and its form."""
    _set(schema, "Decimal", parse_decimal, write_decimal)
    _set(schema, "Money", parse_decimal, str)
    _set(schema, "DateTime", parse_time, str)
    _set(schema, "URL", parse_url, str)
    _set(schema, "UnsignedInt64", parse_unsigned, str)


def _set(schema: GraphQLSchema, name: str, parse: Callable[[Any], Any], write: Callable[[Any], Any]) -> None:
    scalar = schema.type_map.get(name)
    assert isinstance(scalar, GraphQLScalarType)

    def parse_literal(node: ValueNode) -> Any:
        return parse(value_from_ast_untyped(node))

    for key, function in (
        ("coerce_input_value", parse),
        ("coerce_output_value", write),
        ("coerce_input_literal", parse_literal),
    ):
        setattr(scalar, key, function)
