"""What can be done with products."""

from erp.catalog.drafts import ProductDraft, VariantDraft
from erp.catalog.services.barcodes import add_barcode, remove_barcode
from erp.catalog.services.changing import (
    ProductChanges,
    VariantChanges,
    add_variant,
    archive_product,
    move_product,
    update_product,
    update_variant,
)
from erp.catalog.services.creating import create_product
from erp.catalog.services.errors import (
    BarcodeTaken,
    InvalidBarcode,
    InvalidProduct,
    KitInKit,
    ProductCodeTaken,
    SkuTaken,
    UnknownSku,
)
from erp.catalog.services.importing import apply_catalogue, discard_import, read_catalogue, receive_catalogue
from erp.catalog.services.kits import define_kit
from erp.catalog.services.pictures import add_picture, remove_picture

__all__ = [
    "BarcodeTaken",
    "InvalidBarcode",
    "InvalidProduct",
    "KitInKit",
    "ProductChanges",
    "ProductCodeTaken",
    "ProductDraft",
    "SkuTaken",
    "UnknownSku",
    "VariantChanges",
    "VariantDraft",
    "add_barcode",
    "add_picture",
    "add_variant",
    "apply_catalogue",
    "archive_product",
    "create_product",
    "define_kit",
    "discard_import",
    "move_product",
    "read_catalogue",
    "receive_catalogue",
    "remove_barcode",
    "remove_picture",
    "update_product",
    "update_variant",
]
