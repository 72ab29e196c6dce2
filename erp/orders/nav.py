"""Where orders stand in the navigation, the palette, and what their forms look up."""

from collections.abc import Sequence

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from erp.catalog import queries as catalog
from erp.catalog.models import Variant
from erp.crm import queries as crm
from erp.crm.models import Customer
from erp.foundation.accounts import scoping
from erp.foundation.actor import Actor
from erp.foundation.web import finding, nav, subjects
from erp.foundation.web.forms import lookups
from erp.orders import queries
from erp.orders.models import Order

SHOWN = 20


def _order(actor: Actor, key: str) -> Order | None:
    return Order.objects.visible_to(actor).filter(pk=key).first() if key.isdecimal() else None


nav.register(
    nav.NavItem(
        "orders",
        _("Orders"),
        "orders:list",
        "shopping-cart",
        "orders.view",
        counter=queries.held_count,
        group="sell",
        order=10,
    )
)
finding.register_action(
    finding.PaletteAction(_("New order"), "orders:new", "orders.place", words="zamówienie telefon phone order")
)
subjects.register(
    "orders.order",
    subjects.Subject(_("Order"), "orders:order", _order, "shopping-cart", numbers=subjects.numbered(Order)),
)


def _customers(actor: Actor, text: str) -> Sequence[lookups.Option]:
    if not text.strip():
        return ()
    found = list(crm.matching(Customer.objects.visible_to(actor).filter(canonical=None), text).order_by("name")[:SHOWN])
    emails = crm.emails_of([customer.pk for customer in found])
    return [lookups.Option(str(one.pk), one.name or f"#{one.pk}", emails.get(one.pk, one.phone)) for one in found]


def _customer(actor: Actor, key: str) -> lookups.Option | None:
    found = Customer.objects.visible_to(actor).filter(pk=key).first() if key.isdecimal() else None
    return lookups.Option(key, found.name or f"#{found.pk}", found.phone) if found else None


def _variants(actor: Actor, text: str) -> Sequence[lookups.Option]:
    """By SKU or barcode whole, then by the beginning of the SKU or a word of the title."""
    text = text.strip()
    if not text:
        return ()
    rows = scoping.visible(Variant.objects.filter(active=True), actor)
    exact = list(rows.filter(sku=text)[:SHOWN]) or list(rows.filter(barcodes__code=text)[:SHOWN])
    found = exact or [*rows.filter(sku__istartswith=text).order_by("sku")[:SHOWN]]
    if len(found) < SHOWN and not exact:
        known = {variant.pk for variant in found}
        titled = rows.filter(product__texts__title__icontains=text).exclude(pk__in=known).order_by("sku").distinct()
        found += titled[: SHOWN - len(found)]
    return _options([variant.pk for variant in found])


def _variant(actor: Actor, key: str) -> lookups.Option | None:
    rows = scoping.visible(Variant.objects.all(), actor).filter(pk=key) if key.isdecimal() else Variant.objects.none()
    return next(iter(_options(list(rows.values_list("pk", flat=True)))), None)


def _options(keys: Sequence[int]) -> list[lookups.Option]:
    variants = catalog.variants_by_id(keys)
    language = (get_language() or "en")[:2]
    return [lookups.Option(str(key), variants[key].sku, variants[key].title(language)) for key in keys]


lookups.register("orders.customer", lookups.Lookup("orders.place", search=_customers, get=_customer))
lookups.register("orders.variant", lookups.Lookup("orders.place", search=_variants, get=_variant))
