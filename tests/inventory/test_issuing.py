"""Goods leave."""

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
from erp.inventory.models import Location, Reservation, StockMove
from tests.factories.inventory import AT, an_origin, an_owner, level, reserved, stocked


def issue(
    variant: Variant, location: Location, quantity: int, owner: Ref, origin: Ref | None = None
) -> list[StockMove]:
    return inventory.issue_stock(
        lines=[inventory.Issue("1", variant.pk, location.pk, Decimal(quantity))],
        reserved_for=owner,
        origin=origin or an_origin("shipment"),
        actor=SYSTEM,
        at=AT,
    )


def test_what_leaves_uses_up_what_was_held(lipa: Company, main: Location, mug: Variant) -> None:
    stocked(mug, main, 5, unit_cost="2.00")
    owner = reserved(mug, 3)
    [move] = issue(mug, main, 2, owner)
    assert (move.source.code, move.destination.code, move.worth) == ("MAIN", "CUSTOMER", Money("-4.00", "PLN"))
    assert level(mug, main) == (Decimal(3), Decimal(1))
    assert [r.quantity for r in queries.reservations_of(owner)] == [Decimal(1)]
    assert queries.audit(lipa) == []


def test_leaving_what_was_held_changes_no_availability(main: Location, mug: Variant) -> None:
    stocked(mug, main, 5)
    owner = reserved(mug, 3)
    told = Event.objects.filter(name="inventory.AvailabilityChanged").count()
    issue(mug, main, 3, owner)
    assert Event.objects.filter(name="inventory.AvailabilityChanged").count() == told


def test_the_last_unit_takes_the_rest_of_the_value(main: Location, mug: Variant) -> None:
    stocked(mug, main, 3, unit_cost="3.3333")  # 10.00 in all
    worth = [issue(mug, main, 1, an_owner())[0].worth.amount for _ in range(3)]
    assert worth == [Decimal("-3.33"), Decimal("-3.34"), Decimal("-3.33")]
    assert queries.value_of([mug.pk]) == {mug.pk: (Decimal(0), Money("0", "PLN"))}


def test_a_repeated_issue_moves_nothing(main: Location, mug: Variant) -> None:
    stocked(mug, main, 5)
    owner, origin = reserved(mug, 3), an_origin("shipment")
    first = issue(mug, main, 2, owner, origin)
    again = issue(mug, main, 2, owner, origin)
    assert [move.pk for move in again] == [move.pk for move in first]
    assert level(mug, main) == (Decimal(3), Decimal(1))


def test_a_picker_may_take_it_from_another_place(main: Location, shop: Location, mug: Variant) -> None:
    stocked(mug, main, 2)
    stocked(mug, shop, 2)
    owner = reserved(mug, 2)
    issue(mug, shop, 2, owner)
    assert level(mug, main) == (Decimal(2), Decimal(0))
    assert level(mug, shop) == (Decimal(0), Decimal(0))


def test_what_others_were_promised_stays(main: Location, mug: Variant) -> None:
    stocked(mug, main, 3)
    others = reserved(mug, 2)
    with pytest.raises(inventory.NotEnoughStock) as refused, transaction.atomic():
        issue(mug, main, 2, an_owner())
    assert str(refused.value) == "Only 1 of MUG can be taken from MAIN."
    assert level(mug, main) == (Decimal(3), Decimal(2))
    assert Reservation.objects.get().owner == others


def test_a_place_without_the_variant_gives_nothing(main: Location, shop: Location, mug: Variant) -> None:
    stocked(mug, main, 3)
    with pytest.raises(inventory.NotEnoughStock), transaction.atomic():
        issue(mug, shop, 1, an_owner())


def test_one_fact_tells_the_books_of_the_whole_group(lipa: Company, main: Location, mug: Variant) -> None:
    stocked(mug, main, 3)
    known = set(Event.objects.values_list("pk", flat=True))
    origin = an_origin("shipment")
    issue(mug, main, 1, an_owner(), origin)
    told = Event.objects.exclude(pk__in=known).filter(name="inventory.StockValued")
    assert [event.data for event in told] == [
        {"company_id": lipa.pk, "origin_kind": origin.kind, "origin_key": origin.key, "purpose": "issue"}
    ]
