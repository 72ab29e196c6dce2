"""Another pattern from now on: nothing repeats, nothing is skipped, and what was given can be told again."""

from datetime import UTC, date, datetime

import pytest
from django.db import IntegrityError, transaction

from erp.finance.audits import numbers as audit
from erp.fiscal import queries
from erp.fiscal import services as fiscal
from erp.fiscal.models import NumberCounter, NumberSeries
from erp.foundation.actor import SYSTEM
from erp.foundation.errors import Conflict
from erp.foundation.events.models import Event
from erp.foundation.organisation.models import Company
from tests.factories.accounts import a_company

AT = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
DAY = date(2026, 3, 2)


@pytest.fixture
def lipa(db: None) -> Company:
    return a_company("Lipa")


@pytest.fixture
def invoices(lipa: Company) -> NumberSeries:
    return fiscal.define_series(
        company=lipa,
        kind="invoice",
        code="main",
        pattern="FV/{year}/{month:02}/{number}",
        period="month",
        actor=SYSTEM,
        at=AT,
    )


def _change(series: NumberSeries, pattern: str, period: str) -> NumberSeries:
    return fiscal.change_series(series=series, pattern=pattern, period=period, actor=SYSTEM, at=AT)


def _take(series: NumberSeries) -> str:
    with transaction.atomic():
        return fiscal.take_number(series=series, on=DAY)


def test_a_series_that_gave_nothing_is_changed_itself(invoices: NumberSeries) -> None:
    changed = _change(invoices, "{year}-{number:05}", "year")

    assert (changed.pk, changed.pattern) == (invoices.pk, "{year}-{number:05}")
    assert _take(changed) == "2026-00001"


def test_one_that_gave_numbers_is_replaced_and_stays_as_it_was(lipa: Company, invoices: NumberSeries) -> None:
    assert [_take(invoices), _take(invoices)] == ["FV/2026/03/1", "FV/2026/03/2"]

    new = _change(invoices, "{year}-{number:05}", "year")

    assert queries.series(lipa, "invoice", "main") == new != invoices
    assert [_take(new), _take(new)] == ["2026-00001", "2026-00002"]
    invoices.refresh_from_db()
    assert (invoices.pattern, invoices.retired_at) == ("FV/{year}/{month:02}/{number}", AT)
    counter = NumberCounter.objects.get(series=invoices)
    assert [audit.written(invoices, counter, serial) for serial in (1, 2)] == ["FV/2026/03/1", "FV/2026/03/2"]
    told = Event.objects.filter(name="fiscal.SeriesDefined").order_by("id").last()
    assert told is not None
    assert told.data == {"series_id": new.pk, "replaces": invoices.pk}


def test_the_same_again_changes_nothing(invoices: NumberSeries) -> None:
    _take(invoices)

    assert _change(invoices, invoices.pattern, invoices.period) == invoices
    assert NumberSeries.objects.count() == 1


@pytest.mark.parametrize(
    "pattern, period",
    [("FV/{year}/{month:02}/{number:03}", "month"), ("FV/{year}/{month}/{number}", "year"), ("{number}", "year")],
)
def test_a_pattern_that_could_repeat_a_number_is_refused(invoices: NumberSeries, pattern: str, period: str) -> None:
    _take(invoices)

    with pytest.raises(fiscal.InvalidPattern):
        _change(invoices, pattern, period)
    assert list(NumberSeries.objects.values_list("pattern", "retired_at")) == [(invoices.pattern, None)]


def test_the_first_of_all_patterns_may_not_come_back(invoices: NumberSeries) -> None:
    first = (invoices.pattern, invoices.period)
    _take(invoices)
    second = _change(invoices, "{year}-{number}", "year")
    _take(second)

    with pytest.raises(fiscal.InvalidPattern):
        _change(second, *first)


def test_a_replaced_series_is_not_replaced_again(invoices: NumberSeries) -> None:
    _take(invoices)
    _change(invoices, "{year}-{number}", "year")

    with pytest.raises(Conflict):
        _change(invoices, "INV-{year}-{number}", "year")


def test_looking_at_the_next_number_takes_none(lipa: Company, invoices: NumberSeries) -> None:
    from erp.fiscal.portal.numbers import next_of

    on = queries.period_of("month", date.today())
    for _ in range(3):
        assert next_of(invoices).endswith("/1")
    assert not NumberCounter.objects.exists()
    NumberCounter.objects.create(series=invoices, period=on, last=7)
    assert next_of(NumberSeries.objects.get()).endswith("/8")


@pytest.mark.parametrize("change", [{"pattern": "X/{year}/{month}/{number}"}, {"period": "none"}, {"kind": "other"}])
def test_the_database_refuses_to_change_a_series_in_use(invoices: NumberSeries, change: dict[str, str]) -> None:
    _take(invoices)

    with pytest.raises(IntegrityError, match="numbers were taken"), transaction.atomic():
        NumberSeries.objects.filter(pk=invoices.pk).update(**change)


def test_the_database_does_not_bring_back_a_replaced_series(invoices: NumberSeries) -> None:
    _take(invoices)
    new = _change(invoices, "{year}-{number}", "year")

    with pytest.raises(IntegrityError), transaction.atomic():
        NumberSeries.objects.filter(pk=invoices.pk).update(retired_at=None)
    with pytest.raises(IntegrityError, match="number_series_once"), transaction.atomic():
        NumberSeries.objects.create(
            company_id=new.company_id, kind=new.kind, code=new.code, pattern="Z{number}", period="none"
        )
