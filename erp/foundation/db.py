"""Transactions, locks and append-only tables: the rules of the database in one place."""

import functools
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, ParamSpec, TypeVar, cast

import pgtrigger
from django.db import OperationalError, connection, models, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

from erp.foundation.actor import Actor
from erp.foundation.errors import Busy

P = ParamSpec("P")
R = TypeVar("R")
M = TypeVar("M", bound=models.Model)

LOCK_NOT_AVAILABLE, DEADLOCK = "55P03", "40P01"


class InsideTransaction(RuntimeError):
    """A function that touches the network was called inside a transaction."""


class _UseCase:
    """The outermost use case under way in this thread, and what must be written at its end."""

    def __init__(self) -> None:
        self.failure: BaseException | None = None
        self.actor: Actor | None = None
        self.collected: dict[str, list[Any]] = {}


_current: ContextVar[_UseCase | None] = ContextVar("use_case", default=None)
_at_end: list[Callable[[dict[str, list[Any]]], None]] = []


def at_use_case_end(write: Callable[[dict[str, list[Any]]], None]) -> None:
    """Register what writes the collected things as the last statements of each outermost use case."""
    if write not in _at_end:
        _at_end.append(write)


def acting() -> Actor | None:
    """Who acts in the outermost use case under way; history asks."""
    current = _current.get()
    return current.actor if current else None


def collect(kind: str, thing: Any) -> None:
    """
    Keep something for the end of the outermost use case.

    :raises RuntimeError: outside a use case.
    """
    current = _current.get()
    if current is None:
        raise RuntimeError("only a use case can publish")
    current.collected.setdefault(kind, []).append(thing)


def use_case(function: Callable[P, R]) -> Callable[P, R]:
    """
    Make a service one transaction; inside another use case it joins that one, without a savepoint.

    A failure inside can't be swallowed by an outer use case: what it half wrote would be committed,
    so the outermost then raises instead of committing.

    :raises Busy: when a lock was not granted in time, or the database broke a deadlock.
    """

    @functools.wraps(function)
    def run(*args: P.args, **kwargs: P.kwargs) -> R:
        outer = _current.get()
        if outer is not None:
            try:
                return function(*args, **kwargs)
            except BaseException as error:
                outer.failure = error
                raise
        with _outermost() as current:
            current.actor = cast("Actor | None", kwargs.get("actor"))
            result = function(*args, **kwargs)
            if current.failure is not None:
                raise RuntimeError("a use case failed inside this one and its error was swallowed") from current.failure
            for write in _at_end:
                write(current.collected)
            return result

    return run


@contextmanager
def _outermost() -> Iterator[_UseCase]:
    current = _UseCase()
    token = _current.set(current)
    try:
        with transaction.atomic():
            yield current
    except OperationalError as error:
        if getattr(error.__cause__, "sqlstate", None) in {LOCK_NOT_AVAILABLE, DEADLOCK}:
            raise Busy from error
        raise
    finally:
        _current.reset(token)


def in_transaction(wrapper: BaseDatabaseWrapper | None = None) -> bool:
    """Whether a transaction of our own is open; the block a test framework wraps around a test doesn't count."""
    wrapper = wrapper or connection
    return any(not getattr(block, "_from_testcase", False) for block in wrapper.atomic_blocks)


def outside_transaction(function: Callable[P, R]) -> Callable[P, R]:
    """
    Mark a function that touches the network: a transaction must not wait for it.

    :raises InsideTransaction: when called inside one.
    """

    @functools.wraps(function)
    def run(*args: P.args, **kwargs: P.kwargs) -> R:
        if in_transaction():
            raise InsideTransaction(f"{function.__qualname__} must run outside a transaction")
        return function(*args, **kwargs)

    return run


def lock_rows(rows: "models.QuerySet[M]") -> list[M]:
    """
    Lock rows in primary key order and read them as they are now.

    :raises RuntimeError: outside a transaction.
    """
    if not connection.in_atomic_block:
        raise RuntimeError("a lock outside a transaction holds nothing")
    locked = list(rows.order_by("pk").select_for_update(of=("self",)))
    for row in locked:
        mark_locked(row)
    return locked


def mark_locked(row: models.Model) -> None:
    """Note that this transaction holds the row: by lock, or because it has just inserted it."""
    row._state.locked_by_us = True  # type: ignore[attr-defined]  # Django's per-row state is the row's own scratch pad


def is_locked(row: models.Model) -> bool:
    """Whether :func:`lock_rows` read this object, or its insert was noted."""
    return bool(getattr(row._state, "locked_by_us", False))


class AppendOnly(models.Model):
    """
    Base of tables that only ever grow: ledgers, events, history.

    Two guards: the application's database role has no UPDATE, DELETE or TRUNCATE on them (``prepare`` revokes
    it), and these triggers refuse them to any other role that doesn't mean to.
    """

    class Meta:
        abstract = True
        triggers: tuple[pgtrigger.Trigger, ...] = (
            pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),
            pgtrigger.Trigger(
                name="no_truncate",
                level=pgtrigger.Statement,
                when=pgtrigger.Before,
                operation=pgtrigger.Truncate,
                func="RAISE EXCEPTION 'pgtrigger: Cannot truncate table %', TG_TABLE_NAME;",
            ),
        )
