"""Many processes that do something as often as they can for some seconds; forks, so that each has a core's turn."""

import json
import os
import time
from collections.abc import Callable
from contextlib import suppress
from multiprocessing import get_context
from typing import Any

from django.db import connections

Work = Callable[[int, float], dict[str, Any]]  # number of the writer, moment of the end -> what it did
_PATIENCE_SECONDS = 60.0


def run(count: int, seconds: float, work: Work) -> list[dict[str, Any]]:
    """
    What each of the writers did.

    They begin together, when all of them are there. No connection crosses the fork.

    :raises ChildProcessError: when one ended without a word.
    """
    connections.close_all()
    context = get_context("fork")
    begin = context.Event()
    pipes, children = [], []
    for number in range(count):
        reading, writing = os.pipe()
        child = context.Process(target=_child, args=(number, seconds, work, begin, writing, reading), daemon=True)
        child.start()
        os.close(writing)
        pipes.append(reading)
        children.append(child)
    time.sleep(0.2 + 0.05 * count)
    begin.set()
    said = [_read(pipe) for pipe in pipes]
    for child in children:
        child.join(_PATIENCE_SECONDS)
    if any(not text for text in said):
        raise ChildProcessError("a writer ended without a word")
    return [json.loads(text) for text in said]


def _child(number: int, seconds: float, work: Work, begin: Any, writing: int, reading: int) -> None:
    os.close(reading)
    begin.wait(_PATIENCE_SECONDS)
    done = work(number, time.monotonic() + seconds)
    with suppress(BrokenPipeError):
        os.write(writing, json.dumps(done).encode())
    os.close(writing)


def _read(pipe: int) -> bytes:
    with os.fdopen(pipe, "rb") as file:
        return file.read()
