"""How many rows: exact while that is cheap, the planner's estimate when the list is large."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import connections
from django.db.models import F, QuerySet

EXACT_UP_TO = 10_000


@dataclass(frozen=True, slots=True)
class RowCount:
    """A number of rows; not ``exact`` above 10,000."""

    number: int
    exact: bool


def count_rows(rows: "QuerySet[Any]") -> RowCount:
    """Count at most 10,000 rows; above, ask the planner. One query, or two."""
    bare = rows.order_by()
    number = bare.values("pk")[: EXACT_UP_TO + 1].count()
    if number <= EXACT_UP_TO:
        return RowCount(number, exact=True)
    return RowCount(max(_estimate(bare), EXACT_UP_TO), exact=False)


def _estimate(rows: "QuerySet[Any]") -> int:
    sql, params = rows.values("pk").query.get_compiler(rows.db).as_sql()
    with connections[rows.db].cursor() as cursor:
        cursor.execute(f"EXPLAIN (FORMAT JSON) {sql}", params)
        plan = cursor.fetchone()[0]
    tree = json.loads(plan) if isinstance(plan, str) else plan
    return int(tree[0]["Plan"]["Plan Rows"])


def facet_counts(rows: "QuerySet[Any]", path: str) -> Iterable[tuple[str, int]]:
    """Rows per value of a field or annotation, among the first 10,000 at most; one query."""
    sample = rows.order_by().values(facet_value=F(path))[:EXACT_UP_TO]
    sql, params = sample.query.get_compiler(rows.db).as_sql()
    with connections[rows.db].cursor() as cursor:
        grouped = f"SELECT facet_value, count(*) FROM ({sql}) AS sample GROUP BY facet_value"  # noqa: S608  # the ORM's own
        cursor.execute(grouped, params)
        return [(str(value), number) for value, number in cursor.fetchall()]
