"""Shops for the simulators' own tests: one for the whole run, and fresh ones for tests that break them."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.simulators.shopify.driving import Shop
from tests.simulators.shopify.receiving import Receiver


@pytest.fixture(scope="session")
def _running_shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shop]:
    shop = Shop(tmp_path_factory.mktemp("shop"), ["--plan", "enterprise", "--time-scale", "0.0001"])
    yield shop
    shop.close()


@pytest.fixture
def shop(_running_shop: Shop) -> Iterator[Shop]:
    """The shop of the run, with a full bucket; a test uses SKUs of its own and leaves no fault behind."""
    yield _running_shop
    _running_shop.http.delete("/_sim/faults")
    _running_shop.http.delete("/_sim/subscriptions")


@pytest.fixture
def open_shop(tmp_path: Path) -> Iterator[Callable[..., Shop]]:
    """Opens fresh shops with options."""
    opened: list[Shop] = []

    def make(*options: str) -> Shop:
        folder = tmp_path / f"shop{len(opened)}"
        opened.append(Shop(folder, list(options)))
        return opened[-1]

    yield make
    for each in opened:
        each.close()


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    """The other end of webhooks."""
    found = Receiver()
    yield found
    found.close()
