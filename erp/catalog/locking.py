"""The locks of the catalogue: a product first, then its variants, by primary key."""

from collections.abc import Iterable

from erp.catalog.models import Product, Variant
from erp.foundation.db import lock_rows
from erp.foundation.errors import NotFound


def lock_product(product_id: int) -> Product:
    """:raises NotFound: when there is no such product."""
    locked = lock_rows(Product.objects.filter(pk=product_id))
    if not locked:
        raise NotFound
    return locked[0]


def lock_variants(variant_ids: Iterable[int]) -> dict[int, Variant]:
    """
    Lock variants by id.

    :raises NotFound: when one of them doesn't exist.
    """
    wanted = set(variant_ids)
    locked = {variant.pk: variant for variant in lock_rows(Variant.objects.filter(pk__in=wanted))}
    if locked.keys() != wanted:
        raise NotFound
    return locked
