"""kill -9 of the relay at each step of an order's road: afterwards nothing is lost, doubled or half done."""

import signal
import subprocess
import sys
from datetime import timedelta

import pytest

from erp.carriers.models import Label
from erp.finance.models import Entry
from erp.foundation import clock
from erp.foundation.events.models import Delivery, DeliveryState
from erp.inventory import queries as inventory
from erp.inventory.models import Reservation, StockMove
from erp.orders.models import Order
from erp.shipping.models import Shipment
from erp.sync.models import Binding, DesiredState, InboundMessage
from tests.factories.inventory import stocked
from tests.flows.stage import Firm, firm, shop, start_carrier
from tests.running import run_relay, wait_until

__all__ = ["firm", "shop", "start_carrier"]  # fixtures

POINTS = [
    ("erp.sync.pulling:pull_order", "before"),  # claimed, nothing fetched
    ("erp.sync.channels.shopify.adapter:Shopify.fetch_order", "after"),  # fetched, nothing written
    ("erp.inventory.services.reserving:_write", "after"),  # inside the import's transaction
    ("erp.sync.pulling:pull_order", "after"),  # imported, the delivery not yet done
    ("erp.shipping.services.planning:_plan", "after"),  # inside the planning's transaction
    ("erp.shipping.services:pack_shipment", "after"),  # packed, the delivery not yet done
    ("erp.carriers.sandbox.adapter:SandboxCarrier.buy_label", "after"),  # the carrier has it, we don't
    ("erp.carriers.talking:buy_label", "before"),  # asked for, nobody spoken to
    ("erp.orders.services.shipping_progress:settle", "after"),  # inside the dispatch's transaction
    ("erp.finance.services.posting:_header", "after"),  # inside the posting's transaction
    ("erp.sync.channels.shopify.adapter:push_tracking", "before"),  # about to tell the shop
    ("erp.sync.channels.shopify.adapter:Shopify.push_tracking", "after"),  # told the shop, not noted
]


def run_dying(point: str, when: str, environ: dict[str, str]) -> int:
    """Run a relay that kills itself there; returns how it ended."""
    command = [sys.executable, "-m", "tests.faults.dying_relay", point, when]
    process = subprocess.Popen(command, env=environ, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        return process.wait(timeout=40)
    finally:
        process.kill()
        process.wait()


def all_done() -> bool:
    """Work on what is due; done when the shop's last message, about the fulfilment, has come and nothing is open."""
    run_relay()
    answered = InboundMessage.objects.filter(topic="orders/updated", kind="order").exists()
    return answered and not Delivery.objects.exclude(state=DeliveryState.DONE).exists()


def leases_run_out() -> None:
    Delivery.objects.filter(state=DeliveryState.RUNNING).update(lease_until=clock.now() - timedelta(seconds=1))


@pytest.mark.parametrize(
    ("point", "when"), POINTS, ids=[f"{point.rpartition(':')[2]}-{when}" for point, when in POINTS]
)
def test_after_a_kill_the_order_is_done_once(firm: Firm, own_environ: dict[str, str], point: str, when: str) -> None:
    firm.buys(("MUG-1", 2))
    wait_until(lambda: InboundMessage.objects.filter(topic="orders/create").exists(), "no message came")

    assert run_dying(point, when, own_environ) == -signal.SIGKILL
    leases_run_out()
    wait_until(all_done, "something is still open")

    order = Order.objects.get()
    shipment = Shipment.objects.get()
    label = Label.objects.get()
    assert (order.status, shipment.status, label.status) == ("shipped", "dispatched", "bought")
    assert Binding.objects.filter(kind="order").count() == 1
    assert Reservation.objects.count() == 0
    assert StockMove.objects.filter(origin_kind="shipping.shipment").count() == 1
    assert Entry.objects.filter(origin_key=str(shipment.pk), origin_kind="shipping.shipment").count() == 1
    assert len(firm.carrier.call("GET", "/v1/shipments").json()["shipments"]) == 1
    fulfilments = firm.shop.http.get("/_sim/orders/1001").json()["fulfillments"]
    assert [label.tracking_number in str(fulfilment) for fulfilment in fulfilments] == [True]
    variant = firm.variants["MUG-1"].pk
    assert firm.shop.available("MUG-1") == inventory.available([variant])[variant] == 18
    assert not DesiredState.objects.filter(pending=True).exists()
    assert not Delivery.objects.exclude(state=DeliveryState.DONE).exists()
    assert inventory.audit(firm.company) == []


def test_a_kill_after_the_shop_took_a_number_writes_it_once(firm: Firm, own_environ: dict[str, str]) -> None:
    stocked(firm.variants["MUG-1"], firm.warehouse, 5)
    assert run_dying("erp.sync.channels.shopify.adapter:Shopify.push_stock", "after", own_environ) == -signal.SIGKILL
    leases_run_out()
    run_relay()

    assert firm.shop.available("MUG-1") == 25
    assert not DesiredState.objects.filter(pending=True).exists()


def test_a_shop_that_dies_and_returns_loses_nothing(firm: Firm) -> None:
    firm.buys(("MUG-1", 2))
    wait_until(lambda: InboundMessage.objects.filter(topic="orders/create").exists(), "no message came")
    firm.shop.kill()
    run_relay()
    assert Order.objects.count() == 0

    firm.shop.start()
    Delivery.objects.filter(state=DeliveryState.WAITING).update(next_at=clock.now())
    run_relay()
    assert Order.objects.get().status == "shipped"
    assert firm.shop.available("MUG-1") == 18
