"""Tables of orders."""

from erp.orders.models.charges import OrderAddress, OrderCharge
from erp.orders.models.lines import OrderLine
from erp.orders.models.orders import Order
from erp.orders.models.refunds import OrderRefund, OrderRefundLine

__all__ = ["Order", "OrderAddress", "OrderCharge", "OrderLine", "OrderRefund", "OrderRefundLine"]
