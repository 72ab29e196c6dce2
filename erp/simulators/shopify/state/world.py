"""The running shop: its memory, its settings and its dice, handed to every function that needs them."""

import asyncio
import random
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from erp.simulators.shopify.state import gids
from erp.simulators.shopify.state.store import Doc, Store

VERSION = "2026-10"
VERSIONS = ("2026-01", "2026-04", "2026-07", "2026-10")

# Points restored a second; the bucket holds twenty times as much (vendor's sample of 2025: 2000 at 100).
PLANS = {"standard": 100, "advanced": 200, "plus": 1000, "enterprise": 2000}


@dataclass(frozen=True, kw_only=True)
class Settings:
    """What the command line decides. Seconds, unless the name says otherwise."""

    data: Path
    shop: str = "backroom-demo"
    access_token: str = "shpat_simulator"  # noqa: S105  # a default for play
    client_id: str = "simulator-client"
    client_secret: str = "simulator-secret"  # noqa: S105  # as above
    webhook_secret: str = "simulator-secret"  # noqa: S105  # as above
    plan: str = "standard"
    seed: int = 1
    time_scale: float = 1.0
    scopes: tuple[str, ...] = ()

    @property
    def domain(self) -> str:
        """Return the shop's address in the vendor's form."""
        return f"{self.shop}.myshopify.com"


@dataclass(kw_only=True)
class World:
    """One shop in one process."""

    settings: Settings
    store: Store
    dice: random.Random
    started: float = field(default_factory=time.monotonic)
    wake: asyncio.Event = field(default_factory=asyncio.Event)
    running: asyncio.Event = field(default_factory=asyncio.Event)
    counters: dict[str, int] = field(default_factory=dict)
    fault_kinds: set[str] | None = None
    notify: Callable[["World", str, Any], None] = lambda world, topic, subject: None
    take_fault: Callable[["World", str, str], Doc | None] = lambda world, kind, name: None

    @cached_property
    def shop(self) -> Doc:
        """Return the shop's own document; `domain.shop` changes it."""
        found: Doc = self.store.recall("shop") or {}
        return found

    def count(self, name: str, by: int = 1) -> None:
        """Add to a counter shown in /_sim/state."""
        self.counters[name] = self.counters.get(name, 0) + by

    def gid(self, kind: str, number: int) -> str:
        """Return a global id."""
        return gids.gid(kind, number)
