"""Writing what channels should show, many rows in one statement: a burst is written as fast as it is sent."""

import json
from collections.abc import Sequence
from typing import Any

from django.db import connection

from erp.sync.models import DesiredState

_COLUMNS = {
    "desired": "jsonb",
    "expected": "jsonb",
    "version": "bigint",
    "acknowledged_version": "bigint",
    "attempt": "integer",
    "failures": "smallint",
    "last_error": "text",
    "pending": "boolean",
    "wanted_since": "timestamptz",
    "next_at": "timestamptz",
    "acknowledged_at": "timestamptz",
}
_WRITE = """
UPDATE sync_desiredstate AS s SET {columns}
FROM unnest(%s::bigint[], {arrays}) AS new (id, {names}) WHERE s.id = new.id
""".format(
    columns=", ".join(f"{name} = new.{name}" for name in _COLUMNS),
    arrays=", ".join(f"%s::{kind}[]" for kind in _COLUMNS.values()),
    names=", ".join(_COLUMNS),
)


def write_states(states: Sequence[DesiredState]) -> None:
    """Write rows that are locked, as they are in memory."""
    if not states:
        return
    values = [[_value(getattr(state, name), kind) for state in states] for name, kind in _COLUMNS.items()]
    with connection.cursor() as cursor:
        cursor.execute(_WRITE, [[state.pk for state in states], *values])


def _value(value: Any, kind: str) -> Any:
    return json.dumps(value) if kind == "jsonb" and value is not None else value
