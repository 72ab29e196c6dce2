"""The pages of orders: list, record, actions, the phone page."""

from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from erp.orders import services as orders
from erp.orders.models import Order
from erp.pricing.models import PriceList
from tests.builders import an_order, line_of
from tests.factories.accounts import a_member
from tests.factories.fiscal import TaxRateFactory
from tests.factories.orders import AT, CHANNEL, Shop, a_draft, a_line, a_refund, a_shop
from tests.factories.pricing import PriceFactory, PriceListFactory


@pytest.fixture
def shop(db: None) -> Shop:
    return a_shop()


@pytest.fixture
def retail(shop: Shop) -> PriceList:
    TaxRateFactory.create()
    price_list = PriceListFactory.create(company=shop.company, code="RETAIL")
    for variant, amount in ((shop.mug, "39.00"), (shop.plate, "21.00")):
        PriceFactory.create(price_list=price_list, variant=variant, amount=Decimal(amount))
    return price_list


def _browser(role: str, shop: Shop) -> Client:
    client = Client()
    client.force_login(a_member(role, shop.company), backend="django.contrib.auth.backends.ModelBackend")
    return client


def _text(client: Client, url: str) -> str:
    answer = client.get(url)
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_order_page_shows_what_is_reserved_where(shop: Shop) -> None:
    order = an_order(shop=shop)
    text = _text(_browser("sales", shop), reverse("orders:order", args=[order.pk]))
    for shown in (order.number, "reserved 2 of 2", shop.warehouse.code, "Anna Nowak", "ul. Długa 5", "Kurier"):
        assert shown in text


def test_a_held_order_says_why_and_by_how_much(shop: Shop) -> None:
    order = an_order(shop=shop, lines=[a_line("NEVER-SEEN"), a_line("MUG")])
    text = _text(_browser("sales", shop), reverse("orders:order", args=[order.pk]))
    assert "A product is not known here" in text
    assert "not known here" in text


def test_personal_data_stays_away_from_who_does_not_read_it(shop: Shop) -> None:
    order = an_order(shop=shop, note="Zadzwonić po 17")
    browser = _browser("warehouse", shop)
    for url in (reverse("orders:order", args=[order.pk]), reverse("orders:list")):
        text = _text(browser, url)
        for hidden in ("Anna Nowak", "anna@example.com", "+48600100200", "ul. Długa 5", "Zadzwonić"):
            assert hidden not in text
    assert order.number in _text(browser, reverse("orders:list"))


def test_orders_of_another_company_are_not_there(shop: Shop) -> None:
    order, stranger = an_order(shop=shop), _browser("owner", a_shop())
    for name in ("order", "cancel", "hold", "release", "share"):
        assert stranger.get(reverse(f"orders:{name}", args=[order.pk])).status_code == 404
    assert order.number not in _text(stranger, reverse("orders:list"))
    assert stranger.post(reverse("orders:cancel", args=[order.pk]), {"reason": "x"}).status_code == 404
    order.refresh_from_db()
    assert order.status == "confirmed"


@pytest.mark.parametrize(
    "query, expected",
    [
        ("status=confirmed&status=part_shipped&ready=yes", ["ready"]),
        ("status=held", ["held"]),
        ("short=yes", ["short"]),
        ("payment=unpaid", ["unpaid"]),
        ("q=%23555", ["ready"]),
        ("q=anna%40example.com", ["held", "ready", "short", "unpaid"]),
        ("q=NOWAK", ["held", "ready", "short", "unpaid"]),
        ("q=Kowalska", []),
        ("q=no", []),
    ],
)
def test_the_list_narrows_to_what_is_asked(shop: Shop, query: str, expected: list[str]) -> None:
    made = {
        "ready": an_order(shop=shop, source_number="#555"),
        "held": an_order(shop=shop),
        "unpaid": an_order("new", shop=shop),
        "short": an_order("new", shop=shop, lines=[a_line("MUG", 50)]),
    }
    Order.objects.filter(pk=made["short"].pk).update(payment_status="part_paid")
    orders.hold_order(order_id=made["held"].pk, note="", actor=CHANNEL, at=AT)
    text = _text(_browser("sales", shop), f"{reverse('orders:list')}?{query}")
    assert sorted(name for name, order in made.items() if f">{order.number}<" in text) == expected


