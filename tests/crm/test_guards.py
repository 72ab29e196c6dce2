"""What the database refuses of customers; each test fails when its constraint is dropped."""

import pytest
from django.db import IntegrityError, connection, transaction

from erp.crm.models import Address
from tests.factories.crm import CustomerEmailFactory, CustomerFactory, CustomerIdentityFactory
from tests.factories.organisation import CompanyFactory


@pytest.mark.parametrize(
    "statement, constraint",
    [
        ("UPDATE crm_customer SET kind = 'cat'", "customer_kind_known"),
        ("UPDATE crm_customer SET status = 'friend'", "customer_status_known"),
        ("UPDATE crm_customer SET language = 'de'", "customer_language_known"),
        ("UPDATE crm_customeremail SET address = 'A@B.pl'", "customer_email_form"),
        ("UPDATE crm_customeremail SET address = 'nobody'", "customer_email_form"),
        ("UPDATE crm_customeremail SET address = 'a@b.example', verified = false", "customer_email_once"),
        ("UPDATE crm_customeridentity SET remote_id = ''", "customer_identity_filled"),
        ("UPDATE crm_address SET digest = 'same'", "address_once"),
    ],
)
def test_the_database_refuses(db: None, statement: str, constraint: str) -> None:
    anna = CustomerFactory.create()
    CustomerEmailFactory.create_batch(2, customer=anna)
    CustomerIdentityFactory.create(customer=anna)
    for digest in ("1", "2"):
        Address.objects.create(customer=anna, digest=digest, last_used_at=anna.created_at)
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


def test_an_address_stays_in_the_company_of_its_customer(db: None) -> None:
    CustomerEmailFactory.create(customer=CustomerFactory.create(), company=CompanyFactory.create())
    with pytest.raises(IntegrityError, match="customer_email_in_company_of_customer"):
        connection.check_constraints()
