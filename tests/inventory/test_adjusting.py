"""The ledger is brought to what is really there."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import transaction

from erp.catalog.models import Variant
from erp.foundation.actor import SYSTEM
from erp.foundation.events.models import Event
from erp.foundation.money import Money
from erp.foundation.organisation.models import Company
from erp.foundation.refs import Ref
from erp.inventory import queries
from erp.inventory import services as inventory
from erp.inventory.models import Location, Shortage, StockMove
from tests.factories.inventory import AT, an_origin, an_owner, demand, level, reserved, stocked

MINUTE = timedelta(minutes=1)


def adjust(variant: Variant, location: Location, delta: int, origin: Ref | None = None) -> list[StockMove]:
    return inventory.adjust_stock(
        variant_id=variant.pk,
        location_id=location.pk,
        quantity_delta=Decimal(delta),
        reason="broken",
        origin=origin or an_origin(),
        actor=SYSTEM,
        at=AT,
    )


def quantities(owner: Ref) -> tuple[Decimal, Decimal]:
    """Held and lacking."""
    held = sum((r.quantity for r in queries.reservations_of(owner)), Decimal(0))
    return held, sum((s.quantity for s in queries.shortages_of(owner)), Decimal(0))


def test_less_is_there(lipa: Company, main: Location, mug: Variant) -> None:
    stocked(mug, main, 5, unit_cost="2.00")
    [move] = adjust(mug, main, -2)
    assert (move.source.code, move.destination.code) == ("MAIN", "ADJUSTMENT")
    assert (move.quantity, move.worth, move.reason) == (Decimal(2), Money("-4.00", "PLN"), "broken")
    assert level(mug, main) == (Decimal(3), Decimal(0))
    assert queries.audit(lipa) == []


def test_more_is_there_and_worth_the_average(main: Location, mug: Variant) -> None:
    stocked(mug, main, 4, unit_cost="2.50")
    [move] = adjust(mug, main, 2)
    assert move.worth == Money("5.00", "PLN")


def test_more_than_lies_there_can_not_go(main: Location, mug: Variant) -> None:
    stocked(mug, main, 1)
    owner = reserved(mug, 1)
    with pytest.raises(inventory.NotEnoughStock), transaction.atomic():
        adjust(mug, main, -2)
    assert level(mug, main) == (Decimal(1), Decimal(1))
    assert quantities(owner) == (Decimal(1), Decimal(0))


def test_a_reason_must_be_given(main: Location, mug: Variant) -> None:
    with pytest.raises(inventory.ReasonMissing), transaction.atomic():
        inventory.adjust_stock(
            variant_id=mug.pk,
            location_id=main.pk,
            quantity_delta=Decimal(1),
            reason=" ",
            origin=an_origin(),
            actor=SYSTEM,
            at=AT,
        )


def test_the_newest_promises_become_shortages(lipa: Company, main: Location, mug: Variant) -> None:
    stocked(mug, main, 6)
    oldest, middle, newest = (reserved(mug, 2, at=AT + MINUTE * i) for i in range(3))
    adjust(mug, main, -3)
    assert quantities(oldest) == (Decimal(2), Decimal(0))
    assert quantities(middle) == (Decimal(1), Decimal(1))
    assert quantities(newest) == (Decimal(0), Decimal(2))
    assert level(mug, main) == (Decimal(3), Decimal(3))
    lost = [(e.data["owner_key"], e.data["quantity"]) for e in Event.objects.filter(name="inventory.ReservationLost")]
    assert sorted(lost) == sorted([(newest.key, "2.000"), (middle.key, "1.000")])
    assert queries.audit(lipa) == []


def test_a_lost_promise_keeps_its_place_in_the_queue(main: Location, mug: Variant) -> None:
    stocked(mug, main, 1)
    early = reserved(mug, 1, at=AT)
    late = reserved(mug, 1, at=AT + MINUTE)
    adjust(mug, main, -1)
    stocked(mug, main, 1, at=AT + MINUTE * 2)
    assert quantities(early) == (Decimal(1), Decimal(0))
    assert quantities(late) == (Decimal(0), Decimal(1))


def test_a_lost_promise_is_kept_from_another_place(main: Location, shop: Location, mug: Variant) -> None:
    stocked(mug, main, 1)
    owner = reserved(mug, 1)
    stocked(mug, shop, 1)
    adjust(mug, main, -1)
    assert [r.location for r in queries.reservations_of(owner)] == [shop]
    assert not Shortage.objects.exists()


def test_but_only_from_a_place_that_may_serve_it(main: Location, shop: Location, mug: Variant) -> None:
    stocked(mug, main, 1)
    owner = an_owner()
    inventory.reserve_stock(
        demand=demand((mug, 1)),
        owner=owner,
        company_id=mug.company_id,
        locations=[main.pk],
        actor=SYSTEM,
        at=AT,
    )
    stocked(mug, shop, 1)
    adjust(mug, main, -1)
    assert quantities(owner) == (Decimal(0), Decimal(1))


def test_a_cart_gives_way_before_an_order_and_waits_for_nothing(main: Location, mug: Variant) -> None:
    stocked(mug, main, 2)
    cart = an_owner("cart")
    inventory.reserve_stock(
        demand=demand((mug, 1)),
        owner=cart,
        company_id=mug.company_id,
        kept_until=AT + MINUTE * 15,
        actor=SYSTEM,
        at=AT,
    )
    order = reserved(mug, 1, at=AT + MINUTE)
    adjust(mug, main, -1)
    assert quantities(order) == (Decimal(1), Decimal(0))
    assert quantities(cart) == (Decimal(0), Decimal(0))


def test_a_repeated_correction_moves_nothing(main: Location, mug: Variant) -> None:
    stocked(mug, main, 5)
    origin = an_origin()
    first, again = adjust(mug, main, -2, origin), adjust(mug, main, -2, origin)
    assert [move.pk for move in again] == [move.pk for move in first]
    assert level(mug, main) == (Decimal(3), Decimal(0))


def test_goods_thrown_away_go_to_scrap(main: Location, mug: Variant) -> None:
    stocked(mug, main, 5)
    [move] = inventory.write_off(
        variant_id=mug.pk,
        location_id=main.pk,
        quantity=Decimal(2),
        reason="out of date",
        origin=an_origin(),
        actor=SYSTEM,
        at=AT,
    )
    assert (move.destination.code, move.quantity) == ("SCRAP", Decimal(2))


def test_who_was_picking_gets_what_was_found(main: Location, mug: Variant) -> None:
    waits_longer, picked_for = reserved(mug, 1, at=AT), reserved(mug, 1, at=AT + MINUTE)
    inventory.found_stock(
        variant_id=mug.pk,
        location_id=main.pk,
        quantity=Decimal(1),
        reason="in the picker's hand",
        origin=an_origin(),
        found_for=picked_for,
        actor=SYSTEM,
        at=AT + MINUTE * 2,
    )
    assert quantities(picked_for) == (Decimal(1), Decimal(0))
    assert quantities(waits_longer) == (Decimal(0), Decimal(1))
