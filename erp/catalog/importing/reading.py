"""Rows of a CSV or XLSX file, whatever wrote it: any usual encoding, delimiter and end of line."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook

from erp.catalog.importing.columns import column_of, recognised

MOST_ROWS = 500_000
_DELIMITERS = (";", ",", "\t", "|")
_ZIP = b"PK\x03\x04"
csv.field_size_limit(1_000_000)


class UnreadableFile(Exception):
    """The file as a whole can't be used; ``code`` says why (see ``report``), ``params`` with what."""

    def __init__(self, code: str, **params: Any) -> None:
        super().__init__(code)
        self.code, self.params = code, params


@dataclass(frozen=True, slots=True)
class Table:
    """
    What a file holds: the columns it uses by position, the headings left aside, and its rows.

    A row comes with the number that a spreadsheet shows for it; blank rows are left out.
    """

    columns: dict[int, str]
    ignored: list[str]
    rows: Iterator[tuple[int, list[str]]]


def read_table(content: bytes) -> Table:
    """:raises UnreadableFile: when there is no header with a SKU column, or the bytes are no such file."""
    lines = _sheet_lines(content) if content.startswith(_ZIP) else _text_lines(content)
    header = next((line for line in lines if any(line[1])), None)
    if header is None:
        raise UnreadableFile("empty")
    columns, ignored = _match(header[1])
    return Table(columns, ignored, (line for line in lines if any(line[1])))


def decode(content: bytes) -> str:
    """
    The text of a file: UTF-8 or UTF-16 by their marks, else UTF-8 if it is that, else Windows-1250.

    :raises UnreadableFile: when it is none of these.
    """
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings: tuple[str, ...] = ("utf-16",)
    else:
        encodings = ("utf-8-sig", "cp1250")
    for encoding in encodings:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise UnreadableFile("encoding")


def _text_lines(content: bytes) -> Iterator[tuple[int, list[str]]]:
    text = decode(content)
    delimiter = _delimiter(text)
    # newline=None turns every kind of line end, bare CR included, into one the csv module reads.
    reader = csv.reader(io.StringIO(text, newline=None), delimiter=delimiter)
    try:
        for number, cells in enumerate(reader, start=1):
            yield number, [cell.strip() for cell in cells]
    except csv.Error as error:
        raise UnreadableFile("broken-line", line=reader.line_num) from error


def _delimiter(text: str) -> str:
    """The delimiter under which most headings are known; of several, the one that makes more cells."""
    head = text[:20_000]

    def score(delimiter: str) -> tuple[int, int]:
        try:
            first = next(
                (row for row in csv.reader(io.StringIO(head, newline=None), delimiter=delimiter) if any(row)), []
            )
        except csv.Error:
            return (0, 0)
        return (recognised(first), len(first))

    return max(_DELIMITERS, key=score)


def _sheet_lines(content: bytes) -> Iterator[tuple[int, list[str]]]:
    try:
        sheet = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0)
        lines = sheet.to_python(skip_empty_area=False)
    except (CalamineError, IndexError, ValueError, OSError) as error:
        raise UnreadableFile("broken-workbook") from error
    for number, cells in enumerate(lines, start=1):
        yield number, [_cell_text(cell) for cell in cells]


def _cell_text(cell: Any) -> str:
    """A cell as a person reads it: whole numbers without a decimal point, text exactly as it stands."""
    if isinstance(cell, str):
        return cell.strip()
    if isinstance(cell, bool):
        return "1" if cell else "0"
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15:
        return str(int(cell))
    if isinstance(cell, datetime | date | time):
        return cell.isoformat()
    return str(cell)


def _match(header: list[str]) -> tuple[dict[int, str], list[str]]:
    columns: dict[int, str] = {}
    ignored: list[str] = []
    for position, heading in enumerate(header):
        name = column_of(heading)
        if name is None:
            ignored += [heading] if heading else []
        elif name in columns.values():
            raise UnreadableFile("column-twice", column=name, heading=heading)
        else:
            columns[position] = name
    if "sku" not in columns.values():
        raise UnreadableFile("no-sku-column", headings=", ".join(heading for heading in header if heading)[:200])
    return columns, ignored
