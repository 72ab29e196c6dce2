"""
``webhooks``: a shop's messages at a steady rate while nobody works on them, then all of them worked on.

Answered in time and none lost is the web server's part; each order once is everything else's.
"""

import time
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from erp.demo.bench import arrivals, hooks, shopfront
from erp.demo.bench.arrivals import Answer
from erp.demo.bench.hooks import Hook
from erp.demo.bench.results import Bar, Result, percentile, spread
from erp.demo.bench.shopfront import Shopfront
from erp.foundation import clock
from erp.foundation.events.models import Delivery, DeliveryState, EventSubject
from erp.inventory import queries as inventory
from erp.inventory.models import Reservation
from erp.orders.events import OrderPlaced
from erp.orders.models import Order
from erp.sync.models import InboundMessage
from erp.sync.states import MessageStatus

PER_SECOND, SECONDS = 50.0, 30.0
SKUS, LINES, RELAYS = 200, 3, 2
Say = Callable[[str], None]


def measure(*, per_second: float = PER_SECOND, seconds: float = SECONDS, say: Say = print) -> Result:
    """Latencies of the answers, what was lost, and what became of everything."""
    count = max(1, round(per_second * seconds / hooks.PER_ORDER))
    with shopfront.opened("webhooks", skus=SKUS, plan="enterprise", relays=RELAYS) as front:
        began = clock.now()
        orders = [_buy(front, number) for number in range(count)]
        sent = hooks.hooks_about(orders, began)
        say(f"{len(sent)} messages about {count} orders, {per_second:g} a second")
        front.begin()
        computed = time.process_time()
        answers = arrivals.send(front.hook_address, [hook.arrival for hook in sent], per_second=per_second)
        client = time.process_time() - computed
        receiving = front.cpu_seconds()
        lost = _lost(front, sent, answers)
        started = time.monotonic()
        front.start_relays()
        left = front.settle(say=say)
        took = time.monotonic() - started
        wrong = wrong_orders(front, orders)
        result = Result("webhooks", bars=_bars(front, answers, lost, wrong, began))
        result.facts = _facts(front, sent, answers) | {
            "orders": count,
            "seconds_to_work_on_all": round(took, 1),
            "left_open": left,
            "wrong": wrong[:5],
            "cpu_seconds_receiving": receiving | {"client": round(client, 2)},
            "cpu_seconds_in_all": front.cpu_seconds(),
        }
    return result


def _buy(front: Shopfront, number: int) -> dict[str, Any]:
    """An order at the shop; returns its document."""
    skus = list(front.ground.variants)
    chosen = [skus[(number * LINES + place) % len(skus)] for place in range(LINES)]
    name = f"Buyer {number}"
    who = {"email": f"buyer{number}@example.com", "firstName": "Buyer", "lastName": str(number)}
    address = {"firstName": "Buyer", "lastName": str(number), "address1": "2 High Street"}
    address |= {"zip": "YO1 7EP", "city": "York", "countryCode": "GB", "phone": "+441130000001"}
    placed = front.shop.post(
        "orders",
        {
            "lines": [{"sku": sku, "quantity": place + 1} for place, sku in enumerate(chosen)],
            "shipping": [{"title": "Delivery", "price": "3.95"}],
            "customer": who,
            "shippingAddress": address,
            "billingAddress": address,
            "financialStatus": "PAID",
            "note": f"For {name}",
        },
    )
    document: dict[str, Any] = front.shop.get(f"orders/{placed['id']}")
    return document


def _lost(front: Shopfront, sent: Sequence[Hook], answers: Sequence[Answer]) -> int:
    """How many accepted messages are neither kept nor counted as copies."""
    accepted = Counter(hook.event for hook, answer in zip(sent, answers, strict=True) if answer.status == 200)
    kept = dict(InboundMessage.objects.filter(account=front.account).values_list("external_id", "copies"))
    return sum(count - (kept[event] + 1 if event in kept else 0) for event, count in accepted.items())


def wrong_orders(front: Shopfront, orders: Sequence[dict[str, Any]]) -> list[str]:
    """The shop's orders that are not here exactly once, each line reserved once, with one shipment."""
    found = Counter(Order.objects.filter(source=front.account.source).values_list("source_ref", flat=True))
    wrong = [ref for ref, count in found.items() if count != 1]
    refs = {f"gid://shopify/Order/{order['id']}" for order in orders}
    wrong += sorted(refs ^ set(found))
    here = Order.objects.filter(source=front.account.source).prefetch_related("lines", "shipments__lines")
    return wrong + [order.number for order in here if not _once(order)]


def _once(order: Order) -> bool:
    sold = sorted((str(line.pk), line.quantity) for line in order.lines.all())
    rows = Reservation.objects.filter(owner_kind=order.ref.kind, owner_key=order.ref.key)
    reserved = sorted(rows.values_list("line_key", "quantity"))
    planned = sorted(
        (str(line.order_line_id), line.quantity) for each in order.shipments.all() for line in each.lines.all()
    )
    told = EventSubject.objects.filter(
        kind=order.ref.kind, key=order.ref.key, event__name=OrderPlaced.fact_name
    ).count()
    return sold == reserved == planned and told == 1


def _bars(front: Shopfront, answers: Sequence[Answer], lost: int, wrong: list[str], began: datetime) -> list[Bar]:
    messages = InboundMessage.objects.filter(account=front.account).exclude(status=MessageStatus.DONE)
    parked = Delivery.objects.filter(state=DeliveryState.PARKED, event__at__gte=began)
    refused = sum(answer.status != 200 for answer in answers)
    latency = percentile([answer.seconds for answer in answers], 0.99)
    return [
        Bar("p99 of seconds from a message's moment to its answer", latency, 1, at_least=False),
        Bar("messages not answered with 200", refused, 0, at_least=False),
        Bar("accepted messages lost", lost, 0, at_least=False),
        Bar("orders not taken and reserved exactly once", len(wrong), 0, at_least=False),
        Bar("messages not done", messages.count(), 0, at_least=False),
        Bar("deliveries parked", parked.count(), 0, at_least=False),
        Bar("faults found by the audit of stock", len(inventory.audit(front.ground.firm.company)), 0, at_least=False),
    ]


def _facts(front: Shopfront, sent: Sequence[Hook], answers: Sequence[Answer]) -> dict[str, Any]:
    rows = InboundMessage.objects.filter(account=front.account).values_list("copies", flat=True)
    return {
        "messages": len(sent),
        "seconds_to_answer": spread([answer.seconds for answer in answers]),
        "client_late_seconds": spread([answer.late for answer in answers]),
        "kept": len(rows),
        "counted_as_copies": sum(rows),
        "body_bytes": max(len(hook.arrival.body) for hook in sent),
    }
