"""What a customer sees by a signed link, and all that nobody sees by it."""

from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from erp.foundation import clock
from erp.orders import queries
from erp.orders.models import Order
from tests.builders import an_order

pytestmark = pytest.mark.django_db


def _path(order: Order) -> str:
    return "/" + queries.customer_link(order, at=clock.now()).split("/", 3)[3]


def test_the_link_shows_the_status_in_the_buyers_language() -> None:
    order = an_order("shipped")
    answer = Client().get(_path(order))
    text = answer.content.decode()
    assert answer.status_code == 200
    assert order.source_number in text
    assert (answer["X-Robots-Tag"], answer["Referrer-Policy"]) == ("noindex, nofollow, noarchive", "no-referrer")
    assert answer["Cache-Control"] == "private, no-store"


def test_the_link_leaks_nothing_else() -> None:
    order = an_order("shipped", note="Tajemnica")
    text = Client().get(_path(order)).content.decode()
    for secret in (
        "Anna",
        "anna@example.com",
        "+48600100200",
        "Długa",
        "Kraków",
        "39,00",
        "111,00",
        "MUG",
        "Tajemnica",
        f">{order.number}<",
    ):
        assert secret not in text


def test_a_link_ends_by_itself() -> None:
    order = an_order()
    path = _path(order)
    with time_machine.travel(clock.now() + queries.LINK_LASTS - timedelta(minutes=1)):
        assert Client().get(path).status_code == 200
    with time_machine.travel(clock.now() + queries.LINK_LASTS + timedelta(seconds=1)):
        assert Client().get(path).status_code == 404


def test_a_changed_link_opens_nothing() -> None:
    order, path = an_order(), _path(an_order())
    token = path.strip("/").split("/")[1]
    forged = token[:-1] + ("A" if token[-1] != "A" else "B")
    for wrong in (forged, str(order.pk), token[5:]):
        assert Client().get(reverse("orders:track", args=[wrong])).status_code == 404


def test_a_link_opens_no_page_of_people_who_work_here() -> None:
    order = an_order()
    path = _path(order)
    browser = Client()
    browser.get(path)
    assert browser.get(reverse("orders:order", args=[order.pk])).status_code == 302
    assert browser.get(f"/api/v1/orders/{order.pk}/").status_code == 401
