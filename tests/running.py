"""What the stories run on: a simulated shop as a process, our web server in a thread, the relay until all is done."""

import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx2

from erp.foundation import clock
from erp.foundation.events.models import Delivery, DeliveryState
from erp.foundation.events.relay import Relay
from host import children

PATIENCE = 20.0
SECRET, TOKEN = "simulator-secret", "shpat_simulator"


class Shop:
    """A simulated Shopify shop: a data folder and the process that serves it, if it runs."""

    def __init__(self, data: Path, *options: str) -> None:
        self.data, self.options, self.port = data, options, free_port()
        self._process: subprocess.Popen[bytes] | None = None
        self.http = httpx2.Client(base_url=self.url, timeout=PATIENCE, trust_env=False)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> "Shop":
        command = [sys.executable, "-m", "erp.simulators.shopify", "--port", str(self.port), "--data", str(self.data)]
        self._process = subprocess.Popen([*command, *self.options], stdout=subprocess.DEVNULL)
        wait_until(self._answers, "the shop did not start")
        return self

    def kill(self) -> None:
        """SIGKILL: no goodbye."""
        if self._process is not None:
            self._process.kill()
            self._process.wait(timeout=PATIENCE)

    def post(self, path: str, body: Any = None) -> Any:
        answer = self.http.post(f"/_sim/{path}", json=body if body is not None else {})
        assert answer.status_code < 300, answer.text
        return answer.json()

    def get(self, path: str) -> Any:
        answer = self.http.get(f"/_sim/{path}")
        assert answer.status_code == 200, answer.text
        return answer.json()

    def graphql(self, query: str, **variables: Any) -> Any:
        """What the shop's own people and other apps do."""
        answer = self.http.post(
            "/admin/api/2026-10/graphql.json",
            json={"query": query, "variables": variables},
            headers={"X-Shopify-Access-Token": TOKEN},
        ).json()
        assert "errors" not in answer, answer
        return answer["data"]

    def available(self, sku: str) -> int:
        return int(self.get("stock")[sku]["available"])

    def _answers(self) -> bool:
        try:
            return self.http.get("/_sim/health").status_code == 200
        except httpx2.TransportError:
            return False


@contextmanager
def web_server() -> Iterator[str]:
    """Our own web server as `bin/up` runs it, on the database that Django points at; yields its address."""
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.bind(("127.0.0.1", 0))
    server = children.web_server()
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    wait_until(lambda: server.started, "the web server did not start")
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join(timeout=PATIENCE)
        listener.close()


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return int(taken.getsockname()[1])


def wait_until(condition: Callable[[], bool], otherwise: str, *, seconds: float = PATIENCE) -> None:
    """Look again and again until it holds; fails with ``otherwise`` when it never does."""
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, otherwise
        time.sleep(0.05)


def run_relay() -> None:
    """Run the relay in this thread until nothing is due any more, network deliveries included."""
    relay = Relay(network_threads=2)
    deadline = time.monotonic() + PATIENCE
    while _due():
        assert time.monotonic() < deadline, f"still open: {list(_open())}"
        if not relay.run_once():
            time.sleep(0.02)
    relay._pool.shutdown(wait=True)


@contextmanager
def relays(count: int) -> Iterator[None]:
    """Relays at work beside the test, each on a thread of its own."""
    running = [Relay(network_threads=2) for _ in range(count)]
    threads = [threading.Thread(target=relay.run) for relay in running]
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        for relay in running:
            relay.stop()
        for thread in threads:
            thread.join(timeout=PATIENCE)


def nothing_open() -> bool:
    """Whether everything that was to be told has been told."""
    return not Delivery.objects.exclude(state=DeliveryState.DONE).exists()


def _open() -> Iterator[tuple[str, str, str]]:
    yield from Delivery.objects.exclude(state=DeliveryState.DONE).values_list("handler", "state", "error")


def _due() -> bool:
    waiting = Delivery.objects.filter(state=DeliveryState.WAITING, next_at__lte=clock.now())
    return waiting.exists() or Delivery.objects.filter(state=DeliveryState.RUNNING).exists()
