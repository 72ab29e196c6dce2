"""
The work before a start: texts, static files, schema, reference data, the demo company.

Each step runs in a process of its own, as the program that starts everything must hold no
connection and no thread when it forks. A step whose input has not changed is skipped.
"""

import hashlib
import json
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg

from host.paths import REPOSITORY, Home
from host.trouble import Trouble

_ERP = REPOSITORY / "erp"
_PINS = REPOSITORY / "requirements" / "run.txt"


class State:
    """What this data folder has seen (state.json), so that a second start skips it."""

    def __init__(self, path: Path) -> None:
        self._path = path
        try:
            self._values: dict[str, Any] = json.loads(path.read_text())
        except (OSError, ValueError):
            self._values = {}

    def get(self, name: str) -> Any:
        return self._values.get(name)

    def put(self, **values: Any) -> None:
        """Note values on disk at once; None forgets one."""
        self._values.update(values)
        self._values = {name: value for name, value in self._values.items() if value is not None}
        draft = self._path.with_suffix(".new")
        draft.write_text(json.dumps(self._values, indent=1) + "\n")
        draft.replace(self._path)


@dataclass(frozen=True, slots=True)
class Step:
    """Commands of manage.py that run when the fingerprint has changed."""

    name: str
    commands: tuple[tuple[str, ...], ...]
    fingerprint: str
    owner: bool = False
    says: str = ""


def compile_texts() -> None:
    """Compile the translations here: it needs neither settings nor a database and takes no time worth a process."""
    from erp.foundation.management.commands import compile_texts as command

    for path in command.text_files(REPOSITORY):
        command.compile_one(path)


def static_step(home: Home) -> Step:
    found = _fingerprint([_PINS, *(REPOSITORY / "static").rglob("*"), *_ERP.glob("**/static/**/*")])
    there = (home.static / "staticfiles.json").exists()
    command = ("collectstatic", "--noinput", "--verbosity", "0")
    return Step("static", (command,), found if there else found + " missing", says="Collecting static files")


def schema_step(variables: Mapping[str, str]) -> Step:
    """Schema, rights and reference data: any change of the program's code may touch them."""
    code = [
        path
        for path in _ERP.rglob("*")
        if path.suffix in {".py", ".sql", ".json", ".csv"} and "simulators" not in path.parts
    ]
    found = _fingerprint([_PINS, *code])
    if not is_prepared(variables["DATABASE_URL"]):
        found += " new database"
    return Step("schema", (("prepare", "--verbosity", "0"),), found, owner=True, says="Preparing the database")


def is_prepared(url: str) -> bool:
    """True when the database holds a schema, whatever state.json remembers."""
    try:
        with psycopg.connect(url, connect_timeout=10) as connection:
            row = connection.execute("SELECT to_regclass('public.django_migrations') IS NOT NULL").fetchone()
    except psycopg.OperationalError as error:
        raise Trouble(
            "The database that DATABASE_URL names can't be reached.",
            f"Is it running, and may this user connect? It said: {str(error).strip().splitlines()[-1]}",
        ) from error
    return bool(row and row[0])


@contextmanager
def begun(step: Step, state: State, variables: Mapping[str, str], log: Path) -> Iterator[None]:
    """
    Run a step beside the block, and wait for it at the block's end.

    :raises Trouble: when it failed, with its last words.
    """
    if state.get(step.name) == step.fingerprint:
        yield
        return
    if step.says:
        print(f"{step.says} ...", flush=True)
    role = {"DATABASE_ROLE": "owner"} if step.owner else {}
    with log.open("ab") as output:
        start = output.tell()
        process = subprocess.Popen(
            [sys.executable, "-m", "host.steps", json.dumps(step.commands)],
            env={**variables, **role},
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
        )
        try:
            yield
        except BaseException:
            process.terminate()
            process.wait()
            raise
        if process.wait():
            raise _failed(step, log.read_bytes()[start:].decode(errors="replace"), log)
    state.put(**{step.name: step.fingerprint.split(" ", 1)[0]})


def run_step(step: Step, state: State, variables: Mapping[str, str], log: Path) -> None:
    """Run a step and wait for it."""
    with begun(step, state, variables, log):
        pass


def _failed(step: Step, said: str, log: Path) -> Trouble:
    lines = [line for line in said.strip().splitlines() if line.strip()]
    if "No space left on device" in said or "DiskFull" in said:
        return Trouble("The disk is full.", "Free some space and start again; what was done stays done.")
    return Trouble(
        f"The step `{' '.join(step.commands[0])}` failed (all it said is in {log}).",
        "Its last words: " + (" | ".join(lines[-2:]) or "none"),
    )


def _fingerprint(paths: Iterable[Path]) -> str:
    """A hash over names, sizes and times of change: reading the files would take longer than some steps."""
    digest = hashlib.sha256()
    for path in sorted(paths):
        if path.is_file():
            found = path.stat()
            digest.update(f"{path.relative_to(REPOSITORY)}\0{found.st_size}\0{found.st_mtime_ns}\n".encode())
    return digest.hexdigest()[:32]


def _main(commands: list[list[str]]) -> None:
    import django
    from django.core.management import call_command

    django.setup()
    for command in commands:
        call_command(*command)


if __name__ == "__main__":
    _main(json.loads(sys.argv[1]))
