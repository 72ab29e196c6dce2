"""A contact becomes the customer that it is, or a new one."""

from dataclasses import replace
from datetime import UTC, datetime
from threading import Barrier, Thread

import pytest
from django.db import IntegrityError, connection, transaction

from erp.crm import queries, recognition
from erp.crm import services as crm
from erp.crm.models import Customer, CustomerEmail, CustomerIdentity
from erp.crm.services import Contact
from erp.foundation.actor import SYSTEM
from erp.foundation.events.models import Event
from erp.foundation.organisation.models import Company
from tests.factories.crm import CustomerEmailFactory, CustomerFactory, CustomerIdentityFactory
from tests.factories.organisation import CompanyFactory

AT = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
ANNA = Contact(
    source="shopify:1", remote_id="7001", name="Anna Nowak", email="Anna.Nowak@Poczta.example", email_verified=True,
    phone="+48 600 100 200", language="pl-PL",
)  # fmt: skip


@pytest.fixture
def lipa(db: None) -> Company:
    return CompanyFactory.create(name="Lipa")


def _find(company: Company, contact: Contact) -> Customer:
    return crm.find_or_create_customer(company=company, contact=contact, actor=SYSTEM, at=AT)


def test_somebody_new_is_kept_with_what_the_contact_says(lipa: Company) -> None:
    anna = Customer.objects.get(pk=_find(lipa, ANNA).pk)
    assert (anna.name, anna.kind, anna.status, anna.language, anna.phone, anna.created_at) == (
        "Anna Nowak", "person", "known", "pl", "+48 600 100 200", AT,
    )  # fmt: skip
    assert list(anna.emails.values_list("address", "verified", "relay")) == [("anna.nowak@poczta.example", True, False)]
    assert list(anna.identities.values_list("source", "remote_id")) == [("shopify:1", "7001")]
    assert list(Event.objects.values_list("name", "data")) == [("crm.CustomerCreated", {"customer_id": anna.pk})]


def test_the_same_contact_is_the_same_customer_and_tells_nothing_new(lipa: Company) -> None:
    anna = _find(lipa, ANNA)
    assert _find(lipa, ANNA) == anna
    assert (Customer.objects.count(), CustomerEmail.objects.count(), Event.objects.count()) == (1, 1, 1)


def test_a_known_contact_costs_one_query(lipa: Company, django_assert_num_queries: object) -> None:
    _find(lipa, ANNA)
    with django_assert_num_queries(1):  # type: ignore[operator]  # pytest-django's fixture
        recognition.find(lipa.pk, [recognition.asked(ANNA)])


def test_a_verified_address_is_recognised_across_sources(lipa: Company) -> None:
    anna = _find(lipa, ANNA)
    elsewhere = replace(ANNA, source="allegro:2", remote_id="44", name="A. Nowak")
    assert _find(lipa, elsewhere) == anna
    assert queries.by_identity("allegro:2", "44") == anna
    assert Event.objects.filter(name="crm.CustomerChanged").count() == 1


def test_a_typed_address_recognises_nobody(lipa: Company) -> None:
    anna = _find(lipa, ANNA)
    typed = replace(ANNA, source="phone", remote_id=None, email_verified=False)
    guests = {_find(lipa, typed).pk, _find(lipa, typed).pk}
    assert len(guests - {anna.pk}) == 2
    assert set(Customer.objects.filter(pk__in=guests).values_list("status", flat=True)) == {"guest"}


def test_a_verified_address_does_not_recognise_whoever_typed_it_before(lipa: Company) -> None:
    stranger = _find(lipa, replace(ANNA, source="phone", remote_id=None, email_verified=False))
    assert _find(lipa, ANNA) != stranger
    assert list(stranger.emails.values_list("verified", flat=True)) == [False]


