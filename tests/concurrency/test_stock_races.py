"""Many hands reach for the same goods; each race has its control, which shows that the guard does the work."""

from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from functools import partial

import psycopg
import pytest
from django.db import IntegrityError, connection, transaction

from erp.catalog.models import Variant
from erp.foundation.actor import SYSTEM
from erp.foundation.errors import Busy
from erp.foundation.money import Money
from erp.foundation.organisation.models import Company
from erp.foundation.refs import Ref
from erp.inventory import locking, queries
from erp.inventory import services as inventory
from erp.inventory.models import Location, Reservation, Shortage, StockLevel, StockMove
from tests import database
from tests.concurrency.racing import race
from tests.factories.catalog import VariantFactory
from tests.factories.inventory import AT, a_warehouse, an_origin, demand, level, reserved, stocked
from tests.factories.organisation import CompanyFactory

Stage = tuple[Company, Location, list[Variant]]


@pytest.fixture
def stage(own_db: str) -> Stage:
    """A company with a warehouse and three variants, empty."""
    company = CompanyFactory.create(name="Lipa")
    return company, a_warehouse(company), [VariantFactory.create(company=company) for _ in range(3)]


@contextmanager
def without_the_lock(patch: pytest.MonkeyPatch) -> Iterator[None]:
    """Read the levels without holding them, and without the database's own check, which would stop it."""
    with psycopg.connect(database.current_urls()[1], autocommit=True) as owner:
        owner.execute("ALTER TABLE inventory_stocklevel DROP CONSTRAINT stock_level_reserved_within")
    with patch.context() as patched:
        statement = locking.LOCK_FOR_DEMAND.replace("FOR NO KEY UPDATE OF s", "")
        assert statement != locking.LOCK_FOR_DEMAND
        patched.setattr(locking, "LOCK_FOR_DEMAND", statement)
        yield


def buy(key: int, *lines: tuple[Variant, int]) -> list[inventory.ShortLine]:
    return inventory.reserve_stock(
        demand=demand(*lines),
        owner=Ref("orders.order", str(key)),
        company_id=lines[0][0].company_id,
        actor=SYSTEM,
        at=AT,
    )


def errors(results: list[object]) -> list[Exception]:
    return [result for result in results if isinstance(result, Exception)]


def test_fifty_buyers_want_the_last_unit_and_one_holds_it(stage: Stage) -> None:
    company, warehouse, [mug, *_] = stage
    stocked(mug, warehouse, 1)
    results = race([partial(buy, key, (mug, 1)) for key in range(50)])
    assert errors(results) == []
    assert sum(1 for short in results if not short) == 1
    assert level(mug, warehouse) == (Decimal(1), Decimal(1))
    assert Reservation.objects.count() == 1
    assert Shortage.objects.count() == 49
    assert queries.audit(company) == []


def test_the_database_itself_refuses_a_second_holder_of_the_last_unit(stage: Stage) -> None:
    _company, warehouse, [mug, *_] = stage
    stocked(mug, warehouse, 1)
    buy(1, (mug, 1))
    with pytest.raises(IntegrityError, match="stock_level_reserved_within"), transaction.atomic():
        connection.cursor().execute("UPDATE inventory_stocklevel SET reserved = reserved + 1")
    assert level(mug, warehouse) == (Decimal(1), Decimal(1))


