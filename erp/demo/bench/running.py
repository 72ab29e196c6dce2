"""Running benchmarks inside their database."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from uuid import uuid4

from django.db import connection

from erp.demo.bench import (
    calibrate,
    contention,
    counters,
    ground,
    orders,
    pages,
    relay,
    results,
    stock,
    volume,
    webhooks,
)
from erp.demo.bench.results import Result
from erp.foundation import clock

Say = Callable[[str], None]
SKUS = 200


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the command line asks for; ``seconds`` None = as each benchmark says."""

    orders: int
    seconds: float | None
    keep: str


class NotDurable(Exception):
    """The server would lose what is committed in a power cut, so its rates are no measure."""


def run(name: str, wishes: Wishes, *, say: Say) -> bool:
    """
    Run one benchmark, show and keep its result; whether its bars are met.

    :raises NotDurable: on a server without fsync.
    """
    connection.ensure_connection()
    if counters.durability(connection.connection)["fsync"] != "on":
        raise NotDurable("fsync is off on this server: benchmarks run on one that keeps its word.")
    calibration = calibrate.measure().facts
    result = MEASURES[name](wishes, say)
    for line in result.shown():
        say(line)
    if name != "calibrate":
        say(f"         calibration: {json.dumps(calibration)}")
    if wishes.keep != "-":
        results.keep(result.line(at=clock.now(), calibration=calibration), results.path_of(wishes.keep))
    return result.met


def _ground(name: str, *, skus: int = SKUS) -> ground.Ground:
    return ground.prepare(f"Bench {name} {uuid4().hex[:8]}", clock.now(), skus=skus)


def _orders(wishes: Wishes, say: Say) -> Result:
    return orders.measure(_ground("orders"))


def _contention(wishes: Wishes, say: Say) -> Result:
    seconds = wishes.seconds or contention.SECONDS
    return contention.measure(_ground("contention", skus=contention.SKUS), seconds=seconds)


def _webhooks(wishes: Wishes, say: Say) -> Result:
    return webhooks.measure(seconds=wishes.seconds or webhooks.SECONDS, say=say)


def _stock(wishes: Wishes, say: Say) -> Result:
    return stock.measure(seconds=wishes.seconds or stock.SECONDS, say=say)


MEASURES: dict[str, Callable[[Wishes, Say], Result]] = {
    "calibrate": lambda wishes, say: calibrate.measure(),
    "orders": _orders,
    "contention": _contention,
    "relay": lambda wishes, say: relay.measure(),
    "webhooks": _webhooks,
    "stock": _stock,
    "pages": lambda wishes, say: pages.measure(orders=wishes.orders, say=say),
    "prepare": lambda wishes, say: volume.prepare(wishes.orders, say=say),
}
