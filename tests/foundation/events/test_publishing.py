"""Facts are written with the use case or not at all, and the log can't be changed."""

import psycopg
import pytest
from django.db import ProgrammingError, connection, transaction

from erp.foundation import db
from erp.foundation.events import queries
from erp.foundation.events.models import Delivery, Event, EventSubject
from erp.foundation.events.publishing import publish
from erp.foundation.refs import Ref
from tests.foundation.events.cast import ANNA, BellRung, LampLit, tell

DOOR = Ref("tests.door", "7")


def test_a_fact_is_written_with_its_subjects_and_a_delivery_per_handler(db: None) -> None:
    tell(BellRung(number=3), about=(DOOR, DOOR))

    event = Event.objects.get()
    assert (event.name, event.data, event.actor_kind, event.actor_key) == ("tests.BellRung", {"number": 3}, "user", "1")
    assert list(EventSubject.objects.values_list("kind", "key", "event_id")) == [("tests.door", "7", event.id)]
    assert list(Delivery.objects.values_list("handler", "key", "state", "attempts")) == [
        ("tests.answer_bell", "", "waiting", 0)
    ]


def test_publishing_costs_one_statement_however_many_facts(db: None, django_assert_num_queries: object) -> None:
    with django_assert_num_queries(3):  # type: ignore[operator]  # savepoint, the write, release
        tell(*(BellRung(number=n) for n in range(20)), about=(DOOR,))
    assert Event.objects.count() == 20


def test_publishing_outside_a_use_case_is_refused(db: None) -> None:
    with pytest.raises(RuntimeError, match="only a use case can publish"):
        publish(BellRung(number=1), actor=ANNA)
    assert Event.objects.count() == 0


def test_a_failed_use_case_tells_nothing(db: None) -> None:
    @_use_case
    def ring_and_fail() -> None:
        publish(BellRung(number=1), actor=ANNA)
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        ring_and_fail()
    assert Event.objects.count() == 0


def test_a_swallowed_failure_inside_stops_the_outer_use_case(db: None) -> None:
    @_use_case
    def fail() -> None:
        raise ValueError("no")

    @_use_case
    def swallow() -> None:
        publish(BellRung(number=1), actor=ANNA)
        try:
            fail()
        except ValueError:
            return

    with pytest.raises(RuntimeError, match="its error was swallowed"):
        swallow()
    assert Event.objects.count() == 0


def test_the_timeline_is_paged_newest_first(db: None) -> None:
    for number in range(5):
        tell(BellRung(number=number), about=(DOOR,))
    tell(LampLit(lamp="hall", number=9), about=(Ref("tests.lamp", "hall"),))

    first = queries.timeline(DOOR, limit=3)
    rest = queries.timeline(DOOR, before=first[-1].id, limit=3)

    assert [event.data["number"] for event in first] == [4, 3, 2]
    assert [event.data["number"] for event in rest] == [1, 0]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE events_event SET name = 'x'",
        "DELETE FROM events_event",
        "TRUNCATE events_event CASCADE",
        "SET LOCAL pgtrigger.ignore = '{events_event:append_only}'; UPDATE events_event SET name = 'x'",
    ],
)
def test_the_application_can_not_change_the_log(db: None, statement: str) -> None:
    tell(BellRung(number=1))

    with (
        pytest.raises(ProgrammingError, match="permission denied"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)

    assert Event.objects.get().name == "tests.BellRung"


@pytest.mark.parametrize("statement", ["UPDATE events_event SET name = 'x'", "TRUNCATE events_event CASCADE"])
def test_the_owner_is_refused_by_the_triggers(own_db: str, statement: str) -> None:
    from tests.database import current_urls

    tell(BellRung(number=1))

    with psycopg.connect(current_urls()[1]) as owner, pytest.raises(psycopg.Error, match="pgtrigger: Cannot"):
        owner.execute(statement)

    assert Event.objects.get().name == "tests.BellRung"


_use_case = db.use_case
