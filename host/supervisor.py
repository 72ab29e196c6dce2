"""Keeps a set of processes running: starts them, starts again what dies, ends all of them cleanly."""

import ctypes
import os
import signal
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType
from typing import NoReturn

from host import processes

_FIRST_PAUSE, _LONGEST_PAUSE = 0.5, 30.0
_STEADY = 60.0  # seconds of life after which earlier deaths are forgiven
_LOOK = 0.2
_CHECK_SERVERS = 2.0
_GRACE = 25.0
_LOG_BYTES = 20_000_000
_PR_SET_PDEATHSIG, _PR_SET_NAME = 1, 15


@dataclass(slots=True)
class Child:
    """One process to keep alive. `begin` starts it and returns its number."""

    name: str
    begin: Callable[[], int]
    pid: int | None = None
    began: float = 0.0
    deaths: int = 0
    due: float = field(default=0.0)

    def start(self) -> None:
        self.began = time.monotonic()
        self.pid = self.begin()

    def died(self) -> float:
        """Note the death; the seconds until the next start, doubling each time."""
        now = time.monotonic()
        self.deaths = 1 if now - self.began > _STEADY else self.deaths + 1
        self.pid = None
        pause = min(_FIRST_PAUSE * float(2 ** (self.deaths - 1)), _LONGEST_PAUSE)
        self.due = now + pause
        return pause


class Supervisor:
    """
    Runs until SIGTERM, SIGINT or SIGHUP.

    `revive` is asked every few seconds to look after the servers beside us, and names what it started again.
    """

    def __init__(self, children: list[Child], *, revive: Callable[[], list[str]], say: Callable[[str], None]) -> None:
        self._children = children
        self._revive = revive
        self._say = say
        self._stopping = False
        self._checked = 0.0

    def run(self) -> None:
        """Block until told to stop, then end the children in reverse order."""
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            signal.signal(number, self._stop)
        try:
            while not self._stopping:
                self.tick()
                time.sleep(_LOOK)
        finally:
            self.end()

    def tick(self) -> None:
        """One look around."""
        self._reap()
        now = time.monotonic()
        if now - self._checked > _CHECK_SERVERS:
            self._checked = now
            self._check_servers()
        for child in self._children:
            if child.pid is None and now >= child.due and not self._stopping:
                child.start()

    def _check_servers(self) -> None:
        try:
            for name in self._revive():
                self._say(f"{name} had died and runs again.")
        except Exception as error:  # a full disk, say: the next look tries again
            self._say(str(error))

    def _reap(self) -> None:
        for child in self._children:
            if child.pid is None:
                continue
            try:
                pid, status = os.waitpid(child.pid, os.WNOHANG)
            except ChildProcessError:
                pid, status = child.pid, 0
            if pid:
                pause = child.died()
                self._say(f"{child.name} ended ({_how(status)}); it starts again in {pause:.1f} s.")

    def end(self) -> None:
        """End the children in reverse order of their start, politely first."""
        alive = [child for child in reversed(self._children) if child.pid is not None]
        for child in alive:
            _send(child, signal.SIGTERM)
        limit = time.monotonic() + _GRACE
        for child in alive:
            assert child.pid is not None
            if not processes.wait_gone(child.pid, max(0.0, limit - time.monotonic())):
                self._say(f"{child.name} did not end in {_GRACE:.0f} s and was killed; its work is taken up again.")
                _send(child, signal.SIGKILL)
                processes.wait_gone(child.pid, 5)

    def _stop(self, number: int, frame: FrameType | None) -> None:
        self._stopping = True


def fork(name: str, work: Callable[[], None], log: Path) -> int:
    """Run `work` in a copy of this process that writes to its own log and ends with its parent."""
    sys.stdout.flush()
    sys.stderr.flush()
    pid = os.fork()
    if not pid:
        _be_child(name, work, log)
    return pid


def _be_child(name: str, work: Callable[[], None], log: Path) -> NoReturn:
    try:
        become_child(log)
        show_name(f"backroom {name}")
        work()
    except BaseException as error:
        _leave(error)
    _leave(None)


def become_child(log: Path) -> None:
    """Own process group (Ctrl-C goes to the supervisor alone), own log, ended by the kernel when the parent dies."""
    os.setpgid(0, 0)
    end_with_parent()
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(number, signal.SIG_DFL)
    point_output_at(log)
    null = os.open(os.devnull, os.O_RDONLY)
    os.dup2(null, 0)


def end_with_parent() -> None:
    """Ask the kernel for SIGTERM at the parent's death, so that a killed supervisor leaves nobody behind."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)


def show_name(name: str) -> None:
    """What `ps` and `top` show (15 letters) for a process that would else look like its parent."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_NAME, name.encode()[:15])


def point_output_at(log: Path) -> None:
    """Send standard output and error to a file, after putting a long one aside."""
    if log.exists() and log.stat().st_size > _LOG_BYTES:
        log.replace(log.with_suffix(".log.1"))
    handle = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    os.dup2(handle, 1)
    os.dup2(handle, 2)
    os.close(handle)


def _leave(error: BaseException | None) -> NoReturn:
    """End a forked child without running what its parent has registered for its own end."""
    status = 0
    if isinstance(error, SystemExit):
        status = error.code if isinstance(error.code, int) else int(bool(error.code))
    elif error is not None and not isinstance(error, KeyboardInterrupt):
        import traceback

        traceback.print_exception(error)
        status = 1
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status)


def _send(child: Child, number: signal.Signals) -> None:
    try:
        os.kill(child.pid or 0, number)
    except ProcessLookupError:
        pass


def _how(status: int) -> str:
    if os.WIFSIGNALED(status):
        return signal.Signals(os.WTERMSIG(status)).name
    return f"status {os.waitstatus_to_exitcode(status)}"
