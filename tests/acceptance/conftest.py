"""The running demo, and the two sides of it: people at the pages, buyers at the shop."""

import csv
import io
import json
import os
import re
import shutil
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

import httpx2
import pytest

from host.paths import REPOSITORY, Home
from tests.buyer import ADDRESS
from tests.simulators.shopify.driving import free_port

HERE = Path(__file__).parent
PLACE = "/lookup/inventory.location/?q=WAW"
STARTS_IN = 300
PATIENCE = 120.0


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A demo of one's own takes a minute to make."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.long)


def until(true: Callable[[], Any], otherwise: str, seconds: float = PATIENCE) -> Any:
    """Look again and again until there is something, and give it back."""
    limit = time.monotonic() + seconds
    while not (found := true()):
        assert time.monotonic() < limit, otherwise
        time.sleep(0.5)
    return found


@dataclass
class Person:
    """Somebody who has signed in, and reads lists as the files that one downloads."""

    http: httpx2.Client

    def rows(self, path: str, **query: str) -> list[dict[str, str]]:
        """The rows of a list, by the heads of its columns."""
        answer = self.http.get(path, params=query | {"export": "csv"})
        assert answer.status_code == 200, f"{path}: {answer.status_code}"
        return list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))

    def page(self, path: str) -> str:
        answer = self.http.get(path)
        assert answer.status_code == 200, f"{path}: {answer.status_code}"
        return answer.text

    def post(self, path: str, **form: str) -> httpx2.Response:
        """Press a button: a form with the token that the browser has."""
        token = self.http.cookies["csrftoken"]
        return self.http.post(path, data=form | {"csrfmiddlewaretoken": token}, headers={"Referer": self.http_base})

    @property
    def http_base(self) -> str:
        return str(self.http.base_url)


class Simulator:
    """The control side of the simulated shop or carrier: what buyers, clerks and the weather do."""

    def __init__(self, port: int) -> None:
        self.http = httpx2.Client(base_url=f"http://127.0.0.1:{port}", timeout=60, trust_env=False)

    def get(self, path: str) -> Any:
        answer = self.http.get(f"/_sim/{path}")
        assert answer.status_code == 200, answer.text
        return answer.json()

    def post(self, path: str, body: Any) -> Any:
        answer = self.http.post(f"/_sim/{path}", json=body)
        assert answer.is_success, answer.text
        return answer.json() if answer.content else None

    def delete(self, path: str) -> None:
        assert self.http.delete(f"/_sim/{path}").is_success


