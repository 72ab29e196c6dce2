"""What the shop remembers: one SQLite file, ids, money, times."""
