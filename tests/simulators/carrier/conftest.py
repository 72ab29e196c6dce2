"""Carriers to test against, and a receiver of pushes."""

import signal
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.simulators.carrier.driving import OTHER_TOKEN, TOKEN, Driver
from tests.simulators.carrier.receiving import Receiver, serve

STILL = ["--time-scale", "0", "--rate-limit", "0", "--account", f"sandbox:{TOKEN}", "--account", f"other:{OTHER_TOKEN}"]
MakeCarrier = Callable[..., Driver]


@pytest.fixture(scope="session")
def _shared_carrier(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Driver]:
    driver = Driver(tmp_path_factory.mktemp("carrier"), [*STILL, "--label-delay", "0"]).start()
    yield driver
    assert driver.terminate() == -signal.SIGTERM


@pytest.fixture
def carrier(_shared_carrier: Driver) -> Iterator[Driver]:
    """A carrier whose parcels move by `/_sim/advance` only; shared, and emptied after each test."""
    yield _shared_carrier
    _shared_carrier.post("/_sim/reset", {}, 204)


@pytest.fixture
def start_carrier(tmp_path: Path) -> Iterator[MakeCarrier]:
    """Starts carriers of a test's own, with options."""
    started: list[Driver] = []

    def start(*options: str) -> Driver:
        driver = Driver(tmp_path / f"carrier-{len(started)}", [*STILL, *options])
        started.append(driver)
        return driver.start()

    yield start
    for driver in started:
        if driver.running:
            driver.kill()


@pytest.fixture
def today() -> str:
    return datetime.now(UTC).date().isoformat()


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    """A webhook's other end."""
    receiver = Receiver()
    server = serve(receiver)
    yield receiver
    server.shutdown()
    server.server_close()
