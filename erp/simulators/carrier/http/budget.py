"""How many requests an account may make: a bucket that fills steadily and holds two seconds' worth."""

import math
from dataclasses import dataclass

from erp.simulators.carrier.http.problems import Problem


@dataclass
class Budget:
    """`rate` in requests a second."""

    rate: float
    left: float
    at: float

    @classmethod
    def full(cls, rate: float, *, at: float) -> "Budget":
        return cls(rate=rate, left=_burst(rate), at=at)

    def headers(self) -> dict[str, str]:
        return {"RateLimit-Limit": f"{self.rate:g}", "RateLimit-Remaining": str(int(self.left))}

    def take(self, *, at: float) -> None:
        """:raises Problem: 429 with Retry-After, when there is none left."""
        self.left = min(_burst(self.rate), self.left + (at - self.at) * self.rate)
        self.at = at
        if self.left < 1:
            raise too_many(math.ceil((1 - self.left) / self.rate))
        self.left -= 1


def _burst(rate: float) -> float:
    return max(1.0, rate * 2)


def too_many(seconds: int) -> Problem:
    return Problem(429, "rate_limited", "Too many requests", headers={"Retry-After": str(max(1, seconds))})
