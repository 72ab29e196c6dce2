"""What may be promised, and what a channel may say of it."""

from collections import defaultdict
from decimal import Decimal
from random import Random

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from erp.catalog.models import Variant
from erp.foundation.organisation.models import Company
from erp.inventory import queries
from erp.inventory.availability import PublishPolicy, kit_available, published
from erp.inventory.models import Location
from tests.factories.catalog import VariantFactory, a_kit
from tests.factories.inventory import a_bin, a_warehouse, reserved, stocked

quantities = st.decimals(0, 10_000, places=3)
shares = st.decimals(0, 1, places=2)
policies = st.builds(PublishPolicy, hold_back=quantities, buffer=quantities, share=shares, cap=st.none() | quantities)


@given(free=st.decimals(-100, 20_000, places=3), policy=policies)
def test_never_more_is_published_than_is_free_above_the_buffer(free: Decimal, policy: PublishPolicy) -> None:
    assert 0 <= published(free, policy) <= max(Decimal(0), free - policy.buffer)


@given(free=quantities, policy=policies)
def test_never_more_is_published_than_each_limit_allows(free: Decimal, policy: PublishPolicy) -> None:
    offered = published(free, policy)
    assert offered <= max(Decimal(0), free - policy.hold_back - policy.buffer) * policy.share
    assert policy.cap is None or offered <= policy.cap


@given(free=quantities, more=quantities, policy=policies)
def test_more_free_stock_never_publishes_less(free: Decimal, more: Decimal, policy: PublishPolicy) -> None:
    assert published(free, policy) <= published(free + more, policy)


@given(free=quantities)
def test_without_limits_all_whole_units_are_published(free: Decimal) -> None:
    assert published(free, PublishPolicy()) == int(free)


@pytest.mark.parametrize(
    "free, policy, offered",
    [
        ("10", PublishPolicy(buffer=Decimal(3)), 7),
        ("10", PublishPolicy(buffer=Decimal(3), hold_back=Decimal(2)), 5),
        ("10", PublishPolicy(buffer=Decimal(3), share=Decimal("0.5")), 3),
        ("10", PublishPolicy(cap=Decimal(4)), 4),
        ("2", PublishPolicy(buffer=Decimal(3)), 0),
        ("0.999", PublishPolicy(), 0),
    ],
)
def test_limits_together(free: str, policy: PublishPolicy, offered: int) -> None:
    assert published(Decimal(free), policy) == offered


@pytest.mark.parametrize("wrong", [{"buffer": -1}, {"hold_back": -1}, {"share": 2}, {"share": -1}, {"cap": -1}])
def test_a_policy_that_could_offer_what_is_not_there_is_refused(wrong: dict[str, int]) -> None:
    with pytest.raises(ValueError):
        PublishPolicy(**{name: Decimal(value) for name, value in wrong.items()})  # type: ignore[arg-type]  # by name


parts = st.dictionaries(st.integers(1, 5), st.decimals("0.5", 5, places=1), min_size=1)
warehouses = st.lists(st.dictionaries(st.integers(1, 5), st.decimals(0, 50, places=1)), max_size=4)


@given(needed=parts, stock=warehouses)
def test_so_many_kits_can_be_built_and_not_one_more(
    needed: dict[int, Decimal], stock: list[dict[int, Decimal]]
) -> None:
    built = Decimal(0)
    for shelf in stock:
        left = dict(shelf)
        while all(left.get(component, Decimal(0)) >= quantity for component, quantity in needed.items()):
            for component, quantity in needed.items():
                left[component] -= quantity
            built += 1
    assert kit_available(needed.items(), stock) == built


