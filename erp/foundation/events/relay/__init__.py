"""
The relay: the process that runs the deliveries.

Claims in short transactions, then one transaction per delivery, so that locks don't pile up across subjects.
"""

from erp.foundation.events.relay.process import Relay, main

__all__ = ["Relay", "main"]
