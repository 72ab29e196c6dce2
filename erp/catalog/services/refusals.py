"""Turns what the database refused into the error that a person can read."""

from collections.abc import Iterable

from django.db import IntegrityError

from erp.catalog import queries
from erp.catalog.models import Product
from erp.catalog.services.errors import BarcodeTaken, KitInKit, ProductCodeTaken, SkuTaken
from erp.foundation.errors import BusinessError
from erp.foundation.organisation.models import Company


def violated(error: IntegrityError) -> str:
    """The name of the constraint that refused."""
    name: str | None = getattr(getattr(error.__cause__, "diag", None), "constraint_name", None)
    return name or ""


def refusal(
    error: IntegrityError, *, company: Company, skus: Iterable[str] = (), barcodes: Iterable[str] = (), code: str = ""
) -> BusinessError | IntegrityError:
    """The readable error for a violated constraint of the catalogue, or the error itself where there is none."""
    name = violated(error)
    if name == "variant_sku_once":
        return SkuTaken(sku=", ".join(sorted(queries.variants_by_sku(company, skus))))
    if name == "product_code_once" and Product.objects.filter(company=company, code=code).exists():
        return ProductCodeTaken(product_code=code)
    if name == "barcode_once":
        taken = queries.variants_by_barcode(company, barcodes)
        barcode = min(taken, default="")
        return BarcodeTaken(barcode=barcode, sku=taken[barcode].sku if barcode else "")
    if name in {"kit_component_is_no_kit", "kit_component_of_a_kit"}:
        return KitInKit(sku=", ".join(sorted(skus)))
    return error
