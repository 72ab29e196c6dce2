"""Examples of customers."""

from erp.crm.models import Customer
from erp.foundation.organisation.models import Company
from tests.contract.examples import example_of
from tests.factories.crm import CustomerEmailFactory, CustomerFactory


@example_of(Customer)
def customer(company: Company) -> Customer:
    """Anna with her address."""
    anna = CustomerFactory.create(company=company)
    CustomerEmailFactory.create(customer=anna)
    return anna
