"""The kinds of long jobs there are."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise

from erp.foundation.actor import Actor


@dataclass(frozen=True, slots=True)
class Step:
    """
    One committed step of a job: how many things it did and failed, and where to go on after it.

    The function that yields it has committed the work already; the job's row is brought up to date right after.
    Work must therefore be safe to repeat from the last checkpoint.
    """

    done: int
    checkpoint: Mapping[str, Any]
    failed: int = 0
    total: int | None = None
    result: Mapping[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class Start:
    """What a job's function is told: its parameters, where it had got to, and for whom it runs."""

    params: Mapping[str, Any]
    checkpoint: Mapping[str, Any]
    company_id: int | None
    actor: Actor


@dataclass(frozen=True, slots=True)
class JobKind:
    """``run`` is a generator of steps; between two steps the job can be cancelled."""

    name: str
    label: str | Promise
    run: Callable[[Start], Iterator[Step]]
    permission: str


_kinds: dict[str, JobKind] = {}


def register(kind: JobKind) -> None:
    """:raises ValueError: when the name is taken."""
    if kind.name in _kinds:
        raise ValueError(f"job kind {kind.name} is registered twice")
    _kinds[kind.name] = kind


def kind_named(name: str) -> JobKind:
    """:raises LookupError: when no such kind is registered."""
    return _kinds[name]


def label_of(name: str) -> str | Promise:
    """What people call this kind; the name itself when the app that knew it is gone."""
    known = _kinds.get(name)
    return known.label if known else name
