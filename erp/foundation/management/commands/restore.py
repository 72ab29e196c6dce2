"""`bin/erp restore FOLDER`: brings a backup back into an empty installation."""

import json
import os
import zipfile
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connection

from config.env import ENV
from erp.foundation.management.archive import (
    DATABASE,
    FILES,
    FORMAT,
    MANIFEST,
    checksum,
    count_rows,
    keys_beside,
    run_program,
)


class Command(BaseCommand):
    """
    Proves the archive by its checksums, restores it in one transaction, compares the rows of every table.

    Only into an installation that holds nothing; afterwards the schema is brought to the code's version and the
    application's role gets its rights.
    """

    help = "Restore a backup into an empty installation."
    requires_migrations_checks = False

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", type=Path)

    def handle(self, *args: Any, **options: Any) -> None:
        folder: Path = options["folder"].resolve()
        manifest = _proven(folder)
        _refuse_unless_empty()
        run_program(
            "pg_restore",
            "--no-owner",
            "--no-privileges",
            "--exit-on-error",
            "--single-transaction",
            str(folder / DATABASE),
        )
        different = {name for name, count in count_rows().items() if manifest["rows"].get(name) != count}
        if different:
            raise CommandError(f"Rows differ from the backup in: {', '.join(sorted(different))}.")
        _unpack(folder / FILES, Path(settings.MEDIA_ROOT))
        self._restore_keys(keys_beside(folder))
        _remember(manifest["installation"])
        connection.close()
        call_command("prepare", schema_only=True, verbosity=0)
        self.stdout.write(f"Restored: {sum(manifest['rows'].values())} rows, files in {settings.MEDIA_ROOT}")

    def _restore_keys(self, source: Path) -> None:
        target = ENV.home / "keys"
        if not source.is_file():
            self.stderr.write(f"{source} is missing: passwords and tokens of shops and carriers must be entered again.")
        elif target.is_file():
            # Nothing in an empty installation was encrypted with the keys that it had made for itself.
            _replace_private(target, source.read_text())
        else:
            self.stderr.write(f"Set SECRET_KEY and FIELD_KEYS to what stands in {source}.")


def _proven(folder: Path) -> dict[str, Any]:
    try:
        manifest: dict[str, Any] = json.loads((folder / MANIFEST).read_text())
        if manifest["format"] != FORMAT:
            raise CommandError(f"The backup has format {manifest['format']}, this program reads {FORMAT}.")
        for name, expected in manifest["checksums"].items():
            if checksum(folder / name) != expected:
                raise CommandError(f"{folder / name} is damaged: its checksum differs from the manifest's.")
    except (OSError, ValueError, KeyError) as error:
        raise CommandError(f"{folder} is no backup, or an incomplete one ({error}).") from error
    return manifest


def _refuse_unless_empty() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'")
        (tables,) = cursor.fetchone()
    files = Path(settings.MEDIA_ROOT)
    if tables or (files.is_dir() and any(files.iterdir())):
        raise CommandError(
            "This installation is not empty. Restore into a new one: BACKROOM_HOME=/new/folder bin/erp restore ..."
        )


def _unpack(source: Path, target: Path) -> None:
    target.mkdir(mode=0o700, parents=True, exist_ok=True)
    with zipfile.ZipFile(source) as archive:
        archive.extractall(target)  # it keeps every name inside the target


def _replace_private(target: Path, text: str) -> None:
    draft = target.with_name(f".{target.name}.restored")
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
        file.write(text)
    draft.replace(target)


def _remember(installation: dict[str, Any]) -> None:
    """Whether it is the demo, so that the next start doesn't mix it with an own company."""
    (ENV.home / "state.json").write_text(json.dumps({"company": "empty", **installation}) + "\n")
