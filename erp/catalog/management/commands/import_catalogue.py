"""`bin/erp import_catalogue FILE --company NAME [--preview]`: products from a CSV or XLSX file."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import translation

from erp.catalog import services as catalog
from erp.catalog.importing import report, staging
from erp.catalog.models import ImportRun
from erp.catalog.states import ImportStatus
from erp.foundation import clock
from erp.foundation.actor import SYSTEM
from erp.foundation.organisation import queries as organisation


class Command(BaseCommand):
    """Reads, checks, shows the counts, and takes over what is right; safe to repeat."""

    help = "Import products from a CSV or XLSX file."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--company", required=True, help="name of the company")
        parser.add_argument("--preview", action="store_true", help="only say what would happen")
        parser.add_argument("--errors", type=Path, help="write the error report (CSV) to this file")
        parser.add_argument("--language", default="en", choices=["en", "pl"], help="of the error report")

    def handle(self, *args: Any, **options: Any) -> None:
        company = organisation.company_by_name(options["company"])
        if company is None:
            raise CommandError(f"There is no company “{options['company']}”.")
        try:
            content = options["file"].read_bytes()
        except OSError as error:
            raise CommandError(f"{options['file']} can't be read: {error.strerror}.") from error
        run = catalog.receive_catalogue(
            company=company, file_name=options["file"].name, content=content, actor=SYSTEM, at=clock.now()
        )
        for read in catalog.read_catalogue(run=run, actor=SYSTEM):
            self.stdout.write(f"{read} rows read")
        run.refresh_from_db()
        if run.status == ImportStatus.UNREADABLE:
            raise CommandError(report.sentence(run.fault or {}))
        self._tell(run)
        if options["errors"]:
            with translation.override(options["language"]):
                text = report.write_report(staging.wrong_rows(run), options["language"])
            options["errors"].write_text(text, encoding="utf-8", newline="")
        if options["preview"]:
            catalog.discard_import(run=run, actor=SYSTEM, at=clock.now())
            return
        for _rows in catalog.apply_catalogue(run=run, actor=SYSTEM):
            pass
        run.refresh_from_db()
        self.stdout.write(f"taken over: {run.rows - run.wrong} of {run.rows} rows")

    def _tell(self, run: ImportRun) -> None:
        self.stdout.write(
            f"{run.rows} rows: {run.new} new, {run.changed} changed, {run.same} unchanged, {run.wrong} with errors"
        )
        if run.ignored:
            self.stdout.write(f"columns left aside: {', '.join(run.ignored)}")
