"""Customers entered by hand: checked, with a hint of who is here already, and nobody else's."""

from typing import Any

import pytest
from django.test import Client

from erp.crm import queries
from erp.crm import services as crm
from erp.crm.contacts import PostalAddress
from erp.crm.models import Address, Customer, CustomerEmail
from erp.crm.services import CustomerChanges
from erp.foundation.actor import SYSTEM
from erp.foundation.events.models import Event
from erp.foundation.organisation.models import Company
from tests.factories.accounts import AT, a_company, a_member
from tests.factories.crm import CustomerEmailFactory, CustomerFactory

TYPED = {
    "kind": "firm",
    "name": "Bar Mleczny",
    "tax_id": "526-104-08-28",
    "language": "pl",
    "email": "Bar@Mleczny.example",
    "phone": "600 100 200",
    "street": "Długa 3",
    "postcode": "00-238",
    "city": "Warszawa",
    "country": "PL",
    "note": "Dzwonić po dziesiątej.",
}


@pytest.fixture
def lipa(db: None) -> Company:
    return a_company("Lipa")


def _signed_in(company: Company, role: str = "sales") -> Client:
    browser = Client(headers={"Accept-Language": "en"})
    browser.force_login(a_member(role, company), backend="django.contrib.auth.backends.ModelBackend")
    return browser


def _new(company: Company, browser: Client, **changes: str) -> Any:
    return browser.post("/customers/new/", TYPED | {"company": str(company.pk)} | changes)


def test_a_firm_is_entered_with_everything_that_is_known(lipa: Company) -> None:
    browser = _signed_in(lipa)

    where = _new(lipa, browser)["Location"]

    bar = Customer.objects.get()
    assert (bar.kind, bar.status, bar.tax_id, bar.note) == ("firm", "known", "5261040828", "Dzwonić po dziesiątej.")
    assert list(CustomerEmail.objects.values_list("address", "verified")) == [("bar@mleczny.example", False)]
    assert list(Address.objects.values_list("firm", "name", "street", "city")) == [
        ("Bar Mleczny", "", "Długa 3", "Warszawa")
    ]
    page = browser.get(where).content.decode()
    for shown in ("Bar Mleczny", "bar@mleczny.example", "Długa 3", "Dzwonić po dziesiątej."):
        assert shown in page
    created = Event.objects.get(name="crm.CustomerCreated")
    assert created.actor_kind == "user"


@pytest.mark.parametrize(
    "field, changes",
    [
        ("tax_id", {"tax_id": "526-104-08-29"}),
        ("tax_id", {"country": "GB", "tax_id": "980 7806 85"}),
        ("name", {"name": " "}),
        ("email", {"email": "not an address"}),
        ("country", {"country": "XX"}),
    ],
)
def test_what_cannot_be_right_makes_nothing(lipa: Company, field: str, changes: dict[str, str]) -> None:
    answer = _new(lipa, _signed_in(lipa), **changes)

    assert answer.status_code == 422
    assert f'id="id_{field}_error"' in answer.content.decode()
    assert not Customer.objects.exists()
    assert not Event.objects.filter(name__startswith="crm.").exists()


def test_a_foreign_number_keeps_the_letters_of_its_country(lipa: Company) -> None:
    _new(lipa, _signed_in(lipa), country="GB", tax_id="980 7806 84")

    assert Customer.objects.get().tax_id == "GB980780684"


@pytest.mark.parametrize("same", ["email", "tax number"])
def test_who_seems_to_be_here_is_shown_before_anybody_is_added(lipa: Company, same: str) -> None:
    known = CustomerFactory.create(company=lipa, name="Stary Bar", tax_id="5261040828" if same == "tax number" else "")
    if same == "email":
        CustomerEmailFactory.create(customer=known, address="bar@mleczny.example", verified=False)
    browser = _signed_in(lipa)

    hint = _new(lipa, browser)
    page = hint.content.decode()
    assert (hint.status_code, Customer.objects.count()) == (409, 1)
    assert f"/customers/{known.pk}/" in page
    assert 'value="Bar Mleczny"' in page  # what was typed is kept

    assert _new(lipa, browser, anyway="on").status_code == 302
    assert Customer.objects.count() == 2


def test_a_double_press_is_caught_by_the_hint(lipa: Company) -> None:
    browser = _signed_in(lipa)
    assert [_new(lipa, browser).status_code for _ in range(2)] == [302, 409]
    assert Customer.objects.count() == 1


def test_the_hint_tells_nothing_of_another_company(lipa: Company) -> None:
    theirs = CustomerFactory.create(company=a_company("Inna"), name="Tajny Bar", tax_id="5261040828")

    answer = _new(lipa, _signed_in(lipa))

    assert answer.status_code == 302
    assert Customer.objects.exclude(pk=theirs.pk).get().company == lipa
    assert not queries.likely_same(lipa, tax_id="").exists()


def test_nobody_enters_customers_of_another_company(lipa: Company) -> None:
    other = a_company("Inna")
    answer = _new(other, _signed_in(lipa))

    assert answer.status_code == 422
    assert not Customer.objects.exists()
    theirs = CustomerFactory.create(company=other)
    address = {"street": "Moja 1", "city": "Moje", "country": "PL"}
    assert _signed_in(lipa).post(f"/customers/{theirs.pk}/addresses/new/", address).status_code == 404
    assert not Address.objects.exists()


@pytest.mark.parametrize("role", ["accountant", "warehouse", "marketing", "auditor"])
def test_who_may_not_change_customers_enters_none(lipa: Company, role: str) -> None:
    assert _new(lipa, _signed_in(lipa, role)).status_code == 404
    assert not Customer.objects.exists()


def test_an_address_is_added_once(lipa: Company) -> None:
    anna = CustomerFactory.create(company=lipa)
    browser = _signed_in(lipa)
    for street in ("Krótka 1", "krótka  1"):
        typed = {"name": "Anna", "street": street, "city": "Łódź", "postcode": "90-001", "country": "PL"}
        assert browser.post(f"/customers/{anna.pk}/addresses/new/", typed)["Location"] == f"/customers/{anna.pk}/"

    assert list(Address.objects.values_list("customer", "street")) == [(anna.pk, "Krótka 1")]


def test_a_changed_tax_number_is_checked_and_a_shops_own_is_left_alone(lipa: Company) -> None:
    anna = CustomerFactory.create(company=lipa, tax_id="as the shop said")
    update = {"customer": anna, "actor": SYSTEM, "at": AT}

    crm.update_customer(changes=CustomerChanges(tax_id="as the shop said", name="Anna K."), **update)
    with pytest.raises(crm.InvalidCustomer) as refused:
        crm.update_customer(changes=CustomerChanges(tax_id="5261040829"), **update)
    assert refused.value.params["field"] == "tax_id"
    crm.remember_address(customer=anna, address=PostalAddress(city="Leeds", country="GB"), actor=SYSTEM, at=AT)
    changed = crm.update_customer(changes=CustomerChanges(tax_id="980 7806 84", note="VIP"), **update)
    assert (changed.name, changed.tax_id, changed.note) == ("Anna K.", "GB980780684", "VIP")


def test_a_note_is_personal_and_stays_out_of_history(lipa: Company) -> None:
    anna = CustomerFactory.create(company=lipa, note="Tajna notatka")

    assert "Tajna notatka" in _signed_in(lipa).get(f"/customers/{anna.pk}/").content.decode()
    assert "Tajna notatka" not in _signed_in(lipa, "marketing").get(f"/customers/{anna.pk}/").content.decode()
    assert "note" not in {field.name for field in anna.history.model._meta.get_fields()}  # type: ignore[attr-defined]
