"""Tables of orders."""

from erp.orders.models.charges import AddressKind, Charge, OrderAddress, OrderCharge
from erp.orders.models.lines import OrderLine
from erp.orders.models.orders import Order
from erp.orders.models.refunds import OrderRefund, OrderRefundLine, Restocking

__all__ = [
    "AddressKind",
    "Charge",
    "Order",
    "OrderAddress",
    "OrderCharge",
    "OrderLine",
    "OrderRefund",
    "OrderRefundLine",
    "Restocking",
]
