"""``calibrate``: how fast this machine is just now; stands beside each absolute bar of the same run."""

import os
import time
from typing import Any

import psycopg

from config.env import ENV
from erp.demo.bench import counters
from erp.demo.bench.results import Result

SECONDS = 0.5
_LOOP = 200_000


def measure() -> Result:
    """Python loops, round trips and durable commits a second, cores, and what else the machine is busy with."""
    with psycopg.connect(ENV.database_url, autocommit=True) as connection:
        facts: dict[str, Any] = {
            "cores": os.cpu_count(),
            "load_average": [round(value, 2) for value in os.getloadavg()],
            "python_loops_per_second": round(_rate(_loop)),
            "round_trips_per_second": round(_rate(lambda: connection.execute("SELECT 1"))),
            "commits_per_second": round(_rate(lambda: _commit(connection))),
            "database": counters.durability(connection),
        }
    return Result("calibrate", facts=facts)


def _rate(work: Any) -> float:
    started, count = time.perf_counter(), 0
    while time.perf_counter() - started < SECONDS:
        work()
        count += 1
    return count / (time.perf_counter() - started)


def _loop() -> None:
    total = 0
    for number in range(_LOOP):
        total += number


def _commit(connection: "psycopg.Connection[Any]") -> None:
    """A message in the write-ahead log: the least that makes a commit wait for the disk."""
    with connection.transaction():
        connection.execute("SELECT pg_logical_emit_message(true, 'backroom', 'calibrate')")
