"""Documents for tests; their bytes lie nowhere, use the service where they matter."""

from datetime import UTC, datetime

import factory

from erp.documents.models import Document
from tests.factories.organisation import CompanyFactory


class DocumentFactory(factory.django.DjangoModelFactory[Document]):
    """A picture of product 17."""

    class Meta:
        model = Document

    company = factory.SubFactory(CompanyFactory)
    owner_kind = "catalog.product"
    owner_key = "17"
    kind = "picture"
    name = "kubek.png"
    media_type = "image/png"
    size = 3
    sha256 = factory.Sequence(lambda n: f"{n:064x}")
    path = factory.LazyAttribute(lambda document: f"documents/{document.sha256}")
    created_at = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
    created_by_kind = "system"
    created_by_key = "backroom"
