"""The carrier's database: SQLite, committed before anything is answered, so a kill loses nothing that was promised."""

import fcntl
import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

Value = str | int | float | None


class FolderInUse(Exception):
    """Another carrier runs on this folder; two of them would push everything twice."""


class Store:
    """One connection, used by the event loop's thread alone; so statements never interleave inside a transaction."""

    def __init__(self, folder: Path) -> None:
        """:raises FolderInUse: if another process holds the folder."""
        folder.mkdir(parents=True, exist_ok=True)
        self._lock = (folder / "lock").open("w")
        try:
            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise FolderInUse(f"Another carrier runs on {folder}") from error
        self._connection = sqlite3.connect(folder / "carrier.sqlite3", isolation_level=None)
        self._connection.row_factory = sqlite3.Row
        # NORMAL under WAL survives the death of the process, which is the promise; not the loss of power.
        self._connection.executescript(
            "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON;"
        )
        self._connection.executescript((Path(__file__).parent / "schema.sql").read_text(encoding="utf-8"))

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Commit at the end, roll back on any error; an inner one joins the outer."""
        if self._connection.in_transaction:
            yield
            return
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._connection.execute("ROLLBACK")
            raise
        self._connection.execute("COMMIT")

    def rows(self, sql: str, *values: Value) -> list[sqlite3.Row]:
        return self._connection.execute(sql, values).fetchall()

    def row(self, sql: str, *values: Value) -> sqlite3.Row | None:
        found: sqlite3.Row | None = self._connection.execute(sql, values).fetchone()
        return found

    def value(self, sql: str, *values: Value) -> Any:
        """The first column of the first row, or None."""
        found = self.row(sql, *values)
        return None if found is None else found[0]

    def run(self, sql: str, *values: Value) -> int:
        """:returns: how many rows were changed."""
        return self._connection.execute(sql, values).rowcount

    def insert(self, table: str, **values: Value) -> int:
        """:returns: the new row's number."""
        names = ", ".join(values)
        marks = ", ".join("?" * len(values))
        sql = f"INSERT INTO {table} ({names}) VALUES ({marks})"  # noqa: S608  # our own names
        cursor = self._connection.execute(sql, tuple(values.values()))
        if cursor.lastrowid is None:
            raise RuntimeError(f"{table} gave no row number")
        return cursor.lastrowid

    def setting(self, key: str) -> Any:
        """What was kept under this key, or None."""
        kept = self.value("SELECT value FROM setting WHERE key = ?", key)
        return None if kept is None else json.loads(kept)

    def keep_setting(self, key: str, value: Any) -> None:
        self.run(
            "INSERT INTO setting VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            key,
            json.dumps(value),
        )

    def close(self) -> None:
        self._connection.close()
        self._lock.close()
