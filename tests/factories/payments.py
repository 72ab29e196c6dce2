"""Tenders for tests."""

from datetime import UTC, datetime
from decimal import Decimal

import factory

from erp.payments.models import Method, Tender
from erp.payments.states import TenderState
from tests.factories.organisation import CompanyFactory


class TenderFactory(factory.django.DjangoModelFactory[Tender]):
    """100 złoty paid by card for order 17."""

    class Meta:
        model = Tender

    company = factory.SubFactory(CompanyFactory)
    owner_kind = "orders.order"
    owner_key = "17"
    source = "shopify:1"
    remote_id = factory.Sequence(lambda n: str(9000 + n))
    method = Method.CARD
    amount = Decimal(100)
    currency = "PLN"
    state = TenderState.PAID
    at = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
