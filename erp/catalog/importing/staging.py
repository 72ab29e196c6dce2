"""Rows go into the staging table by COPY; a few statements find what is wrong with them and what they would do."""

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

from django.db import connection

from erp.catalog.importing import crosschecks
from erp.catalog.importing.checking import Checked
from erp.catalog.models import ImportRow, ImportRun

_ROW_COLUMNS = ("run_id", "number", "group_no", "errors", "effect")
_VALUES = [
    field.name
    for field in ImportRow._meta.concrete_fields
    if field.name not in {"id", "run", "number", "group_no", "errors", "effect", "product_id", "variant_id"}
]
_COPY = f"COPY catalog_importrow ({', '.join((*_ROW_COLUMNS, *_VALUES))}) FROM STDIN"
_COUNT = """
SELECT count(*), count(*) FILTER (WHERE effect = 'wrong'), count(*) FILTER (WHERE effect = 'new'),
    count(*) FILTER (WHERE effect = 'changed'), count(*) FILTER (WHERE effect = 'same')
FROM catalog_importrow WHERE run_id = %s
"""
# Rows of one product are never torn apart: the chunk ends with the last row of a group.
_CHUNK = """
WITH last AS (
    SELECT max(group_no) AS upto FROM (
        SELECT group_no FROM catalog_importrow
        WHERE run_id = %(run)s AND group_no > %(after)s AND effect IN ('new', 'changed')
        ORDER BY group_no LIMIT %(size)s
    ) AS first_rows
)
SELECT last.upto, (
    SELECT count(*) FROM catalog_importrow r
    WHERE r.run_id = %(run)s AND r.group_no > %(after)s AND r.group_no <= last.upto
) FROM last
"""
EVERYTHING = 2**31 - 1


def stage(run: ImportRun, rows: Iterable[Checked]) -> int:
    """Put rows into the staging table; gives how many there are."""
    count = 0
    with connection.cursor() as cursor, cursor.copy(_COPY) as copy:
        for row in rows:
            count += 1
            copy.write_row(_record(run.pk, row))
    return count


@contextmanager
def checked_rows(run: ImportRun, *, after: int = 0, upto: int = EVERYTHING) -> Iterator[None]:
    """
    The rows of groups in (after, upto] in the temporary table, each with what it means and would do, or what is wrong.

    Rows that are wrong, or were found to change nothing, are left out.
    What is found wrong is kept with the row. The table is there inside the block only.
    """
    scope = {"run": run.pk, "company": run.company_id, "after": after, "upto": upto}
    with connection.cursor() as cursor:
        cursor.execute(crosschecks.CREATE, scope)
        cursor.execute(crosschecks.ANALYZE)
        for statement in crosschecks.STATEMENTS:
            cursor.execute(statement, scope)
        cursor.execute(crosschecks.KEEP_WRONG)
    yield
    with connection.cursor() as cursor:
        cursor.execute(crosschecks.DROP)


def keep_effects() -> None:
    """Write down what each row would do, for the preview."""
    with connection.cursor() as cursor:
        cursor.execute(crosschecks.KEEP_EFFECTS)


def count_effects(run: ImportRun) -> dict[str, int]:
    """How many rows there are, and how many of each effect."""
    with connection.cursor() as cursor:
        cursor.execute(_COUNT, [run.pk])
        return dict(zip(("rows", "wrong", "new", "changed", "same"), cursor.fetchone(), strict=True))


class Chunk(NamedTuple):
    """The next rows to take over: up to which group, and how many they are."""

    upto: int
    rows: int


def next_chunk(run: ImportRun, after: int, size: int) -> Chunk | None:
    """The next chunk of about so many rows after a group; nothing when all are done."""
    with connection.cursor() as cursor:
        cursor.execute(_CHUNK, {"run": run.pk, "after": after, "size": size})
        upto, rows = cursor.fetchone()
    return None if upto is None else Chunk(upto, rows)


def wrong_rows(run: ImportRun) -> Iterator[tuple[int, str, list[dict[str, Any]]]]:
    """The rows with errors: number, SKU, faults."""
    rows = ImportRow.objects.filter(run=run, errors__isnull=False).order_by("number")
    for number, sku, errors in rows.values_list("number", "sku", "errors").iterator(chunk_size=2000):
        yield number, sku or "", errors or []


def _record(run_id: int, row: Checked) -> tuple[Any, ...]:
    errors = json.dumps(row.faults, ensure_ascii=False) if row.faults else None
    effect = "wrong" if row.faults else ""
    return (run_id, row.number, row.group_no, errors, effect, *(row.values.get(name) for name in _VALUES))
