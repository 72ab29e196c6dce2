"""
The roles and the database of an embedded cluster.

`backroom_owner` owns the tables and runs migrations. `backroom_app` is what the program connects
as: `prepare` gives it SELECT and INSERT on ledgers and no more. Neither is a superuser.
"""

import psycopg
from psycopg import sql

from host.postgres import APP, DATABASE, MANAGER, OWNER, Cluster

_MAKING = 7_265_111  # key of the advisory lock under which roles are made


def make_roles(cluster: Cluster) -> None:
    """Create the two roles where they are missing. Safe to repeat, and for two starts at once."""
    with psycopg.connect(cluster.url(MANAGER, "postgres"), autocommit=True) as connection:
        connection.execute("SELECT pg_advisory_lock(%s)", [_MAKING])  # until the connection closes
        known = {name for (name,) in connection.execute("SELECT rolname FROM pg_roles")}
        for role in (OWNER, APP):
            if role not in known:
                connection.execute(sql.SQL("CREATE ROLE {} LOGIN").format(sql.Identifier(role)))


def make_database(cluster: Cluster, name: str = DATABASE) -> bool:
    """Create the database, owned by the owner role and closed to everybody else; False when it was there."""
    with psycopg.connect(cluster.url(MANAGER, "postgres"), autocommit=True) as connection:
        if connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone():
            return False
        database, owner, app = sql.Identifier(name), sql.Identifier(OWNER), sql.Identifier(APP)
        connection.execute(sql.SQL("CREATE DATABASE {} OWNER {} TEMPLATE template0").format(database, owner))
        connection.execute(sql.SQL("REVOKE ALL ON DATABASE {} FROM PUBLIC").format(database))
        connection.execute(sql.SQL("GRANT CONNECT, TEMPORARY ON DATABASE {} TO {}").format(database, app))
    return True
