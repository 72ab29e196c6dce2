"""
``orders``: taking orders one by one and in bulk, against SQL written by hand.

Both take turns in short rounds, so that whatever else the machine does falls on both; the ratio is of the medians.
"""

import statistics
import time
from collections.abc import Callable, Sequence

import psycopg
from django.db import connection, transaction

from config.env import ENV
from erp.demo.bench import counters
from erp.demo.bench.floor_orders import write_orders
from erp.demo.bench.ground import Ground
from erp.demo.bench.results import Bar, Result
from erp.foundation import clock
from erp.orders import services as orders
from erp.orders.drafts import OrderDraft
from erp.orders.services.bulk import BATCH

ROUNDS, PER_ROUND = 10, 40
BULK_ROUNDS = 4
Take = Callable[[Sequence[OrderDraft]], None]


class NotTheSame(Exception):
    """The floor does not write what the program writes, so the ratio would say nothing."""


def measure(
    ground: Ground, *, rounds: int = ROUNDS, per_round: int = PER_ROUND, bulk_rounds: int = BULK_ROUNDS
) -> Result:
    """
    The ratios of the program's rates to the floor's.

    :raises NotTheSame: when both write different rows.
    """
    with psycopg.connect(ENV.database_url) as by_hand:
        rows = _check_same(ground, by_hand)

        def program_one(drafts: Sequence[OrderDraft]) -> None:
            for draft in drafts:
                orders.place_order(draft=draft, actor=ground.actor, at=clock.now())

        def floor_one(drafts: Sequence[OrderDraft]) -> None:
            for draft in drafts:
                write_orders(by_hand, ground, [draft], clock.now())

        def program_bulk(drafts: Sequence[OrderDraft]) -> None:
            imported = orders.import_orders(drafts=drafts, actor=ground.actor, at=clock.now())
            assert imported.created == len(drafts), imported.failures[:1]

        def floor_bulk(drafts: Sequence[OrderDraft]) -> None:
            write_orders(by_hand, ground, drafts, clock.now())

        _rounds(ground, [program_one, floor_one], 1, per_round)  # warm: plans, caches, prepared statements
        one, one_floor = _rounds(ground, [program_one, floor_one], rounds, per_round)
        bulk, bulk_floor = _rounds(ground, [program_bulk, floor_bulk], bulk_rounds, BATCH)
    return Result(
        "orders",
        bars=[
            Bar("one by one / floor", one / one_floor, 0.35, aim=0.5),
            Bar("bulk / floor", bulk / bulk_floor, 0.25),
            Bar("bulk / one by one", bulk / one, 3.0),
        ],
        facts={
            "orders_per_second": {
                "one_by_one": round(one, 1),
                "floor_one_by_one": round(one_floor, 1),
                "bulk": round(bulk, 1),
                "floor_bulk": round(bulk_floor, 1),
            },
            "rows_per_order": {table: list(count) for table, count in sorted(rows.items())},
            "lines_per_order": 3,
            "bulk_batch": BATCH,
        },
    )


def _rounds(ground: Ground, ways: Sequence[Take], rounds: int, count: int) -> list[float]:
    """Orders a second of each way, as the median of its rounds; the ways take turns."""
    rates: list[list[float]] = [[] for _way in ways]
    for number in range(rounds):
        for place in range(len(ways)):
            which = (place + number) % len(ways)  # nobody always comes second
            drafts = ground.drafts(count)
            started = time.perf_counter()
            ways[which](drafts)
            rates[which].append(count / (time.perf_counter() - started))
    return [statistics.median(each) for each in rates]


def _check_same(ground: Ground, by_hand: "psycopg.Connection[tuple[object, ...]]") -> counters.Written:
    """Both write one order and the server's own counters must say the same; nothing of it stays."""
    (draft,) = ground.drafts(1)
    with transaction.atomic():
        ours = counters.written_here(
            connection.connection, lambda: orders.place_order(draft=draft, actor=ground.actor, at=clock.now())
        )
        transaction.set_rollback(True)
    with by_hand.transaction(force_rollback=True):
        theirs = counters.written_here(by_hand, lambda: write_orders(by_hand, ground, [draft], clock.now()))
    if ours != theirs:
        differs = {table: (ours.get(table), theirs.get(table)) for table in ours.keys() | theirs.keys()}
        shown = {table: pair for table, pair in differs.items() if pair[0] != pair[1]}
        raise NotTheSame(f"rows (inserted, updated) of the program and of the floor differ: {shown}")
    return ours
