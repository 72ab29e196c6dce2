"""Looking on while a replay plays: how soon a stock change reaches the shop, how much memory everything takes."""

import threading
import time
from typing import Any

from django.db import connection

from erp.demo.crew import Crew
from erp.demo.crew import Member as Process
from erp.sync.models import Binding, DesiredState
from erp.sync.states import Kind, PushKind

LOOK_SECONDS, MEMORY_EVERY = 0.5, 10


class Watcher:
    """Samples in a thread of its own, with a connection of its own."""

    def __init__(self, crew: Crew, own: int) -> None:
        self._crew, self._own = crew, Process("command", own, simulator=False)
        self._stop = threading.Event()
        self._lock = threading.Lock()
        self._waiting: dict[int, float] = {}
        self._thread = threading.Thread(target=self._run, name="watcher", daemon=True)
        self._account: int | None = None
        self.seconds: list[float] = []
        self.most_mb: dict[str, float] = {}

    def watch(self, account_id: int) -> None:
        """Begin to look at an account."""
        self._account = account_id
        self._thread.start()

    def changed(self, variant_id: int, when: float) -> None:
        """Our stock of a variant was changed at this moment (of the clock); the oldest change that waits counts."""
        with self._lock:
            self._waiting.setdefault(variant_id, when)

    def stop(self) -> None:
        self._stop.set()
        if self._thread.is_alive():
            self._thread.join(timeout=10)

    def forget_waiting(self) -> int:
        """How many changes made nothing to show (there was nothing free before and after)."""
        with self._lock:
            count = len(self._waiting)
            self._waiting.clear()
        return count

    def _run(self) -> None:
        looks = 0
        try:
            while not self._stop.wait(LOOK_SECONDS):
                self._look_at_stock()
                if looks % MEMORY_EVERY == 0:
                    self._look_at_memory()
                looks += 1
        finally:
            connection.close()

    def _look_at_stock(self) -> None:
        with self._lock:
            waiting = dict(self._waiting)
        if not waiting:
            return
        shown = self._acknowledged(list(waiting))
        with self._lock:
            for variant, when in waiting.items():
                at = shown.get(variant)
                if at is not None and at >= when:
                    self.seconds.append(at - when)
                    self._waiting.pop(variant, None)

    def _acknowledged(self, variants: list[int]) -> dict[int, float]:
        rows = Binding.objects.filter(
            account=self._account, kind=Kind.VARIANT, local_key__in=[str(v) for v in variants]
        )
        items = {row.extra["stock_item"]: int(row.local_key) for row in rows}
        states = DesiredState.objects.filter(
            account=self._account, kind=PushKind.STOCK, pending=False, acknowledged_at__isnull=False
        )
        found: dict[int, float] = {}
        for subject, at in states.values_list("subject", "acknowledged_at"):
            variant = items.get(subject.partition("|")[0])
            if variant is not None and at is not None:
                found[variant] = at.timestamp()
        return found

    def _look_at_memory(self) -> None:
        for member in [self._own, *self._crew.members]:
            self.most_mb[member.name] = max(self.most_mb.get(member.name, 0.0), round(member.memory_mb(), 1))


def memory_of(watcher: Watcher, crew: Crew) -> dict[str, Any]:
    """The most that each process took, and the sums of the program's and of the simulators'."""
    simulators = {member.name for member in crew.members if member.simulator}
    return {
        "program_mb": round(sum(mb for name, mb in watcher.most_mb.items() if name not in simulators), 1),
        "simulators_mb": round(sum(mb for name, mb in watcher.most_mb.items() if name in simulators), 1),
        "by_process": watcher.most_mb,
        "measured_at": time.strftime("%H:%M:%S"),
    }
