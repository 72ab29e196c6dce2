"""
``contention``: sixteen writers after three hot SKUs, against the same writers each after goods of its own.

The hot goods run out while they are at it: what is sold then is what was there, to the piece.
"""

import statistics
import time
from collections import Counter
from decimal import Decimal
from typing import Any

from django.db import connection
from django.db.models import Sum

from erp.demo.bench import counters, writers
from erp.demo.bench.ground import LINES, Ground
from erp.demo.bench.results import Bar, Result
from erp.foundation import clock
from erp.foundation.errors import BusinessError, Busy
from erp.foundation.refs import Ref
from erp.inventory import queries as inventory
from erp.inventory import services as stock
from erp.inventory.errors import OutOfStock
from erp.inventory.models import Reservation, StockLevel
from erp.orders import services as orders

WRITERS, SECONDS, ROUNDS = 16, 4.0, 2
SKUS = WRITERS * LINES
FEW = 60  # pieces of each hot SKU for the race to the last one


def measure(
    ground: Ground, *, seconds: float = SECONDS, rounds: int = ROUNDS, count: int = WRITERS, few: int = FEW
) -> Result:
    """Rates of both, and what went wrong in the race for the last pieces."""
    skus = list(ground.variants)
    hot = skus[:LINES]
    apart: list[float] = []
    together: list[float] = []
    failures: Counter[str] = Counter()
    before = _deadlocks()
    for _round in range(rounds):
        for rates, own in ((apart, True), (together, False)):
            done = _race(ground, [skus[n * LINES : n * LINES + LINES] if own else hot for n in range(count)], seconds)
            rates.append(sum(one["placed"] for one in done) / seconds)
            failures.update(one["failed"] for one in done if one["failed"])
    last = _last_pieces(ground, hot, seconds, count, few)
    faults = len(inventory.audit(ground.firm.company))
    ratio = statistics.median(together) / statistics.median(apart)
    return Result(
        "contention",
        bars=[
            Bar("contended / uncontended", ratio, 0.5),
            Bar("oversold pieces", last["oversold"], 0, at_least=False),
            Bar("deadlocks", _deadlocks() - before, 0, at_least=False),
            Bar("faults found by the audit of stock", faults, 0, at_least=False),
        ],
        facts={
            "writers": count,
            "hot_skus": len(hot),
            "orders_per_second": {
                "contended": round(statistics.median(together), 1),
                "uncontended": round(statistics.median(apart), 1),
            },
            "refused_as_busy": sum(failures.values()),
            "last_pieces": last,
        },
    )


def _race(ground: Ground, wanted: list[list[str]], seconds: float) -> list[dict[str, Any]]:
    def work(number: int, end: float) -> dict[str, Any]:
        placed = sold_out = 0
        failed: Counter[str] = Counter()
        own = Ground(ground.firm, ground.variants, ground.at, f"{ground.source}/{number}/{time.monotonic_ns()}")
        while time.monotonic() < end:
            try:
                draft = own.draft(wanted[number], accept_shortage=False)
                orders.place_order(draft=draft, actor=own.actor, at=clock.now())
                placed += 1
            except OutOfStock:
                sold_out += 1
                if sold_out > LINES:
                    break
            except (Busy, BusinessError) as error:
                failed[type(error).__name__] += 1
        return {"placed": placed, "sold_out": sold_out, "failed": dict(failed)}

    done = writers.run(len(wanted), seconds, work)
    for one in done:
        one["failed"] = sum(one["failed"].values())
    return done


def _last_pieces(ground: Ground, hot: list[str], seconds: float, count: int, few: int) -> dict[str, Any]:
    """Leave a few pieces and let everybody after them."""
    for sku in hot:
        variant = ground.variants[sku]
        free = inventory.available([variant])[variant]
        stock.adjust_stock(
            variant_id=variant,
            location_id=ground.firm.warehouse.pk,
            quantity_delta=few - free,
            reason="Few are left for the race",
            origin=Ref("demo.race", f"{ground.source}/{sku}"),
            actor=ground.actor,
            at=clock.now(),
        )
    before = _reserved(ground, hot)
    done = _race(ground, [hot] * count, seconds)
    levels = StockLevel.objects.filter(variant__in=[ground.variants[sku] for sku in hot])
    beyond = [level.reserved - level.on_hand for level in levels]
    return {
        "pieces": few * len(hot),
        "sold": int(_reserved(ground, hot) - before),
        "orders": sum(one["placed"] for one in done),
        "refused_as_sold_out": sum(one["sold_out"] for one in done),
        "oversold": int(sum((max(extra, Decimal(0)) for extra in beyond), Decimal(0))),
    }


def _reserved(ground: Ground, skus: list[str]) -> Decimal:
    held = Reservation.objects.filter(variant__in=[ground.variants[sku] for sku in skus])
    return Decimal(held.aggregate(total=Sum("quantity"))["total"] or 0)


def _deadlocks() -> int:
    connection.ensure_connection()
    return counters.deadlocks(connection.connection)
