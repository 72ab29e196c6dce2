"""
Sales orders: what a customer bought, at which price, and how far it has come.

Owns: orders, their lines, charges, addresses and refunds; the written identity of an order's total
(:mod:`erp.orders.totals`); holds and the exceptions that explain them. Does not own: stock and reservations
(inventory), money received (payments), parcels (shipping), invoices and entries (finance), the shop it came
from (sync). What those do to an order they say through `record_*`, so a line knows its reserved, picked, shipped,
invoiced, cancelled, returned and refunded quantities in the same transaction.

Speaks: the drafts of :mod:`erp.orders.drafts`, which channels, the phone page and the demo fill in alike.
Facts: OrderPlaced, OrderHeld, OrderReleased, OrderReady, CancellationRequested, OrderCancelled, OrderShipped,
OrderCompleted, OrderChanged, RefundRecorded.
Lock order: Customer > Order > (Shipment) > tender counters > StockLevel. Lines, charges, addresses and refunds
are written under the lock of their order.
"""
