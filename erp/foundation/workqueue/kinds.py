"""The kinds of exceptions there are: who may see them, how they are worded, what mends them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from django.utils.functional import Promise

from erp.foundation.actor import Actor
from erp.foundation.refs import Ref


class Mend(Protocol):
    """A service that mends the record an item is about; it closes the item itself or leaves it open."""

    def __call__(self, *, about: Ref, actor: Actor, at: datetime) -> object: ...


@dataclass(frozen=True, slots=True)
class Fix:
    """A button on an item: what it says, what it does, who may press it."""

    code: str
    label: str | Promise
    mend: Mend
    permission: str


@dataclass(frozen=True, slots=True)
class WorkKind:
    """
    A kind of exception.

    ``cause`` and ``proposal`` are translatable sentences with ``%(name)s`` places filled from the item's params;
    ``url`` leads to the record.
    """

    name: str
    label: str | Promise
    cause: str | Promise
    proposal: str | Promise
    permission: str
    url: Callable[[Ref], str]
    fixes: tuple[Fix, ...] = ()


_kinds: dict[str, WorkKind] = {}


def register(kind: WorkKind) -> None:
    """:raises ValueError: when the name is taken."""
    if kind.name in _kinds:
        raise ValueError(f"work kind {kind.name} is registered twice")
    _kinds[kind.name] = kind


def kind_named(name: str) -> WorkKind:
    """:raises LookupError: when no such kind is registered."""
    return _kinds[name]


def all_kinds() -> Mapping[str, WorkKind]:
    return dict(_kinds)


def sentence(text: str | Promise, params: Mapping[str, Any]) -> str:
    """A kind's sentence with an item's params in it."""
    return str(text) % params if params else str(text)
