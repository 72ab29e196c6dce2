"""Checks of the files themselves: length, names, and no address of a package registry."""

import re
import subprocess
from pathlib import Path

from host.checks import Check
from host.paths import REPOSITORY

LONGEST = 400
_COUNTED = {".py", ".html", ".css", ".js", ".sql", ".sh"}
_NOT_OURS = ("static/vendor/", "erp/simulators/shopify/schema/", "erp/foundation/schema/")
_ADDRESS = re.compile(r"https?://|--(extra-)?index-url|--find-links|^\s*(index|find-links)\s*=", re.MULTILINE)


def all_checks() -> list[Check]:
    return [Check("file sizes", too_long), Check("no registry", addresses)]


def own_files() -> list[Path]:
    """Files that git knows or would add, but for what was taken over from others."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=True).stdout.splitlines()
    return [REPOSITORY / name for name in names if not name.startswith(_NOT_OURS) and (REPOSITORY / name).is_file()]


def too_long() -> list[str]:
    """Files over the cap: one that long does more than one thing."""
    found = []
    for path in own_files():
        generated = "migrations" in path.parts
        if path.suffix in _COUNTED and not generated and (lines := path.read_bytes().count(b"\n")) > LONGEST:
            found.append(f"{path.relative_to(REPOSITORY)}: {lines} lines, {LONGEST} are allowed")
    return found


def addresses() -> list[str]:
    """Pins carry hashes, never a place: the project can be installed from any mirror."""
    found = [
        f"{path.relative_to(REPOSITORY)} names an address: {match[0].strip()}"
        for path in sorted((REPOSITORY / "requirements").glob("*.txt"))
        for match in _ADDRESS.finditer(path.read_text())
    ]
    if (REPOSITORY / "uv.lock") in own_files():
        found.append("uv.lock records addresses: it must not be in the repository")
    return found
