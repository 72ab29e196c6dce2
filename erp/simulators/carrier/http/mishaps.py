"""What a fault does to a request."""

import asyncio
import math
import os
import signal
from collections.abc import Callable, Sequence

from erp.simulators.carrier.faults import Fault
from erp.simulators.carrier.http.budget import too_many
from erp.simulators.carrier.http.line import Line
from erp.simulators.carrier.http.messages import Response
from erp.simulators.carrier.http.problems import Problem

DEFAULT_DELAY = 1.0
MAINTENANCE = b"<!doctype html><html><body><h1>Scheduled maintenance</h1><p>We'll be right back.</p></body></html>"


class LineCut(Exception):
    """The client is to hear nothing."""


async def suffer(faults: Sequence[Fault], line: Line) -> Response | None:
    """
    Let these faults happen, in turn.

    :returns: an answer to give in place of the real one, if any.
    :raises Problem: an error answer.
    :raises LineCut: if there is to be no answer.
    """
    for fault in faults:
        if fault.kind in _ERRORS:
            raise _ERRORS[fault.kind](max(1, math.ceil(fault.seconds or 1)))
        if fault.kind == "malformed":
            return Response(body=MAINTENANCE, content_type="text/html; charset=utf-8")
        if fault.kind == "delay":
            await asyncio.sleep(DEFAULT_DELAY if fault.seconds is None else fault.seconds)
            continue
        if fault.kind == "die":
            os.kill(os.getpid(), signal.SIGKILL)
        if fault.kind == "hang":
            await line.wait_until_gone(fault.seconds)
        raise LineCut
    return None


def _internal_error(seconds: int) -> Problem:
    return Problem(500, "internal_error", "Something went wrong on our side")


def _unavailable(seconds: int) -> Problem:
    return Problem(503, "unavailable", "Please come back later", headers={"Retry-After": str(seconds)})


_ERRORS: dict[str, Callable[[int], Problem]] = {
    "error_500": _internal_error,
    "error_503": _unavailable,
    "rate_limited": too_many,
}
