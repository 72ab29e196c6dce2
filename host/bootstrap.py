"""
Makes the environment of a bare machine, then runs a program of this package inside it.

Standard library only, Python 3.11: this runs before anything is installed.
"""

import fcntl
import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent
if __name__ == "__main__":
    sys.path[0] = str(REPOSITORY)  # else this folder, whose modules would shadow others' names

from host.trouble import Trouble  # noqa: E402  # needs the path above

_UV = REPOSITORY / ".uv"
_VENV = REPOSITORY / ".venv"
_PYTHON = _VENV / "bin" / "python"
_STAMP = _VENV / "backroom-stamp.json"
_REQUIREMENTS = REPOSITORY / "requirements"
_NEEDS_TESTS = frozenset({"test", "check"})


def main(arguments: list[str]) -> None:
    """Make sure of the environment, then become `host.<program>`."""
    program, *rest = arguments
    if sys.version_info < (3, 11):  # noqa: UP036  # this file is what finds out
        raise Trouble(
            f"Backroom needs Python 3.11 or newer; this is {sys.version.split()[0]}.",
            "Install python3.11 (Debian 12 brings it) and run it again with that python3 first in PATH.",
        )
    ensure_environment(development=program in _NEEDS_TESTS)
    # Not `-m` with a changed folder: paths on the command line are relative to where the person stands.
    os.environ["PYTHONPATH"] = str(REPOSITORY)
    os.environ["PYTHONSAFEPATH"] = "1"
    os.environ["PYTHONUTF8"] = "1"  # files and output are UTF-8, whatever the machine's locale says
    sys.stdout.flush()
    os.execv(_PYTHON, [str(_PYTHON), "-m", f"host.{program}", *rest])  # noqa: S606  # no shell is the point


def ensure_environment(*, development: bool) -> None:
    """
    Bring `.venv` to the pinned packages; nothing is done when it is there already.

    An environment that has the developers' packages keeps them.

    :raises Trouble: when it can't be made.
    """
    development = development or bool(list(_VENV.glob("lib/python3*/site-packages/pytest")))
    kind = "dev" if development else "run"
    wanted = {"kind": kind, "hash": _hash(_REQUIREMENTS / f"{kind}.txt"), "python": sys.version.split()[0]}
    if _stamp() == wanted and _PYTHON.exists():
        return
    try:
        _UV.mkdir(exist_ok=True)
        with (_UV / "lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if _stamp() != wanted or not _PYTHON.exists():
                _install(kind)
                _STAMP.write_text(json.dumps(wanted))
    except OSError as error:
        raise Trouble(
            f"The environment can't be written in {REPOSITORY}: {error.strerror}.",
            "Free some space (1 GB is needed)." if error.errno == 28 else "Clone the project as this user.",
        ) from error


def _install(kind: str) -> None:
    file = _REQUIREMENTS / f"{kind}.txt"
    print(f"Installing the pinned packages ({file.name}) ...", flush=True)
    uv = _ensure_uv()
    if uv is None:
        _install_with_pip(file)
        return
    environ = _uv_environ()
    if not _works(_PYTHON):
        shutil.rmtree(_VENV, ignore_errors=True)
        _call([uv, "venv", "--quiet", "--python", sys.executable, str(_VENV)], environ)
    _call([uv, "pip", "sync", "--quiet", "--python", str(_PYTHON), "--require-hashes", str(file)], environ)


def _ensure_uv() -> str | None:
    """Path of the pinned uv, installed beside the project; None when it can't be had."""
    uv, pins = _UV / "bin" / "uv", _REQUIREMENTS / "uv.txt"
    stamp = _UV / "stamp"
    if _works(uv) and stamp.exists() and stamp.read_text() == _hash(pins):
        return str(uv)
    if subprocess.run([sys.executable, "-m", "pip", "--version"], capture_output=True).returncode:
        if shutil.which("uv"):
            return shutil.which("uv")
        raise Trouble(
            f"{sys.executable} has no pip, so no package can be installed.",
            "As root: `apt install python3-pip`. Or install uv by yourself and put it into PATH.",
        )
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--upgrade", "--target", str(_UV)]
    command += ["--no-deps", "--require-hashes", "-r", str(pins)]
    done = subprocess.run(command, capture_output=True, text=True, env=os.environ | {"PIP_ROOT_USER_ACTION": "ignore"})
    if done.returncode or not _works(uv):
        print("uv could not be installed; going on with venv and pip, which takes a minute longer.", flush=True)
        return None
    stamp.write_text(_hash(pins))
    return str(uv)


def _install_with_pip(file: Path) -> None:
    if not _works(_PYTHON) or subprocess.run([_PYTHON, "-m", "pip", "--version"], capture_output=True).returncode:
        shutil.rmtree(_VENV, ignore_errors=True)
        done = subprocess.run([sys.executable, "-m", "venv", str(_VENV)], capture_output=True, text=True)
        if done.returncode:
            raise Trouble(
                "Neither uv nor Python's venv works here.",
                "As root: `apt install python3-venv`. Python said: " + _last_line(done.stdout + done.stderr),
            )
    _call([str(_PYTHON), "-m", "pip", "install", "--quiet", "--require-hashes", "-r", str(file)], dict(os.environ))


def _call(command: list[str], environ: dict[str, str]) -> None:
    done = subprocess.run(command, capture_output=True, text=True, env=environ)
    if done.returncode:
        raise explain(done.stdout + done.stderr)


def explain(said: str) -> Trouble:
    """What an installer's output means for the person who waits."""
    low = said.lower()
    if "no space left" in low:
        return Trouble("The disk is full.", "Free some space (1 GB is needed) and start again.")
    if "hash mismatch" in low or "do not match the hashes" in low or "these packages do not match" in low:
        return Trouble(
            "A downloaded package differs from the one that was pinned, so it was not installed.",
            "Try again; when it stays, your package mirror changed the file. Said: " + _last_line(said),
        )
    if any(sign in low for sign in ("gcc", "c compiler", "command 'cc'", "cargo", "python.h")):
        return Trouble(
            "There is no ready-built package for this machine, and no compiler to build one.",
            "As root: `apt install build-essential python3-dev`. Said: " + _last_line(said),
        )
    return Trouble(
        "The packages could not be installed.",
        "Is the package registry within reach (PIP_INDEX_URL or UV_DEFAULT_INDEX)? Said: " + _last_line(said),
    )


def _uv_environ() -> dict[str, str]:
    """uv ignores pip's settings; a mirror that is set for pip counts for both."""
    environ = dict(os.environ)
    mirror = environ.get("PIP_INDEX_URL")
    if mirror and not environ.get("UV_DEFAULT_INDEX") and not environ.get("UV_INDEX_URL"):
        environ["UV_DEFAULT_INDEX"] = mirror
    return environ


def _works(program: Path) -> bool:
    try:
        return subprocess.run([program, "--version"], capture_output=True).returncode == 0
    except OSError:
        return False


def _stamp() -> object:
    try:
        return json.loads(_STAMP.read_text())
    except (OSError, ValueError):
        return None


def _hash(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def _last_line(said: str) -> str:
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    return lines[-1] if lines else "nothing"


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except Trouble as trouble:
        print(f"\n{trouble}", file=sys.stderr)
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(130)
