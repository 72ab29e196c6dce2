"""What is wrong with a file or a row, as a plain sentence in the reader's language, and the report as a file."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from erp.catalog.importing.columns import BY_NAME
from erp.foundation.web.lists.export import safe_text

_SENTENCES: dict[str, str | Promise] = {
    # the file
    "empty": _("The file holds no rows."),
    "encoding": _("The file is neither UTF-8 nor Windows-1250 text. Save it as CSV in UTF-8 or as XLSX."),
    "broken-line": _("The file can't be read from line %(line)s on: a quotation mark may be missing."),
    "broken-workbook": _("This XLSX file is damaged. Open it in a spreadsheet program and save it again."),
    "column-twice": _("Two columns mean the same: %(column)s (the second is headed “%(heading)s”)."),
    "no-sku-column": _("There is no column with the SKU. The headings found are: %(headings)s."),
    "too-many-rows": _("The file has more than %(most)s rows. Split it into several files."),
    # a row by itself
    "sku-missing": _("The SKU is missing."),
    "control-characters": _("“%(value)s” holds characters that can't be printed."),
    "too-long": _("The text is too long: at most %(longest)s characters fit."),
    "not-a-whole-number": _("“%(value)s” is not a whole number from 0 to 9,999,999."),
    "not-yes-or-no": _("“%(value)s” is neither yes nor no."),
    "unknown-tax-class": _("There is no tax class “%(value)s”."),
    "unknown-unit": _("There is no unit “%(value)s”."),
    "unknown-status": _("There is no status “%(value)s”: use draft, active or archived."),
    "unknown-barcode-kind": _("There is no kind of barcode “%(value)s”: use gtin or other."),
    "gtin-not-digits": _("“%(value)s” is no GTIN: a GTIN consists of digits only."),
    "gtin-wrong-length": _(
        "“%(value)s” is no GTIN: it has 8, 12, 13 or 14 digits. A spreadsheet may have removed leading zeros."
    ),
    "gtin-wrong-check-digit": _("“%(value)s” is no GTIN: its check digit is wrong, so a digit was mistyped."),
    "option-names-same": _("Two options have the same name: %(value)s."),
    "differs-within-product": _("“%(value)s” differs from what row %(first)s says of the same product."),
    # rows together, and against the catalogue
    "sku-twice": _("The SKU stands in row %(first)s already."),
    "barcode-twice": _("The barcode stands in row %(first)s already."),
    "barcode-taken": _("The barcode belongs to %(owner)s already."),
    "title-missing": _("A new product needs a title in Polish or English."),
    "description-without-title": _("There is a description in this language but no title."),
    "other-product": _("The SKU belongs to another product (%(owner)s)."),
    "options-same-row": _("Row %(first)s has the same option values for the same product."),
    "options-same-variant": _("%(owner)s has the same option values for the same product."),
    "option-without-name": _("There is an option value, but the option has no name."),
    "option-missing": _("The product has this option, but the row gives no value for it."),
}


def sentence(fault: Mapping[str, Any]) -> str:
    """A fault in the language of the reader."""
    params = dict(fault)
    if params.get("column") in BY_NAME:
        params["column"] = str(BY_NAME[params["column"]].label)
    return str(_SENTENCES[fault["code"]]) % params


def column_label(fault: Mapping[str, Any]) -> str:
    """The column of a fault, as people call it."""
    column = BY_NAME.get(fault["column"])
    return str(column.label) if column else ""


def write_report(rows: Iterable[tuple[int, str, Sequence[Mapping[str, Any]]]], language: str) -> str:
    """
    The error report as CSV text: a line for each fault of each row (number, SKU, faults).

    It is opened in spreadsheets, so nothing in it may act as a formula.
    """
    file = io.StringIO()
    with translation.override(language):
        writer = csv.writer(file, delimiter=";" if language.startswith("pl") else ",")
        writer.writerow([str(_("Row")), str(_("SKU")), str(_("Column")), str(_("Value")), str(_("What is wrong"))])
        for number, sku, faults in rows:
            for fault in faults:
                cells = (sku or "", column_label(fault), fault["value"], sentence(fault))
                writer.writerow([number, *(safe_text(cell) for cell in cells)])
    return "\ufeff" + file.getvalue()
