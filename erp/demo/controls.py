"""The control APIs of the simulators, which stand under /_sim/: not the vendors', for people, commands and tests."""

from typing import Any

import httpx2

from erp.carriers.models import CarrierAccount
from erp.sync.models import ChannelAccount

PATIENCE_SECONDS = 60.0


class Refused(Exception):
    """The simulator does not answer, or not as asked; the text says so in plain words."""


class Simulator:
    """One simulator, known by its address only."""

    def __init__(self, url: str) -> None:
        self.url = url
        self._http = httpx2.Client(base_url=url, timeout=PATIENCE_SECONDS, trust_env=False)

    def get(self, path: str) -> Any:
        """:raises Refused: when the simulator refuses or is away."""
        return self._ask("GET", path)

    def post(self, path: str, body: Any) -> Any:
        """:raises Refused: when the simulator refuses or is away."""
        return self._ask("POST", path, json=body)

    def put(self, path: str, body: Any) -> Any:
        """:raises Refused: when the simulator refuses or is away."""
        return self._ask("PUT", path, json=body)

    def delete(self, path: str) -> Any:
        """:raises Refused: when the simulator refuses or is away."""
        return self._ask("DELETE", path)

    def close(self) -> None:
        self._http.close()

    def _ask(self, method: str, path: str, **options: Any) -> Any:
        try:
            answer = self._http.request(method, f"/_sim/{path}", **options)
        except httpx2.TransportError as error:
            raise Refused(f"The simulator at {self.url} does not answer ({type(error).__name__}).") from None
        if answer.is_success:
            return answer.json() if answer.content else None
        raise Refused(f"The simulator at {self.url} refuses: {_reason(answer)}")


def _reason(answer: httpx2.Response) -> str:
    try:
        said = answer.json()
    except ValueError:
        return str(answer.status_code)
    if not isinstance(said, dict):
        return str(answer.status_code)
    fields = "; ".join(f"{item['pointer']}: {item['detail']}" for item in said.get("errors") or [])
    return str(said.get("error") or fields or said.get("detail") or answer.status_code)


def shop_address() -> str | None:
    """Where the demo's simulated shop is: the address of the oldest connection that is not paused."""
    accounts = ChannelAccount.objects.filter(channel="shopify").exclude(status="paused").order_by("pk")
    return next((str(row.settings["address"]) for row in accounts if row.settings.get("address")), None)


def carrier_address() -> str | None:
    """Where the demo's sandbox carrier is."""
    accounts = CarrierAccount.objects.filter(carrier="sandbox", active=True).order_by("pk")
    return next((str(row.settings["url"]) for row in accounts if row.settings.get("url")), None)
