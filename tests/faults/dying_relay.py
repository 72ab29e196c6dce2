"""
A relay that kills itself at a named point: ``python -m tests.faults.dying_relay MODULE:FUNCTION before|after``.

The function is wrapped in this process only; the product knows nothing of it.
"""

import functools
import importlib
import os
import signal
import sys
from collections.abc import Callable
from typing import Any

import django


def main(point: str, when: str) -> None:
    """Wrap the function, then run the relay until it kills itself."""
    django.setup()
    module_name, _colon, path = point.partition(":")
    owner: Any = importlib.import_module(module_name)
    *parents, name = path.split(".")
    for parent in parents:
        owner = getattr(owner, parent)
    setattr(owner, name, _deadly(getattr(owner, name), when))
    from erp.foundation.events.relay import main as relay

    relay()


def _deadly(function: Callable[..., Any], when: str) -> Callable[..., Any]:
    @functools.wraps(function)
    def run(*args: Any, **kwargs: Any) -> Any:
        if when == "before":
            os.kill(os.getpid(), signal.SIGKILL)
        result = function(*args, **kwargs)
        os.kill(os.getpid(), signal.SIGKILL)
        return result

    return run


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
