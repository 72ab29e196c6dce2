"""
The processes that a replay or a benchmark runs for itself: web server, relays, sweeps, simulators.

A command may run where nothing else does, so it brings what it needs and ends it again. Our own processes are forks of
the command, made before it has a connection or a thread; the simulators are programs that know nothing of us.
"""

import ctypes
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

import httpx2
from django.db import connections

from config.env import REPOSITORY

READY_SECONDS, END_SECONDS = 60.0, 20.0
_DIE_WITH_PARENT = 1  # prctl: PR_SET_PDEATHSIG
_TICKS = os.sysconf("SC_CLK_TCK")


class NotReady(Exception):
    """A process did not come up in time; the text names it and its log."""


@dataclass(slots=True)
class Member:
    """One process of the crew."""

    name: str
    pid: int
    simulator: bool
    program: "subprocess.Popen[bytes] | None" = None

    @property
    def alive(self) -> bool:
        if self.program is not None:
            return self.program.poll() is None
        try:
            return os.waitpid(self.pid, os.WNOHANG)[0] == 0
        except ChildProcessError:
            return False

    def memory_mb(self) -> float:
        """Its proportional share of memory (PSS); 0 when the machine can't say."""
        try:
            text = Path(f"/proc/{self.pid}/smaps_rollup").read_text()
        except OSError:
            return 0.0
        return sum(int(line.split()[1]) for line in text.splitlines() if line.startswith("Pss:")) / 1024

    def cpu_seconds(self) -> float:
        """What it has computed so far; 0 when the machine can't say."""
        try:
            fields = Path(f"/proc/{self.pid}/stat").read_text().rpartition(")")[2].split()
        except OSError:
            return 0.0
        return (int(fields[11]) + int(fields[12])) / _TICKS


class Crew:
    """Starts processes and ends them, in reverse order."""

    def __init__(self, logs: Path) -> None:
        self.logs = logs
        self.members: list[Member] = []
        logs.mkdir(parents=True, exist_ok=True)

    def fork(self, name: str, work: Callable[[], None]) -> Member:
        """Run ``work`` in a copy of this process, which must hold no connection and no other thread."""
        connections.close_all()
        sys.stdout.flush()
        sys.stderr.flush()
        pid = os.fork()
        if not pid:
            self._be_child(name, work)
        member = Member(name, pid, simulator=False)
        self.members.append(member)
        return member

    def simulator(self, name: str, data: Path, *options: str) -> str:
        """
        Start a simulator on a free port and wait until it answers; returns its address.

        :raises NotReady: when it does not come up.
        """
        data.mkdir(parents=True, exist_ok=True)
        port = free_port()
        command = [sys.executable, "-m", f"erp.simulators.{name}", "--port", str(port), "--data", str(data), *options]
        kept = {key: os.environ[key] for key in ("PATH", "LANG", "HOME") if key in os.environ}
        with (self.logs / f"{name}.log").open("ab") as log:
            program = subprocess.Popen(
                command,
                env=kept | {"PYTHONPATH": str(REPOSITORY), "PYTHONSAFEPATH": "1"},
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                process_group=0,
                preexec_fn=_end_with_parent,  # noqa: PLW1509  # the command has no thread yet
            )
        self.members.append(Member(name, program.pid, simulator=True, program=program))
        address = f"http://127.0.0.1:{port}"
        self.wait(
            lambda: answers(f"{address}/_sim/{'health' if name == 'shopify' else 'state'}"), f"the {name} simulator"
        )
        return address

    def end(self, member: Member, by: signal.Signals = signal.SIGTERM) -> None:
        """End one process and wait until it is gone, by force if it takes too long."""
        limit = time.monotonic() + END_SECONDS
        _send(member.pid, by)
        while member.alive:
            if time.monotonic() > limit:
                _send(member.pid, signal.SIGKILL)
            time.sleep(0.02)
        if member in self.members:
            self.members.remove(member)

    def end_all(self) -> None:
        for member in reversed(self.members.copy()):
            self.end(member)

    def wait(self, ready: Callable[[], bool], what: str, seconds: float = READY_SECONDS) -> None:
        """:raises NotReady: when it is not ready in time."""
        limit = time.monotonic() + seconds
        while not ready():
            if time.monotonic() > limit:
                raise NotReady(f"{what} did not come up; its log is in {self.logs}")
            time.sleep(0.05)

    def memory_mb(self) -> dict[str, float]:
        """By process."""
        return {member.name: round(member.memory_mb(), 1) for member in self.members}

    def cpu_seconds(self) -> dict[str, float]:
        """By process; the simulators' is not the program's."""
        return {member.name: round(member.cpu_seconds(), 2) for member in self.members}

    def _be_child(self, name: str, work: Callable[[], None]) -> NoReturn:
        status = 1
        try:
            os.setpgid(0, 0)
            _end_with_parent()
            log = os.open(self.logs / f"{name}.log", os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
            os.dup2(log, 1)
            os.dup2(log, 2)
            for number in (signal.SIGTERM, signal.SIGINT):
                signal.signal(number, signal.SIG_DFL)
            work()
            status = 0
        except BaseException as error:
            import traceback

            traceback.print_exception(error)
        finally:
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(status)


@contextmanager
def crew(logs: Path) -> Iterator[Crew]:
    """A crew that is ended with the block, whatever happens in it."""
    group = Crew(logs)
    try:
        yield group
    finally:
        group.end_all()


def web(listener: socket.socket) -> Callable[[], None]:
    """The web server of `bin/up`, on a socket that is open already."""

    def work() -> None:
        import uvicorn

        from config.asgi import application

        config = uvicorn.Config(application, lifespan="off", access_log=False, log_config=None, server_header=False)
        uvicorn.Server(config).run(sockets=[listener])

    return work


def relay() -> None:
    """A relay, as `bin/up` runs it."""
    from erp.foundation.events.relay import main

    main()


def listen() -> socket.socket:
    """A socket on a free port of this machine."""
    return socket.create_server(("127.0.0.1", 0), backlog=256)


def address_of(listener: socket.socket) -> str:
    return f"http://127.0.0.1:{listener.getsockname()[1]}"


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return int(taken.getsockname()[1])


def answers(url: str) -> bool:
    """Whether anything answers there."""
    try:
        return httpx2.get(url, timeout=5, trust_env=False).status_code < 500
    except httpx2.TransportError:
        return False


def _end_with_parent() -> None:
    """Ask the kernel for SIGTERM when the command dies, so that a killed one leaves nobody behind."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_DIE_WITH_PARENT, signal.SIGTERM)


def _send(pid: int, number: signal.Signals) -> None:
    try:
        os.kill(pid, number)
    except ProcessLookupError:
        pass
