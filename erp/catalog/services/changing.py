"""Products and variants are changed."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from erp.catalog.drafts import VariantDraft
from erp.catalog.events import ProductChanged, VariantChanged
from erp.catalog.locking import lock_product, lock_variants
from erp.catalog.models import Product, ProductText, Variant
from erp.catalog.services.creating import (
    check_options,
    new_variant,
    tax_class_by_code,
    unit_by_code,
    write_variant_parts,
)
from erp.catalog.services.errors import InvalidProduct
from erp.catalog.services.refusals import refusal
from erp.catalog.states import PRODUCT_FLOW, ProductStatus
from erp.foundation.actor import Actor
from erp.foundation.db import use_case
from erp.foundation.events.publishing import publish


@dataclass(frozen=True, slots=True, kw_only=True)
class ProductChanges:
    """What to change about a product; ``None`` leaves as it is, an empty title takes the language's text away."""

    title_pl: str | None = None
    title_en: str | None = None
    description_pl: str | None = None
    description_en: str | None = None
    code: str | None = None
    brand: str | None = None
    tax_class: str | None = None
    unit: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class VariantChanges:
    """What to change about a variant; ``None`` leaves as it is, 0 takes a size or weight away."""

    sku: str | None = None
    options: tuple[str, ...] | None = None
    weight_g: int | None = None
    length_mm: int | None = None
    width_mm: int | None = None
    height_mm: int | None = None
    active: bool | None = None


@use_case
def update_product(*, product: Product, changes: ProductChanges, actor: Actor, at: datetime) -> Product:
    """
    Change a product. What stays the same causes nothing.

    :raises InvalidProduct: when no title would be left, or for an unknown tax class or unit.
    :raises ProductCodeTaken: when another product has the code.
    """
    row = lock_product(product.pk)
    new: dict[str, Any] = {name: value for name in ("code", "brand") if (value := getattr(changes, name)) is not None}
    if changes.tax_class is not None:
        new["tax_class"] = tax_class_by_code(changes.tax_class)
    if changes.unit is not None:
        new["unit"] = unit_by_code(changes.unit)
    differing = [name for name, value in new.items() if getattr(row, name) != value]
    texts_changed = _write_texts(row, changes)
    if not differing and not texts_changed:
        return row
    for name in differing:
        setattr(row, name, new[name])
    row.updated_at = at
    try:
        with transaction.atomic():
            row.save(update_fields=[*differing, "updated_at"])
    except IntegrityError as error:
        raise refusal(error, company=row.company, code=changes.code or "") from error
    publish(ProductChanged(product_id=row.pk), actor=actor, subjects=[row.ref])
    return row


@use_case
def move_product(*, product: Product, to: ProductStatus, actor: Actor, at: datetime) -> Product:
    """
    Activate, archive or take back into draft. Safe to repeat.

    :raises IllegalMove: when the status can't follow on the present one.
    """
    row = lock_product(product.pk)
    if PRODUCT_FLOW.move(row, to=to, actor=actor):
        Product.objects.filter(pk=row.pk).update(updated_at=at)
        publish(ProductChanged(product_id=row.pk), actor=actor, subjects=[row.ref])
    return row


def archive_product(*, product: Product, actor: Actor, at: datetime) -> Product:
    """Take a product out of sale for good; it stays readable on old documents. See :func:`move_product`."""
    return move_product(product=product, to=ProductStatus.ARCHIVED, actor=actor, at=at)


@use_case
def add_variant(*, product: Product, draft: VariantDraft, actor: Actor, at: datetime) -> Variant:
    """
    Add a variant to a product. Safe to repeat: the product's variant with that SKU is returned unchanged.

    :raises InvalidProduct: when the options don't fit. :raises SkuTaken, BarcodeTaken: when somebody else has them.
    :raises UnknownSku, KitInKit: for components that can't be.
    """
    row = lock_product(product.pk)
    if same := row.variants.filter(sku=draft.sku).first():
        return same
    check_options(tuple(option.name for option in row.options.all()), (draft,))
    try:
        with transaction.atomic():
            variant = new_variant(row, draft)
            variant.save(force_insert=True)
            write_variant_parts({variant.sku: variant}, (draft,))
    except IntegrityError as error:
        raise variant_refusal(error, row, draft.sku, draft.barcodes) from error
    Product.objects.filter(pk=row.pk).update(updated_at=at)
    publish(ProductChanged(product_id=row.pk), actor=actor, subjects=[row.ref, variant.ref])
    return variant


@use_case
def update_variant(*, variant: Variant, changes: VariantChanges, actor: Actor, at: datetime) -> Variant:
    """
    Change a variant. What stays the same causes nothing.

    :raises SkuTaken: when another variant of the company has the SKU.
    :raises InvalidProduct: when the options don't fit the product, or another variant has the same.
    """
    product = lock_product(variant.product_id)
    row = lock_variants([variant.pk])[variant.pk]
    new = _new_values(product, changes)
    differing = [name for name, value in new.items() if getattr(row, name) != value]
    if not differing:
        return row
    for name in differing:
        setattr(row, name, new[name])
    try:
        with transaction.atomic():
            row.save(update_fields=differing)
    except IntegrityError as error:
        raise variant_refusal(error, product, changes.sku or row.sku) from error
    publish(VariantChanged(variant_id=row.pk), actor=actor, subjects=[row.ref, product.ref])
    return row


def variant_refusal(error: IntegrityError, product: Product, sku: str, barcodes: tuple[str, ...] = ()) -> Exception:
    """The readable error of a variant that the database refused."""
    readable = refusal(error, company=product.company, skus=[sku], barcodes=barcodes)
    if readable is error and "variant_differs_by_options" in str(error):
        return InvalidProduct(field="options", reason=_("two variants have the same option values."))
    return readable


def _new_values(product: Product, changes: VariantChanges) -> dict[str, Any]:
    new: dict[str, Any] = {}
    if changes.sku is not None:
        if not changes.sku or changes.sku != changes.sku.strip():
            raise InvalidProduct(field="sku", reason=_("a SKU has no blanks around it."))
        new["sku"] = changes.sku
    if changes.options is not None:
        if len(changes.options) != product.options.count():
            raise InvalidProduct(field="options", reason=_("each variant needs a value for each option."))
        new |= dict(zip(("option1", "option2", "option3"), (*changes.options, "", "", ""), strict=False))
    for name in ("weight_g", "length_mm", "width_mm", "height_mm"):
        if (value := getattr(changes, name)) is not None:
            new[name] = value or None
    if changes.active is not None:
        new["active"] = changes.active
    return new


def _write_texts(product: Product, changes: ProductChanges) -> bool:
    """Write changed texts; whether any changed."""
    changed = False
    now = {text.language: text for text in product.texts.all()}
    for language in ("pl", "en"):
        title, description = getattr(changes, f"title_{language}"), getattr(changes, f"description_{language}")
        text = now.get(language) or ProductText(product=product, language=language, title="")
        wanted = (
            text.title if title is None else title.strip(),
            text.description if description is None else description.strip(),
        )
        if wanted == (text.title, text.description):
            continue
        changed = True
        text.title, text.description = wanted
        if text.title:
            text.save()
            now[language] = text
        elif now.pop(language, None):
            text.delete()
    if not now:
        raise InvalidProduct(field="title", reason=_("it needs a title in Polish or English."))
    return changed
