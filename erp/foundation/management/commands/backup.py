"""`bin/erp backup FOLDER`: the database and the files of one moment, the keys kept apart."""

import json
import os
import zipfile
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import connection, transaction
from django.utils import timezone

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
    Writes an archive that `restore` proves before it uses it.

    Work may go on meanwhile: the database is one snapshot, and files, which are never changed once written, are
    copied after it. The keys that read stored secrets go into ``FOLDER.keys``: keep that file elsewhere.
    """

    help = "Write a backup of database and files into a new folder, and the keys beside it."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", type=Path)

    def handle(self, *args: Any, **options: Any) -> None:
        folder: Path = options["folder"].resolve()
        if folder.exists() and any(folder.iterdir()):
            raise CommandError(f"{folder} is not empty: name a new folder.")
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            rows = _dump(folder / DATABASE)
            _pack(Path(settings.MEDIA_ROOT), folder / FILES)
            _write_keys(keys_beside(folder))
            _write_manifest(folder, rows)
        except OSError as error:
            raise CommandError(f"The backup could not be written: {error.strerror}.") from error
        self.stdout.write(f"Backup: {folder}\nKeys, to be kept elsewhere: {keys_beside(folder)}")


def _dump(target: Path) -> dict[str, int]:
    """Dump the database, and count the rows of the very snapshot that was dumped."""
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
            cursor.execute("SELECT pg_export_snapshot()")
            (snapshot,) = cursor.fetchone()
        run_program(
            "pg_dump", "--format=custom", "--no-owner", "--no-privileges", f"--snapshot={snapshot}", f"--file={target}"
        )
        return count_rows()


def _pack(files: Path, target: Path) -> None:
    with zipfile.ZipFile(target, "w") as archive:
        for path in sorted(files.rglob("*")):
            if path.is_file():
                archive.write(path, path.relative_to(files))


def _write_keys(target: Path) -> None:
    with os.fdopen(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
        file.write(f"SECRET_KEY={ENV.secret_key}\nFIELD_KEYS={ENV.field_keys}\n")


def _write_manifest(folder: Path, rows: dict[str, int]) -> None:
    manifest = {
        "format": FORMAT,
        "written_at": timezone.now().isoformat(),
        "postgresql": connection.cursor().connection.info.server_version,
        "checksums": {name: checksum(folder / name) for name in (DATABASE, FILES)},
        "rows": rows,
        "installation": _installation(),
    }
    (folder / MANIFEST).write_text(json.dumps(manifest, indent=1) + "\n")


def _installation() -> dict[str, Any]:
    """What the data folder remembers of itself: whether it holds the demo, and where its simulators listen."""
    try:
        state = json.loads((ENV.home / "state.json").read_text())
    except (OSError, ValueError):
        return {}
    return {name: state[name] for name in ("company", "ports", "demo") if name in state}
