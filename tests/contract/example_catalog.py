"""Examples of products and imports."""

from typing import Any

from erp.catalog import services as catalog
from erp.catalog.models import Barcode, ImportRun, Picture, Product, Variant
from erp.foundation import clock
from erp.foundation.actor import SYSTEM
from erp.foundation.organisation.models import Company
from tests.contract.examples import example_for, example_of
from tests.factories.catalog import BarcodeFactory, a_variant
from tests.factories.documents import DocumentFactory


@example_of(Variant)
def variant(company: Company) -> Variant:
    """A mug of this company."""
    return a_variant(company, f"MUG-{Variant.objects.count()}")


@example_of(Product)
def product(company: Company) -> Product:
    """The product of a mug."""
    made: Product = variant(company).product
    return made


@example_of(Barcode)
def barcode(company: Company) -> Barcode:
    """A code on a mug."""
    return BarcodeFactory.create(variant=variant(company))


@example_of(Picture)
def picture(company: Company) -> Picture:
    """A picture of a mug."""
    owner = product(company)
    document = DocumentFactory.create(company=company, owner_key=str(owner.pk))
    return Picture.objects.create(product=owner, document=document, thumbnail=document, position=1)


@example_of(ImportRun)
def import_run(company: Company) -> ImportRun:
    """A file that was read and waits."""
    run = catalog.receive_catalogue(
        company=company, file_name="mugs.csv", content=b"sku;title\nMUG-X;Mug\n", actor=SYSTEM, at=clock.now()
    )
    for _rows in catalog.read_catalogue(run=run, actor=SYSTEM):
        pass
    return run


@example_for("catalog:move")
def move(company: Company) -> dict[str, Any]:
    """A product that is archived."""
    return {"pk": product(company).pk, "to": "archived"}
