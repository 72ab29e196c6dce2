"""Stands between a shop and us: takes the shop's messages, and brings them when and in the order it is told to."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from erp.sync import reconciling
from erp.sync.channels import channel_of
from tests.faults.hooks import Answer, post
from tests.flows.stage import Firm
from tests.running import wait_until

SIGNED = ("content-type", "x-shopify-")


@dataclass(frozen=True, slots=True)
class Letter:
    """A message as the shop sent it."""

    topic: str
    subject: str
    body: bytes
    headers: dict[str, str]


@dataclass
class Postman:
    """What he holds, oldest first, and where he brings it."""

    door: str
    url: str = ""
    held: list[Letter] = field(default_factory=list)

    def has(self, topic: str, subject: str) -> bool:
        return any((letter.topic, letter.subject) == (topic, subject) for letter in self.held)

    def bring(self, topic: str, subject: str) -> None:
        """Bring the oldest message of this topic about this order, once it has come."""
        wait_until(lambda: self.has(topic, subject), f"the shop sent no {topic}")
        letter = next(letter for letter in self.held if (letter.topic, letter.subject) == (topic, subject))
        self.held.remove(letter)
        assert post(self.door, letter.body, letter.headers) == Answer(200, "")

    def bring_rest(self) -> None:
        """Bring all that is left, the newest first."""
        while self.held:
            letter = self.held.pop()
            assert post(self.door, letter.body, letter.headers) == Answer(200, "")


@contextmanager
def postman_of(firm: Firm) -> Iterator[Postman]:
    """The shop sends its messages, ``orders/fulfilled`` among them, to him from now on."""
    postman = Postman(reconciling.hook_address(firm.account))

    class Taking(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            headers = {name: value for name, value in self.headers.items() if name.lower().startswith(SIGNED)}
            about = str(json.loads(body).get("admin_graphql_api_id", ""))
            postman.held.append(Letter(self.headers["X-Shopify-Topic"], about, body, headers))
            self.send_response(200)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_args: object) -> None:
            """Nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Taking)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    postman.url = f"http://127.0.0.1:{server.server_address[1]}/"
    firm.shop.http.delete("/_sim/subscriptions").raise_for_status()
    channel = channel_of(firm.account)
    channel.ensure_subscriptions(postman.url)
    to_him = {"uri": postman.url, "format": "JSON"}
    channel._client.mutate("subscribe", "webhookSubscriptionCreate", topic="ORDERS_FULFILLED", sub=to_him)  # type: ignore[attr-defined]  # beyond the protocol
    try:
        yield postman
    finally:
        server.shutdown()
        server.server_close()