def test_free_stock_is_what_lies_in_pickable_places_and_is_not_promised(
    main: Location, shop: Location, mug: Variant, plate: Variant
) -> None:
    stocked(mug, main, 5)
    stocked(mug, shop, 2)
    stocked(mug, a_bin(shop, "Q-1", pickable=False), 9)
    reserved(mug, 1)
    assert queries.available([mug.pk, plate.pk]) == {mug.pk: Decimal(6), plate.pk: Decimal(0)}
    assert queries.available([mug.pk], [shop.pk]) == {mug.pk: Decimal(2)}
    assert queries.available([mug.pk], []) == {mug.pk: Decimal(0)}


def test_a_kit_counts_per_warehouse_and_across_its_bins(
    lipa: Company, main: Location, shop: Location, mug: Variant, plate: Variant
) -> None:
    breakfast = a_kit(lipa, "BREAKFAST", {mug: 2, plate: 1})
    stocked(mug, a_bin(main, "A-1"), 5)
    stocked(plate, a_bin(main, "B-1"), 1)
    stocked(plate, shop, 9)  # no mugs there
    assert queries.available([breakfast.pk]) == {breakfast.pk: Decimal(1)}


def test_selling_one_kit_lowers_its_siblings_and_names_them(
    lipa: Company, main: Location, mug: Variant, plate: Variant
) -> None:
    pair, breakfast = a_kit(lipa, "PAIR", {mug: 2}), a_kit(lipa, "BREAKFAST", {mug: 1, plate: 1})
    stocked(mug, main, 5)
    stocked(plate, main, 5)
    reserved(pair, 1)
    assert queries.available([mug.pk, pair.pk, breakfast.pk]) == {mug.pk: 3, pair.pk: 1, breakfast.pk: 3}
    assert queries.kits_with([mug.pk, plate.pk]) == {mug.pk: [pair.pk, breakfast.pk], plate.pk: [breakfast.pk]}


def test_two_queries_whatever_is_asked_for(lipa: Company, main: Location, mug: Variant, plate: Variant) -> None:
    kits = [a_kit(lipa, f"KIT-{n}", {mug: 1, plate: n}) for n in range(1, 9)]
    stocked(mug, main, 5)
    stocked(mug, a_warehouse(lipa, "SECOND"), 5)
    for asked in ([mug.pk], [mug.pk, plate.pk, *(kit.pk for kit in kits)]):
        with CaptureQueriesContext(connection) as made:
            queries.available(asked)
        assert len(made) == 2


def test_a_policy_publishes_from_its_own_places(main: Location, shop: Location, mug: Variant) -> None:
    stocked(mug, main, 5)
    stocked(mug, shop, 4)
    policy = PublishPolicy(locations=(shop.pk,), buffer=Decimal(1))
    assert queries.publishable([mug.pk], policy) == {mug.pk: 3}


def test_five_hundred_random_kits_agree_with_counting_by_hand(lipa: Company, main: Location, shop: Location) -> None:
    random = Random(11)
    third = a_warehouse(lipa, "THIRD")
    bins = {main: [main, a_bin(main, "A-1"), a_bin(main, "A-2")], shop: [shop], third: [third, a_bin(third, "B-1")]}
    components = [VariantFactory.create(company=lipa) for _ in range(25)]
    free: dict[Location, dict[int, int]] = {warehouse: defaultdict(int) for warehouse in bins}
    for warehouse, places in bins.items():
        for place in places:
            for component in random.sample(components, 15):
                quantity = random.randint(1, 30)
                stocked(component, place, quantity)
                free[warehouse][component.pk] += quantity
    expected = {}
    for number in range(500):
        parts = {component: random.randint(1, 4) for component in random.sample(components, random.randint(1, 4))}
        kit = a_kit(lipa, f"KIT-{number}", parts)
        expected[kit.pk] = sum(
            min(stock[component.pk] // needed for component, needed in parts.items()) for stock in free.values()
        )
    assert queries.available(expected) == expected
    assert queries.publishable(expected, PublishPolicy(buffer=Decimal(2))) == {
        kit: max(0, quantity - 2) for kit, quantity in expected.items()
    }
    assert len(set(expected.values())) > 10  # the numbers do differ
