"""Barcodes of variants."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from erp.catalog.events import VariantChanged
from erp.catalog.gtin import gtin_fault
from erp.catalog.locking import lock_variants
from erp.catalog.models import Barcode, BarcodeKind, Variant
from erp.catalog.services.errors import BarcodeTaken, InvalidBarcode
from erp.foundation.actor import Actor
from erp.foundation.db import use_case
from erp.foundation.events.publishing import publish


@use_case
def add_barcode(*, variant: Variant, barcode: str, actor: Actor, at: datetime, kind: str = BarcodeKind.GTIN) -> Barcode:
    """
    Give a variant a barcode. Safe to repeat.

    :raises InvalidBarcode: when it was to be a GTIN and is none, or has blanks around it.
    :raises BarcodeTaken: when another variant of the company has it.
    """
    fault = gtin_fault(barcode) if kind == BarcodeKind.GTIN else None
    if fault:
        raise InvalidBarcode(field="barcode", barcode=barcode, reason=fault.sentence)
    if not barcode or barcode != barcode.strip() or len(barcode) > 64:
        raise InvalidBarcode(field="barcode", barcode=barcode, reason=_("A code has 1 to 64 characters and no blanks."))
    row = lock_variants([variant.pk])[variant.pk]
    found, added = Barcode.objects.select_related("variant").get_or_create(
        company_id=row.company_id, code=barcode, defaults={"variant": row, "kind": kind}
    )
    if found.variant_id != row.pk:
        raise BarcodeTaken(barcode=barcode, sku=found.variant.sku)
    if added:
        publish(VariantChanged(variant_id=row.pk), actor=actor, subjects=[row.ref, row.product.ref])
    return found


@use_case
def remove_barcode(*, variant: Variant, barcode: str, actor: Actor, at: datetime) -> None:
    """Take a barcode away from a variant. Safe to repeat."""
    row = lock_variants([variant.pk])[variant.pk]
    removed, _by_model = Barcode.objects.filter(variant=row, code=barcode).delete()
    if removed:
        publish(VariantChanged(variant_id=row.pk), actor=actor, subjects=[row.ref, row.product.ref])
