"""Facts and handlers that only these tests publish and run; what the handlers did is kept in ``seen``."""

import threading
from collections.abc import Callable
from typing import Any

from erp.foundation import clock, db
from erp.foundation.actor import Actor
from erp.foundation.events.facts import Fact
from erp.foundation.events.publishing import publish
from erp.foundation.events.registry import Delivered, handles
from erp.foundation.organisation.models import Company
from erp.foundation.refs import Ref

ANNA = Actor("user", "1")
seen: list[tuple[str, Any]] = []
_seen_lock = threading.Lock()
during: dict[str, Callable[[Any], None]] = {}  # what a test wants to happen while a handler runs


class BellRung(Fact, app="tests"):
    number: int


class DoorMoved(Fact, app="tests"):
    door: str
    number: int


class LampLit(Fact, app="tests"):
    lamp: str
    number: int


class CoinDropped(Fact, app="tests"):
    number: int


class LetterSent(Fact, app="tests"):
    number: int


def _note(name: str, value: Any) -> None:
    with _seen_lock:
        seen.append((name, value))
    if name in during:
        during[name](value)


@handles(BellRung, name="tests.answer_bell", max_attempts=3)
def answer_bell(fact: BellRung, delivered: Delivered) -> None:
    Company.objects.filter(name=f"C{fact.number}").update(city=f"rung by {delivered.actor}")
    _note("bell", fact.number)


@handles(DoorMoved, name="tests.follow_door", key=lambda fact: fact.door, max_attempts=1)
def follow_door(fact: DoorMoved, delivered: Delivered) -> None:
    _note("door", (fact.door, fact.number))


@handles(LampLit, name="tests.show_lamp", key=lambda fact: fact.lamp, coalesce=True)
def show_lamp(fact: LampLit, delivered: Delivered) -> None:
    _note("lamp", (fact.lamp, fact.number))


@handles(CoinDropped, name="tests.count_coins", batch=True)
def count_coins(pairs: list[tuple[CoinDropped, Delivered]]) -> None:
    numbers = [fact.number for fact, _delivered in pairs]
    _note("coins", numbers)


@handles(LetterSent, name="tests.post_letter", network=True)
def post_letter(fact: LetterSent, delivered: Delivered) -> None:
    _note("letter", (fact.number, db.in_transaction()))


@db.use_case
def tell(*facts: Fact, about: tuple[Ref, ...] = ()) -> None:
    """Publish facts as one use case."""
    for fact in facts:
        publish(fact, actor=ANNA, subjects=about)


def due_now() -> None:
    """Let retries be due at once instead of waiting for their delay."""
    from erp.foundation.events.models import Delivery, DeliveryState

    Delivery.objects.filter(state=DeliveryState.WAITING).update(next_at=clock.now())
