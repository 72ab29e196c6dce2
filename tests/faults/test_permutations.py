"""Created, paid, updated, fulfilled: in whatever order the shop's messages arrive, the end is the same everywhere."""

import itertools
from collections.abc import Sequence

import pytest

from erp.carriers.models import Label
from erp.foundation import clock
from erp.foundation.actor import SYSTEM
from erp.inventory import queries as inventory
from erp.orders.models import Order
from erp.shipping import services as shipping
from erp.shipping.models import Shipment, ShippingRule
from erp.sync import pulling
from erp.sync.models import InboundMessage
from tests.buyer import ADDRESS
from tests.factories.inventory import stocked
from tests.faults.outcome import Outcome, amiss, outcome_of
from tests.faults.postman import Postman, postman_of
from tests.flows.stage import Firm, firm, shop, start_carrier
from tests.running import run_relay

__all__ = ["firm", "shop", "start_carrier"]  # fixtures
TOPICS = ("orders/create", "orders/paid", "orders/updated", "orders/fulfilled")
ALL = list(itertools.permutations(TOPICS))
# Each topic first once and last once, one whole turned round.
SOME = [ALL[0], *(tuple(TOPICS[turn:] + TOPICS[:turn]) for turn in (1, 2, 3)), TOPICS[::-1]]


class Story:
    """One order at the shop, taken a step further at each call, and known to us only by what the postman brings."""

    def __init__(self, firm: Firm, postman: Postman) -> None:
        self.firm, self.postman, self.steps = firm, postman, 0
        self.remote = ""

    def hear(self, topic: str) -> None:
        """Let the shop come as far as it must have come to send this; then it arrives."""
        while self.steps <= TOPICS.index(topic):
            (self._created, self._paid, self._updated, self._fulfilled)[self.steps]()
            self.steps += 1
        self.postman.bring(topic, self.remote)
        run_relay()

    def _created(self) -> None:
        self.remote = self.firm.buys(("MUG-1", 2), ("BOWL-2", 1), financialStatus="PENDING")

    def _paid(self) -> None:
        self._at_shop("pay", {})

    def _updated(self) -> None:
        self._at_shop("edit", {"note": "Proszę zadzwonić", "shippingAddress": ADDRESS | {"address1": "ul. Nowa 7"}})

    def _fulfilled(self) -> None:
        """A person sends the parcel; the poll has brought the order if no message has."""
        pulling.poll(self.firm.account)
        run_relay()
        shipment = Shipment.objects.get(order__source_ref=self.remote)
        shipping.pack_shipment(shipment_id=shipment.pk, all_picked=True, actor=SYSTEM, at=clock.now())
        run_relay()
        shipping.dispatch_shipment(shipment_id=shipment.pk, actor=SYSTEM, at=clock.now())
        run_relay()

    def _at_shop(self, what: str, body: dict[str, object]) -> None:
        self.firm.shop.post(f"orders/{self.remote.rpartition('/')[2]}/{what}", body)


def told(firm: Firm, postman: Postman, topics: Sequence[str]) -> Outcome:
    """What becomes of an order whose messages arrive in this order."""
    story = Story(firm, postman)
    for topic in topics:
        story.hear(topic)
    postman.bring_rest()
    run_relay()
    return outcome_of(Order.objects.get(source_ref=story.remote))


@pytest.mark.parametrize(
    "permutations", [pytest.param(SOME, id="some"), pytest.param(ALL, id="all", marks=pytest.mark.long)]
)
def test_in_whatever_order_the_messages_arrive_the_end_is_the_same(
    firm: Firm, permutations: list[tuple[str, ...]]
) -> None:
    ShippingRule.objects.update(automatic=False)
    for variant in firm.variants.values():
        stocked(variant, firm.warehouse, 40)
    run_relay()
    with postman_of(firm) as postman:
        outcomes = [told(firm, postman, permutation) for permutation in permutations]

    first = outcomes[0]
    for permutation, outcome in zip(permutations, outcomes, strict=True):
        assert outcome == first, permutation
    assert {name: len(rows) for name, rows in first.items()} == {
        "order": 1,
        "lines": 2,
        "charges": 1,
        "addresses": 2,
        "tenders": 1,
        "reservations": 0,
        "shortages": 0,
        "shipments": 1,
        "parcels": 2,
        "labels": 1,
        "moves": 2,
        "invoices": 1,
        "invoice lines": 3,
        "entries": 3,
        "postings": 8,
        "mails": 3,
        "exceptions": 0,
    }
    assert first["labels"] == [("bought", 1, "ul. Nowa 7")]
    assert first["order"][0][:2] == ("shipped", "paid")
    assert not InboundMessage.objects.exclude(status="done").exists()
    sent = len(permutations)
    free = inventory.available([variant.pk for variant in firm.variants.values()])
    left = {"MUG-1": 60 - 2 * sent, "BOWL-2": 60 - sent, "LAMP-3": 60}
    assert {sku: free[variant.pk] for sku, variant in firm.variants.items()} == left
    assert {sku: firm.shop.available(sku) for sku in firm.variants} == left
    assert Label.objects.count() == len(firm.carrier.call("GET", "/v1/shipments").json()["shipments"]) == sent
    assert amiss(firm.company) == []
