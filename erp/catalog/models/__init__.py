"""The tables of the catalogue."""

from erp.catalog.models.importing import ImportRow, ImportRun
from erp.catalog.models.products import (
    Barcode,
    BarcodeKind,
    KitComponent,
    Language,
    Picture,
    Product,
    ProductOption,
    ProductText,
    Unit,
    Variant,
)

__all__ = [
    "Barcode",
    "BarcodeKind",
    "ImportRow",
    "ImportRun",
    "KitComponent",
    "Language",
    "Picture",
    "Product",
    "ProductOption",
    "ProductText",
    "Unit",
    "Variant",
]
