"""The rules of the code itself, read from its files."""
