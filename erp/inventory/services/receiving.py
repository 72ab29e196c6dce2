"""Goods come in: from a supplier, and back from a customer."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from decimal import Decimal

from erp.foundation.actor import Actor
from erp.foundation.db import use_case
from erp.foundation.errors import Invalid
from erp.foundation.money import Money
from erp.foundation.refs import Ref
from erp.inventory import locking, queries
from erp.inventory.lines import Receipt, Return
from erp.inventory.models import LocationKind, StockMove
from erp.inventory.services.filling import fill_from
from erp.inventory.services.posting import Posting, Step, check_quantities, post_moves, survey
from erp.inventory.services.telling import free_by_variant, tell_availability


class WrongCurrency(Invalid):
    """A cost must be in the currency of the company's books; convert it where the rate is stamped."""

    code = "wrong-currency"


@use_case
def receive_stock(
    *, lines: Sequence[Receipt], origin: Ref, actor: Actor, at: datetime, purpose: str = "receipt", reason: str = ""
) -> list[StockMove]:
    """
    Book goods in from a supplier, and give them to those who wait, in order of promise.

    Safe to repeat: what (origin, purpose) moved the first time is returned.

    :raises WrongCurrency: for a cost in another currency than that of the company's books.
    """
    steps = [Step(line.line_key, line.variant_id, 0, line.location_id, line.quantity, line.unit_cost) for line in lines]
    return _bring_in(steps, LocationKind.SUPPLIER, Posting(origin, purpose, actor, at, reason))


@use_case
def return_stock(
    *,
    lines: Sequence[Return],
    origin: Ref,
    actor: Actor,
    at: datetime,
    issued_as: Ref | None = None,
    purpose: str = "return",
    reason: str = "",
) -> list[StockMove]:
    """
    Take goods back from a customer into stock, and give them to those who wait.

    Each line is worth what it was worth when ``issued_as`` (the shipment) issued it, or else today's average.
    Safe to repeat: what (origin, purpose) moved the first time is returned.
    """
    costs = _costs_when_issued(issued_as) if issued_as else {}
    steps = [
        Step(
            line.line_key,
            line.variant_id,
            0,
            line.location_id,
            line.quantity,
            costs.get((line.line_key, line.variant_id)) or costs.get(("", line.variant_id)),
        )
        for line in lines
    ]
    return _bring_in(steps, LocationKind.CUSTOMER, Posting(origin, purpose, actor, at, reason))


def _bring_in(steps: Sequence[Step], source: LocationKind, posting: Posting) -> list[StockMove]:
    check_quantities(step.quantity for step in steps)
    ground = survey((step.destination_id for step in steps), source)
    if any(step.unit_cost and step.unit_cost.currency != ground.currency for step in steps):
        raise WrongCurrency(field="unit_cost", reason=ground.currency)
    places = {(step.variant_id, step.destination_id) for step in steps}
    locking.open_levels(ground.company_id, places)
    ground.shelves = locking.lock_places(places)
    if done := queries.moves_of(posting.origin, posting.purpose):
        return done
    before = free_by_variant(ground.shelves)
    outside = ground.virtual(source)
    moves = post_moves(posting, [replace(step, source_id=outside) for step in steps], ground)
    fill_from(ground.shelves, company_id=ground.company_id, actor=posting.actor, at=posting.at)
    tell_availability(ground.company_id, before, ground.shelves, posting.actor)
    return moves


def _costs_when_issued(origin: Ref) -> dict[tuple[str, int], Money]:
    """Unit cost by (line, variant) of what an origin issued, and by variant under the line ""."""
    worth: dict[tuple[str, int], tuple[Decimal, Decimal]] = {}
    currency = ""
    for move in queries.moves_of(origin):
        currency = move.currency
        for line_key in {move.line_key, ""} if move.value < 0 else ():
            quantity, value = worth.get((line_key, move.variant_id), (Decimal(0), Decimal(0)))
            worth[line_key, move.variant_id] = (quantity + move.quantity, value - move.value)
    return {key: Money(value / quantity, currency) for key, (quantity, value) in worth.items()}
