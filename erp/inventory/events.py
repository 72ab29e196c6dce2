"""Facts about stock."""

from decimal import Decimal

from erp.foundation.events.facts import Fact


class AvailabilityChanged(Fact, app="inventory"):
    """
    More or less of a stocked variant is free than before; how much, the reader asks for itself.

    Kits with this component change too: ``queries.kits_with`` names them.
    """

    variant_id: int
    company_id: int


class StockValued(Fact, app="inventory"):
    """Goods entered or left the company's stock at a value; the moves of (origin, purpose) say what and how much."""

    company_id: int
    origin_kind: str
    origin_key: str
    purpose: str


class ShortageFilled(Fact, app="inventory"):
    """So much of what an owner's line was short of is now reserved for it."""

    owner_kind: str
    owner_key: str
    line_key: str
    variant_id: int
    quantity: Decimal


class ReservationLost(Fact, app="inventory"):
    """A count or a write-off left less than was promised: so much of a line's reservation became a shortage."""

    owner_kind: str
    owner_key: str
    line_key: str
    variant_id: int
    quantity: Decimal


class PlaceOpened(Fact, app="inventory"):
    """A warehouse, zone or bin is new."""

    location_id: int


class PlaceChanged(Fact, app="inventory"):
    """A place is called otherwise, picked in another order, kept from sale or out of use; ``changed`` says which."""

    location_id: int
    changed: tuple[str, ...]
