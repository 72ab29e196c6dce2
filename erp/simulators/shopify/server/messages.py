"""HTTP messages, just enough of them for a raw ASGI application."""

import json
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs

from erp.simulators.shopify.state.refusals import Refused
from erp.simulators.shopify.state.store import Doc

Scope = dict[str, Any]
Receive = Callable[[], Awaitable[dict[str, Any]]]
Send = Callable[[dict[str, Any]], Awaitable[None]]


@dataclass
class Request:
    """A request with its whole body."""

    method: str
    path: str
    headers: Mapping[str, str]
    query: Mapping[str, str]
    body: bytes

    def json(self) -> Any:
        """
        Return the body.

        :raises Refused: if it is no JSON.
        """
        try:
            return json.loads(self.body or b"{}")
        except ValueError:
            raise Refused("The body is no JSON") from None

    def document(self) -> Doc:
        """
        Return the body, which must be an object, or the fields of a form.

        :raises Refused: if it is neither.
        """
        if self.headers.get("content-type", "").startswith("application/x-www-form-urlencoded"):
            return {key: values[-1] for key, values in parse_qs(self.body.decode()).items()}
        found = self.json()
        if not isinstance(found, dict):
            raise Refused("The body must be an object")
        return found


@dataclass
class Response:
    """An answer."""

    status: int = 200
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)

    async def send(self, send: Send) -> None:
        """Write it to the connection."""
        headers = [(name.lower().encode(), value.encode()) for name, value in self.headers.items()]
        headers.append((b"content-length", str(len(self.body)).encode()))
        await send({"type": "http.response.start", "status": self.status, "headers": headers})
        await send({"type": "http.response.body", "body": self.body})


def answer(value: Any, status: int = 200, headers: dict[str, str] | None = None) -> Response:
    """Return a JSON answer."""
    body = json.dumps(value, ensure_ascii=False, default=str).encode()
    return Response(status, body, {"Content-Type": "application/json; charset=utf-8"} | (headers or {}))


async def read(scope: Scope, receive: Receive) -> Request:
    """Read a request to its end."""
    parts = []
    while True:
        message = await receive()
        parts.append(message.get("body", b""))
        if not message.get("more_body"):
            break
    query = {key: values[-1] for key, values in parse_qs(scope["query_string"].decode()).items()}
    headers = {name.decode().lower(): value.decode("latin-1") for name, value in scope["headers"]}
    return Request(scope["method"], scope["path"], headers, query, b"".join(parts))
