"""The access scopes that we ask a Shopify shop for, and what each is for."""

from collections.abc import Iterable

from django.utils.translation import gettext_noop as _

from erp.sync.protocol import NeededScope

_WANTED = (
    ("read_products", _("Match the shop's products with ours, and take them over."), True),
    ("read_inventory", _("See what stock the shop shows."), True),
    ("write_inventory", _("Show our stock in the shop."), True),
    ("read_locations", _("Know the places whose stock the shop keeps."), True),
    ("read_orders", _("Take in orders."), True),
    ("read_customers", _("Recognise customers who buy again."), True),
    ("read_merchant_managed_fulfillment_orders", _("See what of an order is to be sent."), True),
    ("write_merchant_managed_fulfillment_orders", _("Tell the shop that a parcel left, with its number."), True),
    ("read_all_orders", _("See orders older than 60 days; Shopify grants it on request only."), False),
)


def needed_scopes(granted: Iterable[str]) -> tuple[NeededScope, ...]:
    """Every scope with whether the shop granted it; the right to write a thing holds the right to read it."""
    have = set(granted)
    have |= {"read_" + scope.removeprefix("write_") for scope in have if scope.startswith("write_")}
    return tuple(NeededScope(handle, purpose, handle in have, required) for handle, purpose, required in _WANTED)
