"""The root fields of mutations, one module per part of the shop."""
