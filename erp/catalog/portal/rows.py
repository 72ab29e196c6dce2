"""Rows of the catalogue's pages, worked out before a template sees them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from erp.catalog.models import Barcode, KitComponent, Picture, Product, ProductText, Variant
from erp.catalog.states import ProductStatus
from erp.foundation.web.templatetags.kit import icon

TONES = {ProductStatus.DRAFT: "info", ProductStatus.ACTIVE: "good", ProductStatus.ARCHIVED: ""}


def language() -> str:
    """The language in which the reader sees texts of products."""
    return "pl" if (get_language() or "en").startswith("pl") else "en"


def listed(products: "QuerySet[Product]") -> "QuerySet[Product]":
    """Products with what a list shows of them: title, first SKU, picture."""
    texts = ProductText.objects.filter(product=OuterRef("pk"))
    variants = Variant.objects.filter(product=OuterRef("pk")).order_by("pk")
    pictures = Picture.objects.filter(product=OuterRef("pk")).order_by("position", "pk")
    return products.select_related("tax_class", "unit", "company").annotate(
        own_title=Subquery(texts.filter(language=language()).values("title")[:1]),
        other_title=Subquery(texts.exclude(language=language()).values("title")[:1]),
        first_sku=Subquery(variants.values("sku")[:1]),
        more=Exists(variants.filter(pk__gt=Subquery(variants.values("pk")[:1]))),
        thumbnail=Subquery(pictures.values("thumbnail")[:1]),
    )


def title_of(row: Any) -> str:
    """The title of a listed product, in the other language where the reader's is missing."""
    return row.own_title or row.other_title or str(row)


def matching(products: "QuerySet[Product]", text: str) -> "QuerySet[Product]":
    """Products by a part of the title, the beginning of a SKU, or a whole code or barcode."""
    variants = Variant.objects.filter(sku__istartswith=text).values("product")
    barcodes = Barcode.objects.filter(code=text).values("variant__product")
    texts = ProductText.objects.filter(title__icontains=text).values("product")
    return products.filter(Q(code=text) | Q(pk__in=variants) | Q(pk__in=barcodes) | Q(pk__in=texts))


def small_picture(document_id: int | None, title: str) -> SafeString | str:
    """A small picture in a list, or where it will be."""
    if document_id is None:
        return format_html('<span class="thumb">{}</span>', icon("photo"))
    url = reverse("documents:document", args=[document_id])
    return format_html('<img class="thumb" src="{}" alt="{}" width="28" height="28" loading="lazy">', url, title)


@dataclass(frozen=True, slots=True)
class VariantRow:
    """A variant as the product's page shows it."""

    variant: Variant
    options: Sequence[str]
    barcodes: Sequence[Barcode]
    size: str


@dataclass(frozen=True, slots=True)
class ComponentRow:
    """What is in a kit."""

    kit: str
    sku: str
    title: str
    quantity: Any
    url: str


def variant_rows(product: Product, option_names: Sequence[str]) -> list[VariantRow]:
    """The variants of a product with barcodes and sizes."""
    variants = product.variants.prefetch_related("barcodes").order_by("pk")
    return [
        VariantRow(
            variant,
            (variant.option1, variant.option2, variant.option3)[: len(option_names)],
            list(variant.barcodes.all()),
            size_of(variant),
        )
        for variant in variants
    ]


def component_rows(product: Product) -> list[ComponentRow]:
    """The components of the product's kits."""
    components = KitComponent.objects.filter(kit__product=product).select_related("kit", "component__product")
    return [
        ComponentRow(
            row.kit.sku,
            row.component.sku,
            row.component.title(language()),
            row.quantity,
            reverse("catalog:product", args=[row.component.product_id]),
        )
        for row in components.prefetch_related("component__product__texts").order_by("kit", "component__sku")
    ]


def size_of(variant: Variant) -> str:
    """Length, width and height in millimetres, as ``120 × 80 × 95 mm``."""
    sides = (variant.length_mm, variant.width_mm, variant.height_mm)
    return " × ".join(str(side) if side is not None else "?" for side in sides) + " mm" if any(sides) else ""