def test_identity_is_stronger_than_the_address(lipa: Company) -> None:
    anna = _find(lipa, ANNA)
    jan = _find(lipa, Contact(source="shopify:1", remote_id="7002", name="Jan", email="jan@poczta.example"))
    both = replace(ANNA, remote_id="7002")
    assert _find(lipa, both) == jan
    assert list(jan.emails.order_by("pk").values_list("address", "verified")) == [
        ("jan@poczta.example", False),
        ("anna.nowak@poczta.example", False),
    ]
    assert queries.by_verified_email(lipa, "anna.nowak@poczta.example") == anna


def test_an_address_becomes_verified_when_the_source_says_so(lipa: Company) -> None:
    anna = _find(lipa, replace(ANNA, email_verified=False))
    assert queries.by_verified_email(lipa, "anna.nowak@poczta.example") is None
    assert _find(lipa, ANNA) == anna
    assert queries.by_verified_email(lipa, "ANNA.NOWAK@poczta.example") == anna
    assert CustomerEmail.objects.count() == 1


@pytest.mark.parametrize(
    "address",
    [
        "x7f2k@marketplace.amazon.de",
        "x7f2k@marketplace.amazon.co.uk",
        "0a1b@members.ebay.com",
        "abc+12@user.allegromail.pl",
        "abc@allegromail.pl",
    ],
)
def test_a_relay_address_recognises_nobody_even_if_called_verified(lipa: Company, address: str) -> None:
    contact = Contact(source="amazon:1", name="Buyer", email=address, email_verified=True)
    assert _find(lipa, contact) != _find(lipa, contact)
    assert set(CustomerEmail.objects.values_list("verified", "relay")) == {(False, True)}


@pytest.mark.parametrize("address", ["x@amazon.de", "x@notmarketplace.amazon.evil.example", "x@allegromail.pl.example"])
def test_an_address_that_only_looks_like_a_relay_is_one_of_a_person(lipa: Company, address: str) -> None:
    contact = Contact(source="a:1", name="Buyer", email=address, email_verified=True)
    assert _find(lipa, contact) == _find(lipa, contact)


@pytest.mark.parametrize("address", ["", "nobody", "a@b", "a b@c.pl", "a@b@c.pl", None])
def test_what_is_no_address_is_not_kept(lipa: Company, address: str | None) -> None:
    _find(lipa, replace(ANNA, email=address))
    assert CustomerEmail.objects.count() == 0


def test_companies_do_not_share_customers(lipa: Company) -> None:
    anna = _find(lipa, ANNA)
    other = _find(CompanyFactory.create(), replace(ANNA, source="shopify:9"))
    assert other != anna
    assert other.company_id != anna.company_id


def test_a_merged_customer_is_found_as_the_one_that_stands_for_it(lipa: Company) -> None:
    anna = _find(lipa, ANNA)
    again = _find(lipa, Contact(source="shopify:2", remote_id="9", name="Anna N."))
    crm.merge_customers(keep=anna, merged=again, actor=SYSTEM, at=AT)
    assert _find(lipa, Contact(source="shopify:2", remote_id="9")) == anna


def test_a_batch_is_like_one_by_one(lipa: Company) -> None:
    anna = _find(lipa, ANNA)
    jan = Contact(source="shopify:1", remote_id="8", name="Jan", email="jan@poczta.example", email_verified=True)
    batch = [
        jan,
        ANNA,
        replace(jan, source="shopify:2", remote_id="80"),  # the same person by the address
        Contact(source="shopify:1", name="Guest", email="jan@poczta.example"),
        Contact(source="shopify:1", name="Guest", email="jan@poczta.example"),
        replace(jan, email=None),
    ]
    found = crm.find_or_create_customers(company=lipa, contacts=batch, actor=SYSTEM, at=AT)
    assert found[1] == anna
    assert found[0] == found[2] == found[5]
    assert len({customer.pk for customer in found}) == 4
    assert Customer.objects.count() == 4
    assert queries.by_identity("shopify:2", "80") == found[0]


