"""
Sandbox carrier: a parcel carrier as a real HTTP server, with labels, tracking, collection, cash on delivery, faults.

Owns its own database and nothing else. Imports nothing of the ERP; the ERP knows it only by README.md, the contract.
"""
