"""The sweeps of each minute."""

from datetime import timedelta
from decimal import Decimal

from erp.catalog.models import Variant
from erp.foundation import clock
from erp.foundation.actor import SYSTEM
from erp.inventory import queries, tasks
from erp.inventory import services as inventory
from erp.inventory.models import Location, Shortage
from tests.factories.inventory import an_owner, demand, level, reserved, stocked


def test_carts_whose_time_is_over_are_freed(main: Location, mug: Variant) -> None:
    stocked(mug, main, 2)
    for name, minutes in (("old", -1), ("fresh", 5)):
        inventory.reserve_stock(
            demand=demand((mug, 1)),
            owner=an_owner(name),
            company_id=mug.company_id,
            kept_until=clock.now() + timedelta(minutes=minutes),
            actor=SYSTEM,
            at=clock.now(),
        )
    assert tasks.free_expired() == 1
    assert tasks.free_expired() == 0
    assert level(mug, main) == (Decimal(2), Decimal(1))


def test_who_waits_beside_free_stock_gets_it(main: Location, mug: Variant) -> None:
    """As when a first receipt into a new place and an order that became short did not see each other."""
    main.pickable = False
    main.save(update_fields=["pickable"])
    stocked(mug, main, 1)
    owner = reserved(mug, 1)
    main.pickable = True
    main.save(update_fields=["pickable"])
    assert queries.fillable(limit=10) == [(mug.company_id, mug.pk)]
    assert tasks.fill_shortages() == 1
    assert queries.holdings(owner)["1"].missing == 0
    assert not Shortage.objects.exists()


def test_free_stock_that_may_not_serve_them_is_left_alone(main: Location, shop: Location, mug: Variant) -> None:
    inventory.reserve_stock(
        demand=demand((mug, 1)),
        owner=an_owner(),
        company_id=mug.company_id,
        locations=[shop.pk],
        actor=SYSTEM,
        at=clock.now(),
    )
    stocked(mug, main, 1)
    assert queries.fillable(limit=10) == []
