"""The start page says how the day goes, and each number leads to its documents."""

from datetime import timedelta
from decimal import Decimal

import time_machine

from erp.finance.models import Invoice
from erp.finance.queries.results import DayResult, results_of
from erp.finance.today import how_it_goes
from erp.foundation.actor import Actor
from erp.foundation.money import Money
from erp.foundation.web import subjects
from erp.foundation.web.formats import country
from tests.builders import an_order
from tests.factories.accounts import a_member
from tests.factories.finance import a_shop_with_books, sent, told_the_books
from tests.factories.orders import AT


def _actor(user):
    return Actor("user", str(user.pk))


def test_sales_and_margin_of_a_day_are_those_of_the_books(db):
    shop = a_shop_with_books()
    sent(an_order("reserved", shop=shop))
    told_the_books()
    invoice = Invoice.objects.get()
    day = invoice.issued_on
    results = results_of(shop.company.pk, (day, day - timedelta(days=7)))
    assert results[day].sales == invoice.gross - invoice.tax
    assert results[day].margin == results[day].sales - results[day].cost
    assert results[day - timedelta(days=7)] == DayResult(Decimal(0), Decimal(0))


def test_the_card_counts_orders_and_names_those_that_should_have_left(db):
    shop = a_shop_with_books()
    an_order("reserved", shop=shop)
    owner = _actor(a_member("owner", shop.company))
    with time_machine.travel(AT, tick=False):
        (today,) = how_it_goes(owner)["companies"]
    assert (today["orders"], today["orders_before"], today["late"]) == (1, 0, 0)
    assert today["sales"] == Money("0", "PLN")
    with time_machine.travel(AT + timedelta(days=7), tick=False):
        (later,) = how_it_goes(owner)["companies"]
    assert (later["orders"], later["orders_before"], later["late"]) == (0, 1, 1)
    yesterday = (AT + timedelta(days=6)).date()
    assert later["late_url"] == f"/orders/?placed_to={yesterday}&status=confirmed&status=part_shipped&ready=yes"


def test_who_may_not_see_margins_is_told_none(db):
    shop = a_shop_with_books()
    administrator = _actor(a_member("administrator", shop.company))
    (today,) = how_it_goes(administrator)["companies"]
    assert (today["margin"], today["margin_amount"]) == (None, None)


def test_records_are_called_by_their_numbers_one_query_a_kind(db, django_assert_num_queries):
    first = an_order("reserved")
    second = an_order("reserved")
    with django_assert_num_queries(1):
        names = subjects.names_of([first.ref, second.ref, first.ref])
    assert names == {first.ref: f"Order {first.number}", second.ref: f"Order {second.number}"}


def test_a_country_is_called_by_its_name():
    assert (country("PL"), country("XX"), country("")) == ("Poland", "XX", "")