@dataclass
class Demo:
    """The running demo company."""

    home: Home
    url: str
    shop: Simulator
    carrier: Simulator
    logins: dict[str, tuple[str, str]]
    _signed_in: dict[str, Person] = field(default_factory=dict)

    def as_(self, role: str) -> Person:
        """Somebody of this role, signed in by the page, reading English."""
        if role not in self._signed_in:
            http = httpx2.Client(base_url=self.url, timeout=60, trust_env=False, follow_redirects=True)
            person = Person(http)
            person.page("/accounts/login/")
            email, password = self.logins[role]
            answer = person.post("/accounts/login/", login=email, password=password)
            assert 'id="nav"' in answer.text, f"{role} was not let in"
            person.post("/preferences/", language="en")
            self._signed_in[role] = person
        return self._signed_in[role]

    def buys(self, *lines: tuple[str, int], **order: Any) -> dict[str, Any]:
        """A buyer buys at the shop; gives the order there."""
        body: dict[str, Any] = {
            "lines": [{"sku": sku, "quantity": quantity} for sku, quantity in lines],
            "customer": {"email": "ala.testowa@example.com", "firstName": "Ala", "lastName": "Testowa"},
            "shippingAddress": ADDRESS,
            "billingAddress": ADDRESS,
            "shipping": [{"title": "Kurier", "price": "15.00"}],
            "financialStatus": "PAID",
        }
        placed: dict[str, Any] = self.shop.post("orders", body | order)
        return placed

    def orders(self, name: str) -> list[dict[str, str]]:
        """The orders that came from the shop's order of this name (#1041)."""
        columns = "number,source_number,status,payment,short,total"
        found = self.as_("owner").rows("/orders/", q=name, cols=columns)
        return [row for row in found if row["At the shop"] == name]

    def order(self, name: str, *statuses: str) -> dict[str, str]:
        """The order as soon as it is here, and in one of the statuses if there are any."""

        def look() -> dict[str, str] | None:
            return next((row for row in self.orders(name) if not statuses or row["Status"] in statuses), None)

        found: dict[str, str] = until(look, f"{name} did not come to {statuses or 'the ERP'}: {self.orders(name)}")
        return found

    def order_key(self, name: str) -> str:
        """The key of the order's page."""
        page = self.as_("owner").page(f"/orders/?q={name.replace('#', '%23')}")
        found = re.search(r'data-href="/orders/(\d+)/"', page)
        assert found is not None, f"{name} is not on the list"
        return found[1]

    def available(self, sku: str) -> int:
        """What can still be sold of it, as the stock page says."""
        (row,) = [row for row in self.as_("owner").rows("/stock/", q=sku) if row["SKU"] == sku]
        return int(Decimal(row["Free"]))

    def sets_stock(self, sku: str, quantity: int) -> None:
        """Somebody in the warehouse corrects the stock, so that so many are free."""
        owner = self.as_("owner")
        found = re.search(r'href="/stock/(\d+)/"[^>]*>(?:<[^>]+>)?' + sku, owner.page(f"/stock/?q={sku}"))
        assert found is not None, f"{sku} is not on the stock page"
        form = owner.page(f"/stock/{found[1]}/adjust/")
        key = re.search(r'name="key" value="([^"]+)"', form)
        assert key is not None
        owner.post(
            f"/stock/{found[1]}/adjust/",
            key=key[1],
            place=self.place(),
            difference=str(quantity - self.available(sku)),
            reason="Counted",
        )
        assert self.available(sku) == quantity

    def place(self) -> str:
        """The key of the warehouse that the shop sells from."""
        found = re.search(r'value="(\d+)"|data-value="(\d+)"|"value": ?"(\d+)"', self.as_("owner").page(PLACE))
        assert found is not None
        return next(filter(None, found.groups()))

    def account(self) -> str:
        """The key of the connected shop."""
        found = re.search(r'href="/channels/(\d+)/"', self.as_("administrator").page("/channels/"))
        assert found is not None
        return found[1]

    def at_shop(self, sku: str) -> int:
        return int(self.shop.get("stock")[sku]["available"])


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demo]:
    """The demo, made by `bin/up` as a newcomer makes it."""
    if running := os.environ.get("ACCEPTANCE_HOME"):
        yield _opened(Home(Path(running)))
        return
    home = Home(tmp_path_factory.mktemp("acceptance") / "home")
    _run(home, "up", "--detach", "--port", str(free_port()))
    yield _opened(home)
    _run(home, "down")
    shutil.rmtree(home.run, ignore_errors=True)


def _opened(home: Home) -> Demo:
    ports = json.loads(home.state.read_text())["ports"]
    logins = {each["role"]: (each["email"], each["password"]) for each in json.loads(home.logins.read_text())["logins"]}
    url = (home.run / "up.lock").read_text().split()[1]
    return Demo(home, url, Simulator(ports["shopify"]), Simulator(ports["carrier"]), logins)


def _run(home: Home, program: str, *arguments: str) -> None:
    import subprocess

    kept = {name: os.environ[name] for name in os.environ if name in {"PATH", "HOME", "LANG"} or name[:3] == "UV_"}
    done = subprocess.run(
        [str(REPOSITORY / "bin" / program), *arguments],
        env=kept | {"BACKROOM_HOME": str(home.root)},
        capture_output=True,
        text=True,
        timeout=STARTS_IN,
        stdin=subprocess.DEVNULL,
    )
    assert done.returncode == 0, done.stdout + done.stderr
