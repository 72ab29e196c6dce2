"""Endpoints of prices."""
