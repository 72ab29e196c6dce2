"""Tax rates hold from a day to a day, exchange rates until the next one."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.core.management import call_command
from django.db import IntegrityError, transaction

from erp.fiscal import queries
from erp.fiscal import services as fiscal
from erp.fiscal.models import ExchangeRate, TaxClass, TaxRate
from erp.foundation.actor import SYSTEM
from tests.factories.fiscal import TaxClassFactory, TaxRateFactory

AT = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def _record(base: str, quote: str, on: date, rate: str) -> ExchangeRate:
    return fiscal.record_exchange_rate(
        base=base, quote=quote, on=on, rate=Decimal(rate), source="NBP", actor=SYSTEM, at=AT
    )


def test_the_law_of_poland_and_britain_is_loaded_once(db: None) -> None:
    for _ in range(2):
        call_command("load_reference_fiscal")
    day = date(2026, 3, 2)
    codes = ("standard", "reduced_8", "reduced_5", "zero", "exempt")
    polish = [queries.rate_for("PL", queries.tax_class(code), day) for code in codes]
    assert polish == [23, 8, 5, 0, 0]
    standard = queries.tax_class("standard")
    assert queries.rate_for("GB", standard, date(2010, 12, 1)) == Decimal("17.5")
    assert queries.rate_for("GB", standard, date(2011, 1, 4)) == 20
    assert TaxClass.objects.count() == 5


def test_what_people_changed_is_not_loaded_over(db: None) -> None:
    call_command("load_reference_fiscal")
    standard = queries.tax_class("standard")
    fiscal.set_tax_rate(
        country="PL", tax_class=standard, rate=Decimal(22), valid_from=date(2027, 1, 1), actor=SYSTEM, at=AT
    )
    call_command("load_reference_fiscal")
    assert queries.rate_for("PL", standard, date(2026, 12, 31)) == 23
    assert queries.rate_for("PL", standard, date(2027, 1, 1)) == 22


def test_a_rate_is_never_guessed(db: None) -> None:
    rate = TaxRateFactory.create(valid_to=date(2026, 1, 31))
    assert queries.rate_for("PL", rate.tax_class, date(2026, 1, 31)) == 23
    for country, day in (("PL", date(2026, 2, 1)), ("PL", date(2010, 12, 31)), ("XX", date(2026, 1, 1))):
        with pytest.raises(queries.NoTaxRate):
            queries.rate_for(country, rate.tax_class, day)


def test_setting_a_rate_ends_the_one_before_and_is_safe_to_repeat(db: None) -> None:
    old = TaxRateFactory.create()
    for _ in range(2):
        fiscal.set_tax_rate(
            country="PL", tax_class=old.tax_class, rate=Decimal(24), valid_from=date(2027, 1, 1), actor=SYSTEM, at=AT
        )
    assert list(TaxRate.objects.order_by("valid_from").values_list("rate", "valid_from", "valid_to")) == [
        (Decimal(23), date(2011, 1, 1), date(2026, 12, 31)),
        (Decimal(24), date(2027, 1, 1), None),
    ]


def test_a_rate_before_a_later_one_is_refused(db: None) -> None:
    old = TaxRateFactory.create()
    with pytest.raises(fiscal.RateOverlaps):
        fiscal.set_tax_rate(
            country="PL", tax_class=old.tax_class, rate=Decimal(24), valid_from=date(2010, 1, 1), actor=SYSTEM, at=AT
        )
    assert TaxRate.objects.count() == 1


def test_the_database_refuses_two_rates_on_a_day(db: None) -> None:
    rate = TaxRateFactory.create(valid_to=date(2026, 1, 31))
    TaxRateFactory.create(tax_class=rate.tax_class, valid_from=date(2026, 2, 1))
    TaxRateFactory.create(tax_class=rate.tax_class, valid_from=date(2026, 2, 1), country="GB")
    TaxRateFactory.create(tax_class=TaxClassFactory.create(code="zero"), valid_from=date(2026, 2, 1))
    with pytest.raises(IntegrityError, match="tax_rate_one_a_day"), transaction.atomic():
        TaxRateFactory.create(tax_class=rate.tax_class, valid_from=date(2026, 1, 31), valid_to=date(2026, 1, 31))


@pytest.mark.parametrize(
    "wrong, constraint",
    [
        ({"rate": Decimal(-1)}, "tax_rate_is_percent"),
        ({"rate": Decimal(101)}, "tax_rate_is_percent"),
        ({"country": "pl"}, "tax_rate_country_code"),
        ({"valid_to": date(2010, 12, 31)}, "tax_rate_ends_after_start"),
    ],
)
def test_the_database_refuses_a_rate_that_cannot_be(db: None, wrong: dict[str, object], constraint: str) -> None:
    message = constraint if constraint != "tax_rate_ends_after_start" else "range lower bound|tax_rate_ends_after_start"
    with pytest.raises(Exception, match=message), transaction.atomic():
        TaxRateFactory.create(**wrong)
    assert not TaxRate.objects.exists()


def test_an_exchange_rate_holds_until_the_next(db: None) -> None:
    _record("EUR", "PLN", date(2026, 2, 27), "4.25")
    _record("EUR", "PLN", date(2026, 3, 2), "4.27")
    assert queries.exchange_rate("EUR", "PLN", date(2026, 3, 1)) == Decimal("4.25")
    assert queries.exchange_rate("EUR", "PLN", date(2026, 3, 2)) == Decimal("4.27")
    assert queries.exchange_rate("PLN", "PLN", date(2026, 3, 2)) == 1
    with pytest.raises(queries.NoExchangeRate):
        queries.exchange_rate("EUR", "PLN", date(2026, 2, 26))


def test_the_opposite_rate_serves_if_it_is_all_there_is_or_newer(db: None) -> None:
    _record("EUR", "PLN", date(2026, 2, 27), "4")
    assert queries.exchange_rate("PLN", "EUR", date(2026, 3, 1)) == Decimal("0.25")
    _record("PLN", "EUR", date(2026, 3, 1), "0.2")
    assert queries.exchange_rate("PLN", "EUR", date(2026, 3, 1)) == Decimal("0.2")
    assert queries.exchange_rate("EUR", "PLN", date(2026, 3, 1)) == 5


def test_the_newest_word_for_a_day_holds(db: None) -> None:
    for rate in ("4.25", "4.26"):
        _record("EUR", "PLN", date(2026, 2, 27), rate)
    assert ExchangeRate.objects.get().rate == Decimal("4.26")


@pytest.mark.parametrize(
    "base, quote, rate, constraint",
    [
        ("EUR", "PLN", "0", "exchange_rate_positive"),
        ("EUR", "EUR", "1", "exchange_rate_currencies"),
        ("eur", "PLN", "1", "exchange_rate_currencies"),
    ],
)
def test_the_database_refuses_an_exchange_rate_that_cannot_be(
    db: None, base: str, quote: str, rate: str, constraint: str
) -> None:
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        _record(base, quote, date(2026, 2, 27), rate)
