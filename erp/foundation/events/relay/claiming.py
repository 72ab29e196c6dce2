"""Taking deliveries to run: under a lease, in order where a key asks for it."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from django.db import connection, transaction

from erp.foundation.actor import Actor

LEASE_SECONDS = 60
_CLAIM_LOCK = 7_300_001  # claims are serialised: keys make them depend on each other

# A keyed delivery is free when no older one of its key is open and none is running. Coalesced handlers take
# every waiting row of the key at once, whatever its place. Each part names the condition of the partial index that it
# is to be read by: the table holds all that was ever delivered, and what is open must be found without reading it.
_FREE = """
d.handler = ANY(%(handlers)s)
AND (d.key = '' OR NOT EXISTS (
    SELECT FROM events_delivery o
    WHERE o.handler = d.handler AND o.key = d.key AND o.key <> '' AND o.state <> 'done'
      AND (o.state = 'running' AND o.lease_until >= clock_timestamp()
           OR NOT d.handler = ANY(%(coalescing)s) AND o.id < d.id)))
ORDER BY d.id LIMIT %(limit)s
"""
_CLAIM = f"""
WITH waiting AS MATERIALIZED (
    SELECT d.id, d.handler, d.key FROM events_delivery d
    WHERE d.state = 'waiting' AND d.next_at <= clock_timestamp() AND {_FREE}
), abandoned AS MATERIALIZED (
    SELECT d.id, d.handler, d.key FROM events_delivery d
    WHERE d.state = 'running' AND d.lease_until < clock_timestamp() AND {_FREE}
), due AS MATERIALIZED (
    SELECT * FROM waiting UNION ALL SELECT * FROM abandoned ORDER BY id LIMIT %(limit)s
), taken AS (
    SELECT id FROM due WHERE key = '' OR NOT handler = ANY(%(coalescing)s)
    UNION
    SELECT w.id
    FROM (SELECT DISTINCT handler, key FROM due WHERE handler = ANY(%(coalescing)s)) AS subject
    JOIN events_delivery w USING (handler, key)
    WHERE w.key <> '' AND w.state <> 'done' AND w.state IN ('waiting', 'running')
), claimed AS (
    UPDATE events_delivery d
    SET state = 'running', claim = %(claim)s, attempts = d.attempts + 1,
        lease_until = clock_timestamp() + make_interval(secs => %(lease)s)
    FROM taken WHERE d.id = taken.id
    RETURNING d.id, d.event_id, d.handler, d.key, d.attempts
)
SELECT c.id, c.handler, c.key, c.attempts, e.id, e.name, e.data, e.actor_kind, e.actor_key, e.at
FROM claimed c JOIN events_event e ON e.id = c.event_id
ORDER BY c.id
"""  # noqa: S608  # put together from constants only


@dataclass(frozen=True, slots=True)
class Claimed:
    """A claimed delivery with its event, read in the same statement."""

    id: int
    handler: str
    key: str
    attempt: int
    event_id: UUID
    fact_name: str
    data: dict[str, Any]
    actor: Actor
    at: datetime
    claim: UUID


def claim(*, handlers: Sequence[str], coalescing: Sequence[str], limit: int) -> list[Claimed]:
    """Lease up to ``limit`` due deliveries of these handlers (more where coalescing adds those of the same key)."""
    if not handlers:
        return []
    token = uuid4()
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_CLAIM_LOCK])
        cursor.execute(
            _CLAIM,
            {
                "handlers": list(handlers),
                "coalescing": list(coalescing),
                "limit": limit,
                "claim": token,
                "lease": LEASE_SECONDS,
            },
        )
        rows = cursor.fetchall()
    return [
        Claimed(
            id=delivery,
            handler=handler,
            key=key,
            attempt=attempt,
            event_id=event,
            fact_name=name,
            data=json.loads(data) if isinstance(data, str) else data,
            actor=Actor(actor_kind, actor_key),
            at=at,
            claim=token,
        )
        for delivery, handler, key, attempt, event, name, data, actor_kind, actor_key, at in rows
    ]


def extend_leases(claims: Sequence[UUID]) -> None:
    """Heartbeat of deliveries that take long."""
    if claims:
        with connection.cursor() as cursor:
            cursor.execute(
                "UPDATE events_delivery SET lease_until = clock_timestamp() + make_interval(secs => %s)"
                " WHERE claim = ANY(%s) AND state = 'running'",
                [LEASE_SECONDS, list(claims)],
            )
