"""`bin/erp compile_texts`: turns the translators' .po files into what Django reads. No GNU gettext is needed."""

import os
from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError


class Command(BaseCommand):
    """Compiles each .po that is newer than its .mo. The .mo files are made on each machine and not committed."""

    help = "Compile the translated texts."
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        done = [path for path in text_files(settings.BASE_DIR) if compile_one(path)]
        if options["verbosity"] > 1:
            self.stdout.write(f"{len(done)} files compiled")


def text_files(root: Path) -> list[Path]:
    """All .po files of the project."""
    return sorted(path for top in ("erp", "templates") for path in (root / top).glob("**/locale/*/LC_MESSAGES/*.po"))


def compile_one(source: Path) -> bool:
    """
    Compile one file; False when it was up to date. Safe to race.

    :raises CommandError: with the file's name, when it can't be read.
    """
    target = source.with_suffix(".mo")
    if target.exists() and target.stat().st_mtime_ns >= source.stat().st_mtime_ns:
        return False
    try:
        with source.open("rb") as file:
            catalog = read_po(file, locale=source.parents[1].name, abort_invalid=True)
    except Exception as error:
        raise CommandError(f"{source}: {error}") from error
    draft = target.with_name(f".{target.name}.{os.getpid()}")
    with draft.open("wb") as file:
        write_mo(file, catalog)
    draft.replace(target)
    return True
