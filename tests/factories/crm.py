"""Customers for tests."""

from datetime import UTC, datetime

import factory

from erp.crm.models import Customer, CustomerEmail, CustomerIdentity, CustomerKind, CustomerStatus
from tests.factories.organisation import CompanyFactory


class CustomerFactory(factory.django.DjangoModelFactory[Customer]):
    """A known person who reads Polish."""

    class Meta:
        model = Customer

    company = factory.SubFactory(CompanyFactory)
    kind = CustomerKind.PERSON
    status = CustomerStatus.KNOWN
    name = "Anna Nowak"
    language = "pl"
    created_at = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)


class CustomerEmailFactory(factory.django.DjangoModelFactory[CustomerEmail]):
    """A verified address of a customer."""

    class Meta:
        model = CustomerEmail

    customer = factory.SubFactory(CustomerFactory)
    company = factory.SelfAttribute("customer.company")
    address = factory.Sequence(lambda n: f"anna{n}@poczta.example")
    verified = True


class CustomerIdentityFactory(factory.django.DjangoModelFactory[CustomerIdentity]):
    """What the first Shopify account calls a customer."""

    class Meta:
        model = CustomerIdentity

    customer = factory.SubFactory(CustomerFactory)
    company = factory.SelfAttribute("customer.company")
    source = "shopify:1"
    remote_id = factory.Sequence(lambda n: str(7000 + n))
