"""
A shop to measure with: a company with goods, a simulated shop that has the same, our web server, and relays that wait.

The relays are forked first, while there is nothing that must not be shared, and begin to work when they are told to.
"""

import math
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from multiprocessing import get_context
from typing import Any
from uuid import uuid4

from config.env import ENV
from erp.demo import crew as crews
from erp.demo.bench import ground
from erp.demo.bench.ground import Ground
from erp.demo.controls import Simulator
from erp.demo.replay import scene
from erp.demo.replay.stocking import Stocked
from erp.foundation import clock
from erp.foundation.actor import SYSTEM
from erp.foundation.events.models import Delivery, DeliveryState
from erp.sync import services as sync
from erp.sync.models import ChannelAccount, DesiredState, InboundMessage
from erp.sync.states import AccountStatus, MessageStatus

LOOK_SECONDS, SAY_SECONDS, NO_PROGRESS_SECONDS = 0.5, 5.0, 120.0
STOCK = 1000  # pieces of each SKU at the beginning, here and there


@dataclass(slots=True)
class Shopfront:
    """What stands behind a measure; ``seconds_before`` holds what each process had computed when it began."""

    ground: Ground
    account: ChannelAccount
    shop: Simulator
    web: str
    crew: crews.Crew
    _gate: Any
    began: datetime
    _seconds_before: dict[str, float] = field(default_factory=dict)

    @property
    def hook_address(self) -> str:
        return f"{self.web}/hooks/{self.account.channel}/{self.account.pk}/"

    def start_relays(self) -> None:
        self._gate.set()

    def settle(self, *, say: Callable[[str], None]) -> dict[str, int]:
        """
        Wait until nothing is open here, or there was never less to do for two minutes.

        :returns: what was still open then, by kind; empty when all came to its end.
        """
        least, moved, said = math.inf, time.monotonic(), time.monotonic()
        while (left := self.open_work()) and time.monotonic() - moved < NO_PROGRESS_SECONDS:
            if sum(left.values()) < least:
                least, moved = sum(left.values()), time.monotonic()
            if time.monotonic() - said > SAY_SECONDS:
                said = time.monotonic()
                say("settling: " + ", ".join(f"{count} {name}" for name, count in left.items()))
            time.sleep(LOOK_SECONDS)
        return left

    def open_work(self) -> dict[str, int]:
        """Facts that nobody has heard yet, messages, and numbers that the shop does not show; no zeros."""
        waiting = Delivery.objects.filter(state__in=[DeliveryState.WAITING, DeliveryState.RUNNING])
        counts = {
            "deliveries": waiting.filter(event__at__gte=self.began).count(),
            "messages": InboundMessage.objects.filter(account=self.account, status=MessageStatus.NEW).count(),
            "numbers to show": DesiredState.objects.filter(account=self.account, pending=True).count(),
        }
        return {name: count for name, count in counts.items() if count}

    def begin(self) -> None:
        """What the processes compute from now on belongs to the measure."""
        self._seconds_before = self.crew.cpu_seconds()

    def cpu_seconds(self) -> dict[str, dict[str, float]]:
        """What each process has computed since the beginning, the simulators' apart."""
        spent: dict[str, dict[str, float]] = {"program": {}, "simulators": {}}
        for member in self.crew.members:
            before = self._seconds_before.get(member.name, 0.0)
            side = "simulators" if member.simulator else "program"
            spent[side][member.name] = round(member.cpu_seconds() - before, 2)
        return spent


@contextmanager
def opened(name: str, *, skus: int, plan: str, relays: int) -> Iterator[Shopfront]:
    """A new company whose shop is live and has the same stock; everything ends with the block."""
    run = f"{name}-{uuid4().hex[:8]}"
    home = ENV.home / "shopfronts" / run
    with crews.crew(home / "logs") as crew, crews.listen() as listener:
        gate = get_context("fork").Event()
        for number in range(1, relays + 1):
            crew.fork(f"relay-{number}", lambda: _relay_behind(gate))
        crew.fork("web", crews.web(listener))
        shop = scene.start_shop(crew, home, plan=plan)
        web = crews.address_of(listener)
        crew.wait(lambda: crews.answers(web + "/healthz"), "the web server")
        at = clock.now()
        base = ground.prepare(f"Bench {run}", at, skus=skus, stock=Decimal(STOCK))
        ground.put_aside()  # ten thousand new products are no part of the measure
        scene.fill_shop(shop, run, [_stocked(sku) for sku in base.variants])
        account = scene.connect(base.firm, run, shop.url, at)
        try:
            yield Shopfront(base, account, shop, web, crew, gate, at)
        finally:
            sync.set_status(account_id=account.pk, to=AccountStatus.PAUSED, actor=SYSTEM, at=clock.now())
            shop.close()
    shutil.rmtree(home / "shop", ignore_errors=True)


def _relay_behind(gate: Any) -> None:
    gate.wait()
    crews.relay()


def _stocked(sku: str) -> Stocked:
    return Stocked(sku, sku, ground.PRICE, ground.COST, STOCK, short=False)
