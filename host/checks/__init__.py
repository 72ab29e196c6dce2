"""
What `bin/check` proves without running the program: style, types, borders, files, licences, texts.

A check is a function that returns its complaints; none means that it holds.
"""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Check:
    """One line of `bin/check`."""

    name: str
    find: Callable[[], list[str]]
