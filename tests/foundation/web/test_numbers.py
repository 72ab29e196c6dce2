"""Reading numbers as people type them, and writing them as people read them."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from django.utils import timezone, translation

from erp.foundation.money import Money
from erp.foundation.web import formats
from erp.foundation.web.forms.numbers import BadNumber, parse_number

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    "text, expected",
    [
        ("1 234,50", "1234.50"),
        ("1\u00a0234,50", "1234.50"),
        ("1.234,50", "1234.50"),
        ("1,234.50", "1234.50"),
        ("1234.5", "1234.5"),
        ("12,5", "12.5"),
        ("1,234,567", "1234567"),
        ("1.234.567", "1234567"),
        ("-7,25", "-7.25"),
        ("\u22127.25", "-7.25"),
        (",5", "0.5"),
        ("0,125", "0.125"),
        ("0", "0"),
    ],
)
def test_a_number_is_read_whatever_its_separators(text: str, expected: str) -> None:
    assert parse_number(text) == Decimal(expected)


@pytest.mark.parametrize("text", ["", "abc", "1,2,3", "1 2a", "1.2.3,4", "--1", "1,23.456,7", "."])
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(BadNumber):
        parse_number(text)


def test_a_comma_before_three_digits_is_read_by_the_language() -> None:
    with translation.override("en"):
        assert parse_number("1,234") == 1234
    with translation.override("pl"):
        assert parse_number("1,234") == Decimal("1.234")


def test_money_is_written_in_both_languages() -> None:
    amount = Money("1234.5", "PLN")
    with translation.override("pl"):
        assert formats.money_text(amount) == "1\u00a0234,50\u00a0zł"
        assert formats.money_text(Money("-0.5", "EUR")) == "\u22120,50\u00a0€"
    with translation.override("en"):
        assert formats.money_text(amount) == "PLN\u00a01,234.50"
        assert formats.money_text(Money("1234", "JPY")) == "JPY\u00a01,234"
        assert formats.money_text(Money("0.1234", "PLN")) == "PLN\u00a00.1234"


def test_numbers_lose_only_zeros() -> None:
    with translation.override("en"):
        assert formats.number(Decimal("1200.500")) == "1,200.5"
        assert formats.number(1_000_000) == "1,000,000"
        assert formats.percent(Decimal("0.231")) == "23.1%"
    with translation.override("pl"):
        assert formats.percent(Decimal("0.231")) == "23,1\u00a0%"


def test_times_are_relative_within_a_day() -> None:
    with translation.override("en"), timezone.override("Europe/Warsaw"):
        assert formats.ago(NOON, NOON + timedelta(seconds=20)) == "just now"
        assert formats.ago(NOON, NOON + timedelta(minutes=12)) == "12 min ago"
        assert formats.ago(NOON, NOON + timedelta(hours=23, minutes=59)) == "23 h ago"
        assert formats.ago(NOON, NOON + timedelta(days=1)) == "2026-11-23 13:00"
        assert formats.ago(NOON + timedelta(minutes=5), NOON) == "in 5 min"
