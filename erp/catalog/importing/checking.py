"""What a row says, and what is wrong with it by itself; together with others and the catalogue, see ``staging``."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from erp.catalog.gtin import gtin_fault
from erp.catalog.importing.columns import BY_NAME, COLUMNS
from erp.catalog.models import BarcodeKind
from erp.catalog.states import ProductStatus

Fault = dict[str, Any]
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_WHOLE = re.compile(r"(\d{1,7})(?:[.,]0+)?")
_YES, _NO = frozenset({"1", "yes", "y", "true", "tak", "t"}), frozenset({"0", "no", "n", "false", "nie"})
_PER_PRODUCT = [column.name for column in COLUMNS if column.per_product]
_SHOWN = 80  # characters of a wrong value that are kept


@dataclass(slots=True)
class Known:
    """What a value may be: codes of tax classes (also by rate, as in ``23%``), units by code or name."""

    tax_classes: Mapping[str, str]
    units: Mapping[str, str]


@dataclass(slots=True)
class Checked:
    """A row as it goes into the staging table; blank cells are not in ``values``."""

    number: int
    group_no: int
    values: dict[str, Any]
    faults: list[Fault] = field(default_factory=list)


def fault(column: str, code: str, value: object = "", **params: Any) -> Fault:
    """A fault of a row, as it is kept: the sentence is made from it in the reader's language."""
    return {"column": column, "code": code, "value": str(value)[:_SHOWN], **params}


class RowChecker:
    """Reads rows of one file in their order; remembers what was said of each product that has several rows."""

    def __init__(self, columns: Mapping[int, str], known: Known) -> None:
        self.columns, self.known = columns, known
        self.width = max(columns) + 1
        self._groups: dict[str, tuple[int, dict[str, tuple[int, Any]]]] = {}
        self._read: dict[str, Callable[[str], Any]] = {
            "tax_class": self._tax_class,
            "unit": self._unit,
            "status": self._status,
            "barcode_kind": self._barcode_kind,
            "active": _flag,
            **dict.fromkeys(("weight_g", "length_mm", "width_mm", "height_mm"), _whole),
        }

    def check(self, number: int, cells: list[str]) -> Checked:
        """The row with its faults."""
        row = Checked(number, number, {})
        for position, name in self.columns.items():
            text = cells[position] if position < len(cells) else ""
            if text:
                self._take(row, name, text)
        if "sku" not in row.values and not any(one["column"] == "sku" for one in row.faults):
            row.faults.append(fault("sku", "sku-missing"))
        self._check_barcode(row)
        self._check_options(row)
        self._join_product(row)
        return row

    def _take(self, row: Checked, name: str, text: str) -> None:
        longest = BY_NAME[name].longest
        if _CONTROL.search(text):
            row.faults.append(fault(name, "control-characters", _CONTROL.sub("?", text)))
            return
        if longest and len(text) > longest:
            row.faults.append(fault(name, "too-long", text, longest=longest))
            return
        read = self._read.get(name)
        value = read(text) if read else text
        if isinstance(value, _Wrong):
            row.faults.append(fault(name, value.code, text))
        else:
            row.values[name] = value

    def _check_barcode(self, row: Checked) -> None:
        barcode = row.values.get("barcode")
        if barcode is None or row.values.get("barcode_kind") == BarcodeKind.OTHER:
            return
        wrong = gtin_fault(barcode)
        if wrong:
            row.faults.append(fault("barcode", f"gtin-{wrong.value}", barcode))

    def _check_options(self, row: Checked) -> None:
        names = [row.values[key] for n in (1, 2, 3) if (key := f"option{n}_name") in row.values]
        if len(set(names)) < len(names):
            row.faults.append(fault("option2_name", "option-names-same", ", ".join(names)))

    def _join_product(self, row: Checked) -> None:
        """Rows of one product say what concerns the product once; saying it again is fine, otherwise is not."""
        code = row.values.get("product_code")
        if code is None:
            return
        first_number, said = self._groups.setdefault(code, (row.number, {}))
        row.group_no = first_number
        for name in _PER_PRODUCT:
            value = row.values.get(name)
            if value is None:
                continue
            if name not in said:
                if not row.faults:
                    said[name] = (row.number, value)
                continue
            first, before = said[name]
            if value != before:
                row.faults.append(fault(name, "differs-within-product", value, first=first))
            else:
                del row.values[name]

    def _tax_class(self, text: str) -> Any:
        return self.known.tax_classes.get(text.lower().replace(" ", "")) or _Wrong("unknown-tax-class")

    def _unit(self, text: str) -> Any:
        return self.known.units.get(text.lower()) or _Wrong("unknown-unit")

    def _status(self, text: str) -> Any:
        return text.lower() if text.lower() in ProductStatus.values else _Wrong("unknown-status")

    def _barcode_kind(self, text: str) -> Any:
        return text.lower() if text.lower() in BarcodeKind.values else _Wrong("unknown-barcode-kind")


@dataclass(frozen=True, slots=True)
class _Wrong:
    code: str


def _flag(text: str) -> Any:
    word = text.lower()
    return True if word in _YES else False if word in _NO else _Wrong("not-yes-or-no")


def _whole(text: str) -> Any:
    match = _WHOLE.fullmatch(text.replace(" ", "").replace("\u00a0", ""))
    return int(match[1]) if match else _Wrong("not-a-whole-number")


def tax_class_words(rates: Mapping[tuple[str, str], Decimal], codes: list[str]) -> dict[str, str]:
    """Words for tax classes: their codes, and the rates of a country as ``23`` and ``23%``; ``0%`` is the zero rate."""
    words = {f"{rate.normalize():f}": code for (_country, code), rate in rates.items() if code != "exempt"}
    words |= {f"{number}%": code for number, code in words.items()}
    return words | {code: code for code in codes} | {"zw": "exempt", "zw.": "exempt"}
