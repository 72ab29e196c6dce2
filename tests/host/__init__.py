"""How Backroom runs on a machine: real servers, real processes."""
