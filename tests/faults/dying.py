"""
A relay or a Celery worker that kills itself at a named point, or lives:

``python -m tests.faults.dying relay|worker [MODULE:FUNCTION before|after[:N]] [MODULE:NAME=NUMBER ...]``

The function is wrapped in this process only, and kills it at its Nth call; the product knows nothing of it. Numbers are
set the same way, to make steps small.
"""

import functools
import importlib
import itertools
import os
import signal
import sys
from collections.abc import Callable
from typing import Any

import django


def relay() -> None:
    from host import children

    children.relay()


def worker() -> None:
    """One process that takes the tasks itself, so that what kills it kills the worker."""
    from config.celery import app

    quiet = ["--without-gossip", "--without-mingle", "--without-heartbeat"]
    app.worker_main(["worker", "--pool=solo", "--loglevel=WARNING", *quiet])


ROLES = {"relay": relay, "worker": worker}


def main(role: str, *given: str) -> None:
    """Set the numbers, wrap the function, then work until it kills the process."""
    django.setup()
    importlib.import_module("config.celery")  # as the parent of the real processes does: tasks are sent through it
    numbers = [text for text in given if "=" in text]
    for text in numbers:
        path, _sign, number = text.partition("=")
        owner, name = found(path)
        setattr(owner, name, int(number))
    if point := [text for text in given if text not in numbers]:
        owner, name = found(point[0])
        when, _colon, times = point[1].partition(":")
        setattr(owner, name, deadly(getattr(owner, name), when, int(times or 1)))
    ROLES[role]()


def found(path: str) -> tuple[Any, str]:
    """The module or class that holds a name, and the name."""
    module_name, _colon, inside = path.partition(":")
    owner: Any = importlib.import_module(module_name)
    *parents, name = inside.split(".")
    for parent in parents:
        owner = getattr(owner, parent)
    return owner, name


def deadly(function: Callable[..., Any], when: str, times: int) -> Callable[..., Any]:
    """The function, whose Nth call is the last thing that this process does."""
    calls = itertools.count(1)

    @functools.wraps(function)
    def run(*args: Any, **kwargs: Any) -> Any:
        last = next(calls) == times
        if last and when == "before":
            os.kill(os.getpid(), signal.SIGKILL)
        result = function(*args, **kwargs)
        if last:
            os.kill(os.getpid(), signal.SIGKILL)
        return result

    return run


if __name__ == "__main__":
    main(*sys.argv[1:])
