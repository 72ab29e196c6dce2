"""Reads of the goods ledger."""

from erp.catalog.queries import kits_with
from erp.inventory.availability import PublishPolicy, published
from erp.inventory.queries.auditing import Discrepancy, audit
from erp.inventory.queries.available import available, publishable
from erp.inventory.queries.places import location_by_code, locations_by_id, pickable_locations, sku, virtual_places
from erp.inventory.queries.promises import (
    Holding,
    expired_owners,
    fillable,
    holdings,
    reservations_in,
    reservations_of,
    shortages_of,
)
from erp.inventory.queries.stock import levels, moves_of, stock_value, value_of

__all__ = [
    "Discrepancy",
    "Holding",
    "PublishPolicy",
    "audit",
    "available",
    "expired_owners",
    "fillable",
    "holdings",
    "kits_with",
    "levels",
    "location_by_code",
    "locations_by_id",
    "moves_of",
    "pickable_locations",
    "publishable",
    "published",
    "reservations_in",
    "reservations_of",
    "shortages_of",
    "sku",
    "stock_value",
    "value_of",
    "virtual_places",
]
