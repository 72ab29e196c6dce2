"""Kits: what is sold as one and stocked as its components."""

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from erp.catalog import queries
from erp.catalog.events import VariantChanged
from erp.catalog.locking import lock_product, lock_variants
from erp.catalog.models import KitComponent, Variant
from erp.catalog.services.errors import InvalidProduct, KitInKit, UnknownSku
from erp.foundation.actor import Actor
from erp.foundation.db import use_case
from erp.foundation.events.publishing import publish
from erp.foundation.quantity import quantity


@use_case
def define_kit(*, kit: Variant, components: Mapping[str, Decimal], actor: Actor, at: datetime) -> Variant:
    """
    Say what is in one kit (SKU -> quantity), in place of what was said before; nothing makes it an ordinary variant.

    Safe to repeat. Whether a variant that has stock may become a kit is inventory's to refuse.

    :raises UnknownSku: when the company has no variant of that SKU.
    :raises KitInKit: when a component is a kit, or the kit is a component itself.
    :raises InvalidProduct: for a quantity that is not above zero or has more than three decimals.
    """
    lock_product(kit.product_id)
    wanted = component_ids(kit, components)
    locked = lock_variants({kit.pk, *wanted})
    row = locked[kit.pk]
    if nested := [locked[key].sku for key in wanted if locked[key].is_kit or key == kit.pk]:
        raise KitInKit(sku=", ".join(sorted(nested)))
    if wanted and row.used_in.exists():
        raise KitInKit(sku=row.sku)
    if dict(queries.components_of([row.pk]).get(row.pk, [])) == wanted and row.is_kit == bool(wanted):
        return row

    row.components.all().delete()
    if row.is_kit != bool(wanted):
        row.is_kit = bool(wanted)
        row.save(update_fields=["is_kit"])
    write_components(row, wanted)
    publish(VariantChanged(variant_id=row.pk), actor=actor, subjects=[row.ref, row.product.ref])
    return row


def component_ids(kit: Variant, components: Mapping[str, Decimal]) -> dict[int, Decimal]:
    """
    Component ids with their quantities, for SKUs in the kit's company.

    :raises UnknownSku: for a SKU that isn't there. :raises InvalidProduct: for a quantity that can't be.
    """
    found = queries.variants_by_sku(kit.company_id, components)
    if missing := sorted(set(components) - found.keys()):
        raise UnknownSku(field="components", sku=", ".join(missing), reason=_("it is unknown"))
    return {found[sku].pk: _checked(sku, amount) for sku, amount in components.items()}


def write_components(kit: Variant, components: Mapping[int, Decimal]) -> None:
    """Insert the components of a variant that is marked as a kit."""
    KitComponent.objects.bulk_create(
        KitComponent(company_id=kit.company_id, kit=kit, component_id=key, quantity=amount)
        for key, amount in components.items()
    )


def _checked(sku: str, amount: Decimal) -> Decimal:
    try:
        exact = quantity(amount)
    except ValueError:
        raise InvalidProduct(field="components", reason=_("quantities have at most three decimals.")) from None
    if exact <= 0:
        raise InvalidProduct(field="components", reason=_("the quantity of a component must be above zero."))
    return exact
