"""What a caller says about a product that is to be made; plain values, no database."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class VariantDraft:
    """
    A variant to be made.

    ``options`` are the values in the order of the product's option names. A barcode that passes as a GTIN is
    kept as one, any other as a code of the house. ``components`` (SKU -> quantity in one kit) make it a kit.
    """

    sku: str
    barcodes: tuple[str, ...] = ()
    options: tuple[str, ...] = ()
    weight_g: int | None = None
    length_mm: int | None = None
    width_mm: int | None = None
    height_mm: int | None = None
    components: Mapping[str, Decimal] = field(default_factory=dict)
    active: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class ProductDraft:
    """A product to be made, with at least one variant and a title in at least one language."""

    variants: tuple[VariantDraft, ...]
    title_pl: str = ""
    title_en: str = ""
    description_pl: str = ""
    description_en: str = ""
    code: str = ""
    brand: str = ""
    tax_class: str = "standard"
    unit: str = "pc"
    status: str = "active"
    option_names: tuple[str, ...] = ()

    def texts(self) -> dict[str, tuple[str, str]]:
        """Title and description by language, where there is a title."""
        by_language = {"pl": (self.title_pl, self.description_pl), "en": (self.title_en, self.description_en)}
        return {language: text for language, text in by_language.items() if text[0]}
