"""The background loop that moves things on: labels get ready, vans come, parcels travel, money is paid out."""

import asyncio
import contextlib

from erp.simulators.carrier.carrier import Carrier
from erp.simulators.carrier.dispatch import collect
from erp.simulators.carrier.journeys import ready_label, take_leg
from erp.simulators.carrier.settlements import settle_due

BATCH = 100
LONGEST_SLEEP = 1.0


async def keep_moving(carrier: Carrier) -> None:
    """Run until cancelled; sleeps while nothing is due."""
    while True:
        carrier.parcels_wake.clear()
        while move_on(carrier):
            await asyncio.sleep(0)
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(carrier.parcels_wake.wait(), _next_due(carrier))


def move_on(carrier: Carrier) -> bool:
    """Do one batch of what is due, in one transaction. :returns: whether there may be more."""
    store, carrier_now = carrier.store, carrier.clock.carrier()
    with store.transaction():
        labels = store.rows(
            "SELECT id FROM shipment WHERE label_due <= ? ORDER BY label_due, id LIMIT ?", carrier.clock.now(), BATCH
        )
        for row in labels:
            ready_label(carrier, row["id"])
        orders = store.rows(
            "SELECT * FROM dispatch_order WHERE status = 'accepted' AND due <= ? ORDER BY due, id LIMIT ?",
            carrier_now,
            BATCH,
        )
        for order in orders:
            collect(carrier, order)
        legs = store.rows("SELECT id, due FROM shipment WHERE due <= ? ORDER BY due, id LIMIT ?", carrier_now, BATCH)
        for leg in legs:
            take_leg(carrier, leg["id"], due=leg["due"])
        moved = bool(labels or orders or legs)
        # Payments wait until nothing else is due, so that one jump ahead makes one payment, not one per batch.
        return moved or settle_due(carrier) > 0


def _next_due(carrier: Carrier) -> float:
    pauses = [LONGEST_SLEEP]
    label = carrier.store.value("SELECT min(label_due) FROM shipment WHERE label_due IS NOT NULL")
    if label is not None:
        pauses.append(label - carrier.clock.now())
    for sql in (
        "SELECT min(due) FROM dispatch_order WHERE status = 'accepted'",
        "SELECT min(due) FROM shipment WHERE due IS NOT NULL",
        "SELECT min(settlement_due) FROM shipment WHERE settlement_due IS NOT NULL",
    ):
        due = carrier.store.value(sql)
        pause = None if due is None else carrier.clock.real_seconds_until(due)
        if pause is not None:
            pauses.append(pause)
    # A floor, so that a clock of coarse ticks can't make this spin.
    return max(0.005, min(pauses))
