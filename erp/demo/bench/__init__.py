"""
Benchmarks: ratios against a floor that is measured in the same run, on the same database, with fsync on.

Each benchmark is a module here whose ``measure`` returns its figures; ``names`` lists them, ``running`` prints and
saves. They run on a database of their own (``place``), so nothing that a person has is touched.
How each is measured, and what it must reach, stands in docs/benchmarks.md.
"""
