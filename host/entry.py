"""How the programs of this package begin and end: troubles and Ctrl-C are sentences, not stack traces."""

import signal
import sys
from collections.abc import Callable
from types import FrameType
from typing import NoReturn

from host.trouble import Trouble


def run(main: Callable[[list[str]], int]) -> NoReturn:
    """Run a program with the words of the command line and exit with its status."""
    signal.signal(signal.SIGTERM, _terminated)
    try:
        status = main(sys.argv[1:])
    except Trouble as trouble:
        print(f"\n{trouble}", file=sys.stderr)
        status = 1
    except KeyboardInterrupt:
        status = 130
    sys.exit(status)


def _terminated(number: int, frame: FrameType | None) -> NoReturn:
    # As Ctrl-C: unwinds, so that services are left as they were found.
    raise KeyboardInterrupt
