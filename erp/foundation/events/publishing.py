"""Writing facts: collected during a use case, written as its last statement."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any
from uuid import UUID

import structlog
from django.db import connection
from django.db.backends.postgresql.psycopg_any import Jsonb

from erp.foundation import clock, db
from erp.foundation.actor import Actor
from erp.foundation.events.facts import Fact
from erp.foundation.events.ids import uuid7
from erp.foundation.events.registry import handlers_of
from erp.foundation.refs import Ref

CHANNEL = "backroom_events"
_KIND = "events"
_quiet: ContextVar[bool] = ContextVar("events_without_notify", default=False)

# Three inserts and the wake-up in one round trip. The event ids are made by us, so nothing has to come back.
_WRITE = """
WITH events AS (
    INSERT INTO events_event (id, name, data, actor_kind, actor_key, request_id, at, xid)
    SELECT e.id, e.name, e.data, e.actor_kind, e.actor_key, %(request)s, %(at)s, pg_current_xact_id()::text::bigint
    FROM unnest(%(ids)s::uuid[], %(names)s::text[], %(data)s::jsonb[], %(kinds)s::text[], %(keys)s::text[])
        AS e (id, name, data, actor_kind, actor_key)
), subjects AS (
    INSERT INTO events_eventsubject (event_id, kind, key)
    SELECT * FROM unnest(%(subject_events)s::uuid[], %(subject_kinds)s::text[], %(subject_keys)s::text[])
), deliveries AS (
    INSERT INTO events_delivery (event_id, handler, key, state, attempts, next_at, error)
    SELECT d.event_id, d.handler, d.key, 'waiting', 0, now(), ''
    FROM unnest(%(delivery_events)s::uuid[], %(handlers)s::text[], %(delivery_keys)s::text[])
        AS d (event_id, handler, key)
)
SELECT CASE WHEN %(notify)s THEN pg_notify(%(channel)s, '') END
"""
_LOCK_KEYS = "SELECT pg_advisory_xact_lock(hashtextextended(k, 0)) FROM unnest(%s::text[]) AS k"


def publish(fact: Fact, *, actor: Actor, subjects: Iterable[Ref] = ()) -> UUID:
    """
    Tell that something happened; written with the use case, or not at all.

    :param subjects: the records on whose timelines it stands.
    :returns: the event's id.
    :raises RuntimeError: outside a use case.
    """
    event_id = uuid7()
    db.collect(_KIND, (event_id, fact, actor, tuple(dict.fromkeys(subjects))))
    return event_id


@contextmanager
def without_notify() -> Iterator[None]:
    """Bulk work wakes nobody: NOTIFY makes commits queue up, and the relay's sweep finds the rows within a second."""
    token = _quiet.set(True)
    try:
        yield
    finally:
        _quiet.reset(token)


def write_collected(collected: dict[str, list[Any]]) -> None:
    """Write what a use case has published: called once, at its end, after every row lock it needed."""
    events: list[tuple[UUID, Fact, Actor, tuple[Ref, ...]]] = collected.pop(_KIND, [])
    if not events:
        return
    deliveries = [
        (event_id, handler.name, handler.key_of(fact), handler.coalesce)
        for event_id, fact, _actor, _subjects in events
        for handler in handlers_of(type(fact))
    ]
    ordered = sorted({f"{name} {key}" for _id, name, key, coalesce in deliveries if key and not coalesce})
    subjects = [(event_id, ref) for event_id, _fact, _actor, refs in events for ref in refs]
    with connection.cursor() as cursor:
        if ordered:
            # The lock makes the ids of a key's deliveries follow the order of commits.
            cursor.execute(_LOCK_KEYS, [ordered])
        cursor.execute(
            _WRITE,
            {
                "request": structlog.contextvars.get_contextvars().get("request_id") or "",
                "at": clock.now(),
                "ids": [event_id for event_id, *_ in events],
                "names": [fact.fact_name for _id, fact, *_ in events],
                "data": [Jsonb(fact.to_json()) for _id, fact, *_ in events],
                "kinds": [actor.kind for _id, _fact, actor, _s in events],
                "keys": [actor.key for _id, _fact, actor, _s in events],
                "subject_events": [event_id for event_id, _ref in subjects],
                "subject_kinds": [ref.kind for _id, ref in subjects],
                "subject_keys": [ref.key for _id, ref in subjects],
                "delivery_events": [event_id for event_id, *_ in deliveries],
                "handlers": [name for _id, name, *_ in deliveries],
                "delivery_keys": [key for _id, _name, key, _c in deliveries],
                "notify": bool(deliveries) and not _quiet.get(),
                "channel": CHANNEL,
            },
        )
