"""The sandbox carrier: a real HTTP server with faults on order (see its README beside the simulators)."""
