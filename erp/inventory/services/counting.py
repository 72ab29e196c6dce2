"""Counting, while the warehouse goes on working."""

from datetime import datetime
from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from erp.foundation.actor import Actor
from erp.foundation.db import lock_rows, use_case
from erp.foundation.errors import BusinessError, NotFound
from erp.inventory import locking
from erp.inventory.errors import NotEnoughStock, WrongPlace, WrongQuantity
from erp.inventory.models import CountLine, Location, LocationKind, StockCount, StockMove
from erp.inventory.services.adjusting import Adjustment, apply_adjustments
from erp.inventory.services.posting import Posting
from erp.inventory.states import COUNT_FLOW, CountStatus

PURPOSE = "count"


class CountClosed(BusinessError):
    """The count takes no more entries."""

    code = "count-closed"
    message = _("This count is closed; open a new one.")


class CountOutdated(BusinessError):
    """More left the place since it was counted than had been counted there."""

    code = "count-outdated"
    message = _("%(sku)s in %(location)s must be counted again: more left there since than was counted.")


@use_case
def open_count(*, location: Location, actor: Actor, at: datetime) -> StockCount:
    """Start counting a place and the places inside it. Safe to repeat: its open count is returned."""
    [place] = lock_rows(Location.objects.filter(pk=location.pk))
    found = StockCount.objects.filter(location=place, status=CountStatus.OPEN).first()
    return found or StockCount.objects.create(company_id=place.company_id, location=place, opened_at=at)


@use_case
def enter_count(
    *, count_id: int, variant_id: int, location_id: int, counted: Decimal, actor: Actor, at: datetime
) -> CountLine:
    """
    Note what was counted, beside what the ledger expects at this moment.

    Entering the same again replaces the first entry, expectation included.

    :raises CountClosed: when the count takes no more entries. :raises WrongPlace: for a place outside of the count.
    """
    count = _locked(count_id)
    if count.status != CountStatus.OPEN:
        raise CountClosed
    if counted < 0:
        raise WrongQuantity(field="counted", reason=str(counted))
    if not Location.objects.filter(pk=location_id, lineage__contains=[count.location_id]).exists():
        raise WrongPlace(field="location", reason=str(location_id))
    shelves = locking.lock_places([(variant_id, location_id)])
    expected = shelves[0].on_hand if shelves else Decimal(0)
    line, _created = CountLine.objects.update_or_create(
        count=count,
        variant_id=variant_id,
        location_id=location_id,
        defaults={"counted": counted, "expected": expected, "entered_at": at},
    )
    return line


@use_case
def close_count(*, count_id: int, actor: Actor, at: datetime, reason: str = "") -> list[StockMove]:
    """
    Move the differences that were counted; what nobody counted stays as it is.

    Safe to repeat: the moves of the first time are returned.

    :raises CountOutdated: when a difference can no longer be taken away; that line must be counted again.
    """
    count = _locked(count_id)
    lines = [
        Adjustment(str(line.pk), line.variant_id, line.location_id, line.difference)
        for line in count.lines.order_by("location_id", "variant_id")
        if line.difference
    ]
    COUNT_FLOW.move(count, to=CountStatus.CLOSED, actor=actor)
    if count.closed_at is None:
        StockCount.objects.filter(pk=count.pk).update(closed_at=at)
    if not lines:
        return []
    posting = Posting(count.ref, PURPOSE, actor, at, reason or str(_("Stock count %(number)s") % {"number": count.pk}))
    try:
        return apply_adjustments(lines, posting, LocationKind.ADJUSTMENT)
    except NotEnoughStock as error:
        raise CountOutdated(**error.params) from error


@use_case
def cancel_count(*, count_id: int, actor: Actor, at: datetime) -> StockCount:
    """Give up a count; nothing was moved. Safe to repeat."""
    count = _locked(count_id)
    COUNT_FLOW.move(count, to=CountStatus.CANCELLED, actor=actor)
    return count


def _locked(count_id: int) -> StockCount:
    found = lock_rows(StockCount.objects.filter(pk=count_id))
    if not found:
        raise NotFound
    return found[0]
