"""How many rows: exact while that is cheap, the planner's estimate when the list is large."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connections
from django.db.models import F, QuerySet

EXACT_UP_TO = 10_000


@dataclass(frozen=True, slots=True)
class RowCount:
    """A number of rows; not ``exact`` above 10,000."""

    number: int
    exact: bool


def count_rows(rows: "QuerySet[Any]") -> RowCount:
    """
    Count at most 10,000 rows; above, the planner's estimate. One query, however many there are.

    The plan of a query that was run says both: how many rows came, and how many were expected below the limit.
    """
    sample = rows.order_by().values("pk")[: EXACT_UP_TO + 1]
    try:
        sql, params = sample.query.get_compiler(rows.db).as_sql()
    except EmptyResultSet:
        return RowCount(0, exact=True)
    with connections[rows.db].cursor() as cursor:
        cursor.execute(f"EXPLAIN (ANALYZE, TIMING OFF, SUMMARY OFF, BUFFERS OFF, FORMAT JSON) {sql}", params)
        answer = cursor.fetchone()[0]
    (tree,) = json.loads(answer) if isinstance(answer, str) else answer
    limit = tree["Plan"]
    number = int(limit["Actual Rows"])
    if number <= EXACT_UP_TO:
        return RowCount(number, exact=True)
    return RowCount(max(int(limit["Plans"][0]["Plan Rows"]), EXACT_UP_TO), exact=False)


def facet_counts(rows: "QuerySet[Any]", path: str) -> Iterable[tuple[str, int]]:
    """Rows per value of a field or annotation, among the first 10,000 at most; one query."""
    sample = rows.order_by().values(facet_value=F(path))[:EXACT_UP_TO]
    sql, params = sample.query.get_compiler(rows.db).as_sql()
    with connections[rows.db].cursor() as cursor:
        grouped = f"SELECT facet_value, count(*) FROM ({sql}) AS sample GROUP BY facet_value"  # noqa: S608  # the ORM's own
        cursor.execute(grouped, params)
        return [(str(value), number) for value, number in cursor.fetchall()]
