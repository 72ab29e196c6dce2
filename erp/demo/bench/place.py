"""The database of the benchmarks: beside the installation's own, on the same server, made from the same schema."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import psycopg
from psycopg import sql
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from config.env import ENV, REPOSITORY

NAME = "backroom_bench"
MANAGER = "postgres"  # of an embedded server, which nobody but its own user can reach


class NoPlace(Exception):
    """The database of the benchmarks can't be made; the text says what to do."""


def inside() -> bool:
    """Whether this process is connected to the database of the benchmarks."""
    return conninfo_to_dict(ENV.database_url).get("dbname") == NAME


def environment() -> dict[str, str]:
    """The variables of a process that works there, with files of its own and no broker."""
    home = ENV.home / "bench"
    home.mkdir(parents=True, exist_ok=True)
    return dict(os.environ) | {
        "DATABASE_URL": make_conninfo(ENV.database_url, dbname=NAME),
        "DATABASE_DIRECT_URL": make_conninfo(ENV.database_direct_url, dbname=NAME),
        "DATABASE_OWNER_URL": make_conninfo(ENV.database_owner_url, dbname=NAME),
        "DATABASE_ROLE": "app",
        "BACKROOM_HOME": str(home),
        "BROKER_URL": "memory://",
        "CACHE_URL": "",
        "LOG_LEVEL": "ERROR",
        "PYTHONPATH": str(REPOSITORY),
        "PYTHONSAFEPATH": "1",
    }


def command(*words: str) -> list[str]:
    """The command line of a program of ours."""
    return [sys.executable, "-m", "django", *words]


def ensure(*, fresh: bool = False) -> None:
    """
    Make the database where it is missing, and bring its schema to that of the code.

    :raises NoPlace: when nobody here may create one, or its schema can't be made.
    """
    if fresh:
        _manage(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(NAME)))
    if exists() and _noted() == _fingerprint():
        return
    if not exists():
        owner = str(conninfo_to_dict(ENV.database_owner_url).get("user") or "")
        _manage(
            sql.SQL("CREATE DATABASE {} OWNER {} TEMPLATE template0").format(
                sql.Identifier(NAME), sql.Identifier(owner)
            )
        )
    prepared = environment() | {"DATABASE_ROLE": "owner"}
    done = subprocess.run(
        command("prepare", "--verbosity", "0"),
        check=False,
        env=prepared,
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
    )
    if done.returncode:
        raise NoPlace("The schema of the benchmarks could not be made: " + done.stderr.strip().splitlines()[-1])
    with psycopg.connect(make_conninfo(ENV.database_owner_url, dbname=NAME), autocommit=True) as connection:
        note = sql.SQL("COMMENT ON DATABASE {} IS {}").format(sql.Identifier(NAME), sql.Literal(_fingerprint()))
        connection.execute(note)


def exists() -> bool:
    """Whether it was made before."""
    with psycopg.connect(ENV.database_owner_url, autocommit=True) as connection:
        return connection.execute("SELECT FROM pg_database WHERE datname = %s", [NAME]).fetchone() is not None


def _noted() -> str:
    with psycopg.connect(ENV.database_owner_url, autocommit=True) as connection:
        query = "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = %s"
        row = connection.execute(query, [NAME]).fetchone()
    return str(row[0] or "") if row else ""


def _manage(statement: sql.Composed) -> None:
    """As the owner, who may on a server of one's own; else as the manager of the embedded server."""
    refusal = ""
    for url in (ENV.database_owner_url, make_conninfo(ENV.database_owner_url, user=MANAGER)):
        try:
            with psycopg.connect(make_conninfo(url, dbname="postgres"), autocommit=True) as connection:
                connection.execute(statement)
                return
        except (psycopg.errors.InsufficientPrivilege, psycopg.OperationalError) as error:
            refusal = str(error).strip().splitlines()[-1]
    raise NoPlace(f"Nobody here may create the database {NAME}: give the owner's role CREATEDB. It said: {refusal}")


def _fingerprint() -> str:
    digest = hashlib.sha256()
    for path in sorted(Path(REPOSITORY / "erp").rglob("migrations/*")):
        if path.suffix in {".py", ".sql"}:
            digest.update(str(path.relative_to(REPOSITORY)).encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:20]
