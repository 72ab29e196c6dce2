"""One order that can never be taken in, among many: all others go through, and a person is told of the one."""

import pytest

from erp.foundation.workqueue.models import WorkItem
from erp.inventory.models import Reservation
from erp.orders.models import Order, OrderLine
from erp.shipping.models import ShippingRule
from erp.sync import pulling
from erp.sync.models import Binding, InboundMessage, SyncRun
from tests.factories.inventory import stocked
from tests.faults.outcome import amiss
from tests.flows.stage import Firm, firm, shop, start_carrier
from tests.running import relays, run_relay, wait_until

__all__ = ["firm", "shop", "start_carrier"]  # fixtures
TOO_DEAR = "99999999999999999.99"  # more digits than our columns have


def sell(firm: Firm, orders: int, poison: int) -> str:
    """So many sales, one of them of something that is too dear for us; returns that one's id."""
    firm.shop.post("products", [{"title": "Diamond", "sku": "DIAMOND", "price": TOO_DEAR, "stock": {"Magazyn": 1}}])
    for variant in firm.variants.values():
        stocked(variant, firm.warehouse, orders)
    ShippingRule.objects.update(automatic=False)
    run_relay()
    bought = [firm.buys(("DIAMOND" if number == poison else "MUG-1", 1)) for number in range(orders)]
    return bought[poison]


def went_through(firm: Firm, orders: int, poison: str) -> None:
    """All but one are here, whole, with their stock held."""
    assert Order.objects.count() == OrderLine.objects.count() == Reservation.objects.count() == orders - 1
    assert Binding.objects.filter(kind="order").count() == orders - 1
    assert not Order.objects.filter(source_ref=poison).exists()
    assert set(Order.objects.values_list("status", "payment_status")) == {("confirmed", "paid")}


@pytest.mark.parametrize("orders", [20, pytest.param(500, marks=pytest.mark.long)])
def test_a_poll_takes_in_all_but_the_poison_order(firm: Firm, orders: int) -> None:
    firm.shop.post("faults", {"kind": "webhook_drop", "probability": 1})
    poison = sell(firm, orders, orders // 3)

    pulling.poll(firm.account)
    went_through(firm, orders, poison)
    run = SyncRun.objects.filter(kind="poll").latest("pk")
    assert run.found == orders
    item = WorkItem.objects.get(kind="sync.unreadable")
    assert (item.state, item.params["remote_id"]) == ("open", poison.rpartition("/")[2])
    assert item.params["reason"] == "It can't be written down (DataError)."
    run_relay()
    assert amiss(firm.company) == []


@pytest.mark.parametrize("orders", [20, pytest.param(500, marks=pytest.mark.long)])
def test_messages_bring_in_all_but_the_poison_order(firm: Firm, orders: int) -> None:
    with relays(2):
        poison = sell(firm, orders, orders // 3)
        wait_until(lambda: Order.objects.count() == orders - 1, "orders are missing", seconds=120)
    went_through(firm, orders, poison)
    stuck = InboundMessage.objects.filter(status="new").values_list("remote_id", flat=True)
    assert set(stuck) == {poison}
