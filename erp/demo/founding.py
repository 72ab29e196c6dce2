"""A British company for replays and benchmarks, made by calling services only: one warehouse, one web shop, GBP."""

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from erp.catalog import services as catalog
from erp.catalog.models import Variant
from erp.foundation.actor import SYSTEM
from erp.foundation.organisation import services as organisation
from erp.foundation.organisation.models import Branch, ChannelKind, Company, SalesChannel
from erp.foundation.organisation.services import CompanyDetails
from erp.inventory.models import Location
from erp.setup import services as setup
from erp.setup.services import Founding, Place

CURRENCY = "GBP"


class CatalogueRefused(Exception):
    """The installation lacks reference data, or a product is none."""


@dataclass(frozen=True, slots=True)
class Firm:
    """The company and where it sells and keeps its goods."""

    company: Company
    branch: Branch
    warehouse: Location
    shop: SalesChannel


@dataclass(frozen=True, slots=True)
class Item:
    """A product to be in the catalogue."""

    sku: str
    title: str


def found(name: str, at: datetime) -> Firm:
    """The company of this name, not registered for VAT; safe to repeat."""
    founding = Founding(
        details=CompanyDetails(
            name=name,
            legal_name=f"{name} Ltd",
            country="GB",
            time_zone="Europe/London",
            tax_id="",
            language="en",
            street="1 Mill Lane",
            postal_code="LS1 4AP",
            city="Leeds",
        ),
        currency=CURRENCY,
        branch=Place("LDS", "Leeds"),
        warehouse=Place("LDS", "Leeds"),
    )
    founded = setup.found_company(founding=founding, actor=SYSTEM, at=at)
    shop = organisation.create_sales_channel(
        company=founded.company, code="WEB", name="Web shop", kind=ChannelKind.WEB_SHOP, actor=SYSTEM, at=at
    )
    return Firm(founded.company, founded.branch, founded.warehouse, shop)


def load_catalogue(company: Company, items: Iterable[Item], at: datetime) -> dict[str, int]:
    """
    Bring the items into the catalogue by its own import; safe to repeat.

    :returns: the variants' keys by SKU, of the whole company.
    :raises CatalogueRefused: when not all of them can be taken.
    """
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(("sku", "product code", "title en", "tax class", "unit"))
    writer.writerows((item.sku, f"P-{item.sku}", item.title, "zero", "pc") for item in items)
    run = catalog.receive_catalogue(
        company=company, file_name="catalogue.csv", content=text.getvalue().encode(), actor=SYSTEM, at=at
    )
    for _rows in catalog.read_catalogue(run=run, actor=SYSTEM):
        pass
    run.refresh_from_db()
    if run.wrong:
        raise CatalogueRefused(f"{run.wrong} of {run.rows} products were refused by the import of the catalogue")
    for _rows in catalog.apply_catalogue(run=run, actor=SYSTEM):
        pass
    return dict(Variant.objects.filter(company=company).order_by().values_list("sku", "pk"))
