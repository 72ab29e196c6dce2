"""Finding a place or a variant by typing or scanning, and who owns what."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from erp.catalog.models import Variant
from erp.foundation.accounts import scoping
from erp.foundation.actor import Actor
from erp.foundation.errors import NotFound
from erp.foundation.refs import Ref
from erp.foundation.web import subjects
from erp.foundation.web.forms.lookups import Option
from erp.inventory.models import INTERNAL, Location
from erp.inventory.queries import pages

MOST = 20
CORRECTION = "inventory.correction"  # origin of corrections made on a page; its key is that of the form


def find_places(actor: Actor, text: str) -> list[Option]:
    """Internal places by code or name, the exact code first."""
    rows = _places(actor).filter(Q(code__istartswith=text) | Q(name__icontains=text))
    found = sorted(rows[: MOST * 2], key=lambda place: (place.code.casefold() != text.casefold(), place.code))
    return [_place_option(place) for place in found[:MOST]]


def get_place(actor: Actor, key: str) -> Option | None:
    """A place by its key."""
    place = _places(actor).filter(pk=key).first() if key.isdecimal() else None
    return _place_option(place) if place else None


def find_variants(actor: Actor, text: str) -> list[Option]:
    """Stocked variants by SKU, barcode or title, an exact code first."""
    wanted = Q(sku__istartswith=text) | Q(barcodes__code=text) | Q(product__texts__title__icontains=text)
    rows = _variants(actor).filter(pk__in=_variants(actor).filter(wanted).order_by().values("pk")[: MOST * 2])
    codes = {text.casefold()}
    found = sorted(rows, key=lambda v: (v.sku.casefold() not in codes, v.sku))
    return [_variant_option(variant) for variant in found[:MOST]]


def get_variant(actor: Actor, key: str) -> Option | None:
    """A stocked variant by its key."""
    variant = _variants(actor).filter(pk=key).first() if key.isdecimal() else None
    return _variant_option(variant) if variant else None


def place_for(actor: Actor, key: str, permission: str) -> Location:
    """
    The chosen place, if the actor may do this there.

    :raises NotFound: when it can't be seen. :raises NotAllowed: when this may not be done in it.
    """
    place = _places(actor).filter(pk=key).first()
    if place is None:
        raise NotFound
    scoping.require(actor, permission, place)
    return place


def only_place(actor: Actor) -> dict[str, Any]:
    """The first value of a form's ``place``: the warehouse, where there is only one to choose."""
    places = pages.warehouses(actor)
    return {"place": (str(places[0].pk), places[0].code)} if len(places) == 1 else {}


def with_owners(rows: Sequence[Any], owner_of: Callable[[Any], Ref]) -> list[tuple[Any, SafeString]]:
    """Rows, each with what it is held for or came from: a link where that record has a page."""
    names = subjects.names_of(owner_of(row) for row in rows)
    return [(row, _owner_link(owner_of(row), names)) for row in rows]


def _owner_link(owner: Ref, names: Mapping[Ref, str]) -> SafeString:
    if owner in names:
        return format_html('<a href="{}">{}</a>', subjects.url_of(owner), names[owner])
    other = _("Correction") if owner.kind == CORRECTION else _("No. %(number)s") % {"number": owner.key}
    return format_html("{}", other)


def language() -> str:
    """The language of the page, as products keep their texts."""
    return (get_language() or "en")[:2]


def _places(actor: Actor) -> "QuerySet[Location]":
    rows = Location.objects.visible_to(actor).filter(kind__in=INTERNAL, active=True)
    return rows.select_related("branch", "company").order_by("code")


def _variants(actor: Actor) -> "QuerySet[Variant]":
    rows = Variant.objects.visible_to(actor).filter(is_kit=False, active=True)
    return rows.select_related("product").prefetch_related("product__texts").order_by("sku")


def _place_option(place: Location) -> Option:
    branch = place.branch.name if place.branch else ""
    return Option(str(place.pk), place.code, f"{place.name} · {branch}")


def _variant_option(variant: Variant) -> Option:
    return Option(str(variant.pk), variant.sku, variant.title(language()))
