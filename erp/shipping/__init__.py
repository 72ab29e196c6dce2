"""
Shipments: planned from what is reserved, picked, packed, labelled, dispatched, followed to the door.

Owns: shipments and their lines. Does not own: what was ordered (orders), what is where (inventory), labels and
what carriers report (carriers); it calls them, and is told by facts from orders and carriers.
Facts: ShipmentPlanned, ShipmentPacked, ShipmentDispatched, ShipmentDelivered, ShipmentCancelled.
Lock order: Order > Shipment > StockLevel > number series.
"""
