"""
One index over everything a person may look up: orders, customers, SKUs, documents.

Owns: the entries and looking them up under rights. Does not own what is in them: apps register a source
(:mod:`erp.foundation.search.sources`) with the facts that make entries stale.
"""
