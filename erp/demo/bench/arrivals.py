"""
Requests that come when they come: an open-loop client.

Each request has its moment, whether or not those before it are answered, and its time runs from that moment: a server
that falls behind is not spared by a client that waits for it.
"""

import asyncio
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import httpx2

PATIENCE_SECONDS = 60.0
_HEAD_START_SECONDS = 0.5


@dataclass(frozen=True, slots=True)
class Arrival:
    """A request to be sent."""

    body: bytes
    headers: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of it. ``status`` 0 = no answer; ``late`` = how much after its moment the client itself sent it."""

    status: int
    seconds: float
    late: float


def send(url: str, arrivals: Sequence[Arrival], *, per_second: float) -> list[Answer]:
    """Post all of them, evenly spread, each at its moment; the answers in the order of the requests."""
    return asyncio.run(_send(url, arrivals, per_second))


async def _send(url: str, arrivals: Sequence[Arrival], per_second: float) -> list[Answer]:
    timeout = httpx2.Timeout(PATIENCE_SECONDS)
    limits = httpx2.Limits(max_connections=None, max_keepalive_connections=None)
    async with httpx2.AsyncClient(timeout=timeout, limits=limits, trust_env=False) as client:
        begin = time.perf_counter() + _HEAD_START_SECONDS
        moments = [begin + number / per_second for number in range(len(arrivals))]
        tasks = [_post(client, url, arrival, due) for arrival, due in zip(arrivals, moments, strict=True)]
        return list(await asyncio.gather(*tasks))


async def _post(client: httpx2.AsyncClient, url: str, arrival: Arrival, due: float) -> Answer:
    await asyncio.sleep(max(0.0, due - time.perf_counter()))
    sent = time.perf_counter()
    try:
        status = (await client.post(url, content=arrival.body, headers=dict(arrival.headers))).status_code
    except httpx2.HTTPError:
        status = 0
    return Answer(status, time.perf_counter() - due, sent - due)