def test_control_without_the_lock_the_last_unit_is_promised_twice(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    company, warehouse, [mug, *_] = stage
    stocked(mug, warehouse, 1)
    with without_the_lock(monkeypatch):
        for attempt in range(5):  # chance decides how many meet; five waves of 16 have never all missed
            race([partial(buy, attempt * 100 + key, (mug, 1)) for key in range(16)])
            if StockLevel.objects.get(variant=mug).reserved > 1:
                break
    assert StockLevel.objects.get(variant=mug).reserved > 1
    assert "reserved_within_on_hand" in {found.check for found in queries.audit(company)}


def test_control_without_the_lock_the_database_refuses_instead(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    _company, warehouse, [mug, *_] = stage
    stocked(mug, warehouse, 1)
    refused: list[Exception] = []
    monkeypatch.setattr(locking, "LOCK_FOR_DEMAND", locking.LOCK_FOR_DEMAND.replace("FOR NO KEY UPDATE OF s", ""))
    for attempt in range(5):
        refused += errors(race([partial(buy, attempt * 100 + key, (mug, 1)) for key in range(16)]))
    assert refused
    assert all("stock_level_reserved_within" in str(error) for error in refused)
    assert level(mug, warehouse) == (Decimal(1), Decimal(1))


def test_sixteen_writers_on_three_hot_skus_in_opposite_order_neither_oversell_nor_deadlock(stage: Stage) -> None:
    company, warehouse, variants = stage
    for variant in variants:
        stocked(variant, warehouse, 40)

    def writer(number: int) -> int:
        turned = variants[number % 3 :] + variants[: number % 3]
        lines = [(variant, 1) for variant in (turned if number % 2 else turned[::-1])]
        return sum(len(buy(number * 1000 + i, *lines)) for i in range(5))

    results = race([partial(writer, number) for number in range(16)])
    assert errors(results) == []
    assert sum(results) == 3 * (16 * 5 - 40)
    for variant in variants:
        assert level(variant, warehouse) == (Decimal(40), Decimal(40))
    assert queries.audit(company) == []
    assert deadlocks() == 0


def test_control_locked_in_any_order_they_deadlock(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    _company, warehouse, variants = stage
    for variant in variants:
        stocked(variant, warehouse, 900)
    statement = locking.LOCK_FOR_DEMAND.replace("ORDER BY s.id", "ORDER BY random()")
    assert statement != locking.LOCK_FOR_DEMAND
    monkeypatch.setattr(locking, "LOCK_FOR_DEMAND", statement)

    def writer(number: int) -> None:
        for i in range(5):
            buy(number * 1000 + i, *((variant, 1) for variant in variants))

    refused: list[Exception] = []
    for wave in range(5):
        refused += errors(race([partial(writer, wave * 100 + number) for number in range(8)]))
        if refused:
            break
    assert {type(error) for error in refused} == {Busy}
    assert deadlocks() > 0


def test_a_twin_of_the_same_claim_holds_nothing_twice(stage: Stage) -> None:
    _company, warehouse, [mug, *_] = stage
    stocked(mug, warehouse, 10)
    results = race([partial(buy, 1, (mug, 2)) for _ in range(8)])
    assert errors(results) == []
    assert level(mug, warehouse) == (Decimal(10), Decimal(2))


def test_twin_receipts_move_once(stage: Stage) -> None:
    company, warehouse, [mug, *_] = stage
    line = inventory.Receipt("1", mug.pk, warehouse.pk, Decimal(5), Money("2.00", "PLN"))
    receive = partial(inventory.receive_stock, lines=[line], origin=an_origin(), actor=SYSTEM, at=AT)
    results = race([receive] * 8)
    assert errors(results) == []
    assert len({move.pk for moves in results for move in moves}) == 1
    assert level(mug, warehouse) == (Decimal(5), Decimal(0))
    assert queries.stock_value(company) == Money("10.00", "PLN")
    assert queries.audit(company) == []


def test_twin_issues_move_once(stage: Stage) -> None:
    company, warehouse, [mug, *_] = stage
    stocked(mug, warehouse, 5)
    owner = reserved(mug, 2)
    line = inventory.Issue("1", mug.pk, warehouse.pk, Decimal(2))
    issue = partial(inventory.issue_stock, lines=[line], reserved_for=owner, origin=an_origin(), actor=SYSTEM, at=AT)
    results = race([issue] * 8)
    assert errors(results) == []
    assert StockMove.objects.filter(purpose="issue").count() == 1
    assert level(mug, warehouse) == (Decimal(3), Decimal(0))
    assert queries.audit(company) == []


def test_control_without_the_second_look_a_twin_is_still_refused_by_the_database(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    _company, warehouse, [mug, *_] = stage
    monkeypatch.setattr(queries, "moves_of", lambda *_: [])
    line = inventory.Receipt("1", mug.pk, warehouse.pk, Decimal(5), Money("2.00", "PLN"))
    receive = partial(inventory.receive_stock, lines=[line], origin=an_origin(), actor=SYSTEM, at=AT)
    results = race([receive] * 4)
    assert len(errors(results)) == 3
    assert [str(error).splitlines()[0] for error in errors(results) if "stock_move_group_once" not in str(error)] == []
    assert level(mug, warehouse) == (Decimal(5), Decimal(0))


def test_eight_hands_open_the_same_new_level_and_nobody_is_refused(stage: Stage) -> None:
    company, warehouse, _variants = stage
    for _round in range(40):
        place = (VariantFactory.create(company=company).pk, warehouse.pk)
        assert errors(race([partial(open_level, company, place)] * 8)) == []
        assert StockLevel.objects.filter(variant=place[0]).count() == 1


def test_control_a_named_key_forgives_only_itself(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    company, warehouse, _variants = stage
    named = locking.OPEN_LEVELS.replace("ON CONFLICT DO", "ON CONFLICT (variant_id, location_id) DO")
    monkeypatch.setattr(locking, "OPEN_LEVELS", named)
    for _round in range(200):
        place = (VariantFactory.create(company=company).pk, warehouse.pk)
        if refused := errors(race([partial(open_level, company, place)] * 8)):
            assert {'"stock_level_with_company"' in str(error) for error in refused} == {True}
            return
    pytest.fail("the race was not met in 200 rounds")


def open_level(company: Company, place: tuple[int, int]) -> None:
    with transaction.atomic():
        locking.open_levels(company.pk, [place])


def test_buyers_receipts_and_cancellations_at_once_leave_the_ledger_in_order(stage: Stage) -> None:
    company, warehouse, variants = stage
    second = a_warehouse(company, "SECOND")
    for variant in variants:
        stocked(variant, warehouse, 3)

    def buyer(number: int) -> None:
        for i in range(4):
            key = number * 100 + i
            buy(key, (variants[(number + i) % 3], 2), (variants[number % 3], 1))
            if i % 2:
                inventory.release_stock(owner=Ref("orders.order", str(key - 1)), actor=SYSTEM, at=AT)

    def receiver(number: int) -> None:
        for i in range(4):
            stocked(variants[(number + i) % 3], warehouse if i % 2 else second, 2)

    results = race([partial(buyer, n) for n in range(8)] + [partial(receiver, n) for n in range(4)])
    assert errors(results) == []
    assert queries.audit(company) == []
    assert deadlocks() == 0


def deadlocks() -> int:
    """How many deadlocks PostgreSQL has had to break in this database, which is the test's own."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_stat_force_next_flush()")
        cursor.execute("SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()")
        return int(cursor.fetchone()[0])
