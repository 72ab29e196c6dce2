"""HTTP: the vendor's endpoints, webhook deliveries, faults, the control API and the page."""
