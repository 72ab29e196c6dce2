"""Backroom: an ERP for online retailers."""
