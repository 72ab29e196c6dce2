"""The sandbox carrier as a process, and an account at it."""

from tests.simulators.carrier.conftest import _shared_carrier, carrier, start_carrier

__all__ = ["_shared_carrier", "carrier", "start_carrier"]
