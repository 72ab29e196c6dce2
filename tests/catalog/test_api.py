"""The endpoints of the catalogue."""

from typing import Any

import pytest
from rest_framework.test import APIClient

from erp.catalog import queries
from erp.catalog.models import Product, Variant
from erp.foundation.organisation.models import Company
from tests.factories.accounts import a_company
from tests.factories.api import a_client
from tests.factories.catalog import UnitFactory, a_variant
from tests.factories.fiscal import TaxClassFactory


@pytest.fixture
def lipa(db: None) -> Company:
    TaxClassFactory.create()
    UnitFactory.create()
    return a_company("Lipa")


@pytest.fixture
def api(lipa: Company) -> APIClient:
    return a_client(lipa, "catalog.view", "catalog.edit")


def _mug(company: Company) -> dict[str, Any]:
    return {
        "company": company.pk,
        "title_pl": "Kubek",
        "option_names": ["Kolor"],
        "variants": [{"sku": "MUG-R", "options": ["czerwony"], "barcodes": ["4006381333931"], "weight_g": 350}],
    }


def test_a_product_is_made_once_and_read_back(lipa: Company, api: APIClient) -> None:
    made = api.post("/api/v1/products/", _mug(lipa), format="json")
    assert made.status_code == 201, made.content
    again = api.post("/api/v1/products/", _mug(lipa), format="json")
    assert again.json()["id"] == made.json()["id"]
    body = api.get(f"/api/v1/products/{made.json()['id']}/").json()
    assert (body["texts"], body["options"], body["status"]) == (
        [{"language": "pl", "title": "Kubek", "description": ""}],
        ["Kolor"],
        "active",
    )
    assert body["variants"][0]["barcodes"] == [{"code": "4006381333931", "kind": "gtin"}]


def test_products_are_found_by_sku_and_barcode(lipa: Company, api: APIClient) -> None:
    api.post("/api/v1/products/", _mug(lipa), format="json")
    a_variant(lipa, "CUP")
    for query in ("sku=MUG-R", "barcode=4006381333931"):
        found = api.get(f"/api/v1/products/?{query}").json()["results"]
        assert [one["variants"][0]["sku"] for one in found] == ["MUG-R"]


def test_verbs_change_products_and_variants(lipa: Company, api: APIClient) -> None:
    product = api.post("/api/v1/products/", _mug(lipa), format="json").json()
    api.post(f"/api/v1/products/{product['id']}/change/", {"title_en": "Mug"}, format="json")
    blue = {"sku": "MUG-B", "options": ["niebieski"]}
    api.post(f"/api/v1/products/{product['id']}/add-variant/", blue, format="json")
    archived = api.post(f"/api/v1/products/{product['id']}/archive/").json()
    assert ([one["sku"] for one in archived["variants"]], archived["status"]) == (["MUG-R", "MUG-B"], "archived")
    variant = Variant.objects.get(sku="MUG-B")
    changed = api.post(f"/api/v1/variants/{variant.pk}/change/", {"weight_g": 300}, format="json").json()
    assert (changed["weight_g"], changed["sku"]) == (300, "MUG-B")
    kit = a_variant(lipa, "SET")
    body = {"components": [{"sku": "MUG-B", "quantity": "2"}]}
    assert api.post(f"/api/v1/variants/{kit.pk}/define-kit/", body, format="json").json()["is_kit"] is True
    assert [key for key, _quantity in queries.components_of([kit.pk])[kit.pk]] == [variant.pk]


def test_a_refusal_is_a_problem_and_changes_nothing(lipa: Company, api: APIClient) -> None:
    a_variant(lipa, "MUG-R")
    answer = api.post("/api/v1/products/", _mug(lipa), format="json")
    assert (answer.status_code, answer.json()["code"]) == (409, "sku-taken")
    assert Product.objects.count() == 1


def test_another_company_is_not_there(lipa: Company, api: APIClient) -> None:
    foreign = a_company("Inna")
    hidden = a_variant(foreign, "SECRET")
    assert api.get(f"/api/v1/variants/{hidden.pk}/").status_code == 404
    assert api.post("/api/v1/products/", _mug(foreign), format="json").status_code == 404
    assert not Product.objects.filter(company=foreign, code="").exists()


def test_who_may_only_read_changes_nothing(lipa: Company) -> None:
    reader, variant = a_client(lipa, "catalog.view"), a_variant(lipa, "MUG")
    assert reader.post(f"/api/v1/variants/{variant.pk}/change/", {"sku": "X"}, format="json").status_code == 403
    assert Variant.objects.get().sku == "MUG"
