"""Pages and endpoints of prices."""

from decimal import Decimal

import pytest
from django.test import Client

from erp.catalog.models import Variant
from erp.foundation.organisation.models import Company
from erp.pricing.models import Price, PriceList
from tests.factories.accounts import a_company, a_member
from tests.factories.api import a_client
from tests.factories.catalog import a_variant
from tests.factories.pricing import PriceFactory, PriceListFactory


@pytest.fixture
def lipa(db: None) -> Company:
    return a_company("Lipa")


@pytest.fixture
def mug(lipa: Company) -> Variant:
    return a_variant(lipa, "MUG-1")


@pytest.fixture
def buyer(lipa: Company) -> Client:
    client = Client(headers={"Accept-Language": "en"})
    client.force_login(a_member("buyer", lipa), backend="django.contrib.auth.backends.ModelBackend")
    return client


def test_a_list_is_made_filled_and_shown(lipa: Company, mug: Variant, buyer: Client) -> None:
    form = {"company": lipa.pk, "code": "RETAIL", "name": "Detal", "currency": "PLN", "includes_tax": "on"}
    buyer.post("/prices/new/", form)
    retail = PriceList.objects.get()
    price = {"variant": str(mug.pk), "unit_price": "39,90", "min_quantity": "1"}
    buyer.post(f"/prices/{retail.pk}/set/", price)
    assert list(Price.objects.values_list("variant", "amount")) == [(mug.pk, Decimal("39.90"))]
    page = buyer.get(f"/prices/{retail.pk}/").content.decode()
    assert "MUG-1" in page
    assert "39.90" in page
    assert "Detal" in buyer.get("/prices/").content.decode()
    assert "39.90" in buyer.get(f"/products/{mug.product_id}/").content.decode()


def test_a_price_ends(lipa: Company, mug: Variant, buyer: Client) -> None:
    price = PriceFactory.create(price_list=PriceListFactory.create(company=lipa), variant=mug)
    buyer.post(f"/prices/price/{price.pk}/end/", {"after": "2026-12-31"})
    price.refresh_from_db()
    assert f"{price.valid_to}" == "2026-12-31"


def test_a_wrong_price_is_refused_at_its_field(lipa: Company, mug: Variant, buyer: Client) -> None:
    retail = PriceListFactory.create(company=lipa)
    form = {"variant": str(mug.pk), "variant_text": "MUG-1", "unit_price": "39", "min_quantity": "0"}
    assert buyer.post(f"/prices/{retail.pk}/set/", form).status_code == 422
    assert not Price.objects.exists()


def test_the_api_sets_prices_once(lipa: Company, mug: Variant) -> None:
    api, retail = a_client(lipa, "pricing.view", "pricing.edit", "catalog.view"), PriceListFactory.create(company=lipa)
    body = {"variant": mug.pk, "amount": "39.90"}
    first = api.post(f"/api/v1/price-lists/{retail.pk}/set-price/", body, format="json")
    again = api.post(f"/api/v1/price-lists/{retail.pk}/set-price/", body, format="json")
    assert (first.json()["amount"], first.json()["currency"]) == ("39.9000", "PLN")
    assert again.json()["id"] == first.json()["id"]
    assert len(api.get(f"/api/v1/prices/?variant={mug.pk}").json()["results"]) == 1
