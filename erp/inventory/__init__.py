"""
The goods ledger: where goods lie, how they moved, what they are worth, and who has been promised them.

Owns: Location, StockMove (append-only), StockLevel, VariantCost, Reservation, Shortage, GoodsIn, StockCount,
Transfer.
Does not own: what a variant is (catalog), why goods move (orders, shipping, suppliers name themselves as origin
or owner by a Ref), the books (finance posts from the moves), what a shop is told (sync).

Facts: AvailabilityChanged, StockValued, ShortageFilled, ReservationLost.
Lock order: StockLevel by primary key > Shortage by primary key > VariantCost by primary key. Reservations have no
lock of their own: whoever changes one holds the lock of its level. All locks are taken in ``locking.py``.

Three truths that hold after every transaction, and that ``queries.audit`` proves:
a level's ``on_hand`` is the sum of the moves; its ``reserved`` is the sum of the reservations, never more than is
on hand; the value of a variant is the sum of what its moves were worth, and nothing on hand is worth nothing.
"""