def test_two_known_people_with_one_address_in_a_batch_share_nothing(lipa: Company) -> None:
    one, two = CustomerFactory.create(company=lipa), CustomerFactory.create(company=lipa)
    CustomerIdentityFactory.create(customer=one, remote_id="1")
    CustomerIdentityFactory.create(customer=two, remote_id="2")
    batch = [replace(ANNA, remote_id="2"), replace(ANNA, remote_id="1")]
    assert crm.find_or_create_customers(company=lipa, contacts=batch, actor=SYSTEM, at=AT) == [two, one]
    assert list(CustomerEmail.objects.order_by("customer").values_list("customer", "verified")) == [
        (one.pk, True),
        (two.pk, False),
    ]


def test_a_firm_is_kept_under_its_name(lipa: Company) -> None:
    firm = _find(lipa, replace(ANNA, firm="Dąb sp. z o.o.", tax_id="5260001246"))
    assert (firm.kind, firm.name, firm.tax_id) == ("firm", "Dąb sp. z o.o.", "5260001246")


# --- guards


def test_a_verified_address_belongs_to_one_customer(lipa: Company) -> None:
    CustomerEmailFactory.create(customer=CustomerFactory.create(company=lipa), address="a@b.example")
    with pytest.raises(IntegrityError, match="customer_email_verified_once"), transaction.atomic():
        CustomerEmailFactory.create(customer=CustomerFactory.create(company=lipa), address="a@b.example")


def test_an_identity_belongs_to_one_customer(lipa: Company) -> None:
    CustomerIdentityFactory.create(customer=CustomerFactory.create(company=lipa), remote_id="1")
    with pytest.raises(IntegrityError, match="customer_identity_once"), transaction.atomic():
        CustomerIdentityFactory.create(customer=CustomerFactory.create(company=lipa), remote_id="1")


def test_a_relay_address_is_never_verified(lipa: Company) -> None:
    with pytest.raises(IntegrityError, match="customer_email_relay_unverified"), transaction.atomic():
        CustomerEmailFactory.create(customer=CustomerFactory.create(company=lipa), relay=True)


def test_an_identity_stays_in_the_company_of_its_customer(lipa: Company) -> None:
    CustomerIdentityFactory.create(customer=CustomerFactory.create(company=lipa), company=CompanyFactory.create())
    with pytest.raises(IntegrityError, match="customer_identity_in_company_of_customer"):
        connection.check_constraints()


# --- races


def _race(company: Company, contacts: list[Contact]) -> list[BaseException]:
    start, errors = Barrier(len(contacts)), []

    def run(contact: Contact) -> None:
        try:
            start.wait()
            _find(company, contact)
        except BaseException as error:
            errors.append(error)
        finally:
            connection.close()

    threads = [Thread(target=run, args=(contact,)) for contact in contacts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return errors


def test_ten_at_once_make_one_customer(own_db: str) -> None:
    lipa = CompanyFactory.create()
    assert _race(lipa, [ANNA] * 10) == []
    assert (Customer.objects.count(), CustomerIdentity.objects.count(), CustomerEmail.objects.count()) == (1, 1, 1)
    assert Event.objects.filter(name="crm.CustomerCreated").count() == 1


def test_ten_sources_at_once_with_one_verified_address_make_one_customer(own_db: str) -> None:
    lipa = CompanyFactory.create()
    assert _race(lipa, [replace(ANNA, source=f"shopify:{n}") for n in range(10)]) == []
    assert (Customer.objects.count(), CustomerIdentity.objects.count(), CustomerEmail.objects.count()) == (1, 10, 1)


def test_without_the_lock_the_race_goes_wrong(own_db: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The control: ten customers come out, nine of whom nobody will ever recognise again."""
    lipa = CompanyFactory.create()
    all_looked, insert = Barrier(10), recognition.insert

    def insert_when_all_have_looked(company_id: int, batch: list[recognition.Asked], at: datetime) -> list[Customer]:
        all_looked.wait()
        return insert(company_id, batch, at)

    monkeypatch.setattr("erp.crm.services.recognising.lock_names", lambda names: None)
    monkeypatch.setattr(recognition, "insert", insert_when_all_have_looked)
    _race(lipa, [replace(ANNA, email=None)] * 10)
    assert (Customer.objects.count(), CustomerIdentity.objects.count()) == (10, 1)
