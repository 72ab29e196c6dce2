"""A shop in a process of its own, and the two ways to talk to it: as an app and as its owner."""

import socket
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx2

REPOSITORY = Path(__file__).resolve().parents[3]
TOKEN = "shpat_test"
SECRET = "test-secret"

Json = dict[str, Any]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass
class Shop:
    """A running simulator; `stop` and `start` keep its folder."""

    data: Path
    options: list[str] = field(default_factory=list)
    port: int = field(default_factory=free_port)

    def __post_init__(self) -> None:
        self.http = httpx2.Client(base_url=f"http://127.0.0.1:{self.port}", timeout=30, trust_env=False)
        self.start()

    def start(self) -> None:
        command = [sys.executable, "-m", "erp.simulators.shopify", "--port", str(self.port), "--data", str(self.data)]
        command += ["--access-token", TOKEN, "--client-secret", SECRET, *self.options]
        self.process = subprocess.Popen(command, cwd=REPOSITORY)
        deadline = time.monotonic() + 20
        while True:
            try:
                if self.http.get("/_sim/health").status_code == 200:
                    return
            except httpx2.TransportError:
                if time.monotonic() > deadline or self.process.poll() is not None:
                    raise
                time.sleep(0.03)

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(10)

    def kill(self) -> None:
        self.process.kill()
        self.process.wait(10)

    def close(self) -> None:
        self.kill()
        self.http.close()

    def post(self, document: str, variables: Json | None = None, **options: Any) -> httpx2.Response:
        headers = {"X-Shopify-Access-Token": options.get("token", TOKEN)}
        path = f"/admin/api/{options.get('version', '2026-10')}/graphql.json"
        return self.http.post(path, json={"query": document, "variables": variables or {}}, headers=headers)

    def ask(self, document: str, variables: Json | None = None) -> Json:
        """The whole answer."""
        found: Json = self.post(document, variables).json()
        return found

    def data_of(self, document: str, variables: Json | None = None) -> Json:
        """The data of an answer without errors."""
        found = self.ask(document, variables)
        assert "errors" not in found, found["errors"]
        data: Json = found["data"]
        return data

    def sim(self, path: str, body: Any = None, *, expect: int | None = None) -> Any:
        """A control call: GET without a body, else POST."""
        response = self.http.get(f"/_sim/{path}") if body is None else self.http.post(f"/_sim/{path}", json=body)
        assert response.status_code == expect if expect else response.is_success, response.text
        return response.json()

    def product(self, sku: str, stock: Any = 10, price: str = "19.90", **more: Any) -> Json:
        """A product of one variant: {id, gid, variants: [{id, gid, sku, inventoryItemId}]}."""
        made = self.sim("products", [{"title": f"Product {sku}", "sku": sku, "price": price, "stock": stock, **more}])
        found: Json = made["products"][0]
        return found

    def buy(self, *skus: str, **more: Any) -> Json:
        """The summary of an order of one unit each."""
        found: Json = self.sim("orders", {"lines": [{"sku": sku} for sku in skus], **more})
        return found

    def levels(self, sku: str) -> tuple[int, int, int]:
        """(available, committed, on hand) of a SKU."""
        found = self.sim("stock")[sku]
        return found["available"], found["committed"], found["on_hand"]

    def location(self) -> str:
        """The primary location."""
        return str(self.sim("shop")["locations"][0]["gid"])


def item(product: Json) -> str:
    """The global id of a product's first inventory item."""
    return f"gid://shopify/InventoryItem/{product['variants'][0]['inventoryItemId']}"


def wait_until(probe: Any, seconds: float = 8) -> Any:
    """What the probe says as soon as it is true."""
    deadline = time.monotonic() + seconds
    while not (found := probe()):
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.02)
    return found
