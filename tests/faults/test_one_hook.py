"""A shop that shouts the same ten times at once, with two relays listening: all that follows happens once."""

from functools import partial

import pytest

from erp.carriers.models import Label
from erp.crm.models import Customer
from erp.finance.models import Invoice
from erp.foundation import clock
from erp.foundation.actor import SYSTEM
from erp.foundation.mail.models import Message
from erp.inventory import queries as inventory
from erp.inventory.models import Reservation, StockMove
from erp.orders.models import Order
from erp.shipping import services as shipping
from erp.shipping.models import Shipment, ShippingRule
from erp.sync import reconciling
from erp.sync.models import Binding, InboundMessage
from tests.concurrency.racing import race
from tests.faults.hooks import Answer, about, post, signed
from tests.faults.outcome import amiss, outcome_of
from tests.flows.stage import Firm, firm, shop, start_carrier
from tests.running import nothing_open, relays, wait_until

__all__ = ["firm", "shop", "start_carrier"]  # fixtures
TIMES = 10


@pytest.mark.parametrize(
    ("events", "kept", "copies"),
    [(["e-1"] * TIMES, 1, TIMES - 1), ([f"e-{number}" for number in range(TIMES)], TIMES, 0)],
    ids=["the same message", "ten messages of one order"],
)
def test_ten_hooks_at_once_are_one_order_one_reservation_set_and_one_mail(
    firm: Firm, events: list[str], kept: int, copies: int
) -> None:
    firm.shop.post("faults", {"kind": "webhook_drop", "probability": 1})
    ShippingRule.objects.update(automatic=False)  # so that what is reserved stays to be counted
    remote = firm.buys(("MUG-1", 2), ("BOWL-2", 1))
    door, body = reconciling.hook_address(firm.account), about(remote)

    with relays(2):
        calls = [partial(post, door, body, signed(body, event=event)) for event in events]
        assert race(calls) == [Answer(200, "")] * TIMES
        wait_until(nothing_open, "something is still open")

        assert sorted(InboundMessage.objects.values_list("status", "copies")) == [("done", copies)] * kept
        order = Order.objects.get()
        assert (order.status, order.source_ref, Binding.objects.filter(kind="order").count()) == (
            "confirmed",
            remote,
            1,
        )
        assert Customer.objects.count() == 1
        held = Reservation.objects.values_list("variant__sku", "quantity", "owner_key")
        assert sorted(held) == [("BOWL-2", 1, str(order.pk)), ("MUG-1", 2, str(order.pk))]
        shipment = Shipment.objects.get()
        assert list(Message.objects.values_list("code", "to", "status")) == [
            ("orders.confirmation", "ala@example.com", "sent")
        ]

        shipping.pack_shipment(shipment_id=shipment.pk, all_picked=True, actor=SYSTEM, at=clock.now())
        wait_until(nothing_open, "something is still open")
        shipping.dispatch_shipment(shipment_id=shipment.pk, actor=SYSTEM, at=clock.now())
        wait_until(nothing_open, "something is still open")

    order.refresh_from_db()
    shipment.refresh_from_db()
    assert (order.status, shipment.status) == ("shipped", "dispatched")
    assert (Reservation.objects.count(), Label.objects.count(), Invoice.objects.count()) == (0, 1, 1)
    assert len(firm.carrier.call("GET", "/v1/shipments").json()["shipments"]) == 1
    issued = StockMove.objects.filter(origin_kind="shipping.shipment").values_list("variant__sku", "quantity")
    assert sorted(issued) == [("BOWL-2", 1), ("MUG-1", 2)]
    assert [journal for journal, _purpose in outcome_of(order)["entries"]] == ["payments", "sales", "stock"]
    codes = Message.objects.order_by("code").values_list("code", "status")
    assert list(codes) == [(code, "sent") for code in ("finance.invoice", "orders.confirmation", "shipping.shipped")]
    free = inventory.available([variant.pk for variant in firm.variants.values()])
    assert {sku: free[variant.pk] for sku, variant in firm.variants.items()} == {
        "MUG-1": 18,
        "BOWL-2": 19,
        "LAMP-3": 20,
    }
    assert {sku: firm.shop.available(sku) for sku in firm.variants} == {"MUG-1": 18, "BOWL-2": 19, "LAMP-3": 20}
    assert amiss(firm.company) == []
