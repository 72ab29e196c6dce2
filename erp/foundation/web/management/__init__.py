"""Commands of the web kit."""
