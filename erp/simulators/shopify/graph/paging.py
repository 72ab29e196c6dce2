"""Connections: keyset cursors over tables, positions over lists, at most 250 nodes a page and 25,000 in all."""

import base64
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from graphql import GraphQLError

from erp.simulators.shopify.state.store import Doc, Store

PAGE = 250
END = 25_000


def size(arguments: Doc, maximum: int = PAGE) -> int:
    """
    Return how many nodes are asked for.

    :raises GraphQLError: unless exactly one of `first` and `last` is given and lies within the limits.
    """
    first, last = arguments.get("first"), arguments.get("last")
    if first is None and last is None:
        raise GraphQLError("you must provide one of first or last")
    if first is not None and last is not None:
        raise GraphQLError("providing both first and last is not supported")
    asked = int(first if first is not None else last)  # type: ignore[arg-type]  # one of them is an int by now
    if asked < 0 or asked > maximum:
        raise GraphQLError(f"{'first' if first is not None else 'last'} must be between 0 and {maximum}")
    return asked


@dataclass(frozen=True)
class Table:
    """Rows of a table in some order; `load` makes nodes of the found rows."""

    name: str
    load: Callable[[Sequence[Any]], list[Doc]]
    sort: str = "id"
    where: str = "1"
    parameters: list[Any] = field(default_factory=list)
    columns: str = "doc"


def _read(cursor: str) -> list[Any]:
    try:
        found = json.loads(base64.urlsafe_b64decode(cursor.encode()))
        if not isinstance(found, list) or len(found) != 3:
            raise ValueError(cursor)
    except ValueError:
        raise GraphQLError(f"Invalid cursor for current pagination sort: {cursor}") from None
    return found


def write_cursor(sort: Any, number: int, position: int) -> str:
    """Return an opaque cursor."""
    return base64.urlsafe_b64encode(json.dumps([sort, number, position], separators=(",", ":")).encode()).decode()


def connect(store: Store, table: Table, arguments: Doc, maximum: int = PAGE) -> Doc:
    """Return a connection over a table."""
    count = size(arguments, maximum)
    backwards = arguments.get("last") is not None
    down = bool(arguments.get("reverse")) != backwards
    where, parameters = table.where, list(table.parameters)
    start = 0
    for name in ("after", "before"):
        cursor = arguments.get(name)
        if cursor:
            sort, number, position = _read(cursor)
            forwards = (name == "after") != bool(arguments.get("reverse"))
            where = f"({where}) AND ({table.sort}, id) {'>' if forwards else '<'} (?, ?)"
            parameters += [sort, number]
            start = position if name == "after" and not backwards else start
    count = max(0, min(count, END - start))
    order = "DESC" if down else "ASC"
    rows = store.rows(
        f"SELECT {table.sort} AS sort_key, id, {table.columns} FROM {table.name} WHERE {where}"  # noqa: S608  # from Table, never from outside
        f" ORDER BY {table.sort} {order}, id {order} LIMIT ?",
        *parameters, count + 1,
    )  # fmt: skip
    more = len(rows) > count and start + count < END
    rows = rows[:count]
    if backwards:
        rows.reverse()
    cursors = [write_cursor(row["sort_key"], row["id"], start + place + 1) for place, row in enumerate(rows)]
    bounded = bool(arguments.get("before") if not backwards else arguments.get("after"))
    return build(
        table.load(rows),
        cursors,
        more if not backwards else bool(arguments.get("before")),
        more if backwards else bounded or start > 0,
    )


def connect_list(nodes: Sequence[Doc], arguments: Doc, maximum: int = PAGE) -> Doc:
    """Return a connection over a list that is at hand whole."""
    count = size(arguments, maximum)
    if arguments.get("reverse"):
        nodes = list(reversed(nodes))
    first = int(_read(arguments["after"])[2]) if arguments.get("after") else 0
    end = int(_read(arguments["before"])[2]) - 1 if arguments.get("before") else len(nodes)
    start = max(first, end - count) if arguments.get("last") is not None else first
    stop = min(end, start + count)
    chosen = nodes[start:stop]
    cursors = [write_cursor(None, 0, start + place + 1) for place in range(len(chosen))]
    return build(list(chosen), cursors, stop < len(nodes), start > 0)


def build(nodes: list[Doc], cursors: list[str], after: bool, before: bool) -> Doc:
    """Return the connection object."""
    return {
        "nodes": nodes,
        "edges": [{"node": node, "cursor": cursor} for node, cursor in zip(nodes, cursors, strict=True)],
        "pageInfo": {
            "hasNextPage": after, "hasPreviousPage": before,
            "startCursor": cursors[0] if cursors else None, "endCursor": cursors[-1] if cursors else None,
        },
    }  # fmt: skip
