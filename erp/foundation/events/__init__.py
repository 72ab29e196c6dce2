"""
The event log and the delivery of facts to the handlers of upper apps (the outbox).

Owns: events with their subjects, deliveries and their fate. Does not own: what an event means; each app
declares its facts in its ``events.py``.

The road: a use case calls :func:`publish`; the outermost use case writes events and deliveries as its last
statement; the relay, woken by NOTIFY or by its sweep each second, runs each delivery in a transaction of its own.
Lock order: advisory locks of ordering keys, sorted, after every row lock of the use case.
"""
