"""The audit finds each fault that could creep in, and nothing else."""

from collections.abc import Callable
from decimal import Decimal

import pytest

from erp.catalog.models import Variant
from erp.foundation.organisation.models import Company
from erp.inventory import queries
from erp.inventory.models import Location, Reservation, StockLevel, VariantCost
from tests.factories.inventory import reserved, stocked


def level_says_more(mug: Variant) -> None:
    StockLevel.objects.filter(variant=mug).update(on_hand=7)


def level_is_gone(mug: Variant) -> None:
    Reservation.objects.filter(variant=mug).delete()
    StockLevel.objects.filter(variant=mug).delete()


def reservation_is_gone(mug: Variant) -> None:
    Reservation.objects.filter(variant=mug).delete()


def reservation_says_more(mug: Variant) -> None:
    Reservation.objects.filter(variant=mug).update(quantity=3)


def value_is_off_by_a_grosz(mug: Variant) -> None:
    VariantCost.objects.filter(variant=mug).update(value=Decimal("49.99"))


def valued_quantity_is_off(mug: Variant) -> None:
    VariantCost.objects.filter(variant=mug).update(quantity=6)


@pytest.mark.parametrize(
    "harm, found",
    [
        (level_says_more, {("on_hand_is_moves", "7.000", "5.000"), ("valued_quantity_is_stock", "5.000", "7.000")}),
        (level_is_gone, {("on_hand_is_moves", "0", "5.000"), ("valued_quantity_is_stock", "5.000", "0")}),
        (reservation_is_gone, {("reserved_is_reservations", "2.000", "0")}),
        (reservation_says_more, {("reserved_is_reservations", "2.000", "3.000")}),
        (value_is_off_by_a_grosz, {("value_is_moves", "49.9900", "50.0000")}),
        (valued_quantity_is_off, {("valued_quantity_is_stock", "6.000", "5.000")}),
    ],
)
def test_each_fault_is_found(
    lipa: Company,
    main: Location,
    mug: Variant,
    plate: Variant,
    harm: Callable[[Variant], None],
    found: set[tuple[str, str, str]],
) -> None:
    for variant in (mug, plate):
        stocked(variant, main, 5)
        reserved(variant, 2)
    assert queries.audit(lipa) == []
    harm(mug)
    faults = queries.audit(lipa)
    assert {fault.variant_id for fault in faults} == {mug.pk}
    assert {(fault.check, str(fault.recorded), str(fault.proved)) for fault in faults} == found
