"""Reads of the catalogue."""

from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal

from django.db.models import QuerySet

from erp.catalog.models import Barcode, KitComponent, Product, Variant
from erp.foundation.organisation.models import Company


def variants_by_sku(company: Company | int, skus: Iterable[str]) -> dict[str, Variant]:
    """Variants of a company by SKU, exactly as written; unknown SKUs are left out. Products and texts are loaded."""
    found = _with_titles(Variant.objects.filter(company=company, sku__in=set(skus)))
    return {variant.sku: variant for variant in found}


def variants_by_barcode(company: Company | int, codes: Iterable[str]) -> dict[str, Variant]:
    """Variants of a company by barcode, exactly as written; unknown codes are left out. Products, texts loaded."""
    rows = Barcode.objects.filter(company=company, code__in=set(codes)).values_list("code", "variant_id")
    variant_of = dict(rows)
    found = variants_by_id(variant_of.values())
    return {code: found[key] for code, key in variant_of.items()}


def variants_by_id(variant_ids: Iterable[int]) -> dict[int, Variant]:
    """Variants by id, products and texts loaded."""
    return {variant.pk: variant for variant in _with_titles(Variant.objects.filter(pk__in=set(variant_ids)))}


def components_of(variant_ids: Iterable[int]) -> dict[int, list[tuple[int, Decimal]]]:
    """For each kit among the variants: (component's id, quantity in one kit), by component id."""
    components: dict[int, list[tuple[int, Decimal]]] = defaultdict(list)
    rows = KitComponent.objects.filter(kit__in=set(variant_ids)).order_by("kit_id", "component_id")
    for kit, component, quantity in rows.values_list("kit_id", "component_id", "quantity"):
        components[kit].append((component, quantity))
    return dict(components)


def kits_with(component_ids: Iterable[int]) -> dict[int, list[int]]:
    """For each component: the ids of the kits that it is in."""
    kits: dict[int, list[int]] = defaultdict(list)
    rows = KitComponent.objects.filter(component__in=set(component_ids)).order_by("component_id", "kit_id")
    for component, kit in rows.values_list("component_id", "kit_id"):
        kits[component].append(kit)
    return dict(kits)


def product_by_code(company: Company | int, code: str) -> Product | None:
    """A company's product by its code, if there is one."""
    return Product.objects.filter(company=company, code=code).first()


def _with_titles(variants: "QuerySet[Variant]") -> "QuerySet[Variant]":
    return variants.select_related("product").prefetch_related("product__texts")
