"""Stock in the list of products: summed over variants and places, only where one may look, in the export too."""

import csv
from decimal import Decimal

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from erp.catalog.models import Product
from erp.foundation.actor import SYSTEM
from erp.foundation.organisation.models import Company
from erp.foundation.web.lists import Column
from erp.foundation.web.lists.extra import ExtraColumns, add_columns, extra_columns
from erp.inventory.product_columns import with_stock
from tests.factories.accounts import a_branch, a_company, a_member
from tests.factories.catalog import VariantFactory, a_kit, a_variant
from tests.factories.inventory import a_bin, a_warehouse, reserved, stocked


@pytest.fixture
def lipa(db: None) -> Company:
    return a_company("Lipa")


def browser(company: Company, role: str = "buyer") -> Client:
    client = Client(headers={"Accept-Language": "en"})
    client.force_login(a_member(role, company), backend="django.contrib.auth.backends.ModelBackend")
    return client


def export(client: Client) -> list[dict[str, str]]:
    answer = client.get("/products/?export=csv")
    parts = answer.streaming_content if answer.streaming else [answer.content]
    return list(csv.DictReader(b"".join(parts).decode("utf-8-sig").splitlines()))


def stock_of(company: Company, actor: object = SYSTEM) -> list[tuple[Decimal | None, Decimal | None]]:
    rows = with_stock(Product.objects.filter(company=company), actor).order_by("pk")  # type: ignore[arg-type]  # annotated
    return list(rows.values_list("on_hand", "available"))


def test_a_product_shows_what_lies_there_and_what_is_free(lipa: Company) -> None:
    main = a_warehouse(lipa)
    blue = a_variant(lipa, "BLUE")
    red = VariantFactory.create(company=lipa, product=blue.product, sku="RED", option1="red")
    stocked(blue, main, 5)
    stocked(red, main, 4)
    stocked(red, a_bin(main, "SHOW", pickable=False), 2)
    reserved(red, 3)
    a_variant(lipa, "NEVER")
    a_kit(lipa, "SET", {blue: 2})

    assert stock_of(lipa) == [(Decimal(11), Decimal(6)), (None, None), (None, None)]
    told = {row["SKU"].split()[0]: (row["On hand"], row["Available"]) for row in export(browser(lipa))}
    assert told == {"BLUE": ("11", "6"), "NEVER": ("", ""), "SET": ("", "")}


def test_other_branches_are_left_out_for_who_works_in_one(lipa: Company) -> None:
    here, there = a_branch(lipa, "WAW"), a_branch(lipa, "KRK")
    mug = a_variant(lipa, "MUG")
    stocked(mug, a_warehouse(lipa, "W", branch=here), 5)
    stocked(mug, a_warehouse(lipa, "K", branch=there), 7)
    picker = a_member("warehouse", lipa, here, name="Piotr Zając")

    assert stock_of(lipa) == [(Decimal(12), Decimal(12))]
    assert stock_of(lipa, picker.actor) == [(Decimal(5), Decimal(5))]


def test_who_sees_no_stock_has_no_columns(lipa: Company) -> None:
    stocked(a_variant(lipa, "MUG"), a_warehouse(lipa), 5)

    assert "On hand" in browser(lipa).get("/products/").content.decode()
    assert "On hand" not in browser(lipa, "marketing").get("/products/").content.decode()


def test_the_list_costs_the_same_for_few_and_many(lipa: Company) -> None:
    main, client = a_warehouse(lipa), browser(lipa)

    def cost() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert client.get("/products/").status_code == 200
        return len(queries)

    stocked(a_variant(lipa, "SKU-0"), main, 1)
    cost()
    few = cost()
    for number in range(1, 12):
        stocked(a_variant(lipa, f"SKU-{number}"), main, 1)
    assert cost() == few


def test_an_added_column_cannot_be_sorted_by() -> None:
    sorting = ExtraColumns("inventory.view", (Column("x", "X", sort="x"),), with_stock)
    with pytest.raises(ValueError, match="sorted"):
        add_columns("tests.list", sorting)
    assert extra_columns("tests.list") == []
