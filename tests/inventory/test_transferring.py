"""Stock goes from one branch to another."""

from decimal import Decimal

import pytest
from django.db import transaction

from erp.catalog.models import Variant
from erp.foundation.actor import SYSTEM
from erp.foundation.money import Money
from erp.foundation.organisation.models import Company
from erp.foundation.states import IllegalMove
from erp.inventory import queries
from erp.inventory import services as inventory
from erp.inventory.models import Location, StockMove, Transfer
from tests.factories.catalog import a_kit
from tests.factories.inventory import AT, a_bin, a_warehouse, an_origin, level, reserved, stocked
from tests.factories.organisation import CompanyFactory


def plan(source: Location, destination: Location, variant: Variant, quantity: int) -> Transfer:
    return inventory.create_transfer(
        source=source, destination=destination, quantities={variant.pk: Decimal(quantity)}, actor=SYSTEM, at=AT
    )


def send(transfer: Transfer) -> list[StockMove]:
    return inventory.dispatch_transfer(transfer_id=transfer.pk, actor=SYSTEM, at=AT)


def arrive(transfer: Transfer, number: int = 1, **options: object) -> list[StockMove]:
    return inventory.receive_transfer(transfer_id=transfer.pk, number=number, actor=SYSTEM, at=AT, **options)  # type: ignore[arg-type]  # passed on


@pytest.fixture
def transit(main: Location) -> Location:
    return Location.objects.get(company=main.company, kind="transit")


def test_goods_are_held_then_on_the_way_then_there(
    lipa: Company, main: Location, shop: Location, transit: Location, mug: Variant
) -> None:
    stocked(mug, a_bin(main, "A-1"), 3, unit_cost="4.00")
    stocked(mug, main, 2, unit_cost="4.00")
    transfer = plan(main, shop, mug, 4)
    assert queries.available([mug.pk]) == {mug.pk: Decimal(1)}

    send(transfer)
    assert level(mug, transit) == (Decimal(4), Decimal(0))
    assert queries.available([mug.pk]) == {mug.pk: Decimal(1)}

    arrive(transfer)
    transfer.refresh_from_db()
    assert transfer.status == "received"
    assert level(mug, shop) == (Decimal(4), Decimal(0))
    assert level(mug, transit) == (Decimal(0), Decimal(0))
    assert queries.stock_value(lipa) == Money("20.00", "PLN")  # unchanged all the way
    assert queries.audit(lipa) == []


def test_what_is_not_free_can_not_be_planned(main: Location, shop: Location, mug: Variant) -> None:
    stocked(mug, main, 2)
    stocked(mug, shop, 9)
    reserved(mug, 1)
    with pytest.raises(inventory.OutOfStock), transaction.atomic():
        plan(main, shop, mug, 2)
    assert not Transfer.objects.exists()


def test_asking_twice_plans_one_transfer(main: Location, shop: Location, mug: Variant) -> None:
    stocked(mug, main, 4)
    first, again = (
        inventory.create_transfer(
            source=main, destination=shop, quantities={mug.pk: Decimal(2)}, key="form 7", actor=SYSTEM, at=AT
        )
        for _ in range(2)
    )
    assert again == first
    assert level(mug, main) == (Decimal(4), Decimal(2))


def test_goods_on_the_way_are_promised_to_nobody(main: Location, shop: Location, mug: Variant) -> None:
    stocked(mug, main, 2)
    transfer = plan(main, shop, mug, 2)
    send(transfer)
    owner = reserved(mug, 1)
    assert queries.holdings(owner)["1"].missing == 1
    arrive(transfer)
    assert queries.holdings(owner)["1"].missing == 0


def test_deliveries_come_in_parts_and_the_rest_is_given_up(
    lipa: Company, main: Location, shop: Location, transit: Location, mug: Variant
) -> None:
    stocked(mug, main, 5)
    transfer = plan(main, shop, mug, 5)
    send(transfer)
    arrive(transfer, 1, arrived={mug.pk: Decimal(2)})
    arrive(transfer, 1, arrived={mug.pk: Decimal(2)})  # the same delivery, told twice
    assert level(mug, shop) == (Decimal(2), Decimal(0))
    arrive(transfer, 2, arrived={mug.pk: Decimal(1)})
    [move] = inventory.give_up_transfer(transfer_id=transfer.pk, reason="lorry lost it", actor=SYSTEM, at=AT)
    assert (move.quantity, move.destination.code) == (Decimal(2), "SCRAP")
    transfer.refresh_from_db()
    line = transfer.lines.get()
    assert (transfer.status, line.received, line.lost) == ("received", Decimal(3), Decimal(2))
    assert level(mug, transit) == (Decimal(0), Decimal(0))
    assert queries.audit(lipa) == []


def test_more_than_is_on_the_way_can_not_arrive(main: Location, shop: Location, mug: Variant) -> None:
    stocked(mug, main, 5)
    transfer = plan(main, shop, mug, 2)
    send(transfer)
    with pytest.raises(inventory.WrongQuantity), transaction.atomic():
        arrive(transfer, arrived={mug.pk: Decimal(3)})
    assert level(mug, shop) == (Decimal(0), Decimal(0))


def test_sending_twice_sends_once(main: Location, shop: Location, transit: Location, mug: Variant) -> None:
    stocked(mug, main, 5)
    transfer = plan(main, shop, mug, 2)
    first, again = send(transfer), send(transfer)
    assert [move.pk for move in again] == [move.pk for move in first]
    assert level(mug, transit) == (Decimal(2), Decimal(0))


def test_nothing_arrives_before_it_left(main: Location, shop: Location, mug: Variant) -> None:
    stocked(mug, main, 5)
    transfer = plan(main, shop, mug, 2)
    with pytest.raises(IllegalMove), transaction.atomic():
        arrive(transfer)


def test_a_cancelled_transfer_frees_its_stock(main: Location, shop: Location, mug: Variant) -> None:
    stocked(mug, main, 2)
    transfer = plan(main, shop, mug, 2)
    inventory.cancel_transfer(transfer_id=transfer.pk, actor=SYSTEM, at=AT)
    assert level(mug, main) == (Decimal(2), Decimal(0))
    with pytest.raises(IllegalMove), transaction.atomic():
        send(transfer)


def test_what_a_count_took_away_stays_behind(main: Location, shop: Location, transit: Location, mug: Variant) -> None:
    stocked(mug, main, 3)
    transfer = plan(main, shop, mug, 3)
    inventory.adjust_stock(
        variant_id=mug.pk,
        location_id=main.pk,
        quantity_delta=Decimal(-1),
        reason="lost",
        origin=an_origin(),
        actor=SYSTEM,
        at=AT,
    )
    send(transfer)
    assert level(mug, transit) == (Decimal(2), Decimal(0))
    assert transfer.lines.get().quantity == Decimal(2)
    assert queries.shortages_of(transfer.ref) == []


def test_companies_do_not_transfer_to_each_other(main: Location, mug: Variant) -> None:
    stocked(mug, main, 1)
    with pytest.raises(inventory.WrongPlace), transaction.atomic():
        plan(main, a_warehouse(CompanyFactory.create()), mug, 1)


def test_a_kit_is_not_transferred(lipa: Company, main: Location, shop: Location, mug: Variant) -> None:
    with pytest.raises(inventory.KitNotStocked), transaction.atomic():
        plan(main, shop, a_kit(lipa, "PAIR", {mug: 2}), 1)
