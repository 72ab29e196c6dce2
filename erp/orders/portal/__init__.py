"""Pages about orders."""
