"""A hundred thousand real products in half a minute."""

import csv
import gzip
import io
import time
from pathlib import Path
from typing import Any

import pytest

from erp.catalog import services as catalog
from erp.catalog.gtin import gtin_fault
from erp.catalog.models import Barcode, ImportRun, Product, Variant
from erp.foundation import clock
from erp.foundation.actor import SYSTEM
from erp.foundation.organisation.models import Company
from tests.factories.catalog import UnitFactory
from tests.factories.fiscal import TaxClassFactory
from tests.factories.organisation import CompanyFactory
from tests.shared_data import shared_data

ROWS, SECONDS = 100_000, 30


def _file() -> bytes:
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(["sku", "nazwa", "ean", "marka"])
    source = shared_data("open_food_facts") / "off_every_6th_names.csv.gz"
    taken: set[str] = set()
    with gzip.open(source, "rt", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            code = row["barcode_id"]
            if len(taken) < ROWS and code not in taken and gtin_fault(code) is None:
                taken.add(code)
                writer.writerow([f"S-{len(taken)}", row["product_name"].strip()[:200] or code, code, "OFF"])
    assert len(taken) == ROWS
    return out.getvalue().encode()


def _import(company: Company, content: bytes) -> tuple[ImportRun, float]:
    started = time.monotonic()
    run = catalog.receive_catalogue(company=company, file_name="off.csv", content=content, actor=SYSTEM, at=clock.now())
    for _rows in catalog.read_catalogue(run=run, actor=SYSTEM):
        pass
    for _rows in catalog.apply_catalogue(run=run, actor=SYSTEM):
        pass
    run.refresh_from_db()
    return run, time.monotonic() - started


@pytest.mark.long
def test_a_hundred_thousand_products_are_imported_in_time(own_db: str, settings: Any, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path
    TaxClassFactory.create()
    UnitFactory.create()
    content, company = _file(), CompanyFactory.create()
    run, seconds = _import(company, content)
    assert (run.new, run.wrong) == (ROWS, 0)
    assert (Product.objects.count(), Variant.objects.count(), Barcode.objects.count()) == (ROWS, ROWS, ROWS)
    assert seconds <= SECONDS
    again, seconds = _import(company, content)
    assert (again.same, again.new, again.changed) == (ROWS, 0, 0)
    assert seconds <= SECONDS
