"""What a process keeps for itself: the programs here are forked from one parent (ADR 1)."""

import os
from collections.abc import Callable
from functools import lru_cache
from typing import ParamSpec, TypeVar, cast

P = ParamSpec("P")
T = TypeVar("T")


def kept_by_process(maxsize: int) -> Callable[[Callable[P, T]], Callable[P, T]]:
    """
    Keep the last ``maxsize`` results of a function in this process; a forked child starts with none.

    For open connections. ``lru_cache`` alone would hand a child the parent's socket, and two processes that share one
    read each other's answers. Take what is kept at each use: an attribute survives a fork.
    """

    def decorate(make: Callable[P, T]) -> Callable[P, T]:
        kept = lru_cache(maxsize=maxsize)(make)
        os.register_at_fork(after_in_child=kept.cache_clear)
        return cast(Callable[P, T], kept)

    return decorate
