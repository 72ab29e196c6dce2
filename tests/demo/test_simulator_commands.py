"""Shoppers are sent and faults ordered from the command line, at the simulators themselves."""

from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from erp.demo.management.commands.shoppers import rate_of
from tests.running import Shop
from tests.simulators.carrier.conftest import MakeCarrier, start_carrier

__all__ = ["start_carrier"]


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    """A shop with one product."""
    shop = Shop(tmp_path / "shop").start()
    shop.post("products", [{"title": "Mug", "sku": "MUG-1", "price": "10.00", "stock": 1000}])
    yield shop
    shop.kill()


def run(*words: str) -> str:
    out = StringIO()
    call_command(*words, stdout=out)
    return out.getvalue()


def test_shoppers_come_at_their_rate_and_the_command_shows_what_they_did(shop: Shop) -> None:
    said = run("shoppers", "--rate", "20/s", "--for", "1", "--cancels", "0", "--refunds", "0", "--url", shop.url)

    done = shop.get("shoppers")
    assert done["running"] is False
    assert done["bought"] == shop.get("state")["counts"]["orders"] > 5
    assert f"{done['bought']} bought" in said.splitlines()[-1]


def test_a_second_crowd_is_refused_in_words(shop: Shop) -> None:
    shop.post("shoppers", {"rate": 1, "seconds": 60})
    with pytest.raises(CommandError, match="Shoppers are in already"):
        run("shoppers", "--url", shop.url)


@pytest.mark.parametrize(("text", "rate"), [("2/s", 2.0), ("30/min", 0.5), ("36/h", 0.01), ("1.5", 1.5)])
def test_a_rate_is_written_as_people_write_it(text: str, rate: float) -> None:
    assert rate_of(text) == rate


def test_a_fault_of_the_shop_is_ordered_listed_and_cleared(shop: Shop) -> None:
    run("simulator", "faults", "add", "shop", "webhook_double", "count=3", "--url", shop.url)
    (fault,) = shop.get("faults")["faults"]
    assert (fault["kind"], fault["count"]) == ("webhook_double", 3)
    assert run("simulator", "faults", "list", "shop", "--url", shop.url).startswith("shop: webhook_double id=1 count=3")

    run("simulator", "faults", "clear", "shop", "--url", shop.url)
    assert shop.get("faults")["faults"] == []


def test_a_fault_of_the_carrier_is_ordered_and_one_is_cleared(start_carrier: MakeCarrier) -> None:
    url = start_carrier().url
    run("simulator", "faults", "add", "carrier", "delay", "seconds=0.5", "--url", url)
    run("simulator", "faults", "add", "carrier", "label_never", "times=1", "--url", url)
    run("simulator", "faults", "clear", "carrier", "1", "--url", url)

    assert run("simulator", "faults", "list", "carrier", "--url", url).startswith("carrier: label_never id=2")


def test_what_the_simulator_refuses_is_told_in_its_words(shop: Shop) -> None:
    with pytest.raises(CommandError, match="kind is one of throttle"):
        run("simulator", "faults", "add", "shop", "nonsense", "--url", shop.url)
    assert shop.get("faults")["faults"] == []


@pytest.mark.usefixtures("db")
def test_without_a_connected_shop_the_way_out_is_named() -> None:
    with pytest.raises(CommandError, match="Start Backroom by bin/up, or name one"):
        run("shoppers")


def test_a_simulator_that_is_away_is_said_to_be_away() -> None:
    with pytest.raises(CommandError, match="does not answer"):
        run("simulator", "state", "shop", "--url", "http://127.0.0.1:9")
