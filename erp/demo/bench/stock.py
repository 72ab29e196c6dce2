"""
``stock``: how soon and in how few calls a shop shows changed stock: a burst at once, then single changes.

The burst begins with nothing saved up: the shop's points are spent, so that every call must be waited for, as in a
shop that is busy. The floor is the same number of writes in a bare loop under the same budget.
"""

import time
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from math import ceil
from typing import Any

from erp.demo import founding
from erp.demo.bench import floor_stock, shopfront
from erp.demo.bench.floor_stock import BareShop
from erp.demo.bench.results import Bar, Result, percentile, spread
from erp.demo.bench.shopfront import Shopfront
from erp.foundation import clock
from erp.foundation.actor import Actor
from erp.foundation.money import Money
from erp.foundation.refs import Ref
from erp.inventory import queries as inventory
from erp.inventory import services as stock
from erp.sync.channels.shopify.adapter import Shopify
from erp.sync.models import Binding, Budget, DesiredState
from erp.sync.states import Kind, PushKind

SKUS, CHANGES, PER_SECOND, SECONDS = 10_000, 2_000, 5.0, 30.0
PATIENCE_SECONDS = 120.0
_LOOK_SECONDS = 0.05
_CLERK = Actor("system", "bench")
Say = Callable[[str], None]


def measure(
    *, skus: int = SKUS, changes: int = CHANGES, per_second: float = PER_SECOND, seconds: float = SECONDS, say: Say
) -> Result:
    """Calls and seconds of the burst and of its floor, seconds of single changes, and whether all is shown."""
    with shopfront.opened("stock", skus=skus, plan="standard", relays=1) as front:
        front.start_relays()
        spare, *items = floor_stock.put_up(front.shop, changes + 1, shopfront.STOCK)
        front.settle(say=say)
        say(f"{skus} SKUs are shown; {changes} change at once")
        subjects = _subjects(front)
        bare = BareShop(front.shop.url)
        bare.spend_all(spare)
        floor = bare.write_all(items, at_once=Shopify.batch_size)
        points = bare.points
        bare.spend_all(spare)
        _know_budget(front, bare)
        bare.close()
        front.begin()
        calls, took = _burst(front, subjects, changes)
        burst_cpu = front.cpu_seconds()
        say(f"single changes, {per_second:g} a second for {seconds:g} s")
        front.begin()
        latencies = _single(front, subjects, round(per_second * seconds), per_second)
        wrong = differences(front)
        fewest = ceil(changes / Shopify.batch_size)
        return Result(
            "stock",
            bars=[
                Bar("calls / fewest calls", calls / fewest, 1.1, at_least=False),
                Bar("seconds of the burst / floor under the same budget", took / floor, 1.2, at_least=False),
                Bar("p95 of seconds from a single change to the shop", percentile(latencies, 0.95), 5, at_least=False),
                Bar("SKUs that the shop shows wrongly", len(wrong), 0, at_least=False),
            ],
            facts={
                "skus": skus,
                "changes_at_once": changes,
                "calls": calls,
                "burst_seconds": {"program": round(took, 2), "floor": round(floor, 2)},
                "budget": {
                    "points_a_call": points,
                    "points_a_second": bare.per_second,
                    "seconds_for_the_fewest_calls": round(fewest * points / bare.per_second, 2),
                },
                "single_changes": {"count": len(latencies), "a_second": per_second, "seconds": spread(latencies)},
                "cpu_seconds_burst": burst_cpu,
                "cpu_seconds_single": front.cpu_seconds(),
                "differences": dict(list(wrong.items())[:5]),
            },
        )


def differences(front: Shopfront) -> dict[str, tuple[int, Decimal]]:
    """By SKU what the shop offers and what is free here, where they are not the same."""
    shown, variants = front.shop.get("stock"), front.ground.variants
    free = inventory.available(variants.values())
    pairs = {sku: (int(shown[sku]["available"]), free[variant]) for sku, variant in variants.items()}
    return {sku: pair for sku, pair in pairs.items() if pair[0] != pair[1]}


def _subjects(front: Shopfront) -> dict[int, str]:
    """What the shop's number of each variant is known by."""
    place = front.account.locations.get(warehouse=front.ground.firm.warehouse).remote_id
    rows = Binding.objects.filter(account=front.account, kind=Kind.VARIANT)
    return {int(row.local_key): f"{row.extra['stock_item']}|{place}" for row in rows}


def _know_budget(front: Shopfront, bare: BareShop) -> None:
    """What an answer would have told: how many points there are left."""
    Budget.objects.filter(account=front.account).update(
        available=round(bare.available), maximum=round(bare.maximum), per_second=round(bare.per_second),
        as_of=clock.now(), blocked_until=None,
    )  # fmt: skip


def _burst(front: Shopfront, subjects: Mapping[int, str], changes: int) -> tuple[int, float]:
    """Goods of so many SKUs come in at once; the calls made, and the seconds from commit until all are shown."""
    ground, before = front.ground, _calls(front)
    variants = list(ground.variants.items())[:changes]
    lines = [
        stock.Receipt(sku, variant, ground.firm.warehouse.pk, Decimal(7), Money("4.00", founding.CURRENCY))
        for sku, variant in variants
    ]
    origin = Ref("demo.burst", str(ground.firm.company.pk))
    stock.receive_stock(lines=lines, origin=origin, purpose="burst", actor=_CLERK, at=clock.now())
    committed = clock.now().timestamp()
    shown = _shown(front, [subjects[variant] for _sku, variant in variants], committed)
    return _calls(front) - before, max(shown.values()) - committed


def _single(front: Shopfront, subjects: Mapping[int, str], count: int, per_second: float) -> list[float]:
    """Each change of another SKU at its moment, whatever became of those before; seconds from commit until shown."""
    chosen = list(front.ground.variants.values())[-count:]
    committed: dict[str, float] = {}
    begin = time.monotonic()
    for number, variant in enumerate(chosen):
        time.sleep(max(0.0, begin + number / per_second - time.monotonic()))
        stock.adjust_stock(
            variant_id=variant,
            location_id=front.ground.firm.warehouse.pk,
            quantity_delta=Decimal(-1),
            reason="Broken",
            origin=Ref("demo.single", str(variant)),
            actor=_CLERK,
            at=clock.now(),
        )
        committed[subjects[variant]] = clock.now().timestamp()
    first = min(committed.values())
    shown = _shown(front, list(committed), first)
    return [shown[subject] - moment for subject, moment in committed.items()]


def _shown(front: Shopfront, wanted: Sequence[str], since: float) -> dict[str, float]:
    """
    When the shop has acknowledged each of them, at the earliest since then.

    :raises TimeoutError: when it takes too long.
    """
    limit = time.monotonic() + PATIENCE_SECONDS
    rows = DesiredState.objects.filter(account=front.account, kind=PushKind.STOCK, pending=False)
    while time.monotonic() < limit:
        found = dict(rows.filter(subject__in=wanted).values_list("subject", "acknowledged_at"))
        shown = {subject: at.timestamp() for subject, at in found.items() if at and at.timestamp() > since}
        if len(shown) == len(wanted):
            return shown
        time.sleep(_LOOK_SECONDS)
    raise TimeoutError(f"{len(wanted) - len(shown)} of {len(wanted)} changes are not shown")


def _calls(front: Shopfront) -> int:
    counters: dict[str, Any] = front.shop.get("state")["counters"]
    return int(counters.get("call inventorySetQuantities", 0))
