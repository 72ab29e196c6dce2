"""Counting, while the warehouse goes on working."""

from decimal import Decimal

import pytest
from django.db import transaction

from erp.catalog.models import Variant
from erp.foundation.actor import SYSTEM
from erp.foundation.organisation.models import Company
from erp.foundation.states import IllegalMove
from erp.inventory import queries
from erp.inventory import services as inventory
from erp.inventory.models import CountLine, Location, StockCount, StockMove
from tests.factories.inventory import AT, a_bin, an_origin, an_owner, level, reserved, stocked


def enter(count: StockCount, variant: Variant, location: Location, counted: int) -> CountLine:
    return inventory.enter_count(
        count_id=count.pk,
        variant_id=variant.pk,
        location_id=location.pk,
        counted=Decimal(counted),
        actor=SYSTEM,
        at=AT,
    )


def close(count: StockCount) -> list[StockMove]:
    return inventory.close_count(count_id=count.pk, actor=SYSTEM, at=AT)


def issue(variant: Variant, location: Location, quantity: int) -> None:
    inventory.issue_stock(
        lines=[inventory.Issue("1", variant.pk, location.pk, Decimal(quantity))],
        reserved_for=an_owner(),
        origin=an_origin(),
        actor=SYSTEM,
        at=AT,
    )


@pytest.fixture
def count(main: Location) -> StockCount:
    return inventory.open_count(location=main, actor=SYSTEM, at=AT)


def test_the_difference_is_moved_when_the_count_is_closed(
    lipa: Company, main: Location, mug: Variant, plate: Variant, count: StockCount
) -> None:
    stocked(mug, main, 5)
    stocked(plate, main, 5)
    enter(count, mug, main, 4)
    enter(count, plate, main, 5)
    assert level(mug, main) == (Decimal(5), Decimal(0))
    [move] = close(count)
    assert (move.variant_id, move.quantity, move.origin) == (mug.pk, Decimal(1), count.ref)
    assert level(mug, main) == (Decimal(4), Decimal(0))
    assert level(plate, main) == (Decimal(5), Decimal(0))
    assert queries.audit(lipa) == []


def test_what_moved_after_the_entry_is_respected(main: Location, mug: Variant, count: StockCount) -> None:
    stocked(mug, main, 10)
    enter(count, mug, main, 9)  # one is missing
    issue(mug, main, 3)
    stocked(mug, main, 5)
    close(count)
    assert level(mug, main) == (Decimal(11), Decimal(0))


def test_entering_again_replaces_the_entry(main: Location, mug: Variant, count: StockCount) -> None:
    stocked(mug, main, 10)
    enter(count, mug, main, 1)
    issue(mug, main, 2)
    line = enter(count, mug, main, 8)
    assert (line.expected, line.difference) == (Decimal(8), Decimal(0))
    assert close(count) == []
    assert level(mug, main) == (Decimal(8), Decimal(0))


def test_a_count_that_leaves_less_than_promised_makes_shortages(
    main: Location, mug: Variant, count: StockCount
) -> None:
    stocked(mug, main, 3)
    owner = reserved(mug, 3)
    enter(count, mug, main, 1)
    close(count)
    assert level(mug, main) == (Decimal(1), Decimal(1))
    assert queries.holdings(owner)["1"].missing == Decimal(2)


def test_goods_nobody_knew_of_are_counted_in(main: Location, mug: Variant, count: StockCount) -> None:
    place = a_bin(main, "A-1")
    enter(count, mug, place, 2)
    close(count)
    assert level(mug, place) == (Decimal(2), Decimal(0))


def test_a_line_that_can_not_be_true_any_more_must_be_counted_again(
    main: Location, mug: Variant, count: StockCount
) -> None:
    stocked(mug, main, 5)
    enter(count, mug, main, 0)
    issue(mug, main, 3)  # although nothing was there
    with pytest.raises(inventory.CountOutdated) as refused, transaction.atomic():
        close(count)
    assert "MUG in MAIN" in str(refused.value)
    assert level(mug, main) == (Decimal(2), Decimal(0))
    count.refresh_from_db()
    assert count.status == "open"


def test_closing_twice_moves_once(main: Location, mug: Variant, count: StockCount) -> None:
    stocked(mug, main, 5)
    enter(count, mug, main, 4)
    first, again = close(count), close(count)
    assert [move.pk for move in again] == [move.pk for move in first]
    assert level(mug, main) == (Decimal(4), Decimal(0))


def test_a_place_outside_of_the_count_is_refused(
    main: Location, shop: Location, mug: Variant, count: StockCount
) -> None:
    with pytest.raises(inventory.WrongPlace), transaction.atomic():
        enter(count, mug, shop, 1)


def test_a_closed_count_takes_no_entries(main: Location, mug: Variant, count: StockCount) -> None:
    close(count)
    with pytest.raises(inventory.CountClosed), transaction.atomic():
        enter(count, mug, main, 1)


def test_a_place_has_one_open_count(main: Location, count: StockCount) -> None:
    assert inventory.open_count(location=main, actor=SYSTEM, at=AT) == count


def test_a_cancelled_count_moves_nothing_and_stays_cancelled(main: Location, mug: Variant, count: StockCount) -> None:
    stocked(mug, main, 5)
    enter(count, mug, main, 1)
    inventory.cancel_count(count_id=count.pk, actor=SYSTEM, at=AT)
    with pytest.raises(IllegalMove), transaction.atomic():
        close(count)
    assert level(mug, main) == (Decimal(5), Decimal(0))
