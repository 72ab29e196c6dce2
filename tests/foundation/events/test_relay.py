"""The relay: each delivery once per commit, in order where asked, failures kept where people see them."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from erp.foundation import clock
from erp.foundation.events import queries, services
from erp.foundation.events.models import Delivery, DeliveryState
from erp.foundation.events.relay import Relay
from erp.foundation.events.relay.claiming import claim
from erp.foundation.organisation.models import Company
from tests.factories.organisation import CompanyFactory
from tests.foundation.events.cast import (
    ANNA,
    BellRung,
    CoinDropped,
    DoorMoved,
    LampLit,
    LetterSent,
    due_now,
    during,
    seen,
    tell,
)


@pytest.fixture(autouse=True)
def _clean_cast() -> Iterator[None]:
    seen.clear()
    during.clear()
    yield
    during.clear()


def states() -> list[tuple[str, int]]:
    return list(Delivery.objects.order_by("id").values_list("state", "attempts"))


def test_a_delivery_runs_once(own_db: str) -> None:
    tell(BellRung(number=1))
    relay = Relay()

    assert [relay.run_once(), relay.run_once()] == [1, 0]
    assert seen == [("bell", 1)]
    assert states() == [("done", 1)]


def test_what_a_failed_handler_wrote_is_rolled_back_and_it_is_tried_again(own_db: str) -> None:
    company = CompanyFactory(name="C1", city="before")
    tell(BellRung(number=1))

    def fail(_number: int) -> None:
        raise ValueError("secret of Anna")

    during["bell"] = fail
    Relay().run_once()

    company.refresh_from_db()
    assert company.city == "before"
    waiting = Delivery.objects.get()
    assert (waiting.state, waiting.attempts) == ("waiting", 1)
    assert waiting.error.startswith("ValueError at ")
    assert "Anna" not in waiting.error
    assert waiting.next_at > clock.now()

    during.clear()
    due_now()
    Relay().run_once()
    assert Company.objects.get().city == "rung by user:1"
    assert states() == [("done", 2)]


def test_after_its_last_attempt_a_delivery_is_parked_and_a_person_can_retry_it(own_db: str) -> None:
    during["bell"] = lambda _number: (_ for _ in ()).throw(ValueError)
    tell(BellRung(number=1))
    for _attempt in range(5):
        Relay().run_once()
        due_now()

    assert len(seen) == 3
    assert [parked.handler for parked in queries.parked()] == ["tests.answer_bell"]

    during.clear()
    retried = services.retry_parked(deliveries=[queries.parked()[0].pk], actor=ANNA, at=clock.now())
    Relay().run_once()
    assert retried == 1
    assert states() == [("done", 1)]


def test_a_parked_delivery_blocks_its_key_and_no_other(own_db: str) -> None:
    during["door"] = lambda value: (_ for _ in ()).throw(ValueError) if value == ("left", 1) else None
    tell(DoorMoved(door="left", number=1))
    tell(DoorMoved(door="left", number=2))
    tell(DoorMoved(door="right", number=3))
    relay = Relay()
    while relay.run_once():
        pass

    assert seen == [("door", ("left", 1)), ("door", ("right", 3))]
    assert states() == [("parked", 1), ("waiting", 0), ("done", 1)]

    during.clear()
    services.retry_parked(deliveries=[queries.parked()[0].pk], actor=ANNA, at=clock.now())
    while relay.run_once():
        pass
    assert seen[2:] == [("door", ("left", 1)), ("door", ("left", 2))]


def test_coalesced_deliveries_become_one_call_with_the_newest(own_db: str) -> None:
    for number in range(5):
        tell(LampLit(lamp="hall", number=number))
    tell(LampLit(lamp="porch", number=9))

    Relay().run_once()

    assert seen == [("lamp", ("hall", 4)), ("lamp", ("porch", 9))]
    assert [state for state, _attempts in states()] == ["done"] * 6


def test_a_change_during_a_coalesced_call_makes_another_call(own_db: str) -> None:
    def once_more(_value: object) -> None:
        during.clear()
        tell(LampLit(lamp="hall", number=2))

    during["lamp"] = once_more
    tell(LampLit(lamp="hall", number=1))
    relay = Relay()
    while relay.run_once():
        pass

    assert seen == [("lamp", ("hall", 1)), ("lamp", ("hall", 2))]


def test_a_batch_is_split_by_halves_and_only_when_it_fails(own_db: str) -> None:
    def choke(numbers: list[int]) -> None:
        if 3 in numbers:
            raise ValueError

    during["coins"] = choke
    tell(*(CoinDropped(number=n) for n in range(5)))

    Relay().run_once()

    parts = ([0, 1, 2, 3, 4], [0, 1], [2, 3, 4], [2], [3, 4], [3], [4])
    assert seen == [("coins", part) for part in parts]
    assert [state for state, _attempts in states()] == ["done", "done", "done", "waiting", "done"]


def test_a_network_handler_runs_outside_any_transaction(own_db: str) -> None:
    tell(LetterSent(number=1))
    relay = Relay()
    relay.run_once()
    relay._pool.shutdown(wait=True)

    assert seen == [("letter", (1, False))]
    assert states() == [("done", 1)]


def test_a_lease_that_ran_out_is_taken_over_and_the_first_run_leaves_nothing(own_db: str) -> None:
    company = CompanyFactory(name="C1", city="before")
    tell(BellRung(number=1))
    (first,) = claim(handlers=["tests.answer_bell"], coalescing=[], limit=1)
    Delivery.objects.update(lease_until=clock.now() - timedelta(seconds=1))
    (second,) = claim(handlers=["tests.answer_bell"], coalescing=[], limit=1)

    from erp.foundation.events.registry import handler_named
    from erp.foundation.events.relay.running import run_group

    handler = handler_named("tests.answer_bell")
    assert handler is not None
    run_group(handler, [first])
    company.refresh_from_db()
    assert (company.city, seen) == ("before", [])

    run_group(handler, [second])
    company.refresh_from_db()
    assert (company.city, seen) == ("rung by user:1", [("bell", 1)])
    assert states() == [("done", 2)]


def test_deliveries_of_unknown_handlers_are_kept(own_db: str) -> None:
    tell(BellRung(number=1))
    Delivery.objects.update(handler="tests.gone")

    assert Relay().run_once() == 0
    assert states() == [(DeliveryState.WAITING, 0)]
    assert set(queries.backlog()) == {"tests.gone"}


def test_a_new_handler_is_told_of_earlier_events_once(own_db: str) -> None:
    tell(DoorMoved(door="left", number=1))
    first = Delivery.objects.get().event_id
    Delivery.objects.all().delete()

    assert services.backfill_handler(handler="tests.follow_door", since=first, at=clock.now()) == 1
    assert services.backfill_handler(handler="tests.follow_door", since=first, at=clock.now()) == 0
    assert Delivery.objects.get().key == "left"
