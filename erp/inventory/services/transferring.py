"""Stock goes from one branch to another, through transit."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext_lazy as _

from erp.catalog.models import Variant
from erp.foundation.actor import Actor
from erp.foundation.db import lock_rows, use_case
from erp.foundation.errors import BusinessError, NotFound
from erp.foundation.states import IllegalMove
from erp.inventory import locking, queries
from erp.inventory.errors import KitNotStocked, WrongPlace, WrongQuantity
from erp.inventory.lines import Demand, Issue
from erp.inventory.models import Location, LocationKind, StockMove, Transfer, TransferLine
from erp.inventory.services.adjusting import ReasonMissing
from erp.inventory.services.filling import fill_from
from erp.inventory.services.issuing import use_up
from erp.inventory.services.posting import Ground, Posting, Step, check_quantities, post_moves, survey
from erp.inventory.services.releasing import release_stock
from erp.inventory.services.reserving import reserve_stock
from erp.inventory.services.telling import free_by_variant, tell_availability
from erp.inventory.states import TRANSFER_FLOW, TransferStatus

DISPATCH, LOSS = "dispatch", "loss"


class NothingToSend(BusinessError):
    """All that was held for the transfer has been lost to counts or write-offs."""

    code = "nothing-to-send"
    message = _("There is nothing left to send; cancel this transfer.")


@use_case
def create_transfer(
    *,
    source: Location,
    destination: Location,
    quantities: Mapping[int, Decimal],
    actor: Actor,
    at: datetime,
    expected_on: date | None = None,
    key: str = "",
) -> Transfer:
    """
    Plan a transfer of so much of each variant, and hold the stock for it.

    :param key: makes it safe to repeat: the company's transfer with this key is returned.

    :raises OutOfStock: when the source has not all of it free. :raises WrongPlace: for places of two companies.
    :raises KitNotStocked: for a kit; send its components.
    """
    check_quantities(quantities.values())
    if source.company_id != destination.company_id or source.pk == destination.pk:
        raise WrongPlace(field="destination", reason=destination.code)
    if kit := Variant.objects.filter(pk__in=quantities, is_kit=True).first():
        raise KitNotStocked(field="variant", reason=kit.sku)
    values = {"source": source, "destination": destination, "expected_on": expected_on, "created_at": at}
    transfer, created = _get_or_create(source.company_id, key, values)
    if not created:
        return transfer
    lines = TransferLine.objects.bulk_create(
        TransferLine(transfer=transfer, variant_id=variant, quantity=quantity)
        for variant, quantity in sorted(quantities.items())
    )
    reserve_stock(
        demand=[Demand(str(line.pk), line.variant_id, line.quantity) for line in lines],
        owner=transfer.ref,
        company_id=source.company_id,
        locations=[source.pk],
        accept_shortage=False,
        actor=actor,
        at=at,
    )
    return transfer


@use_case
def cancel_transfer(*, transfer_id: int, actor: Actor, at: datetime) -> Transfer:
    """
    Give up a transfer that has not left, and free its stock. Safe to repeat.

    :raises IllegalMove: when it has left.
    """
    transfer = _locked(transfer_id)
    TRANSFER_FLOW.move(transfer, to=TransferStatus.CANCELLED, actor=actor)
    release_stock(owner=transfer.ref, actor=actor, at=at)
    return transfer


@use_case
def dispatch_transfer(*, transfer_id: int, actor: Actor, at: datetime) -> list[StockMove]:
    """
    Send what is held for the transfer on its way. Safe to repeat: the moves of the first time are returned.

    What a count took away meanwhile stays behind: the line is lowered to what leaves.

    :raises IllegalMove: when it was cancelled. :raises NothingToSend: when nothing is held for it any more.
    """
    transfer = _locked(transfer_id)
    if done := queries.moves_of(transfer.ref, DISPATCH):
        return done
    TRANSFER_FLOW.move(transfer, to=TransferStatus.DISPATCHED, actor=actor)
    ground = survey([transfer.source_id], LocationKind.TRANSIT)
    variants = list(transfer.lines.values_list("variant_id", flat=True))
    transit = ground.virtual(LocationKind.TRANSIT)
    locking.open_levels(ground.company_id, [(variant, transit) for variant in variants])
    ground.shelves = locking.lock_variants(ground.company_id, variants)
    held = queries.reservations_of(transfer.ref)
    if not held:
        raise NothingToSend
    ground.places = survey({r.location_id for r in held} | {transit, transfer.source_id}).places
    lines = [Issue(r.line_key, r.variant_id, r.location_id, r.quantity) for r in held]
    use_up(lines, held, ground)
    steps = [Step(line.line_key, line.variant_id, line.location_id, transit, line.quantity) for line in lines]
    moves = post_moves(Posting(transfer.ref, DISPATCH, actor, at), steps, ground)
    release_stock(owner=transfer.ref, actor=actor, at=at)  # what it still waited for
    _note_sent(transfer, moves)
    Transfer.objects.filter(pk=transfer.pk).update(dispatched_at=at)
    return moves


@use_case
def receive_transfer(
    *,
    transfer_id: int,
    number: int,
    actor: Actor,
    at: datetime,
    arrived: Mapping[int, Decimal] | None = None,
    location: Location | None = None,
) -> list[StockMove]:
    """
    Book in what arrived of a transfer, and give it to those who wait.

    :param number: which delivery of this transfer it is, from 1: a repeated call returns the moves of the first.
    :param arrived: how much of each variant; None = all that is on the way.
    :param location: where it was put; None = the transfer's destination.
    :raises WrongQuantity: when more arrives than is on the way.
    :raises IllegalMove: when it has not left or is done.
    """
    transfer = _locked(transfer_id)
    purpose = f"arrival-{number}"
    if done := queries.moves_of(transfer.ref, purpose):
        return done
    quantities = _on_the_way(transfer) if arrived is None else dict(arrived)
    into = location or transfer.destination
    ground, transit = _ground(transfer, quantities, into)
    before = free_by_variant(ground.shelves)
    lines = _subtract(transfer, quantities, "received")
    steps = [Step(str(line.pk), line.variant_id, transit, into.pk, quantities[line.variant_id]) for line in lines]
    moves = post_moves(Posting(transfer.ref, purpose, actor, at), steps, ground)
    fill_from(ground.shelves, company_id=ground.company_id, actor=actor, at=at)
    tell_availability(ground.company_id, before, ground.shelves, actor)
    Transfer.objects.filter(pk=transfer.pk).update(receipts=number)
    _finish(transfer, actor, at)
    return moves


@use_case
def give_up_transfer(*, transfer_id: int, reason: str, actor: Actor, at: datetime) -> list[StockMove]:
    """
    Write off what is still on the way and will not come. Safe to repeat: the moves of the first time are returned.

    :raises ReasonMissing: without a reason. :raises IllegalMove: when it has not left or is done.
    """
    transfer = _locked(transfer_id)
    if done := queries.moves_of(transfer.ref, LOSS):
        return done
    if not reason.strip():
        raise ReasonMissing
    quantities = _on_the_way(transfer)
    ground, transit = _ground(transfer, quantities, transfer.destination)
    scrap = ground.virtual(LocationKind.SCRAP)
    lines = _subtract(transfer, quantities, "lost")
    steps = [Step(str(line.pk), line.variant_id, transit, scrap, quantities[line.variant_id]) for line in lines]
    moves = post_moves(Posting(transfer.ref, LOSS, actor, at, reason), steps, ground)
    _finish(transfer, actor, at)
    return moves


def _get_or_create(company_id: int, key: str, values: dict[str, Any]) -> tuple[Transfer, bool]:
    if not key:
        return Transfer.objects.create(company_id=company_id, **values), True
    return Transfer.objects.get_or_create(company_id=company_id, key=key, defaults=values)


def _locked(transfer_id: int) -> Transfer:
    found = lock_rows(Transfer.objects.filter(pk=transfer_id))
    if not found:
        raise NotFound
    return found[0]


def _on_the_way(transfer: Transfer) -> dict[int, Decimal]:
    return {line.variant_id: line.on_the_way for line in transfer.lines.all() if line.on_the_way}


def _ground(transfer: Transfer, quantities: Mapping[int, Decimal], into: Location) -> tuple[Ground, int]:
    """The places of an arrival with their levels locked, and the place of transit."""
    if not TRANSFER_FLOW.can_move(transfer, to=TransferStatus.RECEIVED):
        raise IllegalMove(now=TransferStatus(transfer.status).label, to=TransferStatus.RECEIVED.label)
    check_quantities(quantities.values())
    ground = survey([into.pk], LocationKind.TRANSIT, LocationKind.SCRAP)
    transit = ground.virtual(LocationKind.TRANSIT)
    places = [(variant, place) for variant in quantities for place in (transit, into.pk)]
    locking.open_levels(ground.company_id, places)
    ground.shelves = locking.lock_places(places)
    return ground, transit


def _note_sent(transfer: Transfer, moves: Sequence[StockMove]) -> None:
    """Lower the lines to what really left; a line of which nothing left is gone."""
    for line in transfer.lines.all():
        sent = sum((move.quantity for move in moves if move.variant_id == line.variant_id), Decimal(0))
        if not sent:
            line.delete()
        elif sent != line.quantity:
            TransferLine.objects.filter(pk=line.pk).update(quantity=sent)


def _subtract(transfer: Transfer, quantities: Mapping[int, Decimal], column: str) -> list[TransferLine]:
    """Note on the lines what arrived or was lost."""
    lines = [line for line in transfer.lines.order_by("pk") if line.variant_id in quantities]
    if len(lines) != len(quantities) or any(quantities[line.variant_id] > line.on_the_way for line in lines):
        raise WrongQuantity(field="quantity", reason=str(transfer.pk))
    for line in lines:
        setattr(line, column, getattr(line, column) + quantities[line.variant_id])
        line.save(update_fields=[column])
    return lines


def _finish(transfer: Transfer, actor: Actor, at: datetime) -> None:
    if not _on_the_way(transfer):
        TRANSFER_FLOW.move(transfer, to=TransferStatus.RECEIVED, actor=actor)
        Transfer.objects.filter(pk=transfer.pk).update(received_at=at)
