"""Stock through the API: levels by SKU and place, in pages, only one's own, costs only for who reads them."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from erp.foundation.organisation.models import Company
from erp.inventory.models import Location
from tests.factories.accounts import a_company
from tests.factories.api import a_client
from tests.factories.catalog import a_variant
from tests.factories.inventory import a_bin, a_warehouse, reserved, stocked

LEVELS = "/api/v1/stock-levels/"


@pytest.fixture
def lipa(db: None) -> Company:
    return a_company("Lipa")


@pytest.fixture
def main(lipa: Company) -> Location:
    return a_warehouse(lipa)


def rows(answer: Any) -> list[tuple[str, str, str, str, str]]:
    names = ("sku", "location_code", "on_hand", "reserved", "available")
    return [tuple(row[name] for name in names) for row in answer.json()["results"]]


def test_levels_are_given_by_sku_and_by_place(lipa: Company, main: Location) -> None:
    mug, plate = a_variant(lipa, "MUG"), a_variant(lipa, "PLATE")
    shelf = a_bin(main, "A-03")
    stocked(mug, main, 5)
    stocked(mug, shelf, 2)
    stocked(plate, main, 7)
    reserved(plate, 3)
    client = a_client(lipa, "inventory.view")

    at_main, on_shelf = ("MUG", main.code, "5.000", "0.000", "5.000"), ("MUG", "A-03", "2.000", "0.000", "2.000")
    plates = ("PLATE", main.code, "7.000", "3.000", "4.000")
    assert sorted(rows(client.get(LEVELS))) == sorted([at_main, on_shelf, plates])
    assert sorted(rows(client.get(LEVELS, {"sku": "MUG"}))) == sorted([at_main, on_shelf])
    assert sorted(rows(client.get(LEVELS, {"location": main.pk}))) == sorted([at_main, plates])
    assert rows(client.get(LEVELS, {"sku": "MUG", "location_code": "A-03"})) == [on_shelf]


def test_pages_follow_one_another_without_gap_or_repetition(lipa: Company, main: Location) -> None:
    for number in range(5):
        stocked(a_variant(lipa, f"SKU-{number}"), main, 1)
    client, url = a_client(lipa, "inventory.view"), f"{LEVELS}?page_size=2"
    seen: list[str] = []
    while url:
        answer = client.get(url).json()
        assert len(answer["results"]) <= 2
        seen += [row["sku"] for row in answer["results"]]
        url = answer["next"]

    assert seen == [f"SKU-{number}" for number in range(5)]


def test_costs_are_left_out_for_who_does_not_read_them(lipa: Company, main: Location) -> None:
    mug = a_variant(lipa, "MUG")
    stocked(mug, main, 1, unit_cost="10.00")
    stocked(mug, main, 3, unit_cost="14.00")
    without = a_client(lipa, "inventory.view").get(LEVELS).json()["results"][0]
    with_costs = a_client(lipa, "inventory.view", reads=("cost",)).get(LEVELS).json()["results"][0]

    assert "unit_cost" not in without
    assert with_costs["unit_cost"] == "13.0000"


def test_other_companies_and_other_permissions_see_nothing(lipa: Company, main: Location) -> None:
    stocked(a_variant(lipa, "MUG"), main, 5)
    level = a_client(lipa, "inventory.view").get(LEVELS).json()["results"][0]["id"]
    foreign = a_client(a_company("Inna"), "inventory.view")

    assert rows(foreign.get(LEVELS)) == []
    assert foreign.get(f"{LEVELS}{level}/").status_code == 404
    assert a_client(lipa, "catalog.view").get(LEVELS).status_code == 403


def test_the_list_costs_the_same_however_long_it_is(lipa: Company, main: Location) -> None:
    client = a_client(lipa, "inventory.view", reads=("cost",))

    def cost() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert client.get(LEVELS).status_code == 200
        return len(queries)

    stocked(a_variant(lipa, "SKU-0"), main, 1)
    cost()
    one = cost()
    for number in range(1, 6):
        stocked(a_variant(lipa, f"SKU-{number}"), main, 1)
    assert cost() == one
