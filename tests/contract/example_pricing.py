"""Examples of prices."""

from erp.foundation.organisation.models import Company
from erp.pricing.models import Price, PriceList
from tests.contract.examples import example_of
from tests.factories.pricing import PriceFactory, PriceListFactory


@example_of(PriceList)
def price_list(company: Company) -> PriceList:
    """Retail prices."""
    return PriceListFactory.create(company=company)


@example_of(Price)
def price(company: Company) -> Price:
    """A price of a mug."""
    return PriceFactory.create(price_list=price_list(company))
