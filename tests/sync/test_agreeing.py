"""Shop and back office agree, whatever is lost, late, doubled, sold meanwhile or throttled."""

from datetime import timedelta
from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest

from erp.catalog.models import Variant
from erp.foundation import clock
from erp.foundation.actor import SYSTEM, Actor
from erp.foundation.errors import Busy
from erp.foundation.events.registry import Delivered
from erp.foundation.refs import Ref
from erp.inventory import queries as inventory
from erp.inventory import services as stock
from erp.orders.models import Order, OrderRefund
from erp.shipping.models import Shipment
from erp.sync import handlers, pulling, pushing, queries, reconciling, services
from erp.sync.channels.shopify.adapter import Shopify
from erp.sync.events import RemoteChanged
from erp.sync.models import DesiredState, InboundMessage, SyncRun
from erp.sync.protocol import Retryable
from tests.factories.inventory import stocked
from tests.flows.stage import Firm, firm, shop, start_carrier
from tests.running import run_relay, wait_until

WRITES = ("call inventorySetQuantities", "call fulfillmentCreate")
__all__ = ["firm", "shop", "start_carrier"]  # fixtures


def free(firm: Firm, sku: str) -> int:
    variant = firm.variants[sku].pk
    return int(inventory.available([variant])[variant])


def settled(firm: Firm) -> None:
    wait_until(lambda: not firm.shop.get("webhooks").get("pending"), "the shop still has messages to send", seconds=5)
    run_relay()


def delivered_by(actor: Actor) -> Delivered:
    return Delivered(uuid4(), actor, clock.now(), 1)


def arrived(count: int) -> None:
    wait_until(lambda: InboundMessage.objects.filter(topic="orders/create").count() >= count, "no message came")


def test_more_stock_here_is_shown_in_the_shop(firm: Firm) -> None:
    stocked(firm.variants["MUG-1"], firm.warehouse, 5)
    run_relay()
    assert firm.shop.available("MUG-1") == free(firm, "MUG-1") == 25


def test_our_own_write_coming_back_causes_no_other(firm: Firm) -> None:
    remote = firm.buys(("MUG-1", 1))
    arrived(1)
    run_relay()
    wait_until(
        lambda: InboundMessage.objects.filter(topic="orders/updated").exists(), "our fulfilment did not come back"
    )
    settled(firm)
    before = firm.shop.get("state")["counters"]
    pulling.pull(firm.account, kind="order", remote_id=remote)
    settled(firm)

    after = firm.shop.get("state")["counters"]
    written = {name: after.get(name, 0) - before.get(name, 0) for name in WRITES}
    assert (before["call fulfillmentCreate"], set(written.values())) == (1, {0})
    assert Shipment.objects.get().status == "dispatched"
    assert not DesiredState.objects.filter(pending=True).exists()


def test_what_the_shop_sold_before_our_write_is_not_lost(firm: Firm) -> None:
    """The sale's message is lost; our write is refused as stale, the order is pulled, both converge."""
    firm.shop.post("faults", {"kind": "webhook_drop", "count": 20})
    firm.buys(("MUG-1", 3))
    stocked(firm.variants["MUG-1"], firm.warehouse, 5)
    run_relay()

    assert Order.objects.count() == 1
    assert firm.shop.available("MUG-1") == free(firm, "MUG-1") == 22
    state = DesiredState.objects.get(kind="stock", desired=22)
    assert (state.expected, state.pending) == (22, False)


def test_an_order_whose_message_was_lost_is_found_by_the_poll(firm: Firm, monkeypatch: pytest.MonkeyPatch) -> None:
    firm.shop.post("faults", {"kind": "webhook_drop", "count": 20})
    remote = firm.buys(("BOWL-2", 1))

    run = pulling.poll(firm.account)
    run_relay()

    assert (run.found, run.findings) == (1, [remote])
    assert Order.objects.get().status == "shipped"
    assert firm.shop.available("BOWL-2") == free(firm, "BOWL-2") == 19
    now = clock.now()
    monkeypatch.setattr(clock, "now", lambda: now + timedelta(seconds=10))  # the second of the last change is over
    assert pulling.poll(firm.account).found in (0, 1)  # our own fulfilment changed it once more
    firm.account.refresh_from_db()
    assert pulling.poll(firm.account).found == 0


