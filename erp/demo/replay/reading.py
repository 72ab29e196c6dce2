"""
The Online Retail file: one line a row, in order of date, nothing cleaned.

Columns: InvoiceNo, StockCode, Description, Quantity, InvoiceDate, UnitPrice, CustomerID, Country. "C..." is a
cancellation, "A..." an adjustment of bad debt; a customer is written "17850.0"; prices are GBP without VAT.
"""

import csv
import gzip
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal, InvalidOperation
from itertools import groupby
from pathlib import Path

COLUMNS = ("InvoiceNo", "StockCode", "Description", "Quantity", "InvoiceDate", "UnitPrice", "CustomerID", "Country")


class NotThatFile(Exception):
    """The file can't be read as what it should be; the text says where."""


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the file; quantity and price carry the file's own signs."""

    code: str
    description: str
    quantity: int
    price: Decimal


@dataclass(frozen=True, slots=True)
class Invoice:
    """All rows of an invoice number that stand together. ``customer`` is empty for a guest."""

    number: str
    at: datetime
    customer: str
    country: str
    lines: tuple[Line, ...]

    @property
    def cancels(self) -> bool:
        return self.number.startswith("C")


def read(path: Path) -> Iterator[Invoice]:
    """
    The invoices of a file, gzipped or not, in its order.

    :raises NotThatFile: when it is missing, has other columns, or a row that can't be read.
    """
    opened = gzip.open if path.suffix == ".gz" else open
    try:
        with opened(path, "rt", encoding="utf-8-sig", newline="") as file:
            rows = csv.DictReader(file)
            if tuple(rows.fieldnames or ()) != COLUMNS:
                raise NotThatFile(f"{path.name}: the columns should be {', '.join(COLUMNS)}")
            for number, group in groupby(_numbered(rows, path), key=lambda row: row[1]["InvoiceNo"].strip()):
                yield _invoice(number, list(group), path)
    except OSError as error:
        raise NotThatFile(f"{path} can't be read: {error.strerror or error}") from error


def _numbered(rows: "csv.DictReader[str]", path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    for place, row in enumerate(rows, 2):
        if None in row or None in row.values():
            raise NotThatFile(f"{path.name}, line {place}: not {len(COLUMNS)} columns")
        yield place, row


def _invoice(number: str, rows: list[tuple[int, dict[str, str]]], path: Path) -> Invoice:
    first = rows[0][1]
    return Invoice(
        number=number,
        at=datetime.fromisoformat(first["InvoiceDate"]),
        customer=first["CustomerID"].strip().removesuffix(".0"),
        country=first["Country"].strip(),
        lines=tuple(_line(place, row, path) for place, row in rows),
    )


def _line(place: int, row: dict[str, str], path: Path) -> Line:
    try:
        quantity, price = int(row["Quantity"]), Decimal(row["UnitPrice"])
    except (ValueError, InvalidOperation):
        raise NotThatFile(f"{path.name}, line {place}: quantity or price is no number") from None
    return Line(row["StockCode"].strip(), " ".join(row["Description"].split()), quantity, price)
