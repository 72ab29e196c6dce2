"""The shop cancels an order that nobody paid."""

from erp.inventory import queries as inventory
from erp.orders.models import Order, OrderRefund
from tests.flows.stage import Firm, firm, shop, start_carrier
from tests.flows.test_order_to_cash import arrived
from tests.running import run_relay, wait_until

__all__ = ["firm", "shop", "start_carrier"]  # fixtures


def test_an_unpaid_order_is_cancelled_at_the_shop_and_its_goods_are_free_on_both_sides(firm: Firm) -> None:
    remote = firm.buys(("MUG-1", 3), financialStatus="PENDING")
    arrived(firm, 1)
    firm.shop.post(
        f"orders/{remote.rpartition('/')[2]}/cancel", {"reason": "CUSTOMER", "restock": True, "refund": True}
    )

    def cancelled() -> bool:
        run_relay()
        return Order.objects.get().status == "cancelled"

    wait_until(cancelled, "the order is not cancelled")
    refund = OrderRefund.objects.get()
    assert (refund.amount, refund.tax, refund.difference) == (0, 0, 0)
    variant = firm.variants["MUG-1"].pk
    assert (inventory.available([variant])[variant], firm.shop.available("MUG-1")) == (20, 20)
