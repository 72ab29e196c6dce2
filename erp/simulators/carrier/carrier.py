"""What every part of the running carrier shares."""

import asyncio
from collections import Counter

from erp.simulators.carrier.clock import Clock
from erp.simulators.carrier.faults import Faults
from erp.simulators.carrier.settings import Settings
from erp.simulators.carrier.store import Store


class Carrier:
    """One carrier: its settings, database, clocks and faults. Counters are of this process and start at nothing."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.store = Store(settings.data)
        self.clock = Clock(self.store, scale=settings.time_scale)
        self.faults = Faults(self.store, seed=settings.seed)
        self.requests: Counter[str] = Counter()
        self.parcels_wake = asyncio.Event()
        self.push_wake = asyncio.Event()

    def wake(self) -> None:
        """Something may be due earlier than the background loops think."""
        self.parcels_wake.set()
        self.push_wake.set()
