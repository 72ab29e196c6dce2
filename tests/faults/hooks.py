"""Messages as a shop sends them, over real HTTP: signed, whole or in chunks."""

import base64
import hashlib
import hmac
import json
import socket
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

import httpx2

from tests.running import PATIENCE, SECRET


@dataclass(frozen=True, slots=True)
class Answer:
    """What the shop sees of us."""

    status: int
    body: str


def signed(body: bytes, *, topic: str = "orders/create", event: str = "e-1", secret: str = SECRET) -> dict[str, str]:
    """The headers of a message; without a topic the header is missing."""
    digest = base64.b64encode(hmac.new(secret.encode(), body, hashlib.sha256).digest()).decode()
    headers = {
        "Content-Type": "application/json",
        "X-Shopify-Hmac-SHA256": digest,
        "X-Shopify-Event-Id": event,
        "X-Shopify-Webhook-Id": f"{event}-1",
        "X-Shopify-Triggered-At": "2026-11-02T11:59:58.123Z",
    }
    return headers | ({"X-Shopify-Topic": topic} if topic else {})


def about(remote_id: str) -> bytes:
    """The body of a message about an order."""
    return json.dumps({"id": int(remote_id.rpartition("/")[2]), "admin_graphql_api_id": remote_id}).encode()


def post(url: str, body: bytes, headers: dict[str, str]) -> Answer:
    """Send a body whose length is told."""
    answer = httpx2.post(url, content=body, headers=headers, timeout=PATIENCE, trust_env=False)
    return Answer(answer.status_code, answer.text)


def post_in_chunks(url: str, chunks: Iterable[bytes], headers: dict[str, str]) -> Answer:
    """Send a body whose length nobody tells; the server may answer before it is all sent."""
    return _exchange(url, headers | {"Transfer-Encoding": "chunked"}, _chunked(chunks))


def announce(url: str, length: int, headers: dict[str, str]) -> Answer:
    """Tell of a long body, send none of it, and wait for the answer."""
    return _exchange(url, headers | {"Content-Length": str(length)}, ())


def _chunked(chunks: Iterable[bytes]) -> Iterable[bytes]:
    for chunk in chunks:
        yield f"{len(chunk):x}\r\n".encode() + chunk + b"\r\n"
    yield b"0\r\n\r\n"


def _exchange(url: str, headers: dict[str, str], parts: Iterable[bytes]) -> Answer:
    address = urlsplit(url)
    with socket.create_connection((address.hostname, address.port or 80), timeout=PATIENCE) as line:
        head = [f"POST {address.path} HTTP/1.1", f"Host: {address.netloc}", "Connection: close"]
        head += [f"{name}: {value}" for name, value in headers.items()]
        line.sendall("\r\n".join([*head, "", ""]).encode())
        try:
            for part in parts:
                line.sendall(part)
        except OSError:  # answered and closed before the end
            pass
        said = b""
        while b"\r\n\r\n" not in said or _is_short(said):
            if not (more := line.recv(65536)):
                break
            said += more
    head_said, _gap, body = said.partition(b"\r\n\r\n")
    return Answer(int(head_said.split(b" ", 2)[1]), body.decode())


def _is_short(said: bytes) -> bool:
    """Whether the answer's body is still on its way."""
    head, _gap, body = said.partition(b"\r\n\r\n")
    lengths = [line.partition(b":")[2] for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:")]
    return bool(lengths) and len(body) < int(lengths[0])
