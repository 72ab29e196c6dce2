"""A receiver of pushes."""

import hashlib
import hmac
import json
import threading
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from tests.simulators.carrier.driving import Driver, eventually

SECRET = "a-secret-of-the-hook"


@dataclass(frozen=True)
class Push:
    """One POST as it came, and what was answered."""

    headers: dict[str, str]
    body: bytes
    answered: int

    @property
    def event(self) -> dict[str, Any]:
        event: dict[str, Any] = json.loads(self.body)
        return event

    @property
    def signature_is_right(self) -> bool:
        expected = hmac.new(SECRET.encode(), self.body, hashlib.sha256).hexdigest()
        return self.headers["x-carrier-signature"] == f"sha256={expected}"


@dataclass
class Receiver:
    """Answers with the next of `answers`, then 204."""

    answers: list[int] = field(default_factory=list)
    pushes: list[Push] = field(default_factory=list)
    url: str = ""

    def take(self, headers: dict[str, str], body: bytes) -> int:
        status = self.answers.pop(0) if self.answers else 204
        self.pushes.append(Push(headers, body, status))
        return status

    def subscribe(self, carrier: Driver) -> None:
        assert carrier.put("/v1/webhook", {"url": self.url, "secret": SECRET}) == {"url": self.url}

    def wait_for(self, count: int) -> list[Push]:
        eventually(lambda: len(self.pushes) >= count)
        return self.pushes

    @property
    def types(self) -> list[str]:
        return [push.event["type"] for push in self.pushes]


def serve(receiver: Receiver) -> ThreadingHTTPServer:
    """Serve in a thread until `shutdown`."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            status = receiver.take({name.lower(): value for name, value in self.headers.items()}, body)
            self.send_response(status)
            self.end_headers()

        def log_message(self, *args: Any) -> None:
            """Tests are quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    receiver.url = f"http://127.0.0.1:{server.server_port}/hook?x=1"
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    return server
