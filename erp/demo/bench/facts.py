"""Facts that only the benchmarks tell and hear: their handlers do as little as one can do."""

from collections.abc import Sequence

from erp.foundation.events.facts import Fact
from erp.foundation.events.registry import Delivered, handles


class PlainTold(Fact, app="bench"):
    """For a handler that has a transaction a delivery."""

    number: int


class BatchTold(Fact, app="bench"):
    """For a handler that takes many at once."""

    number: int


@handles(PlainTold, name="bench.hear_one")
def hear_one(fact: PlainTold, delivered: Delivered) -> None:
    """Nothing: what is measured is the delivery."""


@handles(BatchTold, name="bench.hear_many", batch=True)
def hear_many(told: Sequence[tuple[BatchTold, Delivered]]) -> None:
    """Nothing: what is measured is the delivery."""
