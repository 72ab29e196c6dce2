"""What PostgreSQL itself counted: rows written by table, deadlocks, and whether it keeps its word in a power cut."""

from collections.abc import Callable
from typing import Any

import psycopg

Written = dict[str, tuple[int, int]]

_WRITTEN = "SELECT relname, n_tup_ins, n_tup_upd FROM pg_stat_xact_user_tables WHERE n_tup_ins + n_tup_upd > 0"


def written_here(connection: "psycopg.Connection[Any]", work: Callable[[], object]) -> Written:
    """Rows that some work in the transaction under way inserts and updates, by table; triggers' rows too."""
    before = _counted(connection)
    work()
    written = {
        table: (inserted - before.get(table, (0, 0))[0], updated - before.get(table, (0, 0))[1])
        for table, (inserted, updated) in _counted(connection).items()
    }
    return {table: counts for table, counts in written.items() if any(counts)}


def _counted(connection: "psycopg.Connection[Any]") -> Written:
    """What this connection has not reported to the server yet, of this transaction and of those shortly before."""
    with connection.cursor() as cursor:
        cursor.execute(_WRITTEN)
        return {name: (inserted, updated) for name, inserted, updated in cursor.fetchall()}


def deadlocks(connection: "psycopg.Connection[Any]") -> int:
    """Deadlocks that this database has broken so far."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()")
        row = cursor.fetchone()
    return int(row[0]) if row else 0


def durability(connection: "psycopg.Connection[Any]") -> dict[str, str]:
    """The settings that decide whether what is committed is on disk."""
    names = ("fsync", "synchronous_commit", "full_page_writes", "server_version")
    with connection.cursor() as cursor:
        return {name: str((cursor.execute(f"SHOW {name}").fetchone() or ("",))[0]) for name in names}
