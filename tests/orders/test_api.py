"""Orders through the API: read under rights, placed once, cancelled, held and released."""

from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from erp.foundation.web.api.paging import KeysetPagination
from erp.orders.models import Order
from erp.pricing.models import PriceList
from tests.builders import an_order, line_of
from tests.factories.api import a_client
from tests.factories.fiscal import TaxRateFactory
from tests.factories.orders import Shop, a_shop
from tests.factories.pricing import PriceFactory, PriceListFactory

ADDRESS = {"name": "Anna Nowak", "street": "ul. Długa 5", "city": "Kraków", "postcode": "31-147", "country": "PL"}


@pytest.fixture
def shop(db: None) -> Shop:
    return a_shop()


@pytest.fixture
def retail(shop: Shop) -> PriceList:
    TaxRateFactory.create()
    price_list = PriceListFactory.create(company=shop.company, code="RETAIL")
    PriceFactory.create(price_list=price_list, variant=shop.mug, amount=Decimal("39.00"))
    return price_list


def _body(shop: Shop, **changes: Any) -> dict[str, Any]:
    return {
        "sales_channel": shop.channel.pk,
        "reference": "WEB-1",
        "price_list": "RETAIL",
        "buyer": {"name": "Anna Nowak", "email": "anna@example.com", "language": "pl"},
        "lines": [{"sku": "MUG", "quantity": "2"}],
        "shipping_address": ADDRESS,
        "delivery_method": "Kurier",
        "delivery_price": "12.00",
    } | changes


def test_an_order_is_placed_once_with_list_prices_and_taxes(shop: Shop, retail: PriceList) -> None:
    client = a_client(shop.company, "orders.view", "orders.place", reads=("personal",))
    first = client.post("/api/v1/orders/", _body(shop), format="json")
    second = client.post("/api/v1/orders/", _body(shop), format="json")
    assert (first.status_code, second.json()["id"]) == (201, first.json()["id"])
    shown = first.json()
    assert (shown["total"], shown["tax_total"], shown["status"]) == ("90.0000", "16.8300", "new")
    assert [(line["sku"], line["unit_price"], line["reserved"]) for line in shown["lines"]] == [
        ("MUG", "39.0000", "2.000")
    ]
    assert (shown["email"], shown["addresses"][0]["city"]) == ("anna@example.com", "Kraków")
    assert Order.objects.count() == 1


@pytest.mark.parametrize(
    "changes, code",
    [
        ({"lines": [{"sku": "NOPE", "quantity": "1"}]}, "unknown-sku"),
        ({"lines": [{"sku": "PLATE", "quantity": "1"}]}, "no-price"),
        ({"price_list": "NOPE"}, "invalid"),
        ({"sales_channel": 0}, "not-found"),
        ({"accept_shortage": False, "lines": [{"sku": "MUG", "quantity": "11"}]}, "out-of-stock"),
        ({"lines": []}, "invalid-input"),
    ],
)
def test_what_cannot_be_placed_says_why(shop: Shop, retail: PriceList, changes: dict[str, Any], code: str) -> None:
    client = a_client(shop.company, "orders.view", "orders.place")
    answer = client.post("/api/v1/orders/", _body(shop, **changes), format="json")
    assert (answer.json()["code"], Order.objects.count()) == (code, 0)


def test_an_agreed_price_is_taken(shop: Shop, retail: PriceList) -> None:
    client = a_client(shop.company, "orders.view", "orders.place")
    lines = [{"sku": "PLATE", "quantity": "3", "unit_price": "10.50"}]
    answer = client.post("/api/v1/orders/", _body(shop, lines=lines), format="json")
    assert answer.json()["total"] == "43.5000"


