"""Keyset paging: forwards, backwards, with equal and missing sort values."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import connection
from django.db.models import QuerySet
from django.test.utils import CaptureQueriesContext

from erp.foundation.web.lists import counting
from erp.foundation.web.lists.counting import count_rows, facet_counts
from erp.foundation.web.lists.paging import Order, read_page
from erp.foundation.web.models import Comment, SavedView

START = datetime(2026, 1, 1, tzinfo=UTC)


def comments(count: int) -> "QuerySet[Comment]":
    """Comments whose creation times come in pairs and whose withdrawal is missing for every third."""

    Comment.objects.bulk_create(
        Comment(
            subject_kind="web.kit",
            subject_key=str(n % 3),
            author_kind="user",
            author_key="1",
            text=f"no {n}",
            request_key=UUID(int=n),
            created_at=START + timedelta(minutes=n // 2),
            withdrawn_at=None if n % 3 == 0 else START + timedelta(hours=n // 2),
        )
        for n in range(count)
    )
    return Comment.objects.all()


def walk(rows: "QuerySet[Any]", order: Order, size: int) -> tuple[list[list[int]], list[list[int]]]:
    """The pages read forwards to the end, and then backwards to the beginning."""
    forwards, page = [], read_page(rows, order, size=size)
    forwards.append([row.pk for row in page.rows])
    while page.after:
        page = read_page(rows, order, size=size, after=page.after)
        forwards.append([row.pk for row in page.rows])
    backwards = [[row.pk for row in page.rows]]
    while page.before:
        page = read_page(rows, order, size=size, before=page.before)
        backwards.append([row.pk for row in page.rows])
    return forwards, backwards


@pytest.mark.parametrize("descending", [False, True])
@pytest.mark.parametrize(
    "path, nullable", [("created_at", False), ("withdrawn_at", True), ("pk", False), ("text", False)]
)
def test_every_row_comes_once_in_either_direction(db: None, path: str, nullable: bool, descending: bool) -> None:
    rows = comments(23)
    forwards, backwards = walk(rows, Order(path, descending, nullable), 5)
    flat = [key for page in forwards for key in page]
    assert len(flat) == 23
    assert sorted(flat) == sorted(rows.values_list("pk", flat=True))
    assert [len(page) for page in forwards] == [5, 5, 5, 5, 3]
    assert list(reversed([key for page in backwards for key in reversed(page)])) == flat


def test_missing_values_come_last_in_both_directions(db: None) -> None:
    rows = comments(9)
    for descending in (False, True):
        page = read_page(rows, Order("withdrawn_at", descending, nullable=True), size=9)
        assert [row.withdrawn_at is None for row in page.rows] == [False] * 6 + [True] * 3


def test_a_page_stays_where_it_is_when_rows_come_in_before_it(db: None) -> None:
    rows = comments(10)
    first = read_page(rows, Order("created_at"), size=4)
    Comment.objects.filter(pk=first.rows[0].pk).update(created_at=START - timedelta(days=1))
    second = read_page(rows, Order("created_at"), size=4, after=first.after)
    assert [row.text for row in second.rows] == ["no 4", "no 5", "no 6", "no 7"]


@pytest.mark.parametrize("cursor", ["nonsense", "WyJ4IiwieSJd", "AAAA", "W10"])
def test_a_broken_cursor_means_the_first_page(db: None, cursor: str) -> None:
    rows = comments(4)
    assert [row.text for row in read_page(rows, Order("created_at"), size=2, after=cursor).rows] == ["no 0", "no 1"]


def test_a_page_is_one_query_and_compares_whole_rows(db: None) -> None:
    rows = comments(6)
    first = read_page(rows, Order("created_at"), size=2)
    with CaptureQueriesContext(
        connection,
    ) as queries:
        read_page(rows, Order("created_at"), size=2, after=first.after)
    assert len(queries) == 1
    assert "ROW(" in queries[0]["sql"]
    assert "OFFSET" not in queries[0]["sql"]


def test_few_rows_are_counted_exactly_and_many_are_estimated(db: None, monkeypatch: pytest.MonkeyPatch) -> None:

    rows = comments(30)
    with CaptureQueriesContext(connection) as few:
        assert count_rows(rows) == counting.RowCount(30, exact=True)
    monkeypatch.setattr(counting, "EXACT_UP_TO", 10)
    with CaptureQueriesContext(connection) as many:
        estimated = count_rows(rows)
    assert not estimated.exact
    assert estimated.number >= 10
    assert (len(few), len(many)) == (1, 1)
    assert count_rows(rows.none()) == counting.RowCount(0, exact=True)


def test_an_estimate_is_of_all_rows_and_not_of_those_that_were_counted(
    db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = comments(30)
    with connection.cursor() as cursor:
        cursor.execute("EXPLAIN (FORMAT JSON) SELECT id FROM web_comment")
        (plan,) = cursor.fetchone()[0]
    monkeypatch.setattr(counting, "EXACT_UP_TO", 1)
    assert count_rows(rows) == counting.RowCount(plan["Plan"]["Plan Rows"], exact=False)


def test_facets_count_the_rows_of_each_value(db: None) -> None:
    assert sorted(facet_counts(comments(10), "subject_key")) == [("0", 4), ("1", 3), ("2", 3)]
    assert list(facet_counts(SavedView.objects.all(), "name")) == []
