"""What `backup` and `restore` share: the layout of an archive, PostgreSQL's programs, checksums."""

import hashlib
import os
import subprocess
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError
from django.db import connection
from psycopg import sql
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from config.env import ENV

FORMAT = 1
MANIFEST, DATABASE, FILES = "manifest.json", "database.dump", "files.zip"


def keys_beside(folder: Path) -> Path:
    """Where the keys go: beside the archive, so that a copy of the folder alone can't read its secrets."""
    return folder.with_name(folder.name + ".keys")


def run_program(name: str, *arguments: str) -> str:
    """
    Run one of PostgreSQL's programs on the owner's database; the password never stands on a command line.

    :returns: what it printed.

    :raises CommandError: when it is missing or fails.
    """
    parts: dict[str, Any] = dict(conninfo_to_dict(ENV.database_owner_url))
    password = parts.pop("password", None)
    program = str(Path(ENV.pg_bindir) / name) if ENV.pg_bindir else name
    command = [program, *arguments, "--dbname", make_conninfo(**parts)]
    environ = os.environ | ({"PGPASSWORD": str(password)} if password else {})
    try:
        done = subprocess.run(command, capture_output=True, text=True, env=environ)  # noqa: PLW1510  # looked at below
    except FileNotFoundError as error:
        raise CommandError(f"{program} was not found: name its folder in ERP_PG_BINDIR.") from error
    if done.returncode:
        raise CommandError(f"{name} failed: {done.stderr.strip().splitlines()[-1:]}")
    return done.stdout


def checksum(path: Path) -> str:
    """SHA-256 of a file of any size."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def count_rows() -> dict[str, int]:
    """Rows of every table, as this transaction sees them."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename")
        tables = [table for (table,) in cursor.fetchall()]
        return {table: _count(cursor, table) for table in tables}


def _count(cursor: Any, table: str) -> int:
    cursor.execute(sql.SQL("SELECT count(*) FROM {}").format(sql.Identifier(table)))
    return int(cursor.fetchone()[0])
