"""Staff pages of prices."""
