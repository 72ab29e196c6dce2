"""A replay from its beginning to its report."""

import os
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from django.db import connections

from erp.demo import crew as crews
from erp.demo.bench.results import spread
from erp.demo.replay import comparing, latencies, reading, report, scene, script, settling, stocking, sweeping, watching
from erp.demo.replay.acting import Player
from erp.foundation import clock
from erp.foundation.organisation.models import Company
from erp.orders.models import Order

Say = Callable[[str], None]
DOUBLED = 0.05  # of the hooks, so that there are duplicates to ignore
AHEAD = 100  # orders that the shop may be ahead of us when there is no pace


class NameTaken(Exception):
    """Each run has a company, a shop and a carrier of its own, and what was sold there stays sold."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the command line asks for."""

    orders: int | None
    per_second: float
    relays: int
    run: str

    @property
    def company(self) -> str:
        return f"Replay {self.run}"


def play(file: Path, wishes: Wishes, home: Path, *, say: Say) -> report.Report:
    """
    Read the file, build the scene, play, settle, compare.

    :raises NameTaken: when there was a run of this name. :raises NotThatFile: :raises NotReady:
    """
    if home.exists() or Company.objects.filter(name=wishes.company).exists():
        raise NameTaken(f"There was a run called {wishes.run} already: choose another name by --run.")
    lines = script.write(reading.read(file), orders=wishes.orders)
    say(f"{file.name}: {lines.orders} orders, {len(lines.steps)} steps, {len(lines.wanted)} products")
    connections.close_all()  # a fork must not inherit one
    with crews.crew(home / "logs") as crew, crews.listen() as listener:
        shop, carrier = scene.start_simulators(crew, home)
        for number in range(1, wishes.relays + 1):
            crew.fork(f"relay-{number}", crews.relay)
        crew.fork("web", crews.web(listener))
        crew.fork("sweeps", sweeping.sweeper(wishes.company))
        crew.wait(lambda: crews.answers(crews.address_of(listener) + "/healthz"), "the web server")
        began = clock.now()
        goods = stocking.opening_stock(lines)
        built = scene.build(
            wishes.company, goods, lines.vouchers.values(), shop, carrier, crews.address_of(listener), began
        )
        say(f"{wishes.company}: {len(goods)} products, {sum(each.short for each in goods)} of them short on purpose")
        try:
            return _perform(built, lines, goods, crew, wishes, began, say=say)
        finally:
            scene.close(built, clock.now())


def _perform(
    built: scene.Scene,
    lines: script.Script,
    goods: list[stocking.Stocked],
    crew: crews.Crew,
    wishes: Wishes,
    began: datetime,
    *,
    say: Say,
) -> report.Report:
    settling.settle(built, began, say=say)  # the opening stock
    watcher = watching.Watcher(crew, os.getpid())
    watcher.watch(built.account.pk)
    player = Player(built, goods, watcher.changed)
    built.shop.post("faults", {"kind": "webhook_double", "probability": DOUBLED})
    started = time.monotonic()
    player.play(lines, per_second=wishes.per_second, say=say, ahead=lambda: _ahead(built, player))
    sold = time.monotonic() - started
    say(f"all {len(player.done.sent)} orders are sent; what is missing comes in")
    settling.settle(built, began, say=say)
    player.receive_what_is_missing()
    settling.poll_once(built)
    left = settling.settle(built, began, say=say)
    took = time.monotonic() - started
    player.list_exceptions()
    watcher.stop()
    figures = {
        "throughput": _throughput(built, player, sold, took),
        "seconds": latencies.latencies(built, player.done.sent) | {"stock change to shop": _stock_latency(watcher)},
        "memory": watching.memory_of(watcher, crew),
        "cpu seconds": crew.cpu_seconds(),
        "still open": left,
    }
    equalities = comparing.equalities(built, len(player.done.sent))
    wrong = {} if all(each.holds for each in equalities) else report.differences_of(built)
    return report.Report(equalities, report.facts_of(built, player.done) | figures | wrong)


def _ahead(built: scene.Scene, player: Player) -> bool:
    return len(player.done.sent) - Order.objects.filter(source=built.account.source).count() > AHEAD


def _stock_latency(watcher: watching.Watcher) -> dict[str, Any]:
    unseen = watcher.forget_waiting()
    return {"count": len(watcher.seconds), **spread(watcher.seconds), "changes that showed nothing": unseen}


def _throughput(built: scene.Scene, player: Player, sold: float, took: float) -> dict[str, Any]:
    count = len(player.done.sent)
    return {
        "seconds of selling": round(sold, 1),
        "seconds until all was settled": round(took, 1),
        "orders a second sent": round(count / sold, 2) if sold else 0,
        "orders a second through everything": round(count / took, 2) if took else 0,
        "cpu": os.cpu_count(),
        "load average": [round(each, 1) for each in os.getloadavg()],
    }
