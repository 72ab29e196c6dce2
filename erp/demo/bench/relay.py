"""
``relay``: deliveries a second, a transaction each, against a bare psycopg loop of the same statements.

The floor claims as many rows at once as the relay does, and then begins, marks one row done, and commits, for each.
"""

import statistics
import time
from uuid import uuid4

import psycopg
from django.db import connection

from config.env import ENV
from erp.demo.bench import ground
from erp.demo.bench.facts import BatchTold, PlainTold, hear_many, hear_one
from erp.demo.bench.results import Bar, Result
from erp.foundation.actor import SYSTEM
from erp.foundation.db import use_case
from erp.foundation.events.facts import Fact
from erp.foundation.events.models import Delivery, DeliveryState
from erp.foundation.events.publishing import publish, without_notify
from erp.foundation.events.relay import Relay
from erp.foundation.events.relay.claiming import LEASE_SECONDS
from erp.foundation.events.relay.process import CLAIM_AT_ONCE

ONE_BY_ONE, BATCHED, ROUNDS = 1000, 20_000, 3
PLAIN, BATCH = "bench.hear_one", "bench.hear_many"
HANDLERS = {PLAIN: hear_one, BATCH: hear_many}
_PUBLISHED_AT_ONCE = 2000

_CLAIM = """
WITH due AS (
    SELECT id FROM events_delivery WHERE state = 'waiting' AND next_at <= clock_timestamp() AND handler = %s
    ORDER BY id LIMIT %s
)
UPDATE events_delivery d SET state = 'running', claim = %s, attempts = attempts + 1,
    lease_until = clock_timestamp() + make_interval(secs => %s)
FROM due WHERE d.id = due.id RETURNING d.id
"""
_DONE = """
UPDATE events_delivery SET state = 'done', done_at = clock_timestamp(), error = ''
WHERE id = ANY(%s) AND claim = %s AND state = 'running'
"""


def measure(*, one_by_one: int = ONE_BY_ONE, batched: int = BATCHED, rounds: int = ROUNDS) -> Result:
    """Both rates; anything else that waits in this database is put aside first."""
    ground.put_aside()
    ours, floor, batch = [], [], []
    for _round in range(rounds):
        ours.append(_relay_rate(PlainTold, PLAIN, one_by_one))
        floor.append(_floor_rate(one_by_one))
        batch.append(_relay_rate(BatchTold, BATCH, batched))
    plain, bare = statistics.median(ours), statistics.median(floor)
    return Result(
        "relay",
        bars=[
            Bar("one transaction a delivery / floor", plain / bare, 0.3),
            Bar("batched deliveries a second", statistics.median(batch), 5000),
        ],
        facts={"deliveries_per_second": {"one_by_one": round(plain), "floor": round(bare)}, "batched": batched},
    )


def _publish(fact: type[Fact], count: int) -> None:
    @use_case
    def tell(*, first: int, last: int) -> None:
        for number in range(first, last):
            publish(fact(number=number), actor=SYSTEM)  # type: ignore[call-arg]  # both facts have it

    with without_notify():
        for first in range(0, count, _PUBLISHED_AT_ONCE):
            tell(first=first, last=min(first + _PUBLISHED_AT_ONCE, count))
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE events_delivery")


def _relay_rate(fact: type[Fact], handler: str, count: int) -> float:
    _publish(fact, count)
    relay = Relay(network_threads=1)
    started = time.perf_counter()
    while relay.run_once():
        pass
    rate = count / (time.perf_counter() - started)
    open_ones = Delivery.objects.filter(handler=handler).exclude(state=DeliveryState.DONE).count()
    assert open_ones == 0, f"{open_ones} deliveries of {handler} are open"
    return rate


def _floor_rate(count: int) -> float:
    _publish(PlainTold, count)
    done = 0
    with psycopg.connect(ENV.database_url, autocommit=True) as bare:
        started = time.perf_counter()
        while claimed := _claim(bare):
            token, keys = claimed
            for key in keys:
                with bare.transaction():
                    bare.execute(_DONE, [[key], token])
            done += len(keys)
        rate = done / (time.perf_counter() - started)
    assert done == count, f"{done} of {count}"
    return rate


def _claim(bare: "psycopg.Connection[tuple[int]]") -> tuple[object, list[int]] | None:
    token = uuid4()
    keys = [key for (key,) in bare.execute(_CLAIM, [PLAIN, CLAIM_AT_ONCE, token, LEASE_SECONDS]).fetchall()]
    return (token, keys) if keys else None
