"""`bin/erp prepare`: brings the database to the state that the code expects."""

from argparse import ArgumentParser
from typing import Any

import pghistory.models
from django.apps import apps
from django.core.management import call_command, get_commands
from django.core.management.base import BaseCommand, CommandError
from django.db import connection, models, transaction
from psycopg import sql
from psycopg.conninfo import conninfo_to_dict

from config.env import ENV
from erp.foundation.db import AppendOnly
from erp.foundation.management import snapshot

REFERENCE_PREFIX = "load_reference_"
# Tables of the database's own book-keeping, which the program only reads.
_READ_ONLY = frozenset({"django_migrations"})


class Command(BaseCommand):
    """
    Migrates as the owner, gives the application's role its rights, loads reference data. Safe to repeat.

    Reference data (roles, currencies, tax rates, a chart of accounts) belongs to the app that owns the table:
    an app brings a command named ``load_reference_<app label>``, idempotent, without arguments. They run in
    the order of INSTALLED_APPS, lower apps first, still as the owner.
    """

    help = "Migrate, grant the application's role its rights, load reference data."
    requires_migrations_checks = False

    def add_arguments(self, parser: ArgumentParser) -> None:
        only = parser.add_mutually_exclusive_group()
        only.add_argument("--grants-only", action="store_true", help="only set the rights of the application's role")
        only.add_argument("--schema-only", action="store_true", help="migrate and set the rights, load no data")

    def handle(self, *args: Any, **options: Any) -> None:
        if not options["grants_only"]:
            snapshot.load()
            call_command("migrate", interactive=False, verbosity=options["verbosity"])
        grant_rights(str(conninfo_to_dict(ENV.database_url).get("user") or ""))
        if not options["grants_only"] and not options["schema_only"]:
            load_reference()


def append_only_tables() -> list[str]:
    """Tables that the application may read and add to, and nothing else: ledgers, events, history."""
    return sorted(
        model._meta.db_table
        for model in apps.get_models(include_auto_created=True)
        if issubclass(model, (AppendOnly, pghistory.models.Event)) and _is_table(model)
    )


def grant_rights(role: str) -> None:
    """
    Give the application's role what it needs, and take the rest away.

    A new table starts with SELECT and INSERT only (default privileges), so no ledger is ever open to change,
    not even between its migration and this function. TRUNCATE is never given.

    :raises CommandError: when the role is the owner itself (an owner can't be kept from its own tables).
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user")
        (owner,) = cursor.fetchone()
    if not role or role == owner:
        raise CommandError(
            "DATABASE_URL and DATABASE_OWNER_URL name the same role: the ledgers would be guarded by triggers only. "
            "Make a second role and name it in DATABASE_URL."
        )
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename")
        existing = [table for (table,) in cursor.fetchall()]
        grow_only = frozenset(append_only_tables())
        for statement in _statements(existing, grow_only):
            cursor.execute(statement.format(role=sql.Identifier(role)).as_string(cursor.connection))


def _statements(existing: list[str], grow_only: frozenset[str]) -> list[sql.SQL]:
    changing = [table for table in existing if table not in grow_only and table not in _READ_ONLY]
    return [
        sql.SQL("GRANT USAGE ON SCHEMA public TO {role}"),
        sql.SQL("ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT ON TABLES TO {role}"),
        sql.SQL("ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO {role}"),
        sql.SQL("GRANT SELECT, INSERT ON ALL TABLES IN SCHEMA public TO {role}"),
        sql.SQL("GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {role}"),
        *_on("GRANT UPDATE, DELETE ON {tables} TO {{role}}", changing),
        *_on("REVOKE UPDATE, DELETE ON {tables} FROM {{role}}", [t for t in existing if t in grow_only]),
        *_on("REVOKE INSERT, UPDATE, DELETE ON {tables} FROM {{role}}", [t for t in existing if t in _READ_ONLY]),
        sql.SQL("REVOKE TRUNCATE ON ALL TABLES IN SCHEMA public FROM {role}"),
        sql.SQL("REVOKE TRUNCATE ON ALL TABLES IN SCHEMA public FROM PUBLIC"),
    ]


def _on(statement: str, tables: list[str]) -> list[sql.SQL]:
    if not tables:
        return []
    quoted = ", ".join('"' + table.replace('"', '""') + '"' for table in tables)
    return [sql.SQL(statement.format(tables=quoted))]  # names come from the catalogue


def _is_table(model: type[models.Model]) -> bool:
    return model._meta.managed and not model._meta.proxy and not model._meta.swapped


def load_reference() -> None:
    """Run every app's ``load_reference_<label>``, lower apps first."""
    commands = get_commands()
    for config in apps.get_app_configs():
        name = REFERENCE_PREFIX + config.label
        if name in commands:
            call_command(name)
