"""Whatever is done to stock in whatever order: the ledger, its caches and its promises agree after every step."""

from collections import defaultdict
from collections.abc import Callable
from datetime import datetime, timedelta
from decimal import Decimal
from functools import partial
from typing import Any

import pytest
from django.db import transaction
from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from erp.catalog.models import Variant
from erp.foundation.actor import SYSTEM
from erp.foundation.errors import BusinessError
from erp.foundation.money import Money
from erp.foundation.organisation.models import Company
from erp.foundation.refs import Ref
from erp.inventory import queries
from erp.inventory import services as inventory
from erp.inventory.models import (
    STOCKED,
    Location,
    Reservation,
    Shortage,
    StockCount,
    StockLevel,
    StockMove,
    Transfer,
    VariantCost,
)
from tests.factories.catalog import VariantFactory, a_kit
from tests.factories.inventory import AT, a_bin, a_warehouse, an_origin, an_owner
from tests.factories.organisation import CompanyFactory

small = st.integers(1, 6)
which = st.integers(0, 99)  # taken modulo what there is
prices = st.decimals(1, 50, places=4)


class Stock(RuleBasedStateMachine):
    """A company with two warehouses (one with a bin), two variants and a kit of both."""

    def __init__(self) -> None:
        super().__init__()
        self.block = transaction.atomic()
        self.block.__enter__()
        self.now = AT
        self.asked: dict[Ref, dict[int, Decimal]] = {}  # what each owner was promised and has not got, by variant
        self.carts: set[Ref] = set()
        self.again: Callable[[], Any] | None = None

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self.block.__exit__(None, None, None)

    @initialize()
    def set_up(self) -> None:
        self.company: Company = CompanyFactory.create()
        main, shop = a_warehouse(self.company, "MAIN"), a_warehouse(self.company, "SHOP")
        self.places: list[Location] = [main, a_bin(main, "A-1"), shop]
        self.variants: list[Variant] = [VariantFactory.create(company=self.company) for _ in range(2)]
        self.kit = a_kit(self.company, "KIT", {self.variants[0]: 2, self.variants[1]: 1})
        self.on_hand: dict[tuple[int, int], Decimal] = defaultdict(Decimal)

    # --- helpers

    def at(self) -> datetime:
        self.now += timedelta(minutes=1)
        return self.now

    def do(self, verb: Callable[..., Any], **arguments: Any) -> Any:
        """Call a verb in a savepoint of its own, as a use case is; a refusal changes nothing. Remember it."""
        call = partial(verb, **arguments, actor=SYSTEM)  # kept to be called again
        try:
            with transaction.atomic():
                result = call()
        except BusinessError:
            self.again = None
            return None
        self.again = call
        return result

    def moved(self, moves: list[StockMove] | None) -> None:
        """Keep the machine's own sums, from what the verb says that it moved."""
        kinds = dict(Location.objects.filter(company=self.company).values_list("pk", "kind"))
        for move in moves or []:
            for place, sign in ((move.source_id, -1), (move.destination_id, 1)):
                if kinds[place] in STOCKED:
                    self.on_hand[move.variant_id, place] += sign * move.quantity

    def ask(self, owner: Ref, variant: Variant, quantity: int) -> None:
        parts = [(self.variants[0], 2), (self.variants[1], 1)] if variant == self.kit else [(variant, 1)]
        wanted = self.asked.setdefault(owner, defaultdict(Decimal))
        for part, needed in parts:
            wanted[part.pk] += quantity * needed

    # --- verbs

    @rule(variant=which, place=which, quantity=small, price=prices)
    def receive(self, variant: int, place: int, quantity: int, price: Decimal) -> None:
        line = inventory.Receipt(
            "1", self.variants[variant % 2].pk, self.places[place % 3].pk, Decimal(quantity), Money(price, "PLN")
        )
        self.moved(self.do(inventory.receive_stock, lines=[line], origin=an_origin(), at=self.at()))

    @rule(variant=which, quantity=small, place=st.none() | which, cart=st.booleans())
    def reserve(self, variant: int, quantity: int, place: int | None, cart: bool) -> None:
        wanted = [*self.variants, self.kit][variant % 3]
        owner = an_owner()
        short = self.do(
            inventory.reserve_stock,
            demand=[inventory.Demand("1", wanted.pk, Decimal(quantity))],
            owner=owner,
            company_id=self.company.pk,
            locations=None if place is None else [self.places[place % 3].pk],
            kept_until=self.now + timedelta(minutes=10) if cart else None,
            accept_shortage=not cart,
            at=self.at(),
        )
        if short is not None:
            self.ask(owner, wanted, quantity)
            if cart:
                self.carts.add(owner)

    @precondition(lambda self: self.asked)
    @rule(owner=which)
    def release(self, owner: int) -> None:
        ref = sorted(self.asked)[owner % len(self.asked)]
        self.do(inventory.release_stock, owner=ref, at=self.at())
        del self.asked[ref]
        self.carts.discard(ref)

    @precondition(lambda self: self.carts)
    @rule(minutes=st.integers(1, 12))
    def time_passes(self, minutes: int) -> None:
        self.now += timedelta(minutes=minutes)
        for owner in queries.expired_owners(self.now, limit=100):
            self.do(inventory.free_expired, owner=owner, at=self.now)
            self.asked.pop(owner, None)
            self.carts.discard(owner)

    @rule(held=which, quantity=small, elsewhere=st.none() | which)
    def issue(self, held: int, quantity: int, elsewhere: int | None) -> None:
        reservations = list(Reservation.objects.order_by("pk"))
        if not reservations:
            return
        held_row = reservations[held % len(reservations)]
        place = held_row.location_id if elsewhere is None else self.places[elsewhere % 3].pk
        wanted = min(Decimal(quantity), held_row.quantity)
        owned = self.asked.get(held_row.owner)
        if owned is None:
            return  # a transfer's
        line = inventory.Issue(held_row.line_key, held_row.variant_id, place, wanted)
        moves = self.do(
            inventory.issue_stock, lines=[line], reserved_for=held_row.owner, origin=an_origin(), at=self.at()
        )
        self.moved(moves)
        if moves:
            owned[held_row.variant_id] -= wanted

    @rule(variant=which, place=which, delta=st.integers(-5, 5).filter(bool))
    def adjust(self, variant: int, place: int, delta: int) -> None:
        moves = self.do(
            inventory.adjust_stock,
            variant_id=self.variants[variant % 2].pk,
            location_id=self.places[place % 3].pk,
            quantity_delta=Decimal(delta),
            reason="counted in passing",
            unit_cost=Money("7.77", "PLN") if delta > 0 else None,
            origin=an_origin(),
            at=self.at(),
        )
        self.moved(moves)
        self.carts_may_have_lost()

    @rule(variant=which, place=which, counted=st.integers(0, 9), between=st.integers(0, 3))
    def count(self, variant: int, place: int, counted: int, between: int) -> None:
        location, mug = self.places[place % 3], self.variants[variant % 2]
        count: StockCount = self.do(inventory.open_count, location=location, at=self.at())
        self.do(
            inventory.enter_count,
            count_id=count.pk,
            variant_id=mug.pk,
            location_id=location.pk,
            counted=Decimal(counted),
            at=self.at(),
        )
        if between:
            line = inventory.Receipt("1", mug.pk, location.pk, Decimal(between), Money("3.33", "PLN"))
            self.moved(self.do(inventory.receive_stock, lines=[line], origin=an_origin(), at=self.at()))
        if not VariantCost.objects.filter(variant=mug, last_unit_cost__gt=0).exists() and not self.on_hand_of(mug):
            self.do(inventory.cancel_count, count_id=count.pk, at=self.at())  # nobody knows what it would be worth
            return
        self.moved(self.do(inventory.close_count, count_id=count.pk, at=self.at()))
        assert self.on_hand[mug.pk, location.pk] == counted + between
        self.carts_may_have_lost()

    @rule(variant=which, quantity=small, source=which, destination=which)
    def plan_transfer(self, variant: int, quantity: int, source: int, destination: int) -> None:
        self.do(
            inventory.create_transfer,
            source=self.places[source % 3],
            destination=self.places[destination % 3],
            quantities={self.variants[variant % 2].pk: Decimal(quantity)},
            key=an_origin().key,
            at=self.at(),
        )

    @rule(transfer=which, step=st.sampled_from(["dispatch", "receive", "receive some", "give up", "cancel"]))
    def move_transfer(self, transfer: int, step: str) -> None:
        transfers = list(Transfer.objects.order_by("pk"))
        if not transfers:
            return
        chosen = transfers[transfer % len(transfers)]
        arguments: dict[str, Any] = {"transfer_id": chosen.pk, "at": self.at()}
        if step == "dispatch":
            verb, sent = inventory.dispatch_transfer, queries.moves_of(chosen.ref, "dispatch")
            moves = self.do(verb, **arguments)
            self.moved([] if sent else moves)
        elif step == "cancel":
            self.do(inventory.cancel_transfer, **arguments)
        elif step == "give up":
            given_up = queries.moves_of(chosen.ref, "loss")
            moves = self.do(inventory.give_up_transfer, reason="lost", **arguments)
            self.moved([] if given_up else moves)
        else:
            arrived = {line.variant_id: Decimal(1) for line in chosen.lines.all()} if step == "receive some" else None
            number = chosen.receipts + 1
            self.moved(self.do(inventory.receive_transfer, number=number, arrived=arrived, **arguments))

    @precondition(lambda self: self.again is not None)
    @rule()
    def repeat_the_last_verb(self) -> None:
        """A retry: nothing may change."""
        assert self.again is not None
        before = self.picture()
        with transaction.atomic():
            self.again()
        assert self.picture() == before

    # --- what must hold

    def picture(self) -> list[Any]:
        return [
            list(StockLevel.objects.order_by("pk").values_list("pk", "on_hand", "reserved")),
            list(Reservation.objects.order_by("pk").values_list("pk", "quantity")),
            list(Shortage.objects.order_by("pk").values_list("pk", "quantity")),
            StockMove.objects.count(),
            list(VariantCost.objects.order_by("pk").values_list("quantity", "value")),
        ]

    def on_hand_of(self, variant: Variant) -> Decimal:
        return sum((q for (pk, _place), q in self.on_hand.items() if pk == variant.pk), Decimal(0))

    def carts_may_have_lost(self) -> None:
        """A cart that lost goods waits for nothing."""
        for cart in self.carts:
            held: dict[int, Decimal] = defaultdict(Decimal)
            for reservation in queries.reservations_of(cart):
                held[reservation.variant_id] += reservation.quantity
            self.asked[cart] = held

    @invariant()
    def the_audit_finds_nothing(self) -> None:
        assert queries.audit(self.company) == []

    @invariant()
    def levels_are_what_the_machine_counted_itself(self) -> None:
        levels = StockLevel.objects.filter(company=self.company).values_list("variant_id", "location_id", "on_hand")
        found = {(variant, place): on_hand for variant, place, on_hand in levels if on_hand}
        assert found == {place: quantity for place, quantity in self.on_hand.items() if quantity}

    @invariant()
    def nothing_is_promised_twice_or_forgotten(self) -> None:
        for owner, wanted in self.asked.items():
            got: dict[int, Decimal] = defaultdict(Decimal)
            for reservation in queries.reservations_of(owner):
                got[reservation.variant_id] += reservation.quantity
            for shortage in queries.shortages_of(owner):
                got[shortage.variant_id] += shortage.quantity
            assert {k: v for k, v in got.items() if v} == {k: v for k, v in wanted.items() if v}

    @invariant()
    def only_what_is_there_has_a_value(self) -> None:
        for cost in VariantCost.objects.filter(company=self.company):
            assert cost.value >= 0
            assert (cost.value == 0) == (cost.quantity == 0)

    @invariant()
    def nobody_waits_beside_free_stock(self) -> None:
        assert queries.fillable(limit=10) == []


@pytest.mark.django_db
def test_any_sequence_of_verbs_keeps_the_goods_ledger_in_order() -> None:
    run_state_machine_as_test(
        Stock,
        settings=settings(
            max_examples=25,
            stateful_step_count=30,
            deadline=None,
            derandomize=True,
            phases=[Phase.generate],  # each step is real work: the sequence as found is soon read, shrinking it is slow
            report_multiple_bugs=False,
        ),
    )
