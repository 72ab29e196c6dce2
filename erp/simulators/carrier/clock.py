"""Two times: the real one, which stamps what happens, and carrier time, by which parcels travel."""

import time
from datetime import UTC, datetime

from erp.simulators.carrier.store import Store

HOUR = 3600.0


class Clock:
    """
    Carrier time is seconds since the database was made: `scale` times as fast as real time, with jumps by `advance`.

    It is anchored in the database, so it goes on while the process is dead, as a carrier's vans do.
    """

    def __init__(self, store: Store, *, scale: float) -> None:
        self._store = store
        anchor = store.setting("clock") or {"carrier": 0.0, "real": time.time(), "scale": scale}
        self._carrier, self._real, self.scale = float(anchor["carrier"]), float(anchor["real"]), float(anchor["scale"])
        self.set_scale(scale)

    def now(self) -> float:
        """Real seconds since 1970."""
        return time.time()

    def now_ms(self) -> int:
        return time.time_ns() // 1_000_000

    def carrier(self) -> float:
        # A wall clock that was set back must not make parcels travel backwards.
        return self._carrier + max(0.0, self.now() - self._real) * self.scale

    def real_seconds_until(self, due: float) -> float | None:
        """How long until carrier time reaches `due`; None = never by itself."""
        ahead = due - self.carrier()
        if ahead <= 0:
            return 0.0
        return ahead / self.scale if self.scale else None

    def advance(self, seconds: float) -> None:
        self._anchor(carrier=self.carrier() + seconds, scale=self.scale)

    def set_scale(self, scale: float) -> None:
        self._anchor(carrier=self.carrier(), scale=scale)

    def _anchor(self, *, carrier: float, scale: float) -> None:
        self._carrier, self._real, self.scale = carrier, self.now(), scale
        self._store.keep_setting("clock", {"carrier": self._carrier, "real": self._real, "scale": scale})


def stamp(milliseconds: int) -> str:
    """RFC 3339 in UTC with milliseconds."""
    moment = datetime.fromtimestamp(milliseconds // 1000, UTC)
    return f"{moment:%Y-%m-%dT%H:%M:%S}.{milliseconds % 1000:03d}Z"
