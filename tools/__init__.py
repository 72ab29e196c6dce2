"""Developers' tools: nothing of the product needs them."""
