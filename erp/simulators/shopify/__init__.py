"""
A shop that behaves as Shopify does, as an HTTP server of its own.

Owns: a shop with its catalogue, stock, customers, orders and webhooks, in one SQLite file; the Admin GraphQL API in
front of it; faults on demand; shoppers. Does not own: anything of the ERP, whose adapter is written from the same
contract and shares no code with this. Layers, top to bottom: server > graph > payloads > domain > state.
"""
