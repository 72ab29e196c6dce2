"""An example of a file."""

from erp.documents import services as documents
from erp.documents.models import Document
from erp.foundation import clock
from erp.foundation.actor import SYSTEM
from erp.foundation.organisation.models import Company
from tests.contract.examples import example_of
from tests.factories.catalog import a_variant


@example_of(Document)
def document(company: Company) -> Document:
    """An attachment of a product."""
    product = a_variant(company, f"DOC-{Document.objects.count()}").product
    return documents.store_document(
        owner=product.ref, company=company, name="a.txt", media_type="text/plain", content=b"words", kind="attachment",
        actor=SYSTEM, at=clock.now(),
    )  # fmt: skip
