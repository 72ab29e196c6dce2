"""
The embedded PostgreSQL: one data folder, one server, reached by a unix socket only.

The server listens on no network port, and its socket lies in a folder that only its user can
enter, so the three roles need no passwords here: `postgres` (this manager), `backroom_owner`
(owns the tables) and `backroom_app` (the program).
"""

import os
import shutil
import signal
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import psycopg

from host import locks, privileges, processes
from host.binaries import Binaries
from host.trouble import Trouble

MANAGER = "postgres"
OWNER = "backroom_owner"
APP = "backroom_app"
DATABASE = "backroom"

_START_SECONDS = 60
_STOP_SECONDS = 60
_LOG_BYTES = 10_000_000

_SETTINGS = """\
# Written by Backroom at each start; put own settings into postgresql.auto.conf (ALTER SYSTEM).
listen_addresses = ''
unix_socket_directories = '{run}'
unix_socket_permissions = 0700
max_connections = 120
shared_buffers = 96MB
maintenance_work_mem = 64MB
max_wal_size = 512MB
wal_level = minimal
max_wal_senders = 0
max_locks_per_transaction = 256
huge_pages = off
jit = off
timezone = 'UTC'
log_timezone = 'UTC'
lc_messages = 'C'
# Statements and key values carry personal data: they stay out of the log.
log_min_error_statement = panic
log_error_verbosity = terse
log_min_messages = warning
"""
_QUICK = """\
# A throw-away cluster: nothing in it has to survive a power cut.
fsync = off
full_page_writes = off
synchronous_commit = off
autovacuum_naptime = 5min
"""


