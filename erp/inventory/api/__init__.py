"""Endpoints of stock."""