def test_an_order_that_somebody_holds_keeps_no_other_out_and_is_asked_for_again(
    firm: Firm, monkeypatch: pytest.MonkeyPatch
) -> None:
    firm.shop.post("faults", {"kind": "webhook_drop", "count": 40})
    held, other = firm.buys(("BOWL-2", 1)), firm.buys(("MUG-1", 1))
    firm.account.refresh_from_db()
    before = firm.account.orders_since
    take_in = services.import_order

    def busy(**given: Any) -> Order:
        if given["draft"].source_ref == held:
            raise Busy
        return take_in(**given)

    with monkeypatch.context() as patched:
        patched.setattr(services, "import_order", busy)
        with pytest.raises(Busy):
            pulling.poll(firm.account)
    assert set(Order.objects.values_list("source_ref", flat=True)) == {other}
    firm.account.refresh_from_db()
    assert firm.account.orders_since == before

    pulling.poll(firm.account)
    assert set(Order.objects.values_list("source_ref", flat=True)) == {held, other}


def test_lost_subscriptions_are_made_again_and_named(firm: Firm) -> None:
    firm.shop.http.delete("/_sim/subscriptions")
    run = reconciling.reconcile(firm.account)
    assert sum(finding.startswith("subscription:") for finding in run.findings) == 11
    assert reconciling.reconcile(firm.account).findings == []
    assert SyncRun.objects.filter(kind="reconcile").count() == 2


def test_a_clerk_changing_stock_in_the_shop_is_found_and_put_right(firm: Firm) -> None:
    stocked(firm.variants["MUG-1"], firm.warehouse, 1)
    run_relay()
    firm.shop.post("stock", {"sku": "MUG-1", "set": 99})

    run = reconciling.reconcile(firm.account)
    run_relay()

    assert [finding for finding in run.findings if finding.startswith("stock:")] != []
    assert firm.shop.available("MUG-1") == free(firm, "MUG-1") == 21


def test_throttled_and_failing_calls_lose_nothing(firm: Firm) -> None:
    for _count in range(3):
        firm.shop.post("faults", {"kind": "throttle", "count": 2})
        stocked(firm.variants["LAMP-3"], firm.warehouse, 1)
        run_relay()
    firm.shop.post("faults", {"kind": "drop_answer", "count": 1, "operation": "inventorySetQuantities"})
    stocked(firm.variants["LAMP-3"], firm.warehouse, 1)
    run_relay()
    wait_until(lambda: _pushed(firm, "LAMP-3"), "the last number was not shown")
    assert firm.shop.available("LAMP-3") == free(firm, "LAMP-3") == 24


def _pushed(firm: Firm, sku: str) -> bool:
    run_relay()
    return firm.shop.available(sku) == free(firm, sku)


def test_a_write_off_here_lowers_the_shop(firm: Firm) -> None:
    stock.adjust_stock(
        variant_id=firm.variants["MUG-1"].pk,
        location_id=firm.warehouse.pk,
        quantity_delta=Decimal(-7),
        reason="damaged",
        origin=Ref("tests.writeoff", "1"),
        actor=SYSTEM,
        at=clock.now(),
    )
    run_relay()
    assert firm.shop.available("MUG-1") == free(firm, "MUG-1") == 13


def test_what_the_shop_oversold_is_imported_as_a_shortage(firm: Firm) -> None:
    firm.buys(("MUG-1", 25), oversell=True)
    arrived(1)
    run_relay()

    order = Order.objects.get()
    assert (order.short, order.status) == (True, "part_shipped")
    assert free(firm, "MUG-1") == 0
    assert firm.shop.available("MUG-1") <= 0

    stocked(firm.variants["MUG-1"], firm.warehouse, 8)
    run_relay()
    order.refresh_from_db()
    assert (order.short, order.status) == (False, "shipped")
    assert firm.shop.available("MUG-1") == free(firm, "MUG-1") == 3


def test_what_the_shop_puts_back_after_it_left_here_is_taken_off_again(firm: Firm) -> None:
    """The shop cancels two of three and raises its number, but all three have left: its number must come down again."""
    firm.shop.post("faults", {"kind": "error", "operation": "fulfillmentCreate", "count": 1})
    remote = firm.buys(("MUG-1", 3))
    arrived(1)
    run_relay()
    assert Order.objects.get().status == "shipped"

    firm.shop.post(
        f"orders/{remote.rpartition('/')[2]}/refund",
        {"lines": [{"sku": "MUG-1", "quantity": 2, "restockType": "CANCEL"}]},
    )
    assert firm.shop.available("MUG-1") == 19
    wait_until(lambda: InboundMessage.objects.filter(topic="refunds/create").exists(), "no message came")
    run_relay()

    assert free(firm, "MUG-1") == 17
    assert firm.shop.available("MUG-1") == 17


