"""Where things lie: the repository, and the data folder of one installation."""

import hashlib
import os
import re
import stat
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from host.trouble import Trouble

REPOSITORY = Path(__file__).resolve().parent.parent
ENVIRONMENT = REPOSITORY / ".venv"

# A socket's path may have 107 bytes; the longest name in the run folder is ".s.PGSQL.5432.lock".
_LONGEST_RUN_FOLDER = 85
_PLAIN = re.compile(r"[A-Za-z0-9_./+-]+")


@dataclass(frozen=True, slots=True)
class Home:
    """The data folder (BACKROOM_HOME): all that one installation knows, and nothing of the program."""

    root: Path

    @property
    def postgres(self) -> Path:
        return self.root / "postgres"

    @property
    def valkey(self) -> Path:
        return self.root / "valkey"

    @property
    def files(self) -> Path:
        return self.root / "files"

    @property
    def static(self) -> Path:
        return self.root / "static"

    @property
    def keys(self) -> Path:
        return self.root / "keys"

    @property
    def logs(self) -> Path:
        return self.root / "logs"

    @property
    def state(self) -> Path:
        return self.root / "state.json"

    @property
    def logins(self) -> Path:
        return self.root / "logins.json"

    @property
    def run(self) -> Path:
        """Folder of sockets and pid files. Lies elsewhere when its own path is too long or too odd for a socket."""
        inside = self.root / "run"
        if len(os.fsencode(inside)) <= _LONGEST_RUN_FOLDER and _PLAIN.fullmatch(str(inside)):
            return inside
        digest = hashlib.sha256(os.fsencode(self.root)).hexdigest()[:12]
        return _temporary() / f"backroom-{os.getuid()}-{digest}"

    def make(self) -> None:
        """
        Create the folders, closed to other users.

        :raises Trouble: when the data folder can't be written, or another user owns the run folder.
        """
        try:
            for folder in (self.root, self.run, self.logs, self.files):
                folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            raise Trouble(
                f"The data folder {self.root} can't be written: {error.strerror}.",
                "Give this user the folder, or name another one in BACKROOM_HOME.",
            ) from error
        _own(self.run)


def home(environ: Mapping[str, str]) -> Home:
    """The data folder that the environment names, `var/` by default."""
    return Home(Path(environ.get("BACKROOM_HOME") or REPOSITORY / "var").resolve())


def _temporary() -> Path:
    # Not TMPDIR first: two shells of one user must find the same sockets.
    fixed = Path("/tmp")
    return fixed if os.access(fixed, os.W_OK) else Path(tempfile.gettempdir())


def _own(folder: Path) -> None:
    """Refuse a run folder that somebody else put in our place in a shared temporary folder."""
    found = folder.lstat()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid != os.getuid():
        raise Trouble(f"{folder} belongs to another user.", "Remove it, or name another data folder in BACKROOM_HOME.")
    if stat.S_IMODE(found.st_mode) & 0o077:
        folder.chmod(0o700)
