"""The leaky bucket of one app in one shop: it fills at the plan's rate and a request takes its cost out."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field

from erp.simulators.shopify.state.store import Doc

FACTOR = 20


@dataclass
class Bucket:
    """Points; `rate` of them come back every second, up to twenty seconds' worth."""

    rate: float
    clock: Callable[[], float] = time.monotonic
    level: float = field(init=False)
    seen: float = field(init=False)

    def __post_init__(self) -> None:
        self.level, self.seen = self.maximum, self.clock()

    @property
    def maximum(self) -> float:
        """Return how much the bucket holds."""
        return self.rate * FACTOR

    def available(self) -> float:
        """Return what can be taken now."""
        now = self.clock()
        self.level = min(self.maximum, self.level + (now - self.seen) * self.rate)
        self.seen = now
        return self.level

    def take(self, points: float) -> bool:
        """Take points, or nothing if there are not enough."""
        if points > self.available():
            return False
        self.level -= points
        return True

    def give_back(self, points: float) -> None:
        """Return the difference between the requested and the actual cost."""
        self.level = min(self.maximum, self.available() + points)

    def status(self) -> Doc:
        """Return `throttleStatus`."""
        return {"maximumAvailable": self.maximum, "currentlyAvailable": int(self.available()), "restoreRate": self.rate}
