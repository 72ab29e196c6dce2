"""The columns that a catalogue file may have, and the headings by which they are known."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class ImportColumn:
    """A column; ``per_product`` ones are said once for all rows of a product."""

    name: str
    label: str | Promise
    headings: tuple[str, ...]
    longest: int = 0
    per_product: bool = False


COLUMNS = (
    ImportColumn("sku", _("SKU"), ("sku", "indeks", "symbol", "kod towaru", "item", "stock code"), 64),
    ImportColumn("product_code", _("Product code"), ("product code", "kod produktu", "handle", "parent", "grupa"), 64),
    ImportColumn("title_pl", _("Title in Polish"), ("title pl", "nazwa", "nazwa pl", "tytuł", "tytuł pl"), 255, True),
    ImportColumn(
        "title_en",
        _("Title in English"),
        ("title", "title en", "name", "name en", "product name", "nazwa en", "nazwa angielska"),
        255,
        True,
    ),
    ImportColumn("description_pl", _("Description in Polish"), ("description pl", "opis", "opis pl"), 50_000, True),
    ImportColumn(
        "description_en", _("Description in English"), ("description", "description en", "opis en"), 50_000, True
    ),
    ImportColumn("brand", _("Brand"), ("brand", "marka", "producent", "vendor"), 100, True),
    ImportColumn("tax_class", _("Tax class"), ("tax class", "tax", "vat", "stawka vat", "klasa podatkowa"), 20, True),
    ImportColumn("unit", _("Unit"), ("unit", "jednostka", "jm", "jednostka miary"), 10, True),
    ImportColumn("status", _("Status"), ("status", "stan"), 20, True),
    ImportColumn("option1_name", _("Name of the first option"), ("option1 name", "nazwa opcji 1"), 50, True),
    ImportColumn("option2_name", _("Name of the second option"), ("option2 name", "nazwa opcji 2"), 50, True),
    ImportColumn("option3_name", _("Name of the third option"), ("option3 name", "nazwa opcji 3"), 50, True),
    ImportColumn("option1", _("Value of the first option"), ("option1", "option1 value", "opcja 1"), 100),
    ImportColumn("option2", _("Value of the second option"), ("option2", "option2 value", "opcja 2"), 100),
    ImportColumn("option3", _("Value of the third option"), ("option3", "option3 value", "opcja 3"), 100),
    ImportColumn("barcode", _("Barcode"), ("barcode", "barcode id", "ean", "gtin", "upc", "kod kreskowy"), 64),
    ImportColumn("barcode_kind", _("Kind of barcode"), ("barcode kind", "rodzaj kodu"), 10),
    ImportColumn("weight_g", _("Weight in grams"), ("weight g", "weight", "waga g", "waga", "grams")),
    ImportColumn("length_mm", _("Length in mm"), ("length mm", "length", "długość mm", "długość")),
    ImportColumn("width_mm", _("Width in mm"), ("width mm", "width", "szerokość mm", "szerokość")),
    ImportColumn("height_mm", _("Height in mm"), ("height mm", "height", "wysokość mm", "wysokość")),
    ImportColumn("active", _("Sold"), ("active", "aktywny", "sprzedawany", "w sprzedaży")),
)
BY_NAME = {column.name: column for column in COLUMNS}


def plain_heading(text: str) -> str:
    """A heading without case, accents, blanks and signs, so that ``Kod_kreskowy`` and ``kod kreskowy`` are one."""
    decomposed = unicodedata.normalize("NFKD", text.replace("ł", "l").replace("Ł", "L"))
    return "".join(character for character in decomposed.casefold() if character.isalnum())


_BY_HEADING = {plain_heading(heading): column.name for column in COLUMNS for heading in (column.name, *column.headings)}


def column_of(heading: str) -> str | None:
    """The name of the column that a heading means, if it means any."""
    return _BY_HEADING.get(plain_heading(heading))


def recognised(headings: Iterable[str]) -> int:
    """How many headings mean a column."""
    return sum(column_of(heading) is not None for heading in headings)
