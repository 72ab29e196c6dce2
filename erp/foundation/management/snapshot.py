"""
The schema as one file, so that a new database takes seconds.

Django replays every migration against a model of the whole schema: with some hundred models that
is more than half a minute of work for two seconds of SQL. A new database therefore starts from
``schema.sql``, which names each migration it holds with a hash; one that has changed since makes the file
void, and migrations that came later run on top of it as always.
"""

import hashlib
import json
import re
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from django.db import DatabaseError, connection, transaction
from django.db.migrations.loader import MigrationLoader

SNAPSHOT = Path(__file__).resolve().parent.parent / "schema" / "schema.sql"
_HEADER = "-- Made by `bin/erp snapshot_schema` from the migrations; never edited by hand.\n-- holds: "
# Session settings would outlive the load, and commands of psql mean nothing elsewhere. Only these very lines go:
# the bodies of functions must stay as they are.
_NOISE = re.compile(r"^(SET default_\w+ = [^;]*;|\\(un)?restrict \w+|--\n-- .*\n--)\n+", re.MULTILINE)


def hashes() -> dict[str, str]:
    """Each migration on disk, ours and the libraries', with a hash of its file."""
    loader = MigrationLoader(None, load=False)
    loader.load_disk()
    found = {}
    for (app, name), migration in loader.disk_migrations.items():
        source = Path(str(import_module(migration.__module__).__file__))
        found[f"{app}.{name}"] = hashlib.sha256(source.read_bytes()).hexdigest()[:16]
    return dict(sorted(found.items()))


def stale() -> list[str]:
    """Migrations that the file lacks or holds in another form; empty when it is up to date."""
    held, now = _held(), hashes()
    return sorted({name for name in held.keys() | now.keys() if held.get(name) != now.get(name)})


def load() -> bool:
    """Fill an empty database; False when it isn't empty, or the file is void for this code or server."""
    held, now = _held(), hashes()
    if not held or any(now.get(name) != value for name, value in held.items()):
        return False
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'")
            if cursor.fetchone() != (0,):
                return False
            cursor.execute("SET LOCAL check_function_bodies = off")
            cursor.execute(SNAPSHOT.read_text())
    except DatabaseError:
        return False  # an older server may not know all of it; the migrations do
    return True


def write(dump: Callable[[], str]) -> None:
    """Write the file from pg_dump's text and the record of applied migrations."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT app, name FROM django_migrations ORDER BY id")
        applied = cursor.fetchall()
    now = hashes()
    rows = ",\n".join(f"('{app}', '{name}', now())" for app, name in applied if f"{app}.{name}" in now)
    _, first, rest = dump().partition("\nCREATE ")
    body = _NOISE.sub("", first.lstrip() + rest)
    record = f"INSERT INTO public.django_migrations (app, name, applied) VALUES\n{rows};\n"
    SNAPSHOT.parent.mkdir(exist_ok=True)
    SNAPSHOT.write_text(f"{_HEADER}{json.dumps(now)}\n{body}{record}")


def _held() -> dict[str, str]:
    try:
        with SNAPSHOT.open() as file:
            head = [next(file) for _ in range(2)]
        found: dict[str, str] = json.loads(head[1].removeprefix("-- holds: "))
    except (OSError, StopIteration, ValueError):
        return {}
    return found
