"""
The databases of the tests.

One cluster serves all test runs of this checkout (var/test, started when needed, stopped by the
last run), or a server that TEST_DATABASE_OWNER_URL names. The migrated schema is kept as a template whose name
is a hash of everything that shapes it; a test run clones it in well under a second.
"""

import hashlib
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg
from django.core.management import call_command
from django.db import connections
from psycopg import sql
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from config.databases import database
from config.env import ENV
from host import roles
from host.binaries import find_binaries
from host.locks import Users
from host.paths import REPOSITORY, Home
from host.postgres import APP, MANAGER, OWNER, Cluster

KEPT_TEMPLATES = 8
_TEMPLATE, _CLONE = "backroom_template_", "backroom_test_"
_BUILDING = 7_265_110  # key of the advisory lock under which one run builds a template


@dataclass(frozen=True, slots=True)
class Server:
    """Where test databases live; addresses without a database name."""

    manager: str  # may create databases
    owner: str  # owns the tables
    app: str  # what the tests connect as

    def app_url(self, name: str) -> str:
        return make_conninfo(self.app, dbname=name)

    def owner_url(self, name: str) -> str:
        return make_conninfo(self.owner, dbname=name)


@contextmanager
def server(home: Home) -> Iterator[Server]:
    """The test server: the named one, or the embedded one, started for us and left to the last user."""
    named = os.environ.get("TEST_DATABASE_OWNER_URL")
    if named:
        yield _named_server(named)
        return
    home.make()
    users = Users(home.run / "users.lock")
    log = home.logs / "postgres.log"
    cluster = Cluster(home.postgres, home.run, log, find_binaries(os.environ), durable=False)
    try:
        cluster.start()
        roles.make_roles(cluster)
        yield Server(*(make_conninfo(cluster.url(role, "")) for role in (MANAGER, OWNER, APP)))
    finally:
        users.leave(cluster.stop)


def _named_server(owner: str) -> Server:
    """Roles of a server of the developer's own: the application's role is made there."""
    secret = hashlib.sha256(owner.encode()).hexdigest()
    role = "backroom_test_app"
    with psycopg.connect(make_conninfo(owner, dbname="postgres"), autocommit=True) as connection:
        if not connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [role]).fetchone():
            command = sql.SQL("CREATE ROLE {} LOGIN PASSWORD {}").format(sql.Identifier(role), sql.Literal(secret))
            connection.execute(command)
            connection.execute(sql.SQL("GRANT {} TO CURRENT_USER").format(sql.Identifier(role)))
    return Server(owner, owner, make_conninfo(owner, user=role, password=secret))


@contextmanager
def managing(place: Server) -> Iterator[psycopg.Connection[Any]]:
    """A connection that may create and drop databases."""
    with psycopg.connect(make_conninfo(place.manager, dbname="postgres"), autocommit=True) as connection:
        yield connection


@contextmanager
def connected(url: str) -> Iterator[psycopg.Connection[Any]]:
    """A connection beside Django's own, each statement committed."""
    with psycopg.connect(url, autocommit=True) as connection:
        yield connection


def ensure_template(place: Server) -> str:
    """The template of the code as it is now, built by the first run that needs it."""
    name = _TEMPLATE + fingerprint()
    with managing(place) as connection:
        connection.execute("SELECT pg_advisory_lock(%s)", [_BUILDING])
        if not _exists(connection, name):
            _drop_old(connection)
            draft = name + "_draft"
            _drop(connection, draft)
            owner = conninfo_to_dict(place.owner)["user"]
            connection.execute(
                sql.SQL("CREATE DATABASE {} OWNER {} TEMPLATE template0").format(
                    sql.Identifier(draft), sql.Identifier(str(owner))
                )
            )
            _migrate(place, draft)
            connection.execute(
                sql.SQL("ALTER DATABASE {} RENAME TO {}").format(sql.Identifier(draft), sql.Identifier(name))
            )
    return name


def clone(place: Server, template: str, suffix: str) -> str:
    """A fresh copy of the template; its name tells which process made it."""
    name = f"{_CLONE}{os.getpid()}_{suffix}"
    with managing(place) as connection:
        _drop(connection, name)
        connection.execute(
            sql.SQL("CREATE DATABASE {} OWNER {} TEMPLATE {} STRATEGY FILE_COPY").format(
                sql.Identifier(name),
                sql.Identifier(str(conninfo_to_dict(place.owner)["user"])),
                sql.Identifier(template),
            )
        )
    return name


def empty(place: Server, suffix: str) -> str:
    """A database with nothing in it, owned by the owner."""
    name = f"{_CLONE}{os.getpid()}_{suffix}"
    with managing(place) as connection:
        _drop(connection, name)
        owner = sql.Identifier(str(conninfo_to_dict(place.owner)["user"]))
        connection.execute(
            sql.SQL("CREATE DATABASE {} OWNER {} TEMPLATE template0").format(sql.Identifier(name), owner)
        )
    return name


def drop(place: Server, name: str) -> None:
    """Remove a clone, connections of left-over threads and processes included."""
    with managing(place) as connection:
        _drop(connection, name)


def point_at(url: str, *, owner_url: str = "") -> None:
    """Let Django and everything that reads ENV use this database from now on."""
    connections["default"].close()
    connections.settings["default"].update(database(url))
    for field in ("database_url", "database_direct_url"):
        object.__setattr__(ENV, field, url)
    object.__setattr__(ENV, "database_owner_url", owner_url or url)


def current_urls() -> tuple[str, str]:
    """Addresses in use now: the application's and the owner's."""
    return ENV.database_url, ENV.database_owner_url


def fingerprint() -> str:
    """A hash of what shapes the schema and the rights: migrations, pinned packages, the rights' code, the ledgers."""
    from erp.foundation.management.commands import prepare

    digest = hashlib.sha256()
    parts = sorted(path for path in (REPOSITORY / "erp").rglob("migrations/*") if path.suffix in {".py", ".sql"})
    for path in (*parts, REPOSITORY / "requirements" / "run.txt", Path(prepare.__file__)):
        digest.update(str(path.relative_to(REPOSITORY)).encode() + b"\0" + path.read_bytes() + b"\0")
    digest.update("\n".join(prepare.append_only_tables()).encode())
    return digest.hexdigest()[:20]


def _migrate(place: Server, name: str) -> None:
    """Migrate as the owner, through Django's own connection; the caller points it elsewhere afterwards."""
    point_at(place.owner_url(name))
    object.__setattr__(ENV, "database_url", place.app_url(name))
    try:
        call_command("prepare", schema_only=True, verbosity=0)
    finally:
        connections["default"].close()


def _exists(connection: psycopg.Connection[Any], name: str) -> bool:
    return connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone() is not None


def _drop(connection: psycopg.Connection[Any], name: str) -> None:
    connection.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))


def _drop_old(connection: psycopg.Connection[Any]) -> None:
    """Keep the newest templates; drop clones whose process is gone."""
    found = connection.execute("SELECT datname FROM pg_database ORDER BY oid DESC").fetchall()
    names = [name for (name,) in found]
    for name in [name for name in names if name.startswith(_TEMPLATE)][KEPT_TEMPLATES:]:
        _drop(connection, name)
    for name in names:
        made = re.match(_CLONE + r"(\d+)_", name)
        if made and not Path(f"/proc/{made[1]}").exists():
            _drop(connection, name)
