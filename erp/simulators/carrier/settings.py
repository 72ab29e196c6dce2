"""What the command line decides."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, kw_only=True)
class Settings:
    """Durations are real seconds, save where `time_scale` says otherwise."""

    host: str
    port: int
    data: Path
    accounts: dict[str, str]
    """Token -> account name."""
    time_scale: float
    """Carrier seconds per real second."""
    label_delay: float
    rate_limit: float
    """Requests a second per account; 0 = none."""
    push_backoff: tuple[float, ...]
    seed: int
