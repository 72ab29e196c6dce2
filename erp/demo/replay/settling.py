"""Waiting until everything that a replay has set going has come to its end."""

import math
import time
from collections import defaultdict
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from typing import Any

from erp.demo.replay.scene import Scene
from erp.foundation.errors import Busy
from erp.foundation.events.models import Delivery, DeliveryState
from erp.foundation.organisation.models import Company
from erp.orders.models import Order
from erp.shipping.models import Shipment
from erp.sync import pulling
from erp.sync.models import ChannelAccount, DesiredState, InboundMessage
from erp.sync.protocol import ChannelError
from erp.sync.states import MessageStatus

LOOK_SECONDS, NO_PROGRESS_SECONDS = 1.0, 180.0
_OPEN_SHIPMENTS = ("planned", "picking", "packed")
_OWNERS: dict[str, Any] = {"orders.order": Order, "shipping.shipment": Shipment, "sync.channelaccount": ChannelAccount}


def open_work(scene: Scene, since: datetime) -> dict[str, int]:
    """What is not done yet, by kind; what gave up (parked, dead) is not counted: it will not move any more."""
    company, account = scene.firm.company, scene.account
    messages = InboundMessage.objects.filter(account=account, status=MessageStatus.NEW)
    counts = {
        "deliveries": _open_deliveries(company, since),
        "hooks at the shop": int(scene.shop.get("state")["deliveries"].get("waiting", 0)),
        "messages": messages.count(),
        "numbers to show": DesiredState.objects.filter(account=account, pending=True).count(),
        "shipments": Shipment.objects.filter(company=company, status__in=_OPEN_SHIPMENTS).count(),
    }
    return {name: count for name, count in counts.items() if count}


def _open_deliveries(company: Company, since: datetime) -> int:
    """Deliveries that wait or run, but for those about other companies, which may live here at the same time."""
    state = [DeliveryState.WAITING, DeliveryState.RUNNING]
    about = Delivery.objects.filter(state__in=state, event__at__gte=since).order_by()
    rows = about.values_list("pk", "event__data__company_id", "event__subjects__kind", "event__subjects__key")
    everyone, others = set(), set()
    by_kind: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for delivery, company_id, kind, key in rows:
        everyone.add(delivery)
        if company_id not in (None, company.pk):
            others.add(delivery)
        elif kind in _OWNERS:
            by_kind[kind][key].append(delivery)
    for kind, keys in by_kind.items():
        strangers = _OWNERS[kind].objects.filter(pk__in=list(keys)).exclude(company=company)
        others.update(delivery for key in strangers.values_list("pk", flat=True) for delivery in keys[str(key)])
    return len(everyone - others)


def settle(scene: Scene, since: datetime, *, say: Callable[[str], None]) -> dict[str, int]:
    """
    Wait until nothing is open, or there was never less to do for three minutes.

    :returns: what was still open then; empty when all came to its end.
    """
    least, moved, said = math.inf, time.monotonic(), 0.0
    while (left := open_work(scene, since)) and time.monotonic() - moved < NO_PROGRESS_SECONDS:
        if sum(left.values()) < least:
            least, moved = sum(left.values()), time.monotonic()
        if time.monotonic() - said > 5:
            said = time.monotonic()
            say("settling: " + ", ".join(f"{count} {name}" for name, count in left.items()))
        time.sleep(LOOK_SECONDS)
    return left


def poll_once(scene: Scene) -> None:
    """The net under the hooks, once more at the end: an order whose hook was lost comes in now."""
    with suppress(ChannelError, Busy):  # the sweep asks again
        pulling.poll(scene.account)
