"""Which handler wants which facts, and how it wants them."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar
from uuid import UUID

from erp.foundation.actor import Actor
from erp.foundation.events.facts import Fact

F = TypeVar("F", bound=Fact)


@dataclass(frozen=True, slots=True)
class Delivered:
    """What a handler is told besides the fact: which event, by whom, when, and the attempt (from 1)."""

    event_id: UUID
    actor: Actor
    at: datetime
    attempt: int


@dataclass(frozen=True, slots=True)
class Handler:
    """A registered handler; see :func:`handles` for the options."""

    name: str
    facts: tuple[type[Fact], ...]
    run: Callable[..., object]
    key: Callable[[Any], object] | None
    coalesce: bool
    batch: bool
    network: bool
    max_attempts: int

    def key_of(self, fact: Fact) -> str:
        return "" if self.key is None else str(self.key(fact))


_handlers: dict[str, Handler] = {}
_by_fact: dict[str, list[Handler]] = defaultdict(list)


def handles(
    *facts: type[Fact],
    name: str,
    key: Callable[[Any], object] | None = None,
    coalesce: bool = False,
    batch: bool = False,
    network: bool = False,
    max_attempts: int = 12,
) -> Callable[[Callable[..., object]], Callable[..., object]]:
    """
    Register ``function(fact, delivered)`` to be told of the facts, at least once, each in a transaction of its own.

    :param name: ``app.verb_noun``; stands in the database, never renamed.
    :param key: of a fact; deliveries with the same key run one after the other in order of commit, and a parked
        one blocks its key.
    :param coalesce: with ``key``: all waiting facts of a key become one call with the newest; the handler reads the
        state itself.
    :param batch: ``function(list of (fact, delivered))`` is called with many at once, in one transaction.
    :param network: the handler runs outside any transaction, in a thread, under a lease; it must bear running twice.
    """
    if coalesce and key is None:
        raise TypeError(f"{name}: coalesce needs a key")
    if batch and (network or key):
        raise TypeError(f"{name}: batch goes with neither network nor key")

    def register(function: Callable[..., object]) -> Callable[..., object]:
        handler = Handler(name, facts, function, key, coalesce, batch, network, max_attempts)
        if name in _handlers:
            raise TypeError(f"{name} is registered twice")
        _handlers[name] = handler
        for fact in facts:
            _by_fact[fact.fact_name].append(handler)
        return function

    return register


def handlers_of(fact: type[Fact]) -> list[Handler]:
    return _by_fact[fact.fact_name]


def handler_named(name: str) -> Handler | None:
    return _handlers.get(name)


def all_handlers() -> list[Handler]:
    """Every registered handler, by name."""
    return [_handlers[name] for name in sorted(_handlers)]
