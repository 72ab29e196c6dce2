"""Waiting until everything that a replay has set going has come to its end."""

import time
from collections.abc import Callable
from datetime import datetime

from erp.demo.replay.scene import Scene
from erp.foundation.events.models import Delivery, DeliveryState
from erp.shipping.models import Shipment
from erp.sync import pulling
from erp.sync.models import DesiredState, InboundMessage
from erp.sync.protocol import ChannelError
from erp.sync.states import MessageStatus

LOOK_SECONDS, NO_PROGRESS_SECONDS = 1.0, 180.0
_OPEN_SHIPMENTS = ("planned", "picking", "packed")


def open_work(scene: Scene, since: datetime) -> dict[str, int]:
    """What is not done yet, by kind; what gave up (parked, dead) is not counted: it will not move any more."""
    company, account = scene.firm.company, scene.account
    waiting = Delivery.objects.filter(state__in=[DeliveryState.WAITING, DeliveryState.RUNNING], event__at__gte=since)
    messages = InboundMessage.objects.filter(account=account, status=MessageStatus.NEW)
    counts = {
        "deliveries": waiting.count(),
        "hooks at the shop": int(scene.shop.get("state")["deliveries"].get("waiting", 0)),
        "messages": messages.count(),
        "numbers to show": DesiredState.objects.filter(account=account, pending=True).count(),
        "shipments": Shipment.objects.filter(company=company, status__in=_OPEN_SHIPMENTS).count(),
    }
    return {name: count for name, count in counts.items() if count}


def settle(scene: Scene, since: datetime, *, say: Callable[[str], None]) -> dict[str, int]:
    """
    Wait until nothing is open, or nothing has moved for three minutes.

    :returns: what was still open then; empty when all came to its end.
    """
    last, moved, said = {"": -1}, time.monotonic(), 0.0
    while (left := open_work(scene, since)) and time.monotonic() - moved < NO_PROGRESS_SECONDS:
        if left != last:
            last, moved = left, time.monotonic()
        if time.monotonic() - said > 5:
            said = time.monotonic()
            say("settling: " + ", ".join(f"{count} {name}" for name, count in left.items()))
        time.sleep(LOOK_SECONDS)
    return left


def poll_once(scene: Scene) -> None:
    """The net under the hooks, once more at the end: an order whose hook was lost comes in now."""
    try:
        pulling.poll(scene.account)
    except ChannelError:
        return
