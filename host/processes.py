"""What /proc says about processes: alive, where they work, and ending them politely."""

import os
import signal
import time
from pathlib import Path

_PROC = Path("/proc")


def is_alive(pid: int) -> bool:
    """True for a running process; a zombie that nobody has reaped yet is not alive."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    try:
        return (_PROC / str(pid) / "stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return not _PROC.is_dir()  # elsewhere than on Linux the signal is all we can ask


def working_in(folder: Path) -> list[int]:
    """Live processes whose current folder this is. PostgreSQL's processes all live in their data folder."""
    found = []
    for entry in _PROC.iterdir() if _PROC.is_dir() else ():
        if not entry.name.isdigit():
            continue
        try:
            here = (entry / "cwd").readlink()
        except OSError:
            continue
        if here == folder and is_alive(int(entry.name)):
            found.append(int(entry.name))
    return found


def end(pid: int, *, by: signal.Signals, wait: float) -> bool:
    """Send one signal and wait up to that many seconds; True when the process is gone."""
    try:
        os.kill(pid, by)
    except ProcessLookupError:
        return True
    return wait_gone(pid, wait)


def wait_gone(pid: int, wait: float) -> bool:
    """True when the process is gone within that many seconds."""
    limit = time.monotonic() + wait
    while is_alive(pid):
        reap(pid)
        if time.monotonic() > limit:
            return False
        time.sleep(0.02)
    reap(pid)
    return True


def reap(pid: int) -> None:
    """Collect an ended child; not ours or not ended is fine."""
    try:
        os.waitpid(pid, os.WNOHANG)
    except ChildProcessError:
        pass
