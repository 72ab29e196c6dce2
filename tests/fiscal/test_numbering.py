"""Numbers are taken without gaps, under races and rollbacks."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime
from threading import Barrier

import pytest
from django.db import IntegrityError, connection, transaction

from erp.fiscal import services as fiscal
from erp.fiscal.models import NumberCounter, NumberSeries
from erp.foundation.actor import SYSTEM
from erp.foundation.organisation.models import Company
from tests.factories.fiscal import NumberSeriesFactory
from tests.factories.organisation import CompanyFactory

AT = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
MARCH = date(2026, 3, 2)


def _define(company: Company, pattern: str, period: str) -> NumberSeries:
    return fiscal.define_series(
        company=company, kind="invoice", code="FV", pattern=pattern, period=period, actor=SYSTEM, at=AT
    )


def test_numbers_count_on_and_start_again_with_the_period(db: None) -> None:
    series = NumberSeriesFactory.create()
    days = [MARCH, date(2026, 3, 31), date(2026, 4, 1), MARCH, date(2027, 3, 1)]
    assert [fiscal.take_number(series=series, on=day) for day in days] == [
        "FV/2026/03/1",
        "FV/2026/03/2",
        "FV/2026/04/1",
        "FV/2026/03/3",
        "FV/2027/03/1",
    ]


def test_series_do_not_share_numbers(db: None) -> None:
    one, other = NumberSeriesFactory.create(), NumberSeriesFactory.create(code="K", pattern="K/{number}", period="none")
    assert fiscal.take_number(series=one, on=MARCH) == "FV/2026/03/1"
    assert fiscal.take_number(series=other, on=MARCH) == "K/1"


def test_a_rollback_gives_the_number_back(db: None) -> None:
    series = NumberSeriesFactory.create()
    fiscal.take_number(series=series, on=MARCH)
    with transaction.atomic():
        assert fiscal.take_number(series=series, on=MARCH) == "FV/2026/03/2"
        transaction.set_rollback(True)
    assert fiscal.take_number(series=series, on=MARCH) == "FV/2026/03/2"


def test_a_number_is_taken_inside_a_transaction_only(own_db: str) -> None:
    series = NumberSeriesFactory.create()
    with pytest.raises(RuntimeError):
        fiscal.take_number(series=series, on=MARCH)
    assert not NumberCounter.objects.exists()


def _take_many(series: NumberSeries, workers: int, each: int, every_third_fails: bool) -> list[str]:
    start = Barrier(workers)

    def work(_worker: int) -> list[str]:
        taken = []
        start.wait()
        for turn in range(each):
            try:
                with transaction.atomic():
                    number = fiscal.take_number(series=series, on=MARCH)
                    if every_third_fails and turn % 3 == 2:
                        raise ZeroDivisionError
            except ZeroDivisionError:
                continue
            taken.append(number)
        connection.close()
        return taken

    with ThreadPoolExecutor(workers) as pool:
        return [number for numbers in pool.map(work, range(workers)) for number in numbers]


def test_eight_at_once_with_rollbacks_leave_no_gap_and_no_double(own_db: str) -> None:
    series = NumberSeriesFactory.create()
    taken = _take_many(series, workers=8, each=15, every_third_fails=True)
    assert len(taken) == 80
    assert sorted(taken) == sorted(f"FV/2026/03/{n}" for n in range(1, 81))


def test_counting_outside_the_database_goes_wrong(own_db: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The control: read, add one, write, with everybody reading before anybody writes."""
    series = NumberSeriesFactory.create()
    NumberCounter.objects.create(series=series, period="2026-03", last=0)
    everybody_read = Barrier(4)

    def take(series: NumberSeries, on: date) -> str:
        counter = NumberCounter.objects.get(series=series)
        everybody_read.wait()
        counter.last += 1
        counter.save()
        return f"FV/2026/03/{counter.last}"

    monkeypatch.setattr(fiscal, "take_number", take)
    assert set(_take_many(series, workers=4, each=1, every_third_fails=False)) == {"FV/2026/03/1"}


def test_a_series_is_defined_once(db: None) -> None:
    lipa = CompanyFactory.create()
    first = _define(lipa, "FV/{year}/{number}", "year")
    assert _define(lipa, "FV/{year}/{number}", "year") == first
    with pytest.raises(fiscal.SeriesDiffers):
        _define(lipa, "F/{year}/{number}", "year")
    assert NumberSeries.objects.get().pattern == "FV/{year}/{number}"


@pytest.mark.parametrize(
    "pattern, period",
    [
        ("FV/{year}", "year"),
        ("FV/{number}", "year"),
        ("FV/{year}/{number}", "month"),
        ("FV/{month}/{number}", "month"),
        ("FV/{day}/{number}", "none"),
        ("FV/{number.real.x}", "none"),
        ("FV/{0}/{number}", "none"),
        ("FV/{number}", "week"),
        ("FV/{number", "none"),
    ],
)
def test_a_pattern_whose_numbers_repeat_is_refused(db: None, pattern: str, period: str) -> None:
    with pytest.raises(fiscal.InvalidPattern):
        _define(CompanyFactory.create(), pattern, period)
    assert not NumberSeries.objects.exists()


@pytest.mark.parametrize("pattern, period", [("FV/{year}", "year"), ("{number}", "year"), ("{year}/{number}", "month")])
def test_the_database_refuses_such_a_pattern_too(db: None, pattern: str, period: str) -> None:
    with pytest.raises(IntegrityError, match="number_series_pattern_tells_apart"), transaction.atomic():
        NumberSeriesFactory.create(pattern=pattern, period=period)


def test_a_counter_stands_once_for_a_period(db: None) -> None:
    series = NumberSeriesFactory.create()
    NumberCounter.objects.create(series=series, period="2026-03", last=1)
    with pytest.raises(IntegrityError, match="number_counter_once"), transaction.atomic():
        NumberCounter.objects.create(series=series, period="2026-03", last=1)
