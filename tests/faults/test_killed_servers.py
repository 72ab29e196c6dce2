"""kill -9 of PostgreSQL, Valkey, the shop and the carrier, amid orders and jobs: nothing is lost or doubled."""

import os
import re
import shutil
import signal
import threading
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection, connections

from config.env import ENV
from erp.carriers.models import Label
from erp.catalog.jobs import READ
from erp.catalog.models import ImportRow, ImportRun
from erp.finance.models import Invoice
from erp.foundation.jobs.models import Job, JobState
from erp.inventory import queries as inventory
from erp.orders.models import Order
from erp.sync import pulling
from erp.sync.models import DesiredState, InboundMessage
from host import roles
from host.binaries import find_binaries
from host.paths import Home
from host.postgres import APP, OWNER, Cluster
from tests import database
from tests.factories.inventory import stocked
from tests.faults.outcome import amiss, outcome_of
from tests.faults.processes import living
from tests.faults.test_worker_kills import ROWS, a_file, environ, queued, send, valkey
from tests.flows.stage import Firm, firm, shop, start_carrier
from tests.running import nothing_open, run_relay, wait_until

__all__ = ["environ", "firm", "shop", "start_carrier", "valkey"]  # fixtures
# What a lost server left half done is taken up again after seconds, not after a minute.
SHORT = [f"erp.foundation.events.relay.{module}:LEASE_SECONDS=6" for module in ("claiming", "process")]
ENOUGH = 120.0


@pytest.fixture
def durable(tmp_path: Path) -> Iterator[Cluster]:
    """A database server of the test's own, as careful as in production."""
    home = Home(tmp_path / "server")
    home.make()
    cluster = Cluster(home.postgres, home.run, home.logs / "postgres.log", find_binaries(os.environ))
    cluster.start()
    roles.make_roles(cluster)
    roles.make_database(cluster)
    yield cluster
    cluster.stop()
    shutil.rmtree(home.run)


