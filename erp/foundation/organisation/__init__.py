"""
The companies that Backroom runs, and how each is divided.

Owns: companies, branches, departments, and sales channels as a reporting dimension.
Does not own: who may see them (accounts), warehouses (inventory), the connection to a shop (sync).
"""
