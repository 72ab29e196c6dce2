"""
The demo company, made by calling services only, and the commands that drive everything: demo, shoppers, replay, bench.

Owns: nothing in the database. Imports from every app; nothing imports it.
"""