def test_another_companys_orders_and_channels_do_not_exist(shop: Shop, retail: PriceList) -> None:
    order, other = an_order(shop=shop), a_shop()
    stranger = a_client(other.company, "orders.*")
    assert stranger.get(f"/api/v1/orders/{order.pk}/").status_code == 404
    assert stranger.get("/api/v1/orders/").json()["results"] == []
    assert stranger.post(f"/api/v1/orders/{order.pk}/cancel/", {"reason": "x"}, format="json").status_code == 404
    assert stranger.post("/api/v1/orders/", _body(shop), format="json").status_code == 404
    order.refresh_from_db()
    assert (order.status, Order.objects.count()) == ("confirmed", 1)


def test_the_same_reference_in_another_company_is_another_order(shop: Shop, retail: PriceList) -> None:
    other = a_shop()
    PriceFactory.create(price_list=PriceListFactory.create(company=other.company, code="RETAIL"), variant=other.mug)
    numbers = set()
    for place in (shop, other):
        client = a_client(place.company, "orders.view", "orders.place")
        numbers.add(client.post("/api/v1/orders/", _body(place), format="json").json()["id"])
    assert len(numbers) == 2


def test_personal_values_are_left_out_for_who_does_not_read_them(shop: Shop) -> None:
    order = an_order(shop=shop)
    shown = a_client(shop.company, "orders.view").get(f"/api/v1/orders/{order.pk}/").json()
    assert not {"email", "phone", "note", "pickup_point"} & shown.keys()
    assert set(shown["addresses"][0]) == {"kind", "city", "postcode", "region", "country"}


def test_an_order_is_held_released_and_cancelled(shop: Shop) -> None:
    order = an_order(shop=shop)
    client = a_client(shop.company, "orders.*")
    url = f"/api/v1/orders/{order.pk}"
    assert client.post(f"{url}/hold/", {"note": "Adres?"}, format="json").json()["status"] == "held"
    assert client.post(f"{url}/release/").json()["status"] == "confirmed"
    assert client.post(f"{url}/cancel/", {"reason": "Pomyłka"}, format="json").json()["status"] == "cancelled"
    assert line_of(order, "MUG") == {"quantity": 2, "cancelled": 2}


def test_a_shipped_order_is_not_cancelled(shop: Shop) -> None:
    order = an_order("shipped", shop=shop)
    answer = a_client(shop.company, "orders.*").post(
        f"/api/v1/orders/{order.pk}/cancel/", {"reason": "x"}, format="json"
    )
    assert (answer.status_code, answer.json()["code"]) == (409, "illegal-move")


def test_reading_is_no_right_to_cancel(shop: Shop) -> None:
    order = an_order(shop=shop)
    answer = a_client(shop.company, "orders.view").post(
        f"/api/v1/orders/{order.pk}/cancel/", {"reason": "x"}, format="json"
    )
    order.refresh_from_db()
    assert (answer.status_code, order.status) == (403, "confirmed")


def test_orders_are_filtered_and_paged(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(KeysetPagination, "page_size", 2)
    made = [an_order("new", shop=shop), *(an_order(shop=shop) for _ in range(3))]
    client = a_client(shop.company, "orders.view")
    page = client.get("/api/v1/orders/?status=confirmed").json()
    rest = client.get(page["next"]).json()
    assert [row["id"] for row in (*page["results"], *rest["results"])] == [order.pk for order in reversed(made[1:])]
    assert [row["id"] for row in client.get("/api/v1/orders/?status=new").json()["results"]] == [made[0].pk]


def test_the_number_of_queries_is_fixed(shop: Shop) -> None:
    client, counts = a_client(shop.company, "orders.view"), []
    orders = [an_order(shop=shop)]
    for _ in range(2):
        for url in ("/api/v1/orders/", f"/api/v1/orders/{orders[0].pk}/"):
            client.get(url)
            with CaptureQueriesContext(connection) as queries:
                client.get(url)
            counts.append(len(queries))
        orders += [an_order(shop=shop) for _ in range(3)]
    assert counts[:2] == counts[2:]
