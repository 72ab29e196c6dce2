"""Which carriers there are: one line each."""

from erp.carriers.protocol import MakesAdapter
from erp.carriers.sandbox.adapter import SandboxCarrier

CARRIERS: dict[str, MakesAdapter] = {
    "sandbox": SandboxCarrier,
}
