"""What the database refuses by itself, whoever asks."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from erp.catalog.models import Variant
from erp.foundation.actor import SYSTEM
from erp.foundation.organisation.models import Company
from erp.inventory import services as inventory
from erp.inventory.models import Location, LocationKind, Reservation, StockLevel, StockMove
from tests.factories.inventory import AT, a_bin, a_warehouse, an_owner, stocked
from tests.factories.organisation import BranchFactory, CompanyFactory


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE inventory_stockmove SET quantity = 2",
        "DELETE FROM inventory_stockmove",
        "TRUNCATE inventory_stockmove",
        "SELECT * FROM inventory_stockmove FOR UPDATE",
    ],
)
def test_moves_are_for_ever(main: Location, mug: Variant, statement: str) -> None:
    stocked(mug, main, 1)
    with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
    assert StockMove.objects.get().quantity == 1


def a_bin_in_another_branch(main: Location) -> None:
    other = BranchFactory.create(company=main.company)
    Location.objects.create(company=main.company, branch=other, parent=main, kind="bin", code="X-1", name="x")


def a_bin_in_another_company(main: Location) -> None:
    other = a_warehouse(CompanyFactory.create())
    Location.objects.create(company=other.company, branch=other.branch, parent=main, kind="bin", code="X-1", name="x")


def a_zone_in_a_zone(main: Location) -> None:
    zone = inventory.create_place(parent=main, kind=LocationKind.ZONE, code="Z", name="z", actor=SYSTEM, at=AT)
    inventory.create_place(parent=zone, kind=LocationKind.ZONE, code="Z2", name="z", actor=SYSTEM, at=AT)


def a_bin_in_a_bin(main: Location) -> None:
    a_bin(a_bin(main, "A-1"), "A-1-1")


@pytest.mark.parametrize("build", [a_bin_in_another_branch, a_bin_in_another_company, a_zone_in_a_zone, a_bin_in_a_bin])
def test_a_place_lies_in_a_warehouse_or_zone_of_its_own_branch(
    main: Location, build: Callable[[Location], None]
) -> None:
    with pytest.raises(IntegrityError, match="warehouse or zone of its own branch"), transaction.atomic():
        build(main)


def test_a_place_knows_its_way_down_from_the_warehouse(main: Location) -> None:
    zone = inventory.create_place(parent=main, kind=LocationKind.ZONE, code="Z", name="z", actor=SYSTEM, at=AT)
    assert a_bin(zone, "Z-1").lineage == [main.pk, zone.pk, Location.objects.get(code="Z-1").pk]


@pytest.mark.parametrize("change", [{"kind": "zone"}, {"lineage": []}, {"company": None}, {"branch": None}])
def test_where_a_place_stands_never_changes(main: Location, change: dict[str, object]) -> None:
    if "company" in change:
        change = {"company": CompanyFactory.create()}
    with pytest.raises(DatabaseError, match="Cannot update rows"), transaction.atomic():
        Location.objects.filter(pk=main.pk).update(**change)


def test_nothing_is_stocked_with_customers(lipa: Company, main: Location, mug: Variant) -> None:
    customers = Location.objects.get(company=lipa, kind="customer")
    with pytest.raises(IntegrityError, match="stock_level_in_stock_place"), transaction.atomic():
        StockLevel.objects.create(company=lipa, variant=mug, location=customers)


def test_a_variant_with_stock_does_not_become_a_kit(main: Location, mug: Variant) -> None:
    stocked(mug, main, 1)
    with pytest.raises(IntegrityError, match="stock_level_of_no_kit"), transaction.atomic():
        Variant.objects.filter(pk=mug.pk).update(is_kit=True)


def test_a_company_has_one_place_for_each_virtual_kind(lipa: Company, main: Location) -> None:
    with pytest.raises(IntegrityError, match="location_virtual_once"), transaction.atomic():
        Location.objects.create(company=lipa, kind="scrap", code="SCRAP2", name="x", pickable=False)


def test_less_than_nothing_lies_nowhere(main: Location, mug: Variant) -> None:
    stocked(mug, main, 1)
    with pytest.raises(IntegrityError, match="stock_level_reserved_within"), transaction.atomic():
        StockLevel.objects.filter(variant=mug).update(on_hand=-1)


def test_a_reservation_lies_in_a_level_of_its_company(main: Location, shop: Location, mug: Variant) -> None:
    stocked(mug, main, 1)
    owner = an_owner()
    with pytest.raises(IntegrityError, match="reservation_in_level"), transaction.atomic():
        Reservation.objects.create(
            company=main.company,
            owner_kind=owner.kind,
            owner_key=owner.key,
            line_key="1",
            variant=mug,
            location=shop,
            quantity=Decimal(1),
            created_at=AT,
        )


def test_a_warehouse_asked_for_twice_is_one(lipa: Company, main: Location) -> None:
    assert main.branch
    again = inventory.create_warehouse(branch=main.branch, code="MAIN", name="other", actor=SYSTEM, at=AT)
    assert again.pk == main.pk
    assert Location.objects.filter(company=lipa).count() == 7  # six virtual ones
