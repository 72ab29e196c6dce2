"""Whether the shops' messages find their way here, told in sentences."""

import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from django.test import Client, override_settings

from erp.foundation import clock
from erp.sync import reaching
from tests.running import free_port, web_server

SHOP, HERE = "https://lipa.myshopify.com", "http://127.0.0.1:1"


def reason(address: str, shop: str = HERE) -> str:
    return str(reaching.reach(address, shop=shop).reason)


class _Other(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"hello")

    def log_message(self, *_args: object) -> None:
        """Nothing."""


@contextmanager
def another_program(certificate: Path | None = None) -> Iterator[int]:
    """An HTTP server that is not ours; over TLS by the certificate, where one is given."""
    server = HTTPServer(("127.0.0.1", 0), _Other)
    if certificate:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        server.socket = context.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield server.server_address[1]
    finally:
        server.shutdown()
        server.server_close()


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    """A certificate that nobody vouches for, with its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    now = clock.now()
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .sign(key, hashes.SHA256())
    )
    path = tmp_path / "self.pem"
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    path.write_bytes(private + made.public_bytes(serialization.Encoding.PEM))
    return path


def test_our_own_address_is_reached(own_db: str) -> None:
    with web_server() as address:
        assert reaching.reach(address, shop=HERE).ok


def test_an_address_of_this_machine_is_no_use_to_a_real_shop() -> None:
    for address in ("http://127.0.0.1:8000", "https://localhost", "https://[::1]:8000"):
        assert reason(address, SHOP) == "This address leads to this machine only; the shop can't send anything there."


def test_plain_http_is_refused_before_anything_is_sent() -> None:
    assert reason("http://erp.example.com", SHOP) == (
        "The shop sends its messages over https only, but the address begins with http."
    )


def test_no_address_at_all() -> None:
    assert reason("https://", SHOP) == "Give the whole address, as in https://erp.example.com."


def test_nothing_answers() -> None:
    assert reason(f"https://127.0.0.1:{free_port()}") == (
        "Nothing answers at this address: check its name, and that it leads here."
    )


def test_another_program_answers() -> None:
    with another_program() as port:
        assert reason(f"http://127.0.0.1:{port}") == ("Something answers at this address, but it is not this Backroom.")


def test_a_certificate_that_no_shop_trusts(certificate: Path) -> None:
    with another_program(certificate) as port:
        assert reason(f"https://127.0.0.1:{port}") == "The certificate of the address is not one that a shop trusts."


def test_nobody_answers_in_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reaching, "TIMEOUT_SECONDS", 0.2)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        port = silent.getsockname()[1]
        assert reason(f"http://127.0.0.1:{port}") == "The address did not answer within 5 seconds."


def test_a_name_that_this_installation_does_not_answer_to(own_db: str) -> None:
    with override_settings(ALLOWED_HOSTS=["erp.example.com"]), web_server() as address:
        assert reason(address) == (
            "Backroom does not answer to the name 127.0.0.1. Add it to ALLOWED_HOSTS and start again."
        )


def test_a_word_is_answered_and_nothing_else(db: None) -> None:
    client = Client()
    answer = client.get("/hooks/check/", {"word": "river"})
    assert (answer.status_code, answer.content.decode()) == (200, reaching.answer("river"))
    assert reaching.answer("river") != reaching.answer("lake")
    assert client.get("/hooks/check/").status_code == 404
    assert client.get("/hooks/check/", {"word": "x" * 101}).status_code == 404
    assert client.post("/hooks/check/", {"word": "river"}).status_code == 405
