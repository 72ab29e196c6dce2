"""Starting the carrier as a process, calling it, killing it."""

import json
import re
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx2

TOKEN = "sandbox-token"
OTHER_TOKEN = "other-token"
PATIENCE = 10.0


class NotStarted(Exception):
    """The process said something else than where it listens."""


@dataclass
class Driver:
    """One data folder and the process that serves it, if it runs."""

    data: Path
    options: list[str]
    token: str = TOKEN
    url: str = ""
    _process: subprocess.Popen[str] | None = field(default=None, repr=False)
    _client: httpx2.Client | None = field(default=None, repr=False)

    def start(self) -> "Driver":
        command = [
            sys.executable,
            "-m",
            "erp.simulators.carrier",
            "--port",
            "0",
            "--data",
            str(self.data),
            *self.options,
        ]
        self._process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        match = re.fullmatch(r"Sandbox carrier listens on (http://\S+)\n", line)
        if not match:
            self._process.kill()
            self._process.communicate(timeout=PATIENCE)
            raise NotStarted(f"The carrier said {line!r}")
        self.url = match[1]
        self._client = httpx2.Client(base_url=self.url, timeout=PATIENCE, trust_env=False)
        return self

    def kill(self) -> None:
        """SIGKILL: no goodbye."""
        if self._process is not None:
            self._process.kill()
        self.wait_dead()

    def wait_dead(self) -> int:
        """:returns: the exit code, negative for a signal."""
        assert self._process is not None
        assert self._process.stdout is not None
        assert self._client is not None
        code = self._process.wait(timeout=PATIENCE)
        self._process.stdout.close()
        self._client.close()
        return code

    def terminate(self) -> int:
        assert self._process is not None
        self._process.terminate()
        return self.wait_dead()

    @property
    def running(self) -> bool:
        return self._process is not None and self._process.poll() is None

    def call(self, method: str, path: str, body: Any = None, **options: Any) -> httpx2.Response:
        assert self._client is not None
        headers = {"Authorization": f"Bearer {self.token}", **options.pop("headers", {})}
        # As ASCII, so that a test can send what no UTF-8 can.
        if body is not None:
            options["content"] = json.dumps(body)
        return self._client.request(method, path, headers=headers, **options)

    def get(self, path: str, status: int = 200, **options: Any) -> Any:
        return self._expect(self.call("GET", path, **options), status)

    def post(self, path: str, body: Any, status: int = 200) -> Any:
        return self._expect(self.call("POST", path, body), status)

    def put(self, path: str, body: Any, status: int = 200) -> Any:
        return self._expect(self.call("PUT", path, body), status)

    def delete(self, path: str, status: int = 200) -> Any:
        return self._expect(self.call("DELETE", path), status)

    def create(self, order: dict[str, Any]) -> Any:
        return self.post("/v1/shipments", order, 201)

    def create_ready(self, order: dict[str, Any]) -> Any:
        """A shipment with its label ready."""
        shipment = self.create(order)
        self.post("/_sim/advance", {"labels": True})
        return self.get(f"/v1/shipments/{shipment['id']}")

    def advance(self, **how: Any) -> list[Any]:
        events: list[Any] = self.post("/_sim/advance", how)["events"]
        return events

    def fault(self, kind: str, **rule: Any) -> Any:
        return self.post("/_sim/faults", {"kind": kind, **rule}, 201)

    def statuses(self, tracking_number: str) -> list[str]:
        return [event["type"] for event in self.get(f"/v1/tracking/{tracking_number}")["events"]]

    def _expect(self, answer: httpx2.Response, status: int) -> Any:
        assert answer.status_code == status, f"{answer.status_code}: {answer.text}"
        return answer.json() if answer.content else None


def eventually(condition: Callable[[], Any], *, within: float = PATIENCE) -> Any:
    """Wait for something true and return it."""
    end = time.monotonic() + within
    while time.monotonic() < end:
        if result := condition():
            return result
        time.sleep(0.01)
    raise AssertionError("It did not happen in time")
