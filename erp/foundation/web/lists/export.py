"""Files of exactly what a list shows: CSV streamed row by row, XLSX written to a temporary file."""

import csv
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db.models import QuerySet
from django.http import FileResponse, HttpResponseBase, StreamingHttpResponse
from django.utils import timezone, translation
from rustpy_xlsxwriter import write_worksheet

from erp.foundation.web.lists.columns import Column, plain

CHUNK = 2000
XLSX_ROWS = 1_000_000
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


class _Line:
    """What the csv module writes a line into, to give it back at once."""

    def write(self, line: str) -> str:
        return line


def safe_text(value: str) -> str:
    """A text that a spreadsheet will not run: what looks like a formula gets an apostrophe before it."""
    return f"'{value}" if value.startswith(FORMULA_STARTS) else value


def export_csv(rows: "QuerySet[Any]", columns: Sequence[Column], name: str) -> HttpResponseBase:
    """A CSV file (UTF-8 with BOM, semicolons in Polish because Excel there expects them), streamed."""
    zone, language = timezone.get_current_timezone(), translation.get_language() or "en"
    delimiter = ";" if language.startswith("pl") else ","

    def lines() -> Iterator[str]:
        with timezone.override(zone), translation.override(language):
            writer = csv.writer(_Line(), delimiter=delimiter)
            yield "\ufeff" + writer.writerow([str(column.label) for column in columns])
            for row in rows.iterator(chunk_size=CHUNK):
                yield writer.writerow([_csv(plain(column, row), delimiter) for column in columns])

    response = StreamingHttpResponse(lines(), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    response["X-Accel-Buffering"] = "no"
    return response


def export_xlsx(rows: "QuerySet[Any]", columns: Sequence[Column], name: str) -> HttpResponseBase:
    """An XLSX file with real numbers and dates; at most a million rows, what a sheet can hold."""
    labels = _distinct([str(column.label) for column in columns])
    file = tempfile.NamedTemporaryFile(suffix=".xlsx")  # noqa: SIM115  # the response closes it
    write_worksheet(
        _records(rows[:XLSX_ROWS].iterator(chunk_size=CHUNK), columns, labels),
        file.name,
        sheet_name=name[:31],
        freeze_row=1,
        bold_headers=True,
        datetime_format="yyyy-mm-dd hh:mm",
        column_width=18,
    )
    file.seek(0)
    return FileResponse(file, as_attachment=True, filename=f"{name}.xlsx")


def _records(rows: Iterable[Any], columns: Sequence[Column], labels: list[str]) -> Iterator[dict[str, Any]]:
    empty = True
    for row in rows:
        empty = False
        yield {label: _xlsx(plain(column, row)) for label, column in zip(labels, columns, strict=True)}
    if empty:
        yield dict.fromkeys(labels, None)


def _xlsx(value: Any) -> Any:
    if isinstance(value, str):
        return safe_text(value)
    if isinstance(value, Decimal):  # the file format knows binary numbers only; books are never read from it
        return float(value)
    return value


def _csv(value: Any, delimiter: str) -> str:
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return format(value, "f").replace(".", "," if delimiter == ";" else ".")
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%d %H:%M:%S")
    if isinstance(value, date):
        return value.isoformat()
    return safe_text(str(value))


def _distinct(labels: list[str]) -> list[str]:
    seen: dict[str, int] = {}
    result = []
    for label in labels:
        seen[label] = seen.get(label, 0) + 1
        result.append(label if seen[label] == 1 else f"{label} {seen[label]}")
    return result