def test_nobody_finds_orders_by_personal_data_that_they_do_not_read(shop: Shop) -> None:
    order = an_order(shop=shop)
    for query in ("q=Nowak", "q=anna%40example.com"):
        assert order.number not in _text(_browser("warehouse", shop), f"{reverse('orders:list')}?{query}")
    assert order.number in _text(_browser("warehouse", shop), f"{reverse('orders:list')}?q={order.number}")


def test_an_order_is_held_released_and_cancelled_by_buttons(shop: Shop) -> None:
    order, browser = an_order(shop=shop), _browser("sales", shop)
    for name, data, status in (
        ("hold", {"note": "Adres?"}, "held"),
        ("release", {}, "confirmed"),
        ("cancel", {"reason": "Pomyłka"}, "cancelled"),
    ):
        url = reverse(f"orders:{name}", args=[order.pk])
        assert browser.get(url).status_code == 200
        assert browser.post(url, data).status_code == 302
        order.refresh_from_db()
        assert order.status == status


def test_a_role_that_only_reads_finds_no_button_and_no_way_around(shop: Shop) -> None:
    order, browser = an_order(shop=shop), _browser("warehouse", shop)
    url = reverse("orders:cancel", args=[order.pk])
    assert url not in _text(browser, reverse("orders:order", args=[order.pk]))
    assert browser.post(url, {"reason": "x"}).status_code == 404
    order.refresh_from_db()
    assert order.status == "confirmed"


def test_many_orders_are_held_at_once(shop: Shop) -> None:
    rows = [an_order(shop=shop), an_order("shipped", shop=shop)]
    browser = _browser("sales", shop)
    from erp.orders.portal.lists import HOLD

    actor = a_member("sales", shop.company).actor
    assert HOLD.preview(rows, actor).ready == 1
    outcome = HOLD.run([row.pk for row in rows], actor, AT)
    assert (outcome.done, [number for number, _why in outcome.failed]) == (1, [rows[1].number])
    assert browser.get(reverse("orders:list")).status_code == 200


def _phone_form(shop: Shop, *lines: tuple[Any, str, str], **changes: str) -> dict[str, str]:
    data = {
        "reference": "9f0c1c1e", "sales_channel": str(shop.channel.pk), "name": "Jan Kowal", "country": "PL",
        "street": "ul. Polna 1", "postcode": "00-001", "city": "Warszawa", "payment_terms": "cod",
        "delivery_price": "12,00", "delivery_method": "Kurier", "lines-TOTAL_FORMS": str(len(lines)),
        "lines-INITIAL_FORMS": "0", "lines-MIN_NUM_FORMS": "1", "lines-MAX_NUM_FORMS": "1000",
    }  # fmt: skip
    for number, (variant, quantity, price) in enumerate(lines):
        data |= {
            f"lines-{number}-product": str(variant.pk), f"lines-{number}-product_text": variant.sku,
            f"lines-{number}-quantity": quantity, f"lines-{number}-price": price,
        }  # fmt: skip
    return data | changes


def test_an_order_is_taken_by_phone_once(shop: Shop, retail: PriceList) -> None:
    browser, url = _browser("sales", shop), reverse("orders:new")
    assert browser.get(url).status_code == 200
    form = _phone_form(shop, (shop.mug, "2", ""), (shop.plate, "1", "20,00"))
    for _ in range(2):
        assert browser.post(url, form).status_code == 302
    order = Order.objects.get()
    assert (order.status, order.total, order.customer.name) == ("confirmed", Decimal(110), "Jan Kowal")
    assert (order.source, order.tax_total) == (f"phone:{shop.company.pk}", Decimal("20.57"))
    assert line_of(order, "MUG") == {"quantity": 2, "reserved": 2}


