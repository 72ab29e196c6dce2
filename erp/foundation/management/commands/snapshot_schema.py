"""`bin/erp snapshot_schema`: writes the schema file that new databases start from."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from erp.foundation.management import snapshot
from erp.foundation.management.archive import run_program


class Command(BaseCommand):
    """Dumps the schema of the fully migrated database; ``--check`` only says whether the file is up to date."""

    help = "Write erp/foundation/schema/schema.sql from the migrated database."
    requires_migrations_checks = False

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--check", action="store_true", help="fail when the file is out of date; write nothing")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["check"]:
            if found := snapshot.stale():
                raise CommandError(f"Out of date for {', '.join(found)}: run bin/erp snapshot_schema.")
            return
        executor = MigrationExecutor(connection)
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            raise CommandError("Migrations wait: run bin/erp migrate first.")
        snapshot.write(lambda: run_program("pg_dump", "--schema-only", "--no-owner", "--no-privileges"))
        self.stdout.write(f"Written: {snapshot.SNAPSHOT}")