@pytest.fixture
def durable_db(durable: Cluster, django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """Our tables on that server, and Django pointed at it."""
    urls = database.current_urls()
    app, owner = durable.url(APP), durable.url(OWNER)
    with django_db_blocker.unblock():
        database.point_at(owner)
        object.__setattr__(ENV, "database_url", app)
        call_command("prepare", schema_only=True, verbosity=0)
        database.point_at(app, owner_url=owner)
        try:
            yield
        finally:
            connections.close_all()
            database.point_at(urls[0], owner_url=urls[1])


class Buyers:
    """People who buy at the shop while the test does something else."""

    def __init__(self, firm: Firm, orders: int) -> None:
        self.firm, self.orders = firm, orders
        self._thread = threading.Thread(target=self._buy)
        for variant in firm.variants.values():
            stocked(variant, firm.warehouse, orders)
        run_relay()
        self.before = {sku: firm.shop.available(sku) for sku in firm.variants}
        self._thread.start()

    def _buy(self) -> None:
        for _number in range(self.orders):
            self.firm.buys(("MUG-1", 1), ("BOWL-2", 1))
            time.sleep(0.1)

    def all_served(self) -> None:
        """Every order came to its end once, here, at the shop and at the carrier."""
        self._thread.join()
        wait_until(self._all_done, "something is still open", seconds=ENOUGH)
        outcomes = [outcome_of(order) for order in Order.objects.order_by("pk")]
        assert len(outcomes) == self.orders
        for outcome in outcomes:
            assert outcome == outcomes[0]
        assert outcomes[0]["order"][0][:2] == ("shipped", "paid")
        counts = {name: len(outcomes[0][name]) for name in ("shipments", "labels", "moves", "invoices", "entries")}
        assert counts == {"shipments": 1, "labels": 1, "moves": 2, "invoices": 1, "entries": 3}
        assert [(mail[0], mail[3]) for mail in outcomes[0]["mails"]] == [
            ("finance.invoice", "sent"),
            ("orders.confirmation", "sent"),
            ("shipping.shipped", "sent"),
        ]
        self._same_numbers_outside()
        assert amiss(self.firm.company) == []

    def _all_done(self) -> bool:
        return Order.objects.filter(status="shipped").count() == self.orders and nothing_open()

    def _same_numbers_outside(self) -> None:
        firm, orders = self.firm, self.orders
        at_carrier = firm.carrier.call("GET", "/v1/shipments?limit=100").json()["shipments"]
        assert len(at_carrier) == Label.objects.count() == Invoice.objects.count() == orders
        at_shop = firm.shop.get("orders")["orders"]
        assert [len(order["fulfillments"]) for order in at_shop] == [1] * orders
        free = inventory.available([variant.pk for variant in firm.variants.values()])
        left = {"MUG-1": self.before["MUG-1"] - orders, "BOWL-2": self.before["BOWL-2"] - orders}
        left["LAMP-3"] = self.before["LAMP-3"]
        assert {sku: free[variant.pk] for sku, variant in firm.variants.items()} == left
        assert {sku: firm.shop.available(sku) for sku in firm.variants} == left
        assert not DesiredState.objects.filter(pending=True).exists()


def relay_environ(base: dict[str, str]) -> dict[str, str]:
    """Of a relay: it knows us by the address that the test's web server has."""
    return base | {"PUBLIC_URL": ENV.public_url}


def came(orders: int) -> bool:
    return Order.objects.count() >= orders


class TestPostgreSQL:
    """The database goes; on its disk is what was committed."""

    @pytest.fixture
    def own_db(self, durable_db: None) -> str:
        return ENV.database_url

    @pytest.mark.parametrize(("orders", "kills"), [(4, 1), pytest.param(30, 3, marks=pytest.mark.long)])
    def test_a_killed_database_loses_and_doubles_no_order(
        self, firm: Firm, durable: Cluster, own_environ: dict[str, str], settings: Any, orders: int, kills: int
    ) -> None:
        settings.MEDIA_ROOT = str(ENV.home / "files")
        with connection.cursor() as cursor:
            cursor.execute("SHOW fsync")
            assert cursor.fetchone() == ("on",)
        buyers = Buyers(firm, orders)
        with living("relay", *SHORT, environ=relay_environ(own_environ)):
            for number in range(1, kills + 1):
                wait_until(partial(came, max(1, orders * number // (kills + 1))), "no order came", seconds=ENOUGH)
                os.kill(int((durable.data / "postmaster.pid").read_text().split()[0]), signal.SIGKILL)
                durable.start()
                connection.close()
            assert Order.objects.count() < orders or not nothing_open(), "killed after the work was done"
            buyers._thread.join()
            pulling.poll(firm.account)  # brings what the shop could not tell in time
            buyers.all_served()
        assert InboundMessage.objects.filter(status="dead").count() == 0


@pytest.mark.parametrize("orders", [4, pytest.param(20, marks=pytest.mark.long)])
def test_a_killed_shop_loses_and_doubles_no_order(
    firm: Firm, own_environ: dict[str, str], settings: Any, orders: int
) -> None:
    settings.MEDIA_ROOT = str(ENV.home / "files")
    buyers = Buyers(firm, orders)
    buyers._thread.join()
    with living("relay", *SHORT, environ=relay_environ(own_environ)):
        wait_until(lambda: Label.objects.filter(status="bought").exists(), "no label came", seconds=ENOUGH)
        firm.shop.kill()
        time.sleep(1)
        firm.shop.start()
        buyers.all_served()


@pytest.mark.parametrize("orders", [4, pytest.param(20, marks=pytest.mark.long)])
def test_a_killed_carrier_loses_and_doubles_no_label(
    firm: Firm, own_environ: dict[str, str], settings: Any, orders: int
) -> None:
    settings.MEDIA_ROOT = str(ENV.home / "files")
    buyers = Buyers(firm, orders)
    with living("relay", *SHORT, environ=relay_environ(own_environ)):
        wait_until(partial(came, 1), "no order came", seconds=ENOUGH)
        firm.carrier.kill()
        wait_until(lambda: Label.objects.filter(status="asked").exists(), "no label was asked for", seconds=ENOUGH)
        firm.carrier.start()
        buyers.all_served()


def test_a_killed_broker_loses_and_doubles_no_job(own_db: str, environ: dict[str, str], valkey: Any) -> None:
    runs = [a_file()]
    for _number in range(5):
        one = runs[0]
        runs.append(ImportRun.objects.create(**{name: getattr(one, name) for name in COPIED}))
    with living("relay", *SHORT, environ=environ), living("worker", environ=environ):
        found = [queued(READ, run) for run in runs[:3]]
        wait_until(lambda: Job.objects.filter(status=JobState.DONE).exists(), "no job was done", seconds=ENOUGH)
        os.kill(valkey_pid(valkey), signal.SIGKILL)
        found += [queued(READ, run) for run in runs[3:]]
        time.sleep(1)
        valkey.start()
        send(valkey, "jobs.sweep")  # as the schedule does each half minute
        wait_until(lambda: Job.objects.filter(status=JobState.DONE).count() == len(runs), "not done", seconds=ENOUGH)
        wait_until(nothing_open, "nobody was woken", seconds=ENOUGH)
    assert list(Job.objects.values_list("attempts", "error")) == [(1, "")] * len(found)
    for run in runs:
        run.refresh_from_db()
        assert (run.status, run.rows, ImportRow.objects.filter(run=run).count()) == ("checked", ROWS, ROWS)


COPIED = ("company", "file_name", "created_at", "created_by_kind", "created_by_key", "document")


def valkey_pid(valkey: Any) -> int:
    found = re.search(r"process_id:(\d+)", valkey._ask("INFO server"))
    assert found is not None
    return int(found[1])
