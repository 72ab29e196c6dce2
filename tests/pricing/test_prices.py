"""Prices hold from a day to a day, and say why they are what they are."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.db import IntegrityError, connection, transaction

from erp.catalog.models import Variant
from erp.foundation.actor import SYSTEM
from erp.foundation.events.models import Event
from erp.foundation.money import CurrencyMismatch, Money
from erp.pricing import queries
from erp.pricing import services as pricing
from erp.pricing.models import Price, PriceList
from tests.factories.catalog import a_variant
from tests.factories.organisation import CompanyFactory
from tests.factories.pricing import PriceFactory, PriceListFactory

AT = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
MARCH = date(2026, 3, 2)


def zl(amount: str) -> Money:
    return Money(amount, "PLN")


@pytest.fixture
def retail(db: None) -> PriceList:
    return PriceListFactory.create()


@pytest.fixture
def mug(retail: PriceList) -> Variant:
    return a_variant(retail.company, "MUG")


def _set(retail: PriceList, mug: Variant, amount: str, *days: date | None, quantity: int = 1) -> Price:
    start, end = (*days, None, None)[:2]
    return pricing.set_price(
        price_list=retail, variant=mug, unit_price=zl(amount), min_quantity=Decimal(quantity),
        valid_from=start, valid_to=end, actor=SYSTEM, at=AT,
    )  # fmt: skip


def _rows() -> list[tuple[str, date | None, date | None]]:
    rows = Price.objects.order_by("valid_from").values_list("amount", "valid_from", "valid_to")
    return sorted(((f"{amount:.0f}", start, end) for amount, start, end in rows), key=lambda row: row[1] or date.min)


def test_a_price_is_found_with_its_reasons(retail: PriceList, mug: Variant) -> None:
    _set(retail, mug, "39.00", MARCH)
    line = queries.price_line(mug.pk, Decimal(2), retail, MARCH)
    assert (line.unit_price, line.includes_tax) == (zl("39.00"), True)
    assert [str(step) for step in line.source] == [
        "Price list “Detaliczny” in PLN, tax included.",
        "Price for any quantity: 39 PLN.",
        "Valid from 2026-03-02.",
    ]


def test_the_price_of_the_largest_quantity_reached_holds(retail: PriceList, mug: Variant) -> None:
    _set(retail, mug, "39")
    _set(retail, mug, "35", quantity=10)
    _set(retail, mug, "30", quantity=100)
    prices = [queries.price_line(mug.pk, Decimal(n), retail, MARCH).unit_price for n in (1, 9, 10, 99, 100)]
    assert prices == [zl("39"), zl("39"), zl("35"), zl("35"), zl("30")]
    assert str(queries.price_line(mug.pk, Decimal(10), retail, MARCH).source[1]) == "Price from 10 on: 35 PLN."


def test_a_price_is_never_guessed(retail: PriceList, mug: Variant) -> None:
    _set(retail, mug, "39", MARCH, date(2026, 3, 31), quantity=5)
    for quantity, day in ((4, MARCH), (5, date(2026, 3, 1)), (5, date(2026, 4, 1))):
        with pytest.raises(queries.NoPrice):
            queries.price_line(mug.pk, Decimal(quantity), retail, day)


def test_a_list_that_is_not_in_force_has_no_prices(retail: PriceList, mug: Variant) -> None:
    _set(retail, mug, "39")
    pricing.update_price_list(
        price_list=retail, name="Lato", valid_from=date(2026, 6, 1), valid_to=date(2026, 8, 31), actor=SYSTEM, at=AT
    )
    summer = PriceList.objects.get()
    assert queries.price_line(mug.pk, Decimal(1), summer, date(2026, 8, 31)).unit_price == zl("39")
    for day in (date(2026, 5, 31), date(2026, 9, 1)):
        assert queries.price_lines({mug.pk: Decimal(1)}, summer, day) == {}


def test_a_new_price_ends_the_old_one(retail: PriceList, mug: Variant) -> None:
    _set(retail, mug, "39")
    _set(retail, mug, "42", MARCH)
    assert _rows() == [("39", None, date(2026, 3, 1)), ("42", MARCH, None)]


def test_a_price_for_some_days_leaves_the_days_around_them(retail: PriceList, mug: Variant) -> None:
    _set(retail, mug, "39", date(2026, 1, 1))
    _set(retail, mug, "29", date(2026, 11, 27), date(2026, 11, 30))
    assert _rows() == [
        ("39", date(2026, 1, 1), date(2026, 11, 26)),
        ("29", date(2026, 11, 27), date(2026, 11, 30)),
        ("39", date(2026, 12, 1), None),
    ]


def test_a_price_takes_the_place_of_those_within_its_days(retail: PriceList, mug: Variant) -> None:
    _set(retail, mug, "39", date(2026, 1, 1))
    _set(retail, mug, "29", date(2026, 11, 27), date(2026, 11, 30))
    _set(retail, mug, "50", date(2026, 6, 1))
    assert _rows() == [("39", date(2026, 1, 1), date(2026, 5, 31)), ("50", date(2026, 6, 1), None)]


def test_setting_the_same_price_twice_tells_once(retail: PriceList, mug: Variant) -> None:
    assert _set(retail, mug, "39", MARCH) == _set(retail, mug, "39", MARCH)
    assert [event.data for event in Event.objects.all()] == [{"variant_id": mug.pk, "price_list_id": retail.pk}]


def test_ending_a_price(retail: PriceList, mug: Variant) -> None:
    price = _set(retail, mug, "39", MARCH)
    for _ in range(2):
        pricing.end_price(price=price, after=date(2026, 3, 31), actor=SYSTEM, at=AT)
    assert _rows() == [("39", MARCH, date(2026, 3, 31))]
    pricing.end_price(price=price, after=date(2026, 3, 1), actor=SYSTEM, at=AT)
    assert _rows() == []
    assert Event.objects.count() == 3


def test_a_price_that_cannot_be_is_refused(retail: PriceList, mug: Variant) -> None:
    with pytest.raises(CurrencyMismatch):
        pricing.set_price(price_list=retail, variant=mug, unit_price=Money(1, "EUR"), actor=SYSTEM, at=AT)
    for amount, days, quantity in (("-1", (), 1), ("1", (MARCH, date(2026, 3, 1)), 1), ("1", (), 0)):
        with pytest.raises(pricing.InvalidPrice):
            _set(retail, mug, amount, *days, quantity=quantity)
    assert not Price.objects.exists()


def test_a_list_is_defined_once(db: None) -> None:
    lipa = CompanyFactory.create()

    def define(currency: str) -> PriceList:
        return pricing.define_price_list(
            company=lipa, code="B2B", name="Hurt", currency=currency, includes_tax=False, actor=SYSTEM, at=AT
        )

    assert define("PLN") == define("PLN") == queries.price_list_by_code(lipa, "B2B")
    with pytest.raises(pricing.PriceListDiffers):
        define("EUR")
    assert PriceList.objects.get().currency == "PLN"


# --- guards


def test_the_database_refuses_two_prices_on_a_day(retail: PriceList, mug: Variant) -> None:
    PriceFactory.create(price_list=retail, variant=mug, valid_to=MARCH)
    PriceFactory.create(price_list=retail, variant=mug, min_quantity=Decimal(10))
    with pytest.raises(IntegrityError, match="price_one_a_day"), transaction.atomic():
        PriceFactory.create(price_list=retail, variant=mug, valid_from=MARCH)


@pytest.mark.parametrize(
    "wrong, constraint",
    [({"amount": Decimal(-1)}, "price_not_negative"), ({"min_quantity": Decimal(0)}, "price_quantity_positive")],
)
def test_the_database_refuses_a_price_that_cannot_be(
    retail: PriceList, wrong: dict[str, object], constraint: str
) -> None:
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        PriceFactory.create(price_list=retail, **wrong)


def test_a_price_stays_in_the_company_of_its_list_and_variant(retail: PriceList) -> None:
    PriceFactory.create(price_list=retail, variant=a_variant(CompanyFactory.create(), "X"))
    with pytest.raises(IntegrityError, match="price_in_company_of_variant"):
        connection.check_constraints()


def test_a_price_stays_in_the_company_of_its_list(retail: PriceList, mug: Variant) -> None:
    other = PriceListFactory.create()
    Price.objects.create(company=retail.company, price_list=other, variant=mug, amount=Decimal(1))
    with pytest.raises(IntegrityError, match="price_in_company_of_list"):
        connection.check_constraints()


@pytest.mark.parametrize(
    "wrong, constraint",
    [
        ({"currency": "zł"}, "price_list_currency_code"),
        ({"valid_from": MARCH, "valid_to": date(2026, 3, 1)}, "price_list_ends_after_start"),
    ],
)
def test_the_database_refuses_an_impossible_list(db: None, wrong: dict[str, object], constraint: str) -> None:
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        PriceListFactory.create(**wrong)


def test_a_list_code_stands_once_in_a_company(retail: PriceList) -> None:
    with pytest.raises(IntegrityError, match="price_list_once"), transaction.atomic():
        PriceListFactory.create(company=retail.company, code=retail.code)
