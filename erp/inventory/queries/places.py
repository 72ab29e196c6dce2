"""Places and names."""

from collections.abc import Collection

from erp.catalog.models import Variant
from erp.inventory.models import INTERNAL, Location, LocationKind


def locations_by_id(keys: Collection[int]) -> dict[int, Location]:
    """Places by primary key, with their companies; unknown keys are left out."""
    return {place.pk: place for place in Location.objects.filter(pk__in=keys).select_related("company")}


def location_by_code(company_id: int, code: str) -> Location | None:
    """A company's place by its code."""
    return Location.objects.filter(company=company_id, code=code).first()


def virtual_places(company_id: int, kinds: Collection[LocationKind]) -> dict[int, Location]:
    """The company's places of these kinds, of which it has one each."""
    if not kinds:
        return {}
    return {place.pk: place for place in Location.objects.filter(company=company_id, kind__in=kinds)}


def pickable_locations(company_id: int) -> list[Location]:
    """Where stock may be sold from, in order of picking."""
    places = Location.objects.filter(company=company_id, kind__in=INTERNAL, pickable=True, active=True)
    return list(places.order_by("sequence", "pk"))


def sku(variant_id: int) -> str:
    """A variant's SKU, for messages; empty when there is no such variant."""
    return Variant.objects.filter(pk=variant_id).values_list("sku", flat=True).first() or ""
