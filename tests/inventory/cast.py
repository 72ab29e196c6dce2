"""The cast: a shop that sells mugs and sets of mugs from two warehouses."""

import pytest

from erp.catalog.models import Variant
from erp.foundation.organisation.models import Company
from erp.inventory.models import Location
from tests.factories.catalog import VariantFactory
from tests.factories.inventory import a_warehouse
from tests.factories.organisation import CompanyFactory


@pytest.fixture
def lipa(db: None) -> Company:
    return CompanyFactory.create(name="Lipa")


@pytest.fixture
def main(lipa: Company) -> Location:
    return a_warehouse(lipa, "MAIN", sequence=10)


@pytest.fixture
def shop(lipa: Company, main: Location) -> Location:
    return a_warehouse(lipa, "SHOP", sequence=20)


@pytest.fixture
def mug(lipa: Company) -> Variant:
    return VariantFactory.create(company=lipa, sku="MUG")


@pytest.fixture
def plate(lipa: Company) -> Variant:
    return VariantFactory.create(company=lipa, sku="PLATE")
