"""One order through everything: sold in the shop, reserved, labelled, sent, followed, shown in the shop again."""

from decimal import Decimal

from django.test import Client

from erp.carriers import talking
from erp.carriers.models import CarrierAccount, Label
from erp.foundation import clock
from erp.foundation.actor import SYSTEM
from erp.inventory import queries as inventory
from erp.inventory.models import Reservation, StockMove
from erp.orders import queries as orders
from erp.orders.models import Order
from erp.shipping.models import Shipment
from erp.sync.models import Binding, DesiredState, InboundMessage
from tests.flows.stage import Firm, firm, shop, start_carrier
from tests.running import run_relay, wait_until

__all__ = ["firm", "shop", "start_carrier"]  # fixtures


def arrived(firm: Firm, count: int) -> None:
    """Wait until the shop's messages are here, and work on everything."""
    wait_until(lambda: InboundMessage.objects.filter(topic="orders/create").count() >= count, "no message came")
    run_relay()


def test_a_shop_order_is_sent_and_the_shop_shows_stock_and_tracking_without_a_hand(firm: Firm) -> None:
    remote = firm.buys(("MUG-1", 2), ("BOWL-2", 1))
    arrived(firm, 1)

    order = Order.objects.get()
    assert (order.source, order.source_ref) == (firm.account.source, remote)
    assert (order.total, order.identity_difference, order.payment_status) == (Decimal("88.80"), 0, "paid")
    assert order.status == "shipped"

    shipment = Shipment.objects.get()
    label = Label.objects.get()
    assert (shipment.status, label.status, label.owner) == ("dispatched", "bought", shipment.ref)
    assert Reservation.objects.count() == 0
    assert StockMove.objects.filter(origin_kind="shipping.shipment").count() == 2
    free = inventory.available([variant.pk for variant in firm.variants.values()])
    left = {"MUG-1": 18, "BOWL-2": 19, "LAMP-3": 20}
    assert {sku: free[variant.pk] for sku, variant in firm.variants.items()} == left

    at_shop = firm.shop.http.get(f"/_sim/orders/{remote.rpartition('/')[2]}").json()
    assert label.tracking_number in str(at_shop["fulfillments"])
    assert {sku: firm.shop.available(sku) for sku in firm.variants} == left

    link = orders.customer_link(order, at=clock.now())
    page = Client().get("/" + link.split("/", 3)[3]).content.decode()
    assert label.tracking_number in page

    carrier_says(firm, label, "delivered")
    order.refresh_from_db()
    shipment.refresh_from_db()
    assert (order.status, shipment.status) == ("completed", "delivered")
    assert InboundMessage.objects.filter(status="new").count() == 0


def carrier_says(firm: Firm, label: Label, to: str) -> None:
    firm.carrier.post("/_sim/advance", {"tracking_number": label.tracking_number, "to": to}, 200)
    talking.follow_parcels(account=CarrierAccount.objects.get(), actor=SYSTEM)
    run_relay()


def test_a_plain_sale_makes_no_write_to_the_shops_stock(firm: Firm) -> None:
    before = calls(firm, "inventorySetQuantities")
    firm.buys(("MUG-1", 1))
    arrived(firm, 1)

    assert calls(firm, "inventorySetQuantities") == before
    assert not DesiredState.objects.filter(pending=True).exists()
    assert firm.shop.available("MUG-1") == 19


def calls(firm: Firm, operation: str) -> int:
    return int(firm.shop.get("state")["counters"].get(f"call {operation}", 0))


def test_the_same_message_ten_times_is_one_order(firm: Firm) -> None:
    firm.shop.post("faults", {"kind": "webhook_double", "count": 10})
    firm.buys(("MUG-1", 1))
    arrived(firm, 1)

    assert Order.objects.count() == 1
    assert Binding.objects.filter(kind="order").count() == 1
    assert InboundMessage.objects.filter(copies__gt=0).exists()
    assert firm.shop.available("MUG-1") == 19
