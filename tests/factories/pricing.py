"""Price lists and prices for tests."""

from decimal import Decimal

import factory

from erp.pricing.models import Price, PriceList
from tests.factories.catalog import VariantFactory
from tests.factories.organisation import CompanyFactory


class PriceListFactory(factory.django.DjangoModelFactory[PriceList]):
    """Retail prices in złoty, tax included."""

    class Meta:
        model = PriceList

    company = factory.SubFactory(CompanyFactory)
    code = factory.Sequence(lambda n: f"RETAIL-{n}")
    name = "Detaliczny"
    currency = "PLN"
    includes_tax = True


class PriceFactory(factory.django.DjangoModelFactory[Price]):
    """A price of 39.00 for any quantity, at any time."""

    class Meta:
        model = Price

    price_list = factory.SubFactory(PriceListFactory)
    company = factory.SelfAttribute("price_list.company")
    variant = factory.SubFactory(VariantFactory, company=factory.SelfAttribute("..company"))
    min_quantity = Decimal(1)
    amount = Decimal("39.00")
