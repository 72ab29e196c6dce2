"""
The vendor's search syntax, as far as this shop knows it, turned into SQL.

Terms `field:value` with `>=`, `>`, `<=`, `<`, quotes and `*` at the end; AND by default, OR, NOT or `-`, parentheses.
A field that is not known is ignored with a warning, as the vendor does it; so a misspelt filter returns everything.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from graphql import GraphQLError

from erp.simulators.shopify.state import times

TOKEN = re.compile(r"""\(|\)|-?(?:[\w.]+:)?(?:>=|<=|>|<|=)?(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[^\s()"']+)""")
TERM = re.compile(r"(-?)(?:([\w.]+):)?(>=|<=|>|<|=)?(.*)", re.DOTALL)


@dataclass(frozen=True)
class Column:
    """What a search field means: a column, and the kind of its values ("text", "time", "id", "tag", "map", "sku")."""

    name: str
    kind: str = "text"
    values: Mapping[str, str] = field(default_factory=dict)


Columns = Mapping[str, Column]


@dataclass
class Found:
    """An SQL condition with its parameters, and what was ignored."""

    sql: str = "1"
    parameters: list[Any] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)


def search(query: str | None, columns: Columns, default: str = "") -> Found:
    """
    Return the condition of a query; `default` is the field that a bare word is looked up in.

    :raises GraphQLError: if a value of a known field can't be read.
    """
    found = Found()
    if query and query.strip():
        found.sql = _Parser(TOKEN.findall(query), columns, default, found).either()
    return found


class _Parser:
    def __init__(self, tokens: list[str], columns: Columns, default: str, found: Found) -> None:
        self.tokens, self.columns, self.default, self.found = tokens, columns, default, found

    def _next(self) -> str:
        return self.tokens[0] if self.tokens else ""

    def either(self) -> str:
        parts = [self.both()]
        while self._next() == "OR":
            self.tokens.pop(0)
            parts.append(self.both())
        return parts[0] if len(parts) == 1 else f"({' OR '.join(parts)})"

    def both(self) -> str:
        parts = []
        while self._next() not in ("", "OR", ")"):
            if self._next() == "AND":
                self.tokens.pop(0)
                continue
            parts.append(self.one())
        return " AND ".join(parts) or "1"

    def one(self) -> str:
        piece = self.tokens.pop(0)
        if piece == "NOT":
            return f"NOT ({self.one()})"
        if piece == "(":
            inside = self.either()
            if self._next() == ")":
                self.tokens.pop(0)
            return f"({inside})"
        match = TERM.fullmatch(piece)
        assert match is not None
        minus, name, operator, value = match.groups()
        sql = self._term(name or self.default, operator or "=", _unquote(value))
        return f"NOT ({sql})" if minus else sql

    def _term(self, name: str, operator: str, value: str) -> str:
        column = self.columns.get(name)
        if column is None:
            self.found.warnings.append(f"Invalid search field for this query: {name or value}")
            return "1"
        if column.kind == "map":
            chosen = column.values.get(value.lower())
            if chosen is None:
                self.found.warnings.append(f"Input `{value}` is not an accepted value of {name}.")
            return chosen or "1"
        if column.kind == "sku":
            self.found.parameters.append(value)
            return "id IN (SELECT product_id FROM variants WHERE sku = ?)"
        if column.kind == "tag":
            self.found.parameters.append(f"%,{value.lower()},%")
            return f"{column.name} LIKE ?"
        if value.endswith("*"):
            self.found.parameters.append(_escape(value[:-1]) + "%")
            return rf"{column.name} LIKE ? ESCAPE '\'"
        self.found.parameters.append(_value(name, column.kind, value))
        return f"{column.name} {operator} ?" + (" COLLATE NOCASE" if column.kind == "text" else "")


def _unquote(value: str) -> str:
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        return re.sub(r"\\(.)", r"\1", value[1:-1])
    return value


def _escape(value: str) -> str:
    return re.sub(r"([\\%_])", r"\\\1", value)


def _value(name: str, kind: str, value: str) -> Any:
    if kind == "time":
        try:
            return times.iso(times.parse(value))
        except ValueError:
            raise GraphQLError(f"Invalid timestamp for query filter `{name}`: {value}") from None
    if kind == "id":
        last = value.rsplit("/", 1)[-1]
        if not last.isdigit():
            raise GraphQLError(f"Invalid id for query filter `{name}`: {value}")
        return int(last)
    return value
