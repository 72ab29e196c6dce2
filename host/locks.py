"""File locks: they end with their process, so nothing is ever stale."""

import fcntl
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """Wait until nobody else is inside, then hold the place."""
    with _opened(path) as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield


class Users:
    """Counts who uses the embedded services, so that only the last one out stops them."""

    def __init__(self, path: Path) -> None:
        self._handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        fcntl.flock(self._handle, fcntl.LOCK_SH)

    def leave(self, stop: Callable[[], None]) -> None:
        """Stop being a user; the last one calls `stop`, and whoever comes meanwhile waits for its end."""
        try:
            fcntl.flock(self._handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return
        else:
            stop()
        finally:
            os.close(self._handle)


class Post:
    """A post that one process holds at a time; its number stands in the file. A dead holder holds nothing."""

    def __init__(self, path: Path) -> None:
        self._handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)

    def take(self) -> bool:
        """Take the post, until this process and its forks have ended; False when somebody has it."""
        try:
            fcntl.flock(self._handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        self.note(str(os.getpid()))
        return True

    def note(self, text: str) -> None:
        """Write what others may read about the holder; its number comes first."""
        os.ftruncate(self._handle, 0)
        os.pwrite(self._handle, text.encode(), 0)

    def holder(self) -> list[str]:
        """What the holder noted, word by word."""
        return os.pread(self._handle, 4096, 0).decode().split()

    def give_up(self) -> None:
        os.close(self._handle)


@contextmanager
def _opened(path: Path) -> Iterator[int]:
    handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        yield handle
    finally:
        os.close(handle)
