"""The simulators."""
