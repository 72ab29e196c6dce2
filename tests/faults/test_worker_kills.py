"""kill -9 of a Celery worker in the midst of a job or a sweep: another worker goes on, and nothing is done twice."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from celery import Celery

from config.env import ENV
from erp.catalog import services as catalog
from erp.catalog.jobs import APPLY, READ
from erp.catalog.models import ImportRow, ImportRun, Product, Variant
from erp.foundation import clock
from erp.foundation.actor import SYSTEM
from erp.foundation.events.models import Event
from erp.foundation.jobs import services as jobs
from erp.foundation.jobs.models import Job, JobState
from erp.foundation.mail.models import Message
from erp.orders.models import Order
from erp.sync.models import Binding, SyncRun
from host.paths import Home
from host.valkey import Valkey, find_program
from tests.factories.catalog import UnitFactory
from tests.factories.fiscal import TaxClassFactory
from tests.factories.organisation import CompanyFactory
from tests.faults.outcome import amiss
from tests.faults.processes import dies, leases_run_out, living
from tests.flows.stage import Firm, firm, shop, start_carrier
from tests.running import run_relay, wait_until

__all__ = ["firm", "shop", "start_carrier"]  # fixtures
ROWS, AT_ONCE = 900, 300
SMALL = [f"erp.catalog.services.importing:{name}_AT_ONCE={AT_ONCE}" for name in ("STAGED", "WRITTEN")]


@pytest.fixture
def valkey(tmp_path: Path) -> Iterator[Valkey]:
    """A broker of the test's own."""
    home = Home(tmp_path / "home")
    home.make()
    found = Valkey(find_program() or "", home.valkey, home.run, home.logs / "valkey.log")
    found.start()
    yield found
    found.stop()


@pytest.fixture
def environ(own_environ: dict[str, str], valkey: Valkey, settings: Any) -> dict[str, str]:
    """Of a worker: the test's database, broker and files, and settings under which the broker counts."""
    settings.MEDIA_ROOT = str(ENV.home / "files")
    return own_environ | {
        "DJANGO_SETTINGS_MODULE": "config.settings.dev",
        "SECRET_KEY": "tests only, not a secret",
        "BROKER_URL": valkey.broker_url,
    }


def send(valkey: Valkey, task: str, *arguments: object) -> None:
    Celery("test", broker=valkey.broker_url, set_as_current=False).send_task(task, arguments)


def a_file() -> ImportRun:
    TaxClassFactory.create()
    UnitFactory.create()
    content = "SKU;Title;VAT\n" + "".join(f"SKU-{number};Thing {number};\n" for number in range(ROWS))
    return catalog.receive_catalogue(
        company=CompanyFactory.create(name="Lipa"),
        file_name="c.csv",
        content=content.encode(),
        actor=SYSTEM,
        at=clock.now(),
    )


def queued(kind: str, run: ImportRun) -> Job:
    return jobs.queue_job(kind=kind, params={"run": run.pk}, company_id=run.company_id, actor=SYSTEM, at=clock.now())


QUICK = [(APPLY, "erp.catalog.services.importing:_apply_chunk", "after:2")]  # a chunk is in, the job doesn't know
LONG = [
    (READ, "erp.catalog.services.importing:_stage", "after:2"),  # some rows are read
    (READ, "erp.catalog.services.importing:_finish_reading", "after"),  # all are read, the job not yet done
    (APPLY, "erp.foundation.jobs.services:_claim", "after"),  # taken, nothing done
    (APPLY, "erp.catalog.importing.applying:write_chunk", "after:2"),  # inside a chunk's transaction
    (APPLY, "erp.foundation.jobs.services:_record", "after:2"),  # a step is noted
    (APPLY, "erp.foundation.jobs.services:_end", "before"),  # all is done but the last word
]


@pytest.mark.parametrize(
    ("kind", "point", "when"), [*QUICK, *(pytest.param(*point, marks=pytest.mark.long) for point in LONG)]
)
def test_a_job_whose_worker_was_killed_is_done_once_by_another(
    own_db: str, environ: dict[str, str], valkey: Valkey, kind: str, point: str, when: str
) -> None:
    run = a_file()
    for one in (READ, APPLY):
        job = queued(one, run)
        if one != kind:
            jobs.run_job(job_id=job.pk)
            continue
        send(valkey, "jobs.run", job.pk)
        assert dies("worker", point, when, *SMALL, environ=environ)
        job.refresh_from_db()
        assert job.status == JobState.RUNNING

        leases_run_out()
        with living("worker", *SMALL, environ=environ):
            send(valkey, "jobs.sweep")
            wait_until(partial(done, job), "the job is not done", seconds=60)
        job.refresh_from_db()
        assert (job.status, job.attempts, job.error) == (JobState.DONE, 2, "")

    run.refresh_from_db()
    assert (run.status, run.rows, run.new, run.wrong) == ("done", ROWS, ROWS, 0)
    assert (Product.objects.count(), Variant.objects.count(), ImportRow.objects.count()) == (ROWS, ROWS, 0)
    assert Event.objects.filter(name="catalog.ProductCreated").count() == ROWS


def done(job: Job) -> bool:
    return Job.objects.filter(pk=job.pk, status=JobState.DONE).exists()


POLL = [
    ("erp.sync.services.importing:settle_messages", "after"),  # inside the import's transaction
    ("erp.sync.pulling:pull_order", "after"),  # imported, the cursor not moved
]


@pytest.mark.parametrize(("point", "when"), [POLL[1], pytest.param(*POLL[0], marks=pytest.mark.long)])
def test_a_poll_whose_worker_was_killed_is_made_again(
    firm: Firm, environ: dict[str, str], valkey: Valkey, point: str, when: str
) -> None:
    firm.shop.post("faults", {"kind": "webhook_drop", "probability": 1})
    for _number in range(3):
        firm.buys(("MUG-1", 2))
    before = SyncRun.objects.count()
    send(valkey, "sync.poll")
    assert dies("worker", point, when, environ=environ)
    assert SyncRun.objects.count() == before

    with living("worker", environ=environ):
        send(valkey, "sync.poll")
        wait_until(lambda: SyncRun.objects.count() > before, "no poll came to its end", seconds=60)
    run_relay()
    assert sorted(Order.objects.values_list("status", flat=True)) == ["shipped"] * 3
    assert Binding.objects.filter(kind="order").count() == 3
    assert Message.objects.filter(status="sent").count() == Message.objects.count() == 9
    assert firm.shop.available("MUG-1") == 14
    assert amiss(firm.company) == []
