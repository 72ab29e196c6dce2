"""The connection that one request came by."""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

from erp.simulators.carrier.http.messages import Response
from erp.simulators.carrier.http.problems import Problem

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]

LARGEST_BODY = 1_000_000


class ClientGone(Exception):
    """Nobody listens any more."""


class Line:
    """Reading, answering, waiting and cutting."""

    def __init__(self, receive: Receive, send: Send) -> None:
        self._receive = receive
        self._send = send

    async def read_body(self) -> bytes:
        """
        :raises ClientGone: in the middle of the body.
        :raises Problem: too_large.
        """
        body = bytearray()
        while True:
            message = await self._receive()
            if message["type"] == "http.disconnect":
                raise ClientGone
            body += message.get("body", b"")
            if len(body) > LARGEST_BODY:
                raise Problem(413, "too_large", "At most 1 MB", headers={"Connection": "close"})
            if not message.get("more_body"):
                return bytes(body)

    async def answer(self, response: Response) -> None:
        headers = dict(response.headers)
        if response.status != 204:
            headers |= {"Content-Type": response.content_type, "Content-Length": str(len(response.body))}
        raw = [(name.lower().encode(), value.encode()) for name, value in headers.items()]
        await self._send({"type": "http.response.start", "status": response.status, "headers": raw})
        await self._send({"type": "http.response.body", "body": response.body})

    async def wait_until_gone(self, seconds: float | None) -> None:
        """Say nothing until the client gives up, or for so many seconds."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                while (await self._receive())["type"] != "http.disconnect":
                    pass

    async def cut(self) -> None:
        """Break the connection without a word."""
        # ASGI has no message for this; but uvicorn's `send` is a method of the object that holds the connection.
        self._send.__self__.transport.abort()  # type: ignore[attr-defined]
        # Uvicorn would answer 500 by itself if it had not yet noticed.
        await self.wait_until_gone(None)
