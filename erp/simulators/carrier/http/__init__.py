"""Requests, answers, problems and routes: as much of a web framework as a carrier of this size needs."""
