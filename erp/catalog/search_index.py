"""Products in the search over everything: by title, SKU and barcode."""

from collections.abc import Iterable, Sequence

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from erp.catalog.events import ProductChanged, ProductCreated, VariantChanged
from erp.catalog.models import Product, Variant
from erp.foundation.search import sources


def _product_of(fact: VariantChanged) -> Iterable[str]:
    return [str(key) for key in Variant.objects.filter(pk=fact.variant_id).values_list("product", flat=True)]


def _read(keys: Sequence[str]) -> Iterable[sources.Found]:
    products = Product.objects.filter(pk__in=[int(key) for key in keys])
    for product in products.prefetch_related("texts", "variants__barcodes"):
        variants = list(product.variants.all())
        skus = [variant.sku for variant in variants]
        titles = [text.title for text in product.texts.all()]
        barcodes = [barcode.code for variant in variants for barcode in variant.barcodes.all()]
        yield sources.Found(
            key=str(product.pk),
            company_id=product.company_id,
            title=titles[0] if titles else str(product),
            detail=", ".join(skus[:5]),
            code=skus[0] if len(skus) == 1 else product.code,
            words=[*titles, *skus, *barcodes, product.code, product.brand],
        )


sources.register(
    sources.Source(
        kind="catalog.product",
        label=_("Products"),
        permission="catalog.view",
        stale={
            ProductCreated: lambda fact: [str(fact.product_id)],
            ProductChanged: lambda fact: [str(fact.product_id)],
            VariantChanged: _product_of,
        },
        read=_read,
        url=lambda key: reverse("catalog:product", args=[key]),
    )
)
