"""What can be done with orders: ``from erp.orders import services as orders``."""

from erp.orders.errors import (
    LineNotCancellable,
    NoLines,
    NotThatMuch,
    OrderIsHeld,
    TotalDiffers,
    UnknownLine,
    UnknownSku,
)
from erp.orders.services.bulk import Failure, Imported, import_orders
from erp.orders.services.cancelling import cancel_lines, cancel_order
from erp.orders.services.holding import hold_order, release_order
from erp.orders.services.invoicing_progress import record_invoice
from erp.orders.services.matching import match_lines
from erp.orders.services.paying import refresh_payment
from erp.orders.services.placing import import_order, place_order
from erp.orders.services.quoting import Quote, Wanted, WantedLine, WrongPrice, quote_order
from erp.orders.services.refunding import record_refund
from erp.orders.services.reserving import refresh_reserved
from erp.orders.services.shipping_progress import record_delivered, record_picked, record_shipment, record_unpicked

__all__ = [
    "Failure",
    "Imported",
    "LineNotCancellable",
    "NoLines",
    "NotThatMuch",
    "OrderIsHeld",
    "Quote",
    "TotalDiffers",
    "UnknownLine",
    "UnknownSku",
    "Wanted",
    "WantedLine",
    "WrongPrice",
    "cancel_lines",
    "cancel_order",
    "hold_order",
    "import_order",
    "import_orders",
    "match_lines",
    "place_order",
    "quote_order",
    "record_delivered",
    "record_invoice",
    "record_picked",
    "record_refund",
    "record_shipment",
    "record_unpicked",
    "refresh_payment",
    "refresh_reserved",
    "release_order",
]
