"""Pages and endpoints of customers."""

from typing import Any

import pytest
from django.test import Client

from erp.crm.models import Customer
from erp.foundation.organisation.models import Company
from tests.factories.accounts import a_company, a_member
from tests.factories.api import a_client
from tests.factories.crm import CustomerEmailFactory, CustomerFactory, CustomerIdentityFactory


@pytest.fixture
def lipa(db: None) -> Company:
    return a_company("Lipa")


@pytest.fixture
def anna(lipa: Company) -> Customer:
    customer = CustomerFactory.create(company=lipa, phone="600100200", tax_id="5260001246")
    CustomerEmailFactory.create(customer=customer, address="anna@poczta.example")
    CustomerIdentityFactory.create(customer=customer, remote_id="4711")
    return customer


def _signed_in(company: Company, role: str) -> Client:
    client = Client(headers={"Accept-Language": "en"})
    client.force_login(a_member(role, company), backend="django.contrib.auth.backends.ModelBackend")
    return client


def _page(client: Client, url: str) -> str:
    answer = client.get(url)
    assert answer.status_code == 200, f"{url}: {answer.status_code}"
    return answer.content.decode()


def test_sales_sees_who_a_customer_is_and_how_to_reach_them(lipa: Company, anna: Customer) -> None:
    sales = _signed_in(lipa, "sales")
    for url in ("/customers/", f"/customers/{anna.pk}/", "/customers/?q=anna@poczta.example"):
        page = _page(sales, url)
        assert "Anna Nowak" in page
        assert "anna@poczta.example" in page
    assert "4711" in _page(sales, f"/customers/{anna.pk}/")


def test_who_may_not_read_personal_data_sees_the_name_only(lipa: Company, anna: Customer) -> None:
    marketing = _signed_in(lipa, "marketing")
    for url in ("/customers/", f"/customers/{anna.pk}/"):
        page = _page(marketing, url)
        assert "Anna Nowak" in page
        for secret in ("anna@poczta.example", "600100200", "5260001246", "4711"):
            assert secret not in page, f"{secret} at {url}"
    assert "Anna Nowak" not in _page(marketing, "/customers/?q=anna@poczta.example")


def test_a_customer_is_changed_and_merged(lipa: Company, anna: Customer) -> None:
    sales, again = _signed_in(lipa, "sales"), CustomerFactory.create(company=lipa, name="A. Nowak")
    form = {"kind": "person", "name": "Anna Kowal", "phone": "600100200", "tax_id": "", "language": "en"}
    sales.post(f"/customers/{anna.pk}/edit/", form)
    sales.post(f"/customers/{anna.pk}/emails/new/", {"email": "ak@poczta.example"})
    sales.post(f"/customers/{anna.pk}/merge/", {"merged": str(again.pk)})
    anna.refresh_from_db()
    again.refresh_from_db()
    assert (anna.name, anna.language, anna.emails.count(), again.canonical) == ("Anna Kowal", "en", 2, anna)
    assert "turned out to be another customer" in _page(sales, f"/customers/{again.pk}/")
    assert "A. Nowak" in _page(sales, f"/customers/{anna.pk}/")


def test_what_the_service_refuses_is_said_in_the_dialog(lipa: Company, anna: Customer) -> None:
    jan = CustomerFactory.create(company=lipa, name="Jan")
    answer = _signed_in(lipa, "sales").post(
        f"/customers/{jan.pk}/emails/new/", {"email": "anna@poczta.example", "verified": "on"}
    )
    assert "belongs to another customer already" in answer.content.decode()
    assert jan.emails.count() == 0


def test_a_merge_with_a_customer_of_another_company_is_refused(lipa: Company, anna: Customer) -> None:
    foreign = CustomerFactory.create(company=a_company("Inna"))
    form = {"merged": str(foreign.pk), "merged_text": str(foreign)}
    assert _signed_in(lipa, "sales").post(f"/customers/{anna.pk}/merge/", form).status_code == 409
    foreign.refresh_from_db()
    assert foreign.canonical is None


def test_the_api_leaves_personal_data_out_for_keys_that_do_not_read_it(lipa: Company, anna: Customer) -> None:
    full: Any = a_client(lipa, "crm.view", reads=("personal",)).get(f"/api/v1/customers/{anna.pk}/").json()
    assert (full["phone"], full["emails"][0]["address"]) == ("600100200", "anna@poczta.example")
    masked: Any = a_client(lipa, "crm.view").get(f"/api/v1/customers/{anna.pk}/").json()
    assert "phone" not in masked
    assert "anna@poczta.example" not in str(masked)
    assert "4711" not in str(masked)


def test_the_api_changes_and_merges(lipa: Company, anna: Customer) -> None:
    api, again = a_client(lipa, "crm.view", "crm.edit", "crm.merge"), CustomerFactory.create(company=lipa)
    assert api.post(f"/api/v1/customers/{anna.pk}/change/", {"name": "Ania"}, format="json").json()["name"] == "Ania"
    assert api.post(f"/api/v1/customers/{anna.pk}/merge/", {"merged": again.pk}, format="json").status_code == 200
    assert Customer.objects.get(pk=again.pk).canonical == anna
