"""
The sync engine: shops and marketplaces show the truth, and what they sell becomes orders.

Owns: connections to channels, the inbox of their messages, bindings of their objects to ours, the state each should
show, budgets of their APIs. Does not own: orders, stock, products, shipments; it calls their services and hears
of them by facts. Each channel is a folder under ``channels`` that fulfils :mod:`erp.sync.protocol`.

Level-triggered: a webhook only says that something changed; the state is fetched by id. What is pushed is a desired
state against what the channel was last known to show, never a delta, never blind where the channel can compare.
Facts: RemoteChanged, PushWanted.
Lock order: after every business row; a binding before a desired state, both in primary key order.
"""
