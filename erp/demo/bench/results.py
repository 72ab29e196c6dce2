"""What a benchmark found, how it is shown, and where it is kept."""

import json
import platform
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from config.env import REPOSITORY

KEPT = REPOSITORY / "benchmarks" / "results.jsonl"


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar and what was reached; ``at_least`` says on which side of the bar the good figures are."""

    name: str
    value: float
    bar: float
    at_least: bool = True
    aim: float | None = None

    @property
    def met(self) -> bool:
        return self.value >= self.bar if self.at_least else self.value <= self.bar


@dataclass(slots=True)
class Result:
    """The measures of one benchmark. ``facts`` are plain figures and texts; what is ``kept`` is too long to show."""

    name: str
    bars: list[Bar] = field(default_factory=list)
    facts: dict[str, Any] = field(default_factory=dict)
    kept: dict[str, Any] = field(default_factory=dict)

    @property
    def met(self) -> bool:
        return all(bar.met for bar in self.bars)

    def line(self, *, at: datetime, calibration: dict[str, Any]) -> str:
        """The result as one line of JSON, with the calibration of the same run."""
        return json.dumps(
            {
                "name": self.name,
                "at": at.isoformat(timespec="seconds"),
                "commit": _commit(),
                "python": platform.python_version(),
                "met": self.met,
                "bars": [
                    {
                        "name": bar.name,
                        "value": _short(bar.value),
                        "bar": bar.bar,
                        "at_least": bar.at_least,
                        "met": bar.met,
                    }
                    for bar in self.bars
                ],
                "facts": self.facts | self.kept,
                "calibration": calibration,
            },
            ensure_ascii=False,
        )

    def shown(self) -> list[str]:
        """The result for people."""
        lines = [f"{self.name}: {'met' if self.met else 'MISSED'}"]
        for bar in self.bars:
            sign = ">=" if bar.at_least else "<="
            aim = f", aim {bar.aim:g}" if bar.aim is not None else ""
            mark = "ok    " if bar.met else "MISSED"
            lines.append(f"  {mark} {bar.name}: {_short(bar.value):g} (bar {sign} {bar.bar:g}{aim})")
        return [*lines, *(f"         {name}: {value}" for name, value in self.facts.items())]


def keep(line: str, path: Path = KEPT) -> None:
    """Add a line to the file of results."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a", encoding="utf-8") as file:
        file.write(line + "\n")


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which this share of the values lies (nearest rank); 0 of none."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))] if ordered else 0.0


def spread(values: Sequence[float], digits: int = 3) -> dict[str, float]:
    """Median, p95, p99 and the greatest."""
    named = {"p50": 0.5, "p95": 0.95, "p99": 0.99}
    found = {name: round(percentile(values, share), digits) for name, share in named.items()}
    return found | {"max": round(max(values, default=0.0), digits)}


def _short(value: float) -> float:
    return float(f"{value:.4g}")


def _commit() -> str:
    done = subprocess.run(
        ["git", "rev-parse", "--short=12", "HEAD"], cwd=REPOSITORY, check=False, capture_output=True, text=True
    )
    return done.stdout.strip() or "unknown"


def path_of(text: str) -> Path:
    """A path as typed, from the repository's root when it is relative."""
    return REPOSITORY / text
