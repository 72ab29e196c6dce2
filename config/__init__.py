"""Settings, URL table and entry points of the Backroom process; no business code."""
