"""
The ASGI application behind ``/events``: one server-sent stream per browser, fed by one LISTEN per process.

It answers nothing but that path, so that a server can put it beside the WSGI application.
"""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable, MutableMapping
from http.cookies import SimpleCookie
from importlib import import_module
from typing import Any
from urllib.parse import parse_qsl

import structlog
from asgiref.sync import sync_to_async
from django.conf import settings
from django.contrib.auth import get_user
from django.db import connection
from django.http import HttpRequest

from erp.foundation.web.live.hints import TOPIC
from erp.foundation.web.live.hub import hub

log = structlog.get_logger(__name__)

HEARTBEAT_SECONDS = 20
SESSION_CHECK_SECONDS = 60
TOPICS_PER_BROWSER = 100

Message = MutableMapping[str, Any]
Send = Callable[[Message], Awaitable[None]]
Receive = Callable[[], Awaitable[Message]]


async def events_app(scope: Message, receive: Receive, send: Send) -> None:
    """Answer ``GET /events?topic=...&topic=...`` for a signed-in browser."""
    if scope["type"] == "lifespan":
        await _lifespan(receive, send)
        return
    if scope["type"] != "http":
        return
    if scope["path"] != "/events" or scope["method"] != "GET":
        await _answer(send, 404)
        return
    session_key = _session_key(scope)
    if not await _signed_in(session_key):
        await _answer(send, 401)
        return
    pairs = parse_qsl(scope.get("query_string", b"").decode("latin-1"))
    topics = [value for name, value in pairs if name == "topic" and TOPIC.fullmatch(value)]
    await _stream(frozenset(topics[:TOPICS_PER_BROWSER]), session_key, receive, send)


async def _stream(topics: frozenset[str], session_key: str, receive: Receive, send: Send) -> None:
    here = hub()
    queue = here.subscribe(topics)
    gone = asyncio.create_task(_disconnected(receive))
    headers = [
        (b"content-type", b"text/event-stream; charset=utf-8"),
        (b"cache-control", b"no-store"),
        (b"x-accel-buffering", b"no"),
    ]
    loop = asyncio.get_running_loop()
    checked = loop.time()
    try:
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(here.listening.wait(), 5)
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await _write(send, "retry: 3000\nevent: ready\ndata: \n\n")
        while not gone.done():
            waiting = asyncio.ensure_future(queue.get())
            await asyncio.wait({waiting, gone}, timeout=HEARTBEAT_SECONDS, return_when=asyncio.FIRST_COMPLETED)
            if waiting.done():
                await _write(send, f"event: change\ndata: {waiting.result()}\n\n")
            else:
                waiting.cancel()
                await _write(send, "event: beat\ndata: \n\n")
            if loop.time() - checked > SESSION_CHECK_SECONDS:
                checked = loop.time()
                if not await _signed_in(session_key):
                    break
    except OSError:
        log.debug("live_browser_gone")
    finally:
        gone.cancel()
        here.unsubscribe(queue)
    if not gone.done() or gone.cancelled():
        with contextlib.suppress(OSError):
            await send({"type": "http.response.body", "body": b"", "more_body": False})


async def _disconnected(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass


async def _write(send: Send, text: str) -> None:
    await send({"type": "http.response.body", "body": text.encode(), "more_body": True})


async def _answer(send: Send, status: int) -> None:
    headers = [(b"content-type", b"text/plain"), (b"content-length", b"0"), (b"cache-control", b"no-store")]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": b""})


async def _lifespan(receive: Receive, send: Send) -> None:
    while True:
        message = await receive()
        if message["type"] == "lifespan.startup":
            await send({"type": "lifespan.startup.complete"})
        elif message["type"] == "lifespan.shutdown":
            await send({"type": "lifespan.shutdown.complete"})
            return


def _session_key(scope: Message) -> str:
    for name, value in scope.get("headers", ()):
        if name == b"cookie":
            cookie = SimpleCookie(value.decode("latin-1"))
            morsel = cookie.get(settings.SESSION_COOKIE_NAME)
            return morsel.value if morsel else ""
    return ""


@sync_to_async(thread_sensitive=False)
def _signed_in(session_key: str) -> bool:
    """Whether the session belongs to a person who may sign in; the connection is given back at once."""
    if not session_key:
        return False
    request = HttpRequest()
    request.session = import_module(settings.SESSION_ENGINE).SessionStore(session_key)
    try:
        return bool(get_user(request).is_active)
    finally:
        connection.close()
