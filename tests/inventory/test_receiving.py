"""Goods come in."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from erp.catalog.models import Variant
from erp.foundation.actor import SYSTEM
from erp.foundation.events.models import Event
from erp.foundation.money import Money
from erp.foundation.organisation.models import Company
from erp.inventory import queries
from erp.inventory import services as inventory
from erp.inventory.models import Location, StockMove, VariantCost
from tests.factories.catalog import a_kit
from tests.factories.inventory import AT, a_warehouse, an_origin, an_owner, demand, level, reserved, stocked
from tests.factories.organisation import CompanyFactory


def receipt(variant: Variant, location: Location, quantity: str, unit_cost: str, currency: str = "PLN"):  # type: ignore[no-untyped-def]  # a line
    return inventory.Receipt("7", variant.pk, location.pk, Decimal(quantity), Money(unit_cost, currency))


def test_a_receipt_moves_goods_in_and_values_them(lipa: Company, main: Location, mug: Variant) -> None:
    origin = an_origin("delivery")
    [move] = inventory.receive_stock(lines=[receipt(mug, main, "3", "3.335")], origin=origin, actor=SYSTEM, at=AT)
    assert (move.source.code, move.destination.code, move.quantity) == ("SUPPLIER", "MAIN", Decimal(3))
    assert move.worth == Money("10.01", "PLN")  # 10.005, rounded once
    assert (move.origin, move.purpose, move.line_key, move.on) == (origin, "receipt", "7", date(2026, 3, 2))
    assert level(mug, main) == (Decimal(3), Decimal(0))
    assert queries.stock_value(lipa) == Money("10.01", "PLN")


def test_the_average_moves_with_each_receipt(lipa: Company, main: Location, mug: Variant) -> None:
    stocked(mug, main, 2, unit_cost="10.00")
    stocked(mug, main, 1, unit_cost="16.00")
    assert queries.value_of([mug.pk]) == {mug.pk: (Decimal(3), Money("36.00", "PLN"))}


def test_a_repeated_receipt_moves_nothing(main: Location, mug: Variant) -> None:
    origin = an_origin("delivery")
    first = inventory.receive_stock(lines=[receipt(mug, main, "3", "1")], origin=origin, actor=SYSTEM, at=AT)
    again = inventory.receive_stock(lines=[receipt(mug, main, "4", "1")], origin=origin, actor=SYSTEM, at=AT)
    assert [move.pk for move in again] == [move.pk for move in first]
    assert level(mug, main) == (Decimal(3), Decimal(0))


def test_the_database_refuses_a_second_group_of_moves_of_one_origin(main: Location, mug: Variant) -> None:
    [move] = stocked(mug, main, 1)
    move.pk, move.line_key, move.quantity = None, "another line", Decimal(7)
    with pytest.raises(IntegrityError, match="stock_move_group_once"), transaction.atomic():
        StockMove.objects.bulk_create([move])


def test_who_waits_gets_the_goods_in_order_of_promise(main: Location, mug: Variant) -> None:
    late, promised, early = an_owner("late"), an_owner("promised"), an_owner("early")
    for owner, day, minutes in (
        (early, None, 0),
        (promised, date(2026, 3, 9), 1),
        (late, None, 2),
    ):
        inventory.reserve_stock(
            demand=demand((mug, 2)),
            owner=owner,
            company_id=mug.company_id,
            promised_on=day,
            actor=SYSTEM,
            at=AT + timedelta(minutes=minutes),
        )
    stocked(mug, main, 3)
    got = {owner.key: sum(r.quantity for r in queries.reservations_of(owner)) for owner in (promised, early, late)}
    assert got == {"promised": Decimal(2), "early": Decimal(1), "late": 0}
    assert level(mug, main) == (Decimal(3), Decimal(3))

    stocked(mug, main, 9)
    assert queries.holdings(early)["1"].missing == 0
    assert [r.quantity for r in queries.reservations_of(early)] == [Decimal(2)]
    assert level(mug, main) == (Decimal(12), Decimal(6))


def test_a_filled_shortage_is_told(main: Location, mug: Variant) -> None:
    owner = reserved(mug, 2)
    stocked(mug, main, 1)
    told = Event.objects.get(name="inventory.ShortageFilled")
    assert told.data == {
        "owner_kind": owner.kind,
        "owner_key": owner.key,
        "line_key": "1",
        "variant_id": mug.pk,
        "quantity": "1.000",
    }
    assert not Event.objects.filter(name="inventory.AvailabilityChanged").exists()  # came and was taken at once


def test_a_shortage_takes_only_what_comes_to_its_own_places(main: Location, shop: Location, mug: Variant) -> None:
    owner = an_owner()
    inventory.reserve_stock(
        demand=demand((mug, 1)),
        owner=owner,
        company_id=mug.company_id,
        locations=[shop.pk],
        actor=SYSTEM,
        at=AT,
    )
    stocked(mug, main, 1)
    assert queries.holdings(owner)["1"].missing == 1
    stocked(mug, shop, 1)
    assert queries.holdings(owner)["1"].missing == 0


def test_a_cost_in_another_currency_is_refused(main: Location, mug: Variant) -> None:
    with pytest.raises(inventory.WrongCurrency), transaction.atomic():
        inventory.receive_stock(lines=[receipt(mug, main, "1", "1.00", "EUR")], origin=an_origin(), actor=SYSTEM, at=AT)
    assert not StockMove.objects.exists()


def test_places_of_two_companies_are_refused(main: Location, mug: Variant) -> None:
    other = a_warehouse(CompanyFactory.create())
    lines = [receipt(mug, main, "1", "1.00"), receipt(mug, other, "1", "1.00")]
    with pytest.raises(inventory.WrongPlace), transaction.atomic():
        inventory.receive_stock(lines=lines, origin=an_origin(), actor=SYSTEM, at=AT)


def test_the_database_keeps_another_companys_variant_out(main: Location) -> None:
    from tests.factories.catalog import VariantFactory

    with pytest.raises(IntegrityError, match="in_company_of_variant"), transaction.atomic():
        stocked(VariantFactory.create(), main, 1)


def test_the_database_keeps_a_kit_from_being_stocked(lipa: Company, main: Location, mug: Variant) -> None:
    pair = a_kit(lipa, "PAIR", {mug: 2})
    with pytest.raises(IntegrityError, match="stock_level_of_no_kit"), transaction.atomic():
        stocked(pair, main, 1)


def test_goods_come_back_at_the_cost_at_which_they_left(lipa: Company, main: Location, mug: Variant) -> None:
    stocked(mug, main, 2, unit_cost="10.00")
    owner, shipment = reserved(mug, 1), an_origin("shipment")
    inventory.issue_stock(
        lines=[inventory.Issue("1", mug.pk, main.pk, Decimal(1))],
        reserved_for=owner,
        origin=shipment,
        actor=SYSTEM,
        at=AT,
    )
    stocked(mug, main, 1, unit_cost="30.00")
    [move] = inventory.return_stock(
        lines=[inventory.Return("1", mug.pk, main.pk, Decimal(1))],
        origin=an_origin("return"),
        issued_as=shipment,
        actor=SYSTEM,
        at=AT,
    )
    assert (move.source.code, move.worth) == ("CUSTOMER", Money("10.00", "PLN"))
    assert queries.value_of([mug.pk]) == {mug.pk: (Decimal(3), Money("50.00", "PLN"))}


def test_goods_that_come_back_to_an_empty_shelf_are_worth_what_they_were_last(
    lipa: Company, main: Location, mug: Variant
) -> None:
    stocked(mug, main, 1, unit_cost="12.50")
    inventory.issue_stock(
        lines=[inventory.Issue("1", mug.pk, main.pk, Decimal(1))],
        reserved_for=an_owner(),
        origin=an_origin(),
        actor=SYSTEM,
        at=AT,
    )
    assert VariantCost.objects.get(variant=mug).value == 0
    [move] = inventory.return_stock(
        lines=[inventory.Return("1", mug.pk, main.pk, Decimal(1))], origin=an_origin(), actor=SYSTEM, at=AT
    )
    assert move.worth == Money("12.50", "PLN")
