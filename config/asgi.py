"""
One origin: this server answers /events by itself and hands everything else to WSGI.

Django runs several times faster under WSGI; only the stream of live changes needs to hold many
idle connections. Behind a proxy the two are split by path instead: granian for config.wsgi, and
this module for /events alone.
"""

from collections.abc import Awaitable, Callable, MutableMapping
from importlib import import_module
from importlib.util import find_spec
from typing import Any, cast

from a2wsgi import WSGIMiddleware

from config.wsgi import application as pages

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Any]]
Send = Callable[[Any], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

EVENTS_PATH = "/events"
# Each thread keeps one connection to the database.
PAGE_THREADS = 8


def _of_known_end(environ: dict[str, Any], start_response: Any) -> Any:
    """Tell the pages that a body ends by itself, so that one without a Content-Length can be read."""
    environ["wsgi.input_terminated"] = True
    return pages(environ, start_response)


_pages = cast(App, WSGIMiddleware(cast(Any, _of_known_end), workers=PAGE_THREADS))


async def application(scope: Scope, receive: Receive, send: Send) -> None:
    """Choose by the path."""
    if scope["type"] != "http":
        return
    if scope["path"] == EVENTS_PATH:
        await _events()(scope, receive, send)
    else:
        await _pages(scope, receive, send)


def _events() -> App:
    if find_spec("erp.foundation.web.live") is None:
        return _not_found
    return cast(App, getattr(import_module("erp.foundation.web.live"), "events_app", _not_found))


async def _not_found(scope: Scope, receive: Receive, send: Send) -> None:
    await send({"type": "http.response.start", "status": 404, "headers": [(b"content-length", b"0")]})
    await send({"type": "http.response.body", "body": b""})
