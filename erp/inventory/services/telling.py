"""What others hear of: published once for each variant, after everything a use case did to it."""

from collections.abc import Iterable, Mapping
from decimal import Decimal

from erp.foundation.actor import Actor
from erp.foundation.events.publishing import publish
from erp.foundation.refs import Ref
from erp.inventory.allocation import Shelf
from erp.inventory.events import AvailabilityChanged, ReservationLost, ShortageFilled
from erp.inventory.lines import Held


def free_by_variant(shelves: Iterable[Shelf]) -> dict[int, Decimal]:
    """What is free of each variant on these shelves that may be sold; taken before and after, it shows what changed."""
    free: dict[int, Decimal] = {}
    for shelf in shelves:
        if shelf.pickable:
            free[shelf.variant_id] = free.get(shelf.variant_id, Decimal(0)) + shelf.free
    return free


def tell_availability(company_id: int, before: Mapping[int, Decimal], shelves: Iterable[Shelf], actor: Actor) -> None:
    """Publish AvailabilityChanged for each variant of which more or less is free than before."""
    for variant_id, free in sorted(free_by_variant(shelves).items()):
        if free != before.get(variant_id, Decimal(0)):
            publish(AvailabilityChanged(variant_id=variant_id, company_id=company_id), actor=actor)


def tell_filled(owner: Ref, filled: Held, actor: Actor) -> None:
    """Publish that a line got what it waited for."""
    publish(
        ShortageFilled(
            owner_kind=owner.kind,
            owner_key=owner.key,
            line_key=filled.line_key,
            variant_id=filled.variant_id,
            quantity=filled.quantity,
        ),
        actor=actor,
        subjects=[owner],
    )


def tell_lost(owner: Ref, lost: Held, actor: Actor) -> None:
    """Publish that a line lost what was held for it."""
    publish(
        ReservationLost(
            owner_kind=owner.kind,
            owner_key=owner.key,
            line_key=lost.line_key,
            variant_id=lost.variant_id,
            quantity=lost.quantity,
        ),
        actor=actor,
        subjects=[owner],
    )