def test_a_known_customer_is_chosen(shop: Shop, retail: PriceList) -> None:
    known = an_order(shop=shop).customer
    form = _phone_form(shop, (shop.mug, "1", ""), name="", customer=str(known.pk), customer_text=known.name)
    assert _browser("sales", shop).post(reverse("orders:new"), form).status_code == 302
    order = Order.objects.get(source=f"phone:{shop.company.pk}")
    assert (order.customer, order.email) == (known, "anna@example.com")


def test_another_companys_customer_cannot_be_chosen(shop: Shop, retail: PriceList) -> None:
    stranger = an_order(shop=a_shop()).customer
    form = _phone_form(shop, (shop.mug, "1", ""), customer=str(stranger.pk), customer_text=stranger.name)
    answer = _browser("sales", shop).post(reverse("orders:new"), form)
    assert (answer.status_code, Order.objects.filter(source=f"phone:{shop.company.pk}").count()) == (422, 0)


def test_what_cannot_be_placed_keeps_what_was_typed(shop: Shop, retail: PriceList) -> None:
    form = _phone_form(shop, (shop.mug, "1", ""), name="", firm="")
    answer = _browser("sales", shop).post(reverse("orders:new"), form)
    assert (answer.status_code, Order.objects.count()) == (422, 0)
    assert "ul. Polna 1" in answer.content.decode()


def test_prices_are_explained_while_one_types(shop: Shop, retail: PriceList) -> None:
    form = _phone_form(shop, (shop.mug, "2", ""), (shop.plate, "1", "20,00"))
    text = _browser("sales", shop).post(reverse("orders:quote"), form).content.decode()
    for shown in ("Price list “Detaliczny” in PLN, tax included.", "Agreed with the customer.", "110"):
        assert shown in text
    assert Order.objects.count() == 0


def test_the_phone_page_asks_for_the_right(shop: Shop, retail: PriceList) -> None:
    browser = _browser("warehouse", shop)
    for name in ("new", "quote"):
        assert browser.get(reverse(f"orders:{name}")).status_code == 404


def test_refunds_are_shown(shop: Shop) -> None:
    line = a_line("MUG", 2)
    order = an_order(shop=shop, lines=[line])
    orders.record_refund(order_id=order.pk, draft=a_refund((line, 1, "39.00")), actor=CHANNEL, at=AT)
    text = _text(_browser("sales", shop), reverse("orders:order", args=[order.pk]))
    assert "Not sent" in text


def test_the_customer_page_shows_the_orders_of_one_customer(shop: Shop) -> None:
    from erp.foundation.web import panels

    order = an_order(shop=shop)
    orders.import_order(draft=a_draft(shop), actor=CHANNEL, at=AT)
    (panel,) = [one for one in panels.of("crm.customer") if one.key == "orders"]
    context = panel.load(order.customer.ref, a_member("sales", shop.company).actor)
    assert context is not None
    assert [count for count, _money in context["spent"]] == [2]
    assert panel.load(order.customer.ref, a_member("owner", a_shop().company).actor) is None


@pytest.mark.parametrize("name", ["orders:list", "orders:order"])
def test_the_number_of_queries_does_not_grow(shop: Shop, name: str) -> None:
    browser, counts = _browser("sales", shop), []
    order = an_order(shop=shop, lines=[a_line("MUG")])
    for more in (0, 4):
        for _ in range(more):
            order = an_order(shop=shop, lines=[a_line("PLATE"), a_line("MUG")])
        url = reverse(name, args=[order.pk] if name == "orders:order" else [])
        browser.get(url)
        with CaptureQueriesContext(connection) as queries:
            browser.get(url)
        counts.append(len(queries))
    assert counts[0] == counts[1]
