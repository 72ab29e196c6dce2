"""Doing what the script says: buyers at the shop, corrections in the warehouse, deliveries for those who wait."""

import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from decimal import Decimal
from functools import partial
from typing import Any

from django.db.models import Sum

from erp.demo import founding
from erp.demo.controls import Refused
from erp.demo.replay import taking_back
from erp.demo.replay.buying import order_of
from erp.demo.replay.matching import Memory
from erp.demo.replay.meaning import throws_away
from erp.demo.replay.reading import Invoice
from erp.demo.replay.scene import Scene
from erp.demo.replay.script import Buy, Correct, NoPlace, Reason, Script, Step, TakeBack
from erp.demo.replay.stocking import Stocked
from erp.demo.work import kind_of
from erp.foundation import clock
from erp.foundation.actor import Actor
from erp.foundation.errors import Busy
from erp.foundation.money import Money
from erp.foundation.refs import Ref
from erp.foundation.workqueue import services as workqueue
from erp.inventory import queries as inventory_read
from erp.inventory import services as inventory
from erp.inventory.errors import NotEnoughStock
from erp.inventory.models import Shortage

ORDERS_BETWEEN_RECEIPTS = 50
TRIES_WHEN_BUSY = 5
CLERK = Actor("system", "replay")


@dataclass(slots=True)
class Done:
    """What was done, for the report; amounts in the currency of the shop."""

    sent: dict[str, float] = field(default_factory=dict)  # the shop's key of an order -> when (monotonic)
    steps: Counter[str] = field(default_factory=Counter)
    began: float = field(default_factory=time.time)

    unplaced: list[NoPlace] = field(default_factory=list)

    def except_for(self, invoice: Invoice, reason: Reason, code: str, amount: Decimal) -> None:
        """Note something that had no place, and what it was worth."""
        self.unplaced.append(NoPlace(invoice, reason, code, amount))


class Player:
    """Plays the script on the scene; ``changed`` hears of each stock change of ours (variant, moment)."""

    def __init__(self, scene: Scene, goods: list[Stocked], changed: Callable[[int, float], None]) -> None:
        self.scene, self.done, self.memory = scene, Done(), Memory()
        self._goods = {each.code: each for each in goods}
        self._changed = changed
        self._receipts = 0

    def play(self, script: Script, *, per_second: float, say: Callable[[str], None], ahead: Callable[[], bool]) -> None:
        """
        Do the steps in order, so many orders a second (0: as fast as they are taken).

        :param ahead: whether the shop is too far ahead of us just now; asked only where there is no pace.
        """
        started, count = time.monotonic(), 0
        for step in script.steps:
            if isinstance(step, Buy):
                if per_second:
                    time.sleep(max(0.0, started + count / per_second - time.monotonic()))
                while not per_second and ahead():
                    time.sleep(0.1)
                count += 1
                if count % ORDERS_BETWEEN_RECEIPTS == 0:
                    say(f"{count} of {script.orders} orders sent")
                    self.receive_what_is_missing()
            self._patiently(partial(self._do, step))

    def receive_what_is_missing(self) -> None:
        """A delivery comes with what somebody waits for, and a little more."""
        self._patiently(self._receive)

    def _receive(self) -> None:
        company = self.scene.firm.company
        waiting = Shortage.objects.filter(company=company).order_by()
        missing = list(waiting.values_list("variant__sku", "variant_id").annotate(total=Sum("quantity")))
        lines = [
            inventory.Arrival(
                variant, total + self._goods[sku].opening // 4, Money(self._goods[sku].cost, founding.CURRENCY)
            )
            for sku, variant, total in missing
        ]
        if lines:
            self._receipts += 1
            key = f"replay/{company.pk}/{self.done.began:.0f}/{self._receipts}"
            place = self.scene.firm.warehouse
            with self._watched([variant for _sku, variant, _total in missing]):
                inventory.book_goods_in(location=place, lines=lines, actor=CLERK, at=clock.now(), key=key)
            self.done.steps["receipts"] += 1
            self.done.steps["products received"] += len(lines)

    def _patiently(self, act: Callable[[], object]) -> None:
        """Do it as a clerk would who reads "please try again": nothing was changed, so it can be repeated."""
        for _try in range(TRIES_WHEN_BUSY):
            try:
                act()
                return
            except Busy:
                self.done.steps["tried again"] += 1
        act()

    def _do(self, step: Step) -> None:
        if isinstance(step, Buy):
            self._buy(step)
        elif isinstance(step, TakeBack):
            taking_back.take_back(step, self.scene.shop, self.memory, self.done)
        elif isinstance(step, Correct):
            self._correct(step)
        else:
            self.done.unplaced.append(step)

    def _buy(self, step: Buy) -> None:
        before = time.time()
        try:
            placed: dict[str, Any] = self.scene.shop.post("orders", order_of(step))
        except Refused:
            worth = sum((part.amount for part in (*step.parts, *step.shipping)), Decimal(0))
            self.done.except_for(step.invoice, Reason.REFUSED, step.parts[0].code, worth)
            return
        self.done.sent[placed["gid"]] = before
        if step.invoice.customer:
            lines = [(str(line["id"]), part) for line, part in zip(placed["lines"], step.parts, strict=True)]
            self.memory.remember(step.invoice.customer, placed["gid"], Decimal(placed["totalPrice"]), lines)

    def _correct(self, step: Correct) -> None:
        """A write-off, or a number that was counted anew, with the reason that the history gives."""
        variant, origin = self.scene.variants[step.code], Ref("demo.correction", self._key(step))
        place, at = self.scene.firm.warehouse.pk, clock.now()
        given: dict[str, Any] = {"variant_id": variant, "location_id": place, "reason": step.reason}
        given |= {"origin": origin, "actor": CLERK, "at": at}
        try:
            with self._watched([variant]):
                if step.delta < 0 and throws_away(step.reason):
                    inventory.write_off(quantity=Decimal(-step.delta), **given)
                    self.done.steps["write-offs"] += 1
                else:
                    inventory.adjust_stock(quantity_delta=Decimal(step.delta), **given)
                    self.done.steps["corrections"] += 1
        except NotEnoughStock:
            self.done.except_for(step.invoice, Reason.NOT_ENOUGH, step.code, Decimal(0))

    @contextmanager
    def _watched(self, variants: list[int]) -> Iterator[None]:
        """Tell the watcher of those variants of which more or less is free after the block than before it."""
        before = inventory_read.available(variants)
        yield
        now = time.time()
        for variant, free in inventory_read.available(variants).items():
            if free != before[variant]:
                self._changed(variant, now)

    def list_exceptions(self) -> None:
        """Put what had no place on the page of exceptions, one item an invoice and reason."""
        company = self.scene.firm.company.pk
        for one in self.done.unplaced:
            workqueue.raise_item(
                kind=kind_of(one.reason),
                about=Ref("demo.invoice", f"{company}/{one.invoice.number}"),
                company_id=company,
                params={
                    "invoice": one.invoice.number,
                    "code": one.code,
                    "amount": f"{one.amount:.2f} {founding.CURRENCY}",
                },
                actor=CLERK,
                at=clock.now(),
            )

    def _key(self, step: Correct) -> str:
        return f"{self.scene.firm.company.pk}/{step.invoice.number}/{step.code}"
