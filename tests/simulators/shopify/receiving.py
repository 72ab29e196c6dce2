"""The other end of webhooks: a server that keeps what it got and answers what the test wants."""

import json
import threading
import time
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass
class Hook:
    """One delivery as it arrived."""

    headers: dict[str, str]
    body: bytes
    at: float

    @property
    def topic(self) -> str:
        return self.headers["X-Shopify-Topic"]

    @property
    def json(self) -> Any:
        return json.loads(self.body)


class Receiver:
    """`status` is what it answers; `answers` go first, one each."""

    def __init__(self) -> None:
        self.hooks: list[Hook] = []
        self.status = 200
        self.answers: list[int] = []
        receiver = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                receiver.hooks.append(
                    Hook({name.title(): text for name, text in self.headers.items()}, body, time.monotonic())
                )
                self.send_response(receiver.answers.pop(0) if receiver.answers else receiver.status)
                self.send_header("Content-Length", "0")
                self.end_headers()

            def log_message(self, *arguments: Any) -> None:
                """Say nothing."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}/hook"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def close(self) -> None:
        self.server.shutdown()
        self.server.server_close()

    def of(self, topic: str) -> list[Hook]:
        """What came of a topic."""
        return [each for each in self.hooks if each.topic == topic]
