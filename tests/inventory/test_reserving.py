"""Holding stock for an owner's lines."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from erp.catalog.models import Variant
from erp.foundation.actor import SYSTEM
from erp.foundation.events.models import Event
from erp.foundation.organisation.models import Company
from erp.inventory import queries
from erp.inventory import services as inventory
from erp.inventory.models import Location, Reservation, Shortage, StockLevel
from tests.factories.catalog import VariantFactory, a_kit
from tests.factories.inventory import AT, a_bin, a_warehouse, an_owner, demand, level, reserved, stocked
from tests.factories.organisation import CompanyFactory


def held(owner: object) -> list[tuple[str, str, str, Decimal]]:
    rows = queries.reservations_of(owner)  # type: ignore[arg-type]  # a Ref
    return [(r.line_key, r.variant.sku, r.location.code, r.quantity) for r in rows]


def test_what_is_there_is_held_and_the_level_shows_it(main: Location, mug: Variant) -> None:
    stocked(mug, main, 5)
    owner = an_owner()
    short = inventory.reserve_stock(
        demand=demand((mug, 3)), owner=owner, company_id=mug.company_id, actor=SYSTEM, at=AT
    )
    assert short == []
    assert held(owner) == [("1", "MUG", "MAIN", Decimal(3))]
    assert level(mug, main) == (Decimal(5), Decimal(3))


def test_what_is_not_there_becomes_a_shortage(main: Location, mug: Variant) -> None:
    stocked(mug, main, 2)
    owner = an_owner()
    short = inventory.reserve_stock(
        demand=demand((mug, 5)), owner=owner, company_id=mug.company_id, actor=SYSTEM, at=AT
    )
    assert short == [inventory.ShortLine("1", mug.pk, Decimal(3))]
    assert held(owner) == [("1", "MUG", "MAIN", Decimal(2))]
    assert [(s.variant, s.quantity) for s in queries.shortages_of(owner)] == [(mug, Decimal(3))]


def test_a_variant_that_was_never_stocked_is_short_whole(main: Location, mug: Variant) -> None:
    owner = reserved(mug, 2)
    assert [(s.variant, s.quantity) for s in queries.shortages_of(owner)] == [(mug, Decimal(2))]


def test_nothing_is_held_when_a_shortage_is_not_accepted(main: Location, mug: Variant, plate: Variant) -> None:
    stocked(mug, main, 5)
    stocked(plate, main, 1)
    with pytest.raises(inventory.OutOfStock) as refused, transaction.atomic():
        inventory.reserve_stock(
            demand=demand((mug, 1), (plate, 2)),
            owner=an_owner(),
            company_id=mug.company_id,
            accept_shortage=False,
            actor=SYSTEM,
            at=AT,
        )
    assert refused.value.params["lines"] == [inventory.ShortLine("2", plate.pk, Decimal(1))]
    assert level(mug, main) == (Decimal(5), Decimal(0))
    assert not Reservation.objects.exists()
    assert not Shortage.objects.exists()


def test_one_warehouse_that_serves_everything_goes_before_two(
    main: Location, shop: Location, mug: Variant, plate: Variant
) -> None:
    stocked(mug, main, 9)
    stocked(mug, shop, 9)
    stocked(plate, shop, 9)
    owner = an_owner()
    inventory.reserve_stock(
        demand=demand((mug, 2), (plate, 1)), owner=owner, company_id=mug.company_id, actor=SYSTEM, at=AT
    )
    assert held(owner) == [("1", "MUG", "SHOP", Decimal(2)), ("2", "PLATE", "SHOP", Decimal(1))]


def test_places_are_used_in_the_order_that_the_caller_gives(main: Location, shop: Location, mug: Variant) -> None:
    stocked(mug, main, 2)
    stocked(mug, shop, 2)
    owner = an_owner()
    inventory.reserve_stock(
        demand=demand((mug, 3)),
        owner=owner,
        company_id=mug.company_id,
        locations=[shop.pk, main.pk],
        actor=SYSTEM,
        at=AT,
    )
    assert level(mug, shop) == (Decimal(2), Decimal(2))
    assert level(mug, main) == (Decimal(2), Decimal(1))


def test_a_warehouse_means_its_bins_too_but_not_those_for_quarantine(main: Location, mug: Variant) -> None:
    good, bad = a_bin(main, "A-1"), a_bin(main, "Q-1", pickable=False)
    stocked(mug, good, 1)
    stocked(mug, bad, 5)
    owner = an_owner()
    short = inventory.reserve_stock(
        demand=demand((mug, 2)), owner=owner, company_id=mug.company_id, locations=[main.pk], actor=SYSTEM, at=AT
    )
    assert held(owner) == [("1", "MUG", "A-1", Decimal(1))]
    assert short == [inventory.ShortLine("1", mug.pk, Decimal(1))]


def test_a_kit_holds_its_components_from_one_warehouse(
    lipa: Company, main: Location, shop: Location, mug: Variant, plate: Variant
) -> None:
    breakfast = a_kit(lipa, "BREAKFAST", {mug: 2, plate: 1})
    stocked(mug, main, 2)
    stocked(mug, shop, 2)
    stocked(plate, shop, 1)
    owner = reserved(breakfast, 1)
    assert held(owner) == [("1", "MUG", "SHOP", Decimal(2)), ("1", "PLATE", "SHOP", Decimal(1))]


def test_a_kit_is_missing_whole_when_one_component_lacks(
    lipa: Company, main: Location, mug: Variant, plate: Variant
) -> None:
    breakfast = a_kit(lipa, "BREAKFAST", {mug: 2, plate: 1})
    stocked(mug, main, 3)
    stocked(plate, main, 5)
    owner = an_owner()
    short = inventory.reserve_stock(demand=demand((breakfast, 2)), owner=owner, company_id=lipa.pk, actor=SYSTEM, at=AT)
    assert short == [inventory.ShortLine("1", breakfast.pk, Decimal(1))]
    assert [(s.variant, s.quantity) for s in queries.shortages_of(owner)] == [(mug, Decimal(1))]
    assert queries.holdings(owner)["1"].missing == Decimal(1)


def test_two_lines_and_a_kit_share_one_component(lipa: Company, main: Location, mug: Variant) -> None:
    pair = a_kit(lipa, "PAIR", {mug: 2})
    stocked(mug, main, 4)
    owner = an_owner()
    short = inventory.reserve_stock(
        demand=demand((mug, 1), (pair, 1), (mug, 2)), owner=owner, company_id=lipa.pk, actor=SYSTEM, at=AT
    )
    assert [line[3] for line in held(owner)] == [Decimal(1), Decimal(2), Decimal(1)]
    assert short == [inventory.ShortLine("3", mug.pk, Decimal(1))]
    assert level(mug, main) == (Decimal(4), Decimal(4))


def test_a_repeated_call_holds_nothing_twice(main: Location, mug: Variant) -> None:
    stocked(mug, main, 5)
    owner = reserved(mug, 3)
    reserved(mug, 3, owner=owner)
    assert held(owner) == [("1", "MUG", "MAIN", Decimal(3))]
    assert level(mug, main) == (Decimal(5), Decimal(3))


def test_many_owners_are_served_in_their_order(lipa: Company, main: Location, mug: Variant) -> None:
    stocked(mug, main, 3)
    first, second = an_owner(), an_owner()
    short = inventory.reserve_many(
        claims=[inventory.Claim(first, demand((mug, 2))), inventory.Claim(second, demand((mug, 2)))],
        company_id=lipa.pk,
        actor=SYSTEM,
        at=AT,
    )
    assert short == {first: [], second: [inventory.ShortLine("1", mug.pk, Decimal(1))]}


def test_another_companys_stock_is_never_used(main: Location, mug: Variant) -> None:
    other = a_warehouse(CompanyFactory.create(), "MAIN")
    stocked(mug, main, 1)
    short = inventory.reserve_stock(
        demand=demand((mug, 1)),
        owner=an_owner(),
        company_id=mug.company_id,
        locations=[other.pk],
        actor=SYSTEM,
        at=AT,
    )
    assert short == [inventory.ShortLine("1", mug.pk, Decimal(1))]


def test_a_quantity_must_be_positive(main: Location, mug: Variant) -> None:
    with pytest.raises(inventory.WrongQuantity), transaction.atomic():
        inventory.reserve_stock(
            demand=demand((mug, 0)), owner=an_owner(), company_id=mug.company_id, actor=SYSTEM, at=AT
        )


def test_one_fact_for_each_variant_that_has_less_free(
    lipa: Company, main: Location, mug: Variant, plate: Variant
) -> None:
    stocked(mug, main, 5)
    known = set(Event.objects.values_list("pk", flat=True))
    inventory.reserve_stock(
        demand=demand((mug, 1), (mug, 1), (plate, 1)), owner=an_owner(), company_id=lipa.pk, actor=SYSTEM, at=AT
    )
    told = Event.objects.exclude(pk__in=known)
    assert [(e.name, e.data) for e in told] == [
        ("inventory.AvailabilityChanged", {"variant_id": mug.pk, "company_id": lipa.pk})
    ]


def test_reserving_takes_three_statements_and_one_for_the_facts_whatever_the_number_of_lines(
    lipa: Company, main: Location
) -> None:
    variants = [VariantFactory.create(company=lipa) for _ in range(12)]
    for variant in variants:
        stocked(variant, main, 5)
    wanted = demand(*((variant, 1) for variant in variants))
    with CaptureQueriesContext(connection) as queries_made:
        inventory.reserve_stock(demand=wanted, owner=an_owner(), company_id=lipa.pk, actor=SYSTEM, at=AT)
    statements = [query["sql"] for query in queries_made if "SAVEPOINT" not in query["sql"]]
    assert len(statements) == 4, statements


def test_a_carts_reservation_ends_with_its_time(main: Location, mug: Variant) -> None:
    stocked(mug, main, 1)
    cart = an_owner("cart")
    inventory.reserve_stock(
        demand=demand((mug, 1)),
        owner=cart,
        company_id=mug.company_id,
        kept_until=AT + timedelta(minutes=15),
        actor=SYSTEM,
        at=AT,
    )
    assert queries.expired_owners(AT + timedelta(minutes=14), limit=10) == []
    inventory.free_expired(owner=cart, actor=SYSTEM, at=AT + timedelta(minutes=14))
    assert level(mug, main) == (Decimal(1), Decimal(1))

    late = AT + timedelta(minutes=15)
    assert queries.expired_owners(late, limit=10) == [cart]
    inventory.free_expired(owner=cart, actor=SYSTEM, at=late)
    assert level(mug, main) == (Decimal(1), Decimal(0))


def test_the_database_refuses_to_promise_more_than_is_there(main: Location, mug: Variant) -> None:
    stocked(mug, main, 1)
    with pytest.raises(IntegrityError, match="stock_level_reserved_within"), transaction.atomic():
        StockLevel.objects.filter(variant=mug).update(reserved=2)
    assert level(mug, main) == (Decimal(1), Decimal(0))
