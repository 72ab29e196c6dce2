"""Lists that are read on from a cursor."""

import sqlite3
from typing import Any

from erp.simulators.carrier.carrier import Carrier
from erp.simulators.carrier.http.messages import Request
from erp.simulators.carrier.http.problems import Problem
from erp.simulators.carrier.numbers import read_id, write_id
from erp.simulators.carrier.store import Value

MOST = 200


def page_of(
    carrier: Carrier, request: Request, sql: str, values: list[Value], *, column: str, prefix: str, default: int = 50
) -> tuple[list[sqlite3.Row], dict[str, Any]]:
    """
    Rows of `sql` (which ends inside its WHERE) behind the cursor `after`, oldest first.

    Ids are cursors here: one process writes, one transaction at a time, so none appears behind another.

    :returns: the rows, and `next` and `has_more` for the answer.
    :raises Problem: bad_parameter.
    """
    limit = request.number("limit", default=default, highest=MOST)
    after = request.query.get("after")
    try:
        number = 0 if after is None else read_id(prefix, after, what="cursor")
    except Problem as problem:
        raise Problem(400, "bad_parameter", "after takes the `next` of an answer before") from problem
    rows = carrier.store.rows(f"{sql} AND {column} > ? ORDER BY {column} LIMIT ?", *values, number, limit + 1)
    shown = rows[:limit]
    following = write_id(prefix, shown[-1]["id"]) if shown else after
    return shown, {"next": following, "has_more": len(rows) > limit}
