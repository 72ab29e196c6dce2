"""Letting go of what is held."""

from decimal import Decimal

from erp.catalog.models import Variant
from erp.foundation.actor import SYSTEM
from erp.foundation.events.models import Event
from erp.foundation.organisation.models import Company
from erp.inventory import queries
from erp.inventory import services as inventory
from erp.inventory.models import Location, Shortage
from tests.factories.inventory import AT, an_owner, demand, level, reserved, stocked


def test_everything_of_an_owner_is_freed(lipa: Company, main: Location, mug: Variant, plate: Variant) -> None:
    stocked(mug, main, 5)
    stocked(plate, main, 1)
    owner = an_owner()
    inventory.reserve_stock(demand=demand((mug, 2), (plate, 3)), owner=owner, company_id=lipa.pk, actor=SYSTEM, at=AT)
    released = inventory.release_stock(owner=owner, actor=SYSTEM, at=AT)
    assert set(released.reservations) == {
        inventory.Held("1", mug.pk, main.pk, Decimal(2)),
        inventory.Held("2", plate.pk, main.pk, Decimal(1)),
    }
    assert released.shortages == (inventory.Held("2", plate.pk, None, Decimal(2)),)
    assert (level(mug, main), level(plate, main)) == ((Decimal(5), Decimal(0)), (Decimal(1), Decimal(0)))
    assert queries.audit(lipa) == []


def test_only_the_named_lines_are_freed(lipa: Company, main: Location, mug: Variant, plate: Variant) -> None:
    stocked(mug, main, 5)
    stocked(plate, main, 5)
    owner = an_owner()
    inventory.reserve_stock(demand=demand((mug, 2), (plate, 3)), owner=owner, company_id=lipa.pk, actor=SYSTEM, at=AT)
    inventory.release_stock(owner=owner, line_keys=["2"], actor=SYSTEM, at=AT)
    assert (level(mug, main), level(plate, main)) == ((Decimal(5), Decimal(2)), (Decimal(5), Decimal(0)))


def test_freeing_twice_frees_once(main: Location, mug: Variant) -> None:
    stocked(mug, main, 5)
    owner = reserved(mug, 2)
    inventory.release_stock(owner=owner, actor=SYSTEM, at=AT)
    assert inventory.release_stock(owner=owner, actor=SYSTEM, at=AT) == inventory.Released((), ())
    assert level(mug, main) == (Decimal(5), Decimal(0))


def test_what_is_freed_goes_to_who_waits_and_nothing_is_offered_meanwhile(main: Location, mug: Variant) -> None:
    stocked(mug, main, 1)
    gives_up, waits = reserved(mug, 1), reserved(mug, 1)
    told = Event.objects.filter(name="inventory.AvailabilityChanged").count()
    inventory.release_stock(owner=gives_up, actor=SYSTEM, at=AT)
    assert queries.holdings(waits)["1"].missing == 0
    assert not Shortage.objects.exists()
    assert Event.objects.filter(name="inventory.AvailabilityChanged").count() == told


def test_an_amended_order_keeps_its_own_stock(main: Location, mug: Variant) -> None:
    stocked(mug, main, 2)
    owner, waits = reserved(mug, 2), reserved(mug, 1)
    inventory.release_stock(owner=owner, hand_on=False, actor=SYSTEM, at=AT)
    reserved(mug, 2, owner=owner)
    assert queries.holdings(owner)["1"].missing == 0
    assert queries.holdings(waits)["1"].missing == 1
