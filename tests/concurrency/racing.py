"""Running the same moment many times over: threads that all start at once, each on a connection of its own."""

import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from django.db import connections


def race(runners: Sequence[Callable[[], Any]]) -> list[Any]:
    """Run all at once; returns what each returned, or the exception that it raised."""
    start = threading.Barrier(len(runners))

    def run(runner: Callable[[], Any]) -> Any:
        try:
            connections["default"].ensure_connection()
            start.wait(timeout=30)
            return runner()
        except Exception as error:
            return error
        finally:
            connections["default"].close()

    with ThreadPoolExecutor(len(runners)) as pool:
        return list(pool.map(run, runners))
