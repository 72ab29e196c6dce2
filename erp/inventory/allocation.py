"""
Who gets what from which place: arithmetic on levels that the caller has locked.

Pure, so that its promises are tested by property: nothing is handed out twice, and what is short is really not there.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import ROUND_CEILING, Decimal

ZERO = Decimal(0)


@dataclass(slots=True)
class Shelf:
    """A stock level under our lock; ``on_hand`` and ``reserved`` follow what the use case does."""

    level_id: int
    variant_id: int
    location_id: int
    lineage: tuple[int, ...]
    pickable: bool
    sequence: int
    on_hand: Decimal
    reserved: Decimal

    @property
    def free(self) -> Decimal:
        return self.on_hand - self.reserved

    @property
    def warehouse_id(self) -> int:
        return self.lineage[0]

    def rank(self, locations: Sequence[int] | None) -> int | None:
        """Place in the order of picking, 0 being the best; None when these locations don't include it."""
        if not self.pickable:
            return None
        if locations is None:
            return 0
        return next((rank for rank, location in enumerate(locations) if location in self.lineage), None)


@dataclass(frozen=True, slots=True)
class Part:
    """A stocked variant of which one unit of a line takes so much."""

    variant_id: int
    per_unit: Decimal


@dataclass(frozen=True, slots=True)
class Need:
    """A line with what it really takes from stock: the variant itself, or the components of a kit."""

    line_key: str
    variant_id: int
    quantity: Decimal
    parts: tuple[Part, ...]

    @property
    def is_kit(self) -> bool:
        return self.parts[0].variant_id != self.variant_id


@dataclass(slots=True)
class Allocation:
    """What each line got from which level, and what it lacks, both by stocked variant."""

    taken: dict[tuple[str, Part, int], Decimal] = field(default_factory=lambda: defaultdict(Decimal))  # by level id
    lacking: dict[tuple[str, Part], Decimal] = field(default_factory=lambda: defaultdict(Decimal))

    def missing_of(self, need: Need) -> Decimal:
        """How much of the line is short, in the line's own unit; a kit that lacks any component is missing."""
        if not need.is_kit:
            return self.lacking.get((need.line_key, need.parts[0]), ZERO)
        lacking = ((self.lacking.get((need.line_key, part), ZERO) / part.per_unit) for part in need.parts)
        return max(units.to_integral_value(ROUND_CEILING) for units in lacking)


def allocate(needs: Sequence[Need], shelves: Iterable[Shelf], locations: Sequence[int] | None) -> Allocation:
    """
    Hand out what is free, and note it on the shelves as reserved.

    If one warehouse can serve everything alone, the first such one does: one parcel instead of two. Otherwise each
    line takes from the warehouses in order; kits are put together inside one warehouse as far as they can be, and
    only what is left of them is gathered from several.
    """
    usable = _in_order(shelves, locations)
    warehouses = list(dict.fromkeys(shelf.warehouse_id for shelf in usable))
    alone = _serves_alone(needs, usable, warehouses)
    result = Allocation()
    for need in needs:
        left = need.quantity
        for warehouse in [alone] if alone is not None else warehouses:
            inside = [shelf for shelf in usable if shelf.warehouse_id == warehouse]
            units = min(left, _units_possible(need, inside))
            if units > 0:
                left -= units
                for part in need.parts:
                    _take(result, need.line_key, part, units * part.per_unit, inside)
        for part in need.parts if left else ():
            short = _take(result, need.line_key, part, left * part.per_unit, usable)
            if short:
                result.lacking[need.line_key, part] += short
    return result


def _in_order(shelves: Iterable[Shelf], locations: Sequence[int] | None) -> list[Shelf]:
    ranked = ((shelf.rank(locations), shelf) for shelf in shelves)
    usable = [(rank, shelf) for rank, shelf in ranked if rank is not None]
    usable.sort(key=lambda entry: (entry[0], entry[1].sequence, entry[1].location_id))
    return [shelf for _rank, shelf in usable]


def _serves_alone(needs: Sequence[Need], usable: list[Shelf], warehouses: list[int]) -> int | None:
    wanted: dict[int, Decimal] = defaultdict(Decimal)
    for need in needs:
        for part in need.parts:
            wanted[part.variant_id] += need.quantity * part.per_unit
    free: dict[tuple[int, int], Decimal] = defaultdict(Decimal)
    for shelf in usable:
        free[shelf.warehouse_id, shelf.variant_id] += shelf.free
    for warehouse in warehouses:
        if all(free[warehouse, variant] >= quantity for variant, quantity in wanted.items()):
            return warehouse
    return None


def _units_possible(need: Need, inside: list[Shelf]) -> Decimal:
    """How much of the line these shelves can serve; of a kit only whole ones."""
    free: dict[int, Decimal] = defaultdict(Decimal)
    for shelf in inside:
        free[shelf.variant_id] += shelf.free
    if not need.is_kit:
        return free[need.parts[0].variant_id]
    return min(free[part.variant_id] // part.per_unit for part in need.parts)


def _take(result: Allocation, line_key: str, part: Part, quantity: Decimal, shelves: list[Shelf]) -> Decimal:
    """Take from the shelves in their order; returns what they lack."""
    for shelf in shelves:
        if not quantity:
            break
        took = min(quantity, shelf.free) if shelf.variant_id == part.variant_id else ZERO
        if took > 0:
            shelf.reserved += took
            result.taken[line_key, part, shelf.level_id] += took
            quantity -= took
    return quantity
