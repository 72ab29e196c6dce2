"""What callers hand to the verbs and get back: plain values, no rows."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from erp.foundation.money import Money
from erp.foundation.refs import Ref


@dataclass(frozen=True, slots=True)
class Demand:
    """A line that wants so much of a variant, in the product's unit; a kit stands for its components."""

    line_key: str
    variant_id: int
    quantity: Decimal


@dataclass(frozen=True, slots=True)
class Claim:
    """
    What one owner wants held: its lines, where it may come from, for how long.

    ``new_owner``: made in this transaction, so nothing can be held for it yet and nobody need look.
    """

    owner: Ref
    demand: Sequence[Demand]
    locations: Sequence[int] | None = None  # places and what lies inside them, best first; None = any pickable one
    kept_until: datetime | None = None
    promised_on: date | None = None
    new_owner: bool = False


@dataclass(frozen=True, slots=True)
class ShortLine:
    """So much of what a line wants is not there; of a kit, so many whole kits."""

    line_key: str
    variant_id: int
    missing: Decimal


@dataclass(frozen=True, slots=True)
class Held:
    """So much of a stocked variant was held in a place (or, without a place, was lacking) for a line."""

    line_key: str
    variant_id: int
    location_id: int | None
    quantity: Decimal


@dataclass(frozen=True, slots=True)
class Released:
    """What an owner no longer holds and no longer waits for."""

    reservations: tuple[Held, ...]
    shortages: tuple[Held, ...]


@dataclass(frozen=True, slots=True)
class Issue:
    """So much of a stocked variant leaves a place; ``line_key`` names the reservation it uses up."""

    line_key: str
    variant_id: int
    location_id: int
    quantity: Decimal


@dataclass(frozen=True, slots=True)
class Receipt:
    """So much of a variant arrives in a place and cost so much a unit, in the currency of the company's books."""

    line_key: str
    variant_id: int
    location_id: int
    quantity: Decimal
    unit_cost: Money


@dataclass(frozen=True, slots=True)
class Return:
    """So much of a variant comes back from a customer into a place."""

    line_key: str
    variant_id: int
    location_id: int
    quantity: Decimal
