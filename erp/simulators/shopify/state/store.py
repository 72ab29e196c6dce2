"""
The shop's memory: one SQLite file in WAL mode, used by the one thread of the event loop.

A committed transaction survives kill -9: the write is in the kernel's hands before the answer leaves.
"""

import json
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

Doc = dict[str, Any]

SCHEMA = (Path(__file__).parent / "schema.sql").read_text(encoding="utf-8")

# The vendor keeps idempotency keys for a day; here old ones go when the shop opens.
FORGET_KEYS = "DELETE FROM idempotency WHERE created_at < strftime('%Y-%m-%dT%H:%M:%SZ', 'now', '-1 day')"

# Ids are larger than 2**53, as the vendor's are, and no two kinds share a range: a float or a mixed-up kind shows at
# once.
FIRST_ID = 9_100_000_000_000_000
RANGE = 10**13


class Store:
    """Rows and documents, ids and transactions."""

    def __init__(self, path: Path) -> None:
        """Open or create the file."""
        self._connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        self._connection.row_factory = sqlite3.Row
        self._depth = 0
        for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "cache_size=-32768", "temp_store=MEMORY"):
            self._connection.execute(f"PRAGMA {pragma}")
        self._connection.executescript(SCHEMA)
        self._connection.execute(FORGET_KEYS)

    def rows(self, sql: str, *parameters: Any) -> list[sqlite3.Row]:
        """Return all rows of a query."""
        return self._connection.execute(sql, parameters).fetchall()

    def row(self, sql: str, *parameters: Any) -> sqlite3.Row | None:
        """Return the first row of a query."""
        found: sqlite3.Row | None = self._connection.execute(sql, parameters).fetchone()
        return found

    def value(self, sql: str, *parameters: Any) -> Any:
        """Return the first column of the first row."""
        found = self.row(sql, *parameters)
        return found[0] if found else None

    def write(self, sql: str, *parameters: Any) -> int:
        """Run a statement and return how many rows it touched."""
        return self._connection.execute(sql, parameters).rowcount

    def write_many(self, sql: str, rows: Sequence[Sequence[Any]]) -> None:
        """Run a statement once per row."""
        self._connection.executemany(sql, rows)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Commit at the end of the outermost block, roll back on any error."""
        if self._depth:
            yield
            return
        self._connection.execute("BEGIN IMMEDIATE")
        self._depth = 1
        try:
            yield
        except BaseException:
            self._connection.execute("ROLLBACK")
            raise
        else:
            self._connection.execute("COMMIT")
        finally:
            self._depth = 0

    def new_id(self, kind: str) -> int:
        """Return the next id of a kind, such as "Order"."""
        found = self.value("UPDATE counters SET last = last + 1 WHERE kind = ? RETURNING last", kind)
        if found is None:
            found = FIRST_ID + RANGE * int(self.value("SELECT count(*) FROM counters")) + 1
            self.write("INSERT INTO counters VALUES (?, ?)", kind, found)
        return int(found)

    def remember(self, key: str, value: Any) -> None:
        """Keep a JSON value under a name."""
        self.write("INSERT OR REPLACE INTO meta VALUES (?, ?)", key, dumps(value))

    def recall(self, key: str) -> Any:
        """Return what `remember` kept, or None."""
        found = self.value("SELECT value FROM meta WHERE key = ?", key)
        return None if found is None else json.loads(found)

    def close(self) -> None:
        """Close the file."""
        self._connection.close()


def dumps(value: Any) -> str:
    """Write compact JSON."""
    return json.dumps(value, separators=(",", ":"), ensure_ascii=False)
