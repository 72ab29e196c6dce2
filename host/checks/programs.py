"""Checks that other programs make: linters, the type checker, Django's own commands."""

import os
import subprocess
import sys
from collections.abc import Callable

from host.checks import Check
from host.paths import REPOSITORY

CODE = ("erp", "config", "host", "tools/screenshots")
_BIN = REPOSITORY / ".venv" / "bin"


def all_checks() -> list[Check]:
    return [
        Check("types", _program("mypy", "--no-error-summary", *CODE)),
        Check("format", _program("ruff", "format", "--check", ".")),
        Check("lint", _program("ruff", "check", "--output-format=concise", ".")),
        Check("borders", _program("lint-imports", "--no-logo")),
        Check("dependencies", _program("deptry", "--no-ansi", ".")),
        Check("templates", _templates),
        Check("migrations", _manage("makemigrations", "--check", "--dry-run")),
        Check("schema snapshot", _manage("snapshot_schema", "--check")),
        Check("event map", _manage_if_there("event_map", "--check")),
        Check("api description", _manage_if_there("openapi", "--check")),
    ]


def _program(name: str, *arguments: str) -> Callable[[], list[str]]:
    return lambda: _run([str(_BIN / name), *arguments])


def _manage(*arguments: str) -> Callable[[], list[str]]:
    return lambda: _run([sys.executable, "-W", "ignore::RuntimeWarning", "manage.py", *arguments])


def _manage_if_there(command: str, *arguments: str) -> Callable[[], list[str]]:
    def find() -> list[str]:
        if not list((REPOSITORY / "erp").glob(f"**/management/commands/{command}.py")):
            return []
        return _run([sys.executable, "manage.py", command, *arguments])

    return find


def _templates() -> list[str]:
    places = [
        str(path) for path in (REPOSITORY / "templates", *(REPOSITORY / "erp").glob("*/templates")) if path.is_dir()
    ]
    return _run([str(_BIN / "djlint"), "--lint", "--quiet", *places]) if places else []


def _run(command: list[str]) -> list[str]:
    """The program's output when it complains."""
    done = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, env=environment())
    if done.returncode == 0:
        return []
    return (done.stdout + done.stderr).strip().splitlines() or [f"ended with status {done.returncode}"]


def environment() -> dict[str, str]:
    """Variables under which the code loads without any service and without the person's own data."""
    return os.environ | {
        "DJANGO_SETTINGS_MODULE": "config.settings.test",
        "BACKROOM_HOME": str(REPOSITORY / "var" / "test" / "home"),
        "DATABASE_URL": "postgresql://backroom_app@/none?host=/nonexistent",
        "PYTHONPATH": str(REPOSITORY),
        "NO_COLOR": "1",
        "LOG_LEVEL": "ERROR",
    }