@dataclass(frozen=True, slots=True)
class Cluster:
    """One embedded server."""

    data: Path
    run: Path
    log: Path
    binaries: Binaries
    durable: bool = True

    def url(self, role: str, database: str = DATABASE) -> str:
        """Address of a database for one of the roles."""
        return f"postgresql://{role}@/{database}?host={quote(str(self.run), safe='')}"

    def is_ready(self) -> bool:
        """True when the server answers. A pid file says nothing: it outlives a killed server."""
        if not (self.run / ".s.PGSQL.5432").exists():
            return False
        try:
            psycopg.connect(self.url(MANAGER, "postgres"), connect_timeout=5).close()
        except psycopg.OperationalError:
            return False
        return True

    def start(self) -> None:
        """
        Make the data folder if there is none, start the server, wait until it answers. Safe to repeat and to race.

        :raises Trouble: when the data folder is of another major version, the disk is full, or the server gives up.
        """
        with locks.alone(self.run / "postgres.lock"):
            if self.is_ready():
                return
            if not (self.data / "PG_VERSION").exists():
                self._create()
            self._check_version()
            self._clear_stale_lock()
            self._write_settings()
            self._launch()

    def stop(self) -> None:
        """Fast shutdown: open transactions roll back, everything committed is on disk."""
        with locks.alone(self.run / "postgres.lock"):
            pid = self._postmaster()
            if pid is None or not processes.is_alive(pid):
                return
            if not processes.end(pid, by=signal.SIGINT, wait=_STOP_SECONDS):
                processes.end(pid, by=signal.SIGQUIT, wait=10)

    def _create(self) -> None:
        # Made beside and renamed, so that a start that was cut off leaves no half-made folder.
        fresh = self.data.with_name(self.data.name + ".new")
        shutil.rmtree(fresh, ignore_errors=True)
        command = [
            *privileges.prefix(),
            self.binaries.program("initdb"),
            *("-D", str(fresh), "-U", MANAGER, "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8"),
            *("--data-checksums", "--no-instructions"),
            *(() if self.durable else ("--no-sync",)),
        ]
        done = subprocess.run(command, capture_output=True, text=True, env=_environ(), cwd="/")
        if done.returncode:
            raise _explained(done.stderr or done.stdout, f"PostgreSQL could not make its data folder {self.data}.")
        with (fresh / "postgresql.conf").open("a") as conf:
            conf.write("\ninclude_if_exists 'backroom.conf'\n")
        fresh.rename(self.data)

    def _check_version(self) -> None:
        made_by = (self.data / "PG_VERSION").read_text().strip()
        if made_by != str(self.binaries.major):
            raise Trouble(
                f"The data folder {self.data} was made by PostgreSQL {made_by}, "
                f"and the programs in {self.binaries.folder} are PostgreSQL {self.binaries.major}.",
                f"Set ERP_PG_BINDIR to the programs of PostgreSQL {made_by} and run `bin/erp backup FOLDER`; then move "
                "the data folder away, unset ERP_PG_BINDIR and run `bin/erp restore FOLDER`.",
            )

    def _clear_stale_lock(self) -> None:
        """
        Remove the pid file of a killed server.

        PostgreSQL itself only asks whether some process has that number, so a zombie or a stranger with the same
        number would stop the start. No process may be at work in the data folder when the file goes.
        """
        pid = self._postmaster()
        if pid is None or pid in (workers := processes.working_in(self.data)):
            return
        for worker in workers:  # they notice by themselves that their server is gone
            processes.wait_gone(worker, 10)
        if not processes.working_in(self.data):
            (self.data / "postmaster.pid").unlink(missing_ok=True)
            (self.run / ".s.PGSQL.5432.lock").unlink(missing_ok=True)

    def _write_settings(self) -> None:
        text = _SETTINGS.format(run=self.run) + ("" if self.durable else _QUICK)
        if self.binaries.major >= 18:
            text += "io_method = sync\n"  # three I/O workers less in memory
        (self.data / "backroom.conf").write_text(text)

    def _launch(self) -> None:
        if self.log.exists() and self.log.stat().st_size > _LOG_BYTES:
            self.log.replace(self.log.with_suffix(".log.1"))
        before = self.log.stat().st_size if self.log.exists() else 0
        with self.log.open("ab") as log:
            server = subprocess.Popen(
                [*privileges.prefix(), self.binaries.program("postgres"), "-D", str(self.data)],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                env=_environ(),
                cwd="/",
                start_new_session=True,
            )
        limit = time.monotonic() + _START_SECONDS
        while not self.is_ready():
            if server.poll() is not None or time.monotonic() > limit:
                said = self.log.read_bytes()[before:].decode(errors="replace")
                raise _explained(said, f"PostgreSQL did not start (its log is {self.log}).")
            time.sleep(0.03)
        # Popen would warn at its end about a child that lives on; here living on is the point.
        server.returncode = 0

    def _postmaster(self) -> int | None:
        try:
            return int((self.data / "postmaster.pid").read_text().split("\n", 1)[0])
        except (OSError, ValueError):
            return None


def _environ() -> dict[str, str]:
    """The server inherits nothing that would change its behaviour with the machine's locale or PG* variables."""
    return {"PATH": os.environ.get("PATH", os.defpath), "LC_ALL": "C.UTF-8", "TZ": "UTC"}


def _explained(said: str, what: str) -> Trouble:
    lines = [line for line in said.strip().splitlines() if line.strip()]
    if any("No space left on device" in line for line in lines):
        return Trouble("The disk is full.", "Free some space (1 GB is plenty to start with) and start again.")
    if any("could not look up effective user ID" in line for line in lines):
        return Trouble(
            f"This user has a number ({os.getuid()}) and no name, and PostgreSQL wants one.",
            "Add it to /etc/passwd (containers: give the image a user), or name a server in DATABASE_URL.",
        )
    if any("could not create shared memory" in line for line in lines):
        return Trouble("PostgreSQL got no shared memory.", "Raise the limit of /dev/shm (Docker: --shm-size=256m).")
    return Trouble(what, "Its last words: " + " | ".join(lines[-3:]))
