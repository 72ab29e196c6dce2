"""
History: every change of a tracked row is kept by the database itself, with who made it and in which request.

``@tracked()`` gives a model a table of its own with one row per insert, update and delete, written by triggers,
so that raw SQL and bulk writes are kept as well. The table only grows: the application's role may not change or
empty it, and triggers refuse everybody else.

Who acts is told to the database once per transaction, in front of the first statement that writes: the actor of
the use case under way (or of :func:`context`), and the request or task id of the logs. Rows written by COPY are
attributed too, if :func:`attach` or any write came before in the same transaction.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, TypeVar

import pghistory
import pghistory.models
import structlog
from django.db import connection as default_connection
from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.signals import connection_created
from psycopg.pq import TransactionStatus

from erp.foundation.actor import Actor
from erp.foundation.db import AppendOnly, acting

M = TypeVar("M", bound=models.Model)

_told: ContextVar[Mapping[str, str] | None] = ContextVar("history_context", default=None)
_TELL = "SELECT set_config('pghistory.context_metadata', %s, true)"
_READS = ("SELECT", "SAVEPO", "RELEAS", "FETCH ", "SHOW ", "EXPLAI")
_WRITTEN = "_history_written"  # on the connection: what this transaction has been told


class History(pghistory.models.Event, AppendOnly):
    """Base of the tables that ``tracked`` makes: what a row was like after (or, deleted, before) a change."""

    pgh_id = models.BigAutoField(primary_key=True)

    class Meta:
        abstract = True


def tracked(*, exclude: Iterable[str] = (), bulk: bool = False) -> Callable[[type[M]], type[M]]:
    """
    Keep every insert, update and delete of a model's rows, as the row was.

    ``exclude`` names columns that history must not hold: personal data (history can't be erased), passwords,
    counters. Fields that say so themselves (``in_history = False``, such as secrets) are left out unasked.
    ``bulk`` makes it one trigger call a statement instead of one a row, for tables that imports fill by thousands.
    """
    level = pghistory.Statement if bulk else pghistory.Row

    def decorate(model: type[M]) -> type[M]:
        left_out = {*exclude, *(f.name for f in model._meta.local_fields if not getattr(f, "in_history", True))}
        track = pghistory.track(
            pghistory.InsertEvent(level=level),
            pghistory.UpdateEvent(level=level),
            pghistory.DeleteEvent(level=level),
            exclude=sorted(left_out),
            obj_field=pghistory.ObjForeignKey(related_name="history", related_query_name="history_of"),
            context_field=pghistory.ContextJSONField(),
            context_id_field=None,  # type: ignore[arg-type]  # as its documentation says
            base_model=History,
            append_only=False,  # the triggers of AppendOnly do it, TRUNCATE included
            meta={"triggers": list(AppendOnly.Meta.triggers), "verbose_name": f"history of {model._meta.model_name}"},
        )
        tracked_model: type[M] = track(model)
        return tracked_model

    return decorate


@contextmanager
def context(*, actor: Actor | None = None, **facts: str) -> Iterator[None]:
    """Say who acts where no use case says it, and add facts (a job, a reason) to all history inside."""
    said = dict(_told.get() or {}) | facts
    if actor is not None:
        said["actor"] = str(actor)
    token = _told.set(said)
    try:
        yield
    finally:
        _told.reset(token)


def attach(wrapper: BaseDatabaseWrapper | None = None) -> None:
    """Tell the database who acts now, in front of a COPY, which no other statement may precede."""
    with (wrapper or default_connection).cursor() as cursor:
        cursor.execute(_TELL, [_context_json()])


def install() -> None:
    """Watch the connections of this process; called once, when Django is ready."""
    connection_created.connect(_watch, dispatch_uid="erp.foundation.history")


def _watch(*, connection: BaseDatabaseWrapper, **_: Any) -> None:
    if _attribute not in connection.execute_wrappers:
        connection.execute_wrappers.append(_attribute)


def _context_json() -> str:
    facts = dict(_told.get() or {})
    log = structlog.contextvars.get_contextvars()
    actor = acting()
    if actor is not None:
        facts["actor"] = str(actor)
    elif "actor" not in facts and log.get("user_id"):
        facts["actor"] = f"user:{log['user_id']}"
    for name in ("request_id", "task_id"):
        if log.get(name):
            facts[name] = str(log[name])
    return json.dumps(facts, sort_keys=True) if facts else ""


def _attribute(execute: Callable[..., Any], statement: Any, params: Any, many: bool, at: dict[str, Any]) -> Any:
    """Put the context in front of a statement that writes, unless this transaction has been told it already."""
    wrapper, cursor = at["connection"], at["cursor"].cursor
    status = cursor.connection.info.transaction_status
    if status == TransactionStatus.IDLE:
        setattr(wrapper, _WRITTEN, "")
    head = str(statement).lstrip()[:6].upper() if isinstance(statement, str) else ""
    if head.startswith("ROLLBA"):
        setattr(wrapper, _WRITTEN, None)  # what was told inside the savepoint is gone
    if not isinstance(statement, str) or head.startswith((*_READS, "ROLLBA")) or status == TransactionStatus.INERROR:
        return execute(statement, params, many, at)
    facts = _context_json()
    if facts == getattr(wrapper, _WRITTEN, ""):
        return execute(statement, params, many, at)
    if wrapper.in_atomic_block:
        setattr(wrapper, _WRITTEN, facts)
    if many or isinstance(params, Mapping):
        cursor.execute(_TELL, (facts,))
        return execute(statement, params, many, at)
    text = statement if params is not None else statement.replace("%", "%%")
    result = execute(f"{_TELL}; {text}", (facts, *(params or ())), False, at)
    while cursor.nextset():
        pass
    return result
