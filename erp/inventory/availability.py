"""What may be sold, and what a channel may say of it: arithmetic without a database."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

ZERO = Decimal(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishPolicy:
    """
    How much of the free stock a channel may offer.

    ``locations``: from which places, None being all. ``hold_back``: kept for other customers (B2B). ``buffer``: never
    offered, against counting errors and slow channels. ``share``: which part of the rest, 0 to 1. ``cap``: never say
    more than this.
    """

    locations: tuple[int, ...] | None = None
    hold_back: Decimal = ZERO
    buffer: Decimal = ZERO
    share: Decimal = Decimal(1)
    cap: Decimal | None = None

    def __post_init__(self) -> None:
        """:raises ValueError: for negative numbers or a share above 1: such a policy could offer what is not there."""
        if self.hold_back < 0 or self.buffer < 0 or not 0 <= self.share <= 1 or (self.cap is not None and self.cap < 0):
            raise ValueError("a policy only ever lowers what is offered")


def published(free: Decimal, policy: PublishPolicy) -> int:
    """
    The whole units that a channel may offer out of so much free stock.

    Always 0 <= published <= max(0, free - buffer), and never less when more is free.
    """
    offered = max(ZERO, free - policy.hold_back - policy.buffer) * policy.share
    if policy.cap is not None:
        offered = min(offered, policy.cap)
    return int(offered)  # towards zero, and nothing here is negative


def kits_possible(parts: Iterable[tuple[int, Decimal]], free: Mapping[int, Decimal]) -> Decimal:
    """Whole kits that can be put together in one warehouse; ``parts`` are (component, quantity needed for one)."""
    return min((max(ZERO, free.get(component, ZERO)) // needed for component, needed in parts), default=ZERO)


def kit_available(parts: Iterable[tuple[int, Decimal]], by_warehouse: Iterable[Mapping[int, Decimal]]) -> Decimal:
    """Whole kits over all warehouses; components in different ones don't make a kit."""
    needed = tuple(parts)
    return sum((kits_possible(needed, free) for free in by_warehouse), ZERO)
