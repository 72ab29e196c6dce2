"""The benchmarks by name, in the order in which ``all`` runs them, and the modules that hold them."""

MEASURED = ("calibrate", "orders", "contention", "relay", "webhooks", "stock", "pages")