def test_messages_about_what_was_fetched_meanwhile_ask_for_nothing(firm: Firm) -> None:
    remote = firm.buys(("MUG-1", 1))
    wait_until(lambda: InboundMessage.objects.filter(topic="orders/paid").exists(), "no message came")
    pulling.pull(firm.account, kind="order", remote_id=remote)
    before = firm.shop.get("state")["counters"]["call order"]
    handlers.pull(
        RemoteChanged(account_id=firm.account.pk, kind="order", remote_id=remote),
        delivered_by(Actor("channel", "shopify:1")),
    )
    assert firm.shop.get("state")["counters"]["call order"] == before

    handlers.pull(RemoteChanged(account_id=firm.account.pk, kind="order", remote_id=remote), delivered_by(SYSTEM))
    assert firm.shop.get("state")["counters"]["call order"] == before + 1


def test_a_sale_never_makes_the_shop_show_the_number_from_before_it(firm: Firm) -> None:
    """Nothing is pending right after the import: a push at that moment would write what was free before the sale."""
    remote = firm.buys(("MUG-1", 4))
    pulling.pull(firm.account, kind="order", remote_id=remote)

    assert not DesiredState.objects.filter(pending=True).exists()
    assert firm.shop.available("MUG-1") == 16
    assert DesiredState.objects.get(kind="stock", desired=16).expected == 16


def test_an_order_of_more_lines_than_a_page_is_fulfilled_whole(firm: Firm) -> None:
    Variant.objects.filter(sku="LAMP-3").update(weight_g=10)  # the carrier takes 31.5 kg
    stocked(firm.variants["LAMP-3"], firm.warehouse, 300)
    run_relay()
    remote = firm.buys(*[("LAMP-3", 1)] * 260)
    arrived(1)
    run_relay()

    assert list(DesiredState.objects.filter(kind="tracking").values_list("last_error", "pending")) == [("", False)]
    at_shop = firm.shop.http.get(f"/_sim/orders/{remote.rpartition('/')[2]}").json()
    assert len(at_shop["lineItems"]) == 260
    assert {line["unfulfilledQuantity"] for line in at_shop["lineItems"]} == {0}


def test_money_given_back_without_goods_holds_nothing(firm: Firm) -> None:
    """The vendor writes what is given beside the goods with a minus; the refund follows from its parts all the same."""
    remote = firm.buys(("MUG-1", 1))
    arrived(1)
    firm.shop.post(f"orders/{remote.rpartition('/')[2]}/refund", {"amount": "5.00", "note": "Scratched"})
    wait_until(lambda: InboundMessage.objects.filter(topic="refunds/create").exists(), "no message came")
    run_relay()

    refund = OrderRefund.objects.get()
    assert (refund.amount, refund.adjustment, refund.difference) == (Decimal(5), Decimal(5), 0)
    order = Order.objects.get()
    assert (order.holds, order.payment_status) == ([], "part_refunded")


def test_every_waiting_tracking_number_is_told_at_once(firm: Firm, monkeypatch: pytest.MonkeyPatch) -> None:
    """More than are read at a time: the rest must not wait for the next sweep."""
    due = queries.due_states
    monkeypatch.setattr(queries, "due_states", lambda *args, **options: due(*args, **options | {"limit": 2}))
    remotes = [firm.buys(("MUG-1", 1)) for _ in range(5)]
    arrived(5)
    run_relay()

    assert Shipment.objects.filter(status="dispatched").count() == 5
    pushing.push_tracking(firm.account)
    assert not DesiredState.objects.filter(kind="tracking", pending=True).exists()
    for remote in remotes:
        at_shop = firm.shop.http.get(f"/_sim/orders/{remote.rpartition('/')[2]}").json()
        assert len(at_shop["fulfillments"]) == 1


def test_an_answer_about_another_order_settles_nothing(firm: Firm, monkeypatch: pytest.MonkeyPatch) -> None:
    """Once two processes shared a connection: one order's messages were settled with the other's answer."""
    asked, other = firm.buys(("MUG-1", 1)), firm.buys(("MUG-1", 2))
    arrived(2)
    fetch = Shopify.fetch_order
    monkeypatch.setattr(Shopify, "fetch_order", lambda channel, remote_id: fetch(channel, other))

    with pytest.raises(Retryable, match="another order"):
        pulling.pull(firm.account, kind="order", remote_id=asked)

    assert not Order.objects.exists()
    assert not InboundMessage.objects.filter(remote_id__in=[asked, other]).exclude(status="new").exists()
