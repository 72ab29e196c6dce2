"""Merging customers, and keeping what is known about them right."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction

from erp.crm import queries
from erp.crm import services as crm
from erp.crm.models import Address, Customer, CustomerEmail, CustomerStatus
from erp.crm.services import CustomerChanges, PostalAddress
from erp.foundation.actor import SYSTEM
from erp.foundation.events.models import Event
from erp.foundation.organisation.models import Company
from tests.factories.crm import CustomerEmailFactory, CustomerFactory, CustomerIdentityFactory
from tests.factories.organisation import CompanyFactory

AT = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
HOME = PostalAddress(name="Anna Nowak", street="Długa 7/2", city="Gdańsk", postcode="80-001", country="PL")


@pytest.fixture
def lipa(db: None) -> Company:
    return CompanyFactory.create(name="Lipa")


def _merge(keep: Customer, merged: Customer) -> Customer:
    return crm.merge_customers(keep=keep, merged=merged, actor=SYSTEM, at=AT)


def test_merging_sets_a_pointer_and_tells_once(lipa: Company) -> None:
    anna, again = CustomerFactory.create_batch(2, company=lipa)
    for _ in range(2):
        assert _merge(anna, again) == anna
    again.refresh_from_db()
    assert (again.canonical, again.status) == (anna, "merged")
    assert queries.family(again) == [anna.pk, again.pk]
    assert Event.objects.filter(name="crm.CustomersMerged").count() == 1


def test_pointers_lead_to_the_end_at_once(lipa: Company) -> None:
    one, two, three = CustomerFactory.create_batch(3, company=lipa)
    _merge(two, one)
    _merge(three, two)
    one.refresh_from_db()
    assert one.canonical == three
    assert queries.family(one) == [three.pk, one.pk, two.pk]


def test_a_guest_that_takes_over_a_known_customer_is_known(lipa: Company) -> None:
    guest = CustomerFactory.create(company=lipa, status=CustomerStatus.GUEST)
    assert _merge(guest, CustomerFactory.create(company=lipa)).status == "known"


def test_what_cannot_be_one_is_not_merged(lipa: Company) -> None:
    anna, jan, ewa = CustomerFactory.create_batch(3, company=lipa)
    stranger = CustomerFactory.create(company=CompanyFactory.create())
    _merge(anna, jan)
    for keep, merged in ((anna, anna), (ewa, stranger), (jan, ewa), (ewa, jan)):
        with pytest.raises(crm.CannotMerge):
            _merge(keep, merged)
    assert list(Customer.objects.filter(canonical__isnull=False)) == [jan]


def test_the_database_refuses_a_chain(lipa: Company) -> None:
    one, two, three = CustomerFactory.create_batch(3, company=lipa)
    _merge(two, one)
    with pytest.raises(IntegrityError, match="customer_canonical_is_last"), transaction.atomic():
        Customer.objects.filter(pk=two.pk).update(canonical=three, status="merged")
    with pytest.raises(IntegrityError, match="customer_canonical_is_last"), transaction.atomic():
        Customer.objects.filter(pk=three.pk).update(canonical=one, status="merged")


def test_the_database_refuses_a_pointer_into_another_company(lipa: Company) -> None:
    one, foreign = CustomerFactory.create(company=lipa), CustomerFactory.create()
    with pytest.raises(IntegrityError, match="customer_canonical_is_last"), transaction.atomic():
        Customer.objects.filter(pk=one.pk).update(canonical=foreign, status="merged")


def test_the_database_ties_the_status_to_the_pointer(lipa: Company) -> None:
    one, two = CustomerFactory.create_batch(2, company=lipa)
    with pytest.raises(IntegrityError, match="customer_merged_has_canonical"), transaction.atomic():
        Customer.objects.filter(pk=one.pk).update(canonical=two)
    with pytest.raises(IntegrityError, match="customer_merged_has_canonical"), transaction.atomic():
        Customer.objects.filter(pk=one.pk).update(status="merged")


def test_details_change_once(lipa: Company) -> None:
    anna = CustomerFactory.create(company=lipa)
    for _ in range(2):
        crm.update_customer(customer=anna, changes=CustomerChanges(name="Anna Kowal "), actor=SYSTEM, at=AT)
    anna.refresh_from_db()
    assert (anna.name, anna.language) == ("Anna Kowal", "pl")
    assert Event.objects.count() == 1


@pytest.mark.parametrize("changes", [CustomerChanges(kind="cat"), CustomerChanges(language="de")])
def test_details_that_cannot_be_are_refused(lipa: Company, changes: CustomerChanges) -> None:
    anna = CustomerFactory.create(company=lipa)
    with pytest.raises(crm.InvalidCustomer):
        crm.update_customer(customer=anna, changes=changes, actor=SYSTEM, at=AT)
    assert Event.objects.count() == 0


def test_an_address_is_kept_once_whatever_its_case(lipa: Company) -> None:
    anna, later = CustomerFactory.create(company=lipa), AT + timedelta(days=1)
    crm.remember_address(customer=anna, address=HOME, actor=SYSTEM, at=AT)
    shouted = PostalAddress(name="ANNA  NOWAK", street="DŁUGA 7/2", city="GDAŃSK", postcode="80-001", country="PL")
    crm.remember_address(customer=anna, address=shouted, actor=SYSTEM, at=later)
    row = Address.objects.get()
    assert (row.street, row.last_used_at) == ("Długa 7/2", later)


def test_a_verified_address_of_another_is_not_taken(lipa: Company) -> None:
    CustomerEmailFactory.create(customer=CustomerFactory.create(company=lipa), address="a@b.example")
    jan = CustomerFactory.create(company=lipa)
    with pytest.raises(crm.EmailTaken):
        crm.add_email(customer=jan, email="A@b.example", verified=True, actor=SYSTEM, at=AT)
    crm.add_email(customer=jan, email="A@b.example", verified=False, actor=SYSTEM, at=AT)
    assert list(jan.emails.values_list("address", "verified")) == [("a@b.example", False)]


def test_verifying_an_address_makes_a_guest_known(lipa: Company) -> None:
    guest = CustomerFactory.create(company=lipa, status=CustomerStatus.GUEST)
    for verified in (False, True, True):
        crm.add_email(customer=guest, email="g@b.example", verified=verified, actor=SYSTEM, at=AT)
    guest.refresh_from_db()
    assert (guest.status, CustomerEmail.objects.get().verified) == ("known", True)
    assert Event.objects.count() == 2


@pytest.mark.parametrize("email, verified", [("nothing", False), ("x@members.ebay.com", True)])
def test_what_is_no_address_is_refused(lipa: Company, email: str, verified: bool) -> None:
    with pytest.raises(crm.InvalidCustomer):
        crm.add_email(
            customer=CustomerFactory.create(company=lipa), email=email, verified=verified, actor=SYSTEM, at=AT
        )
    assert CustomerEmail.objects.count() == 0


def test_search_goes_by_name_part_and_whole_numbers(lipa: Company) -> None:
    anna = CustomerFactory.create(company=lipa, name="Anna Nowak", phone="600100200")
    jan = CustomerFactory.create(company=lipa, name="Jan Kos", tax_id="5260001246")
    CustomerEmailFactory.create(customer=anna, address="anna@b.example")
    CustomerIdentityFactory.create(customer=jan, remote_id="4711")
    for text, expected in (
        ("nowa", [anna]), ("600100200", [anna]), ("ANNA@b.example", [anna]), ("5260001246", [jan]), ("4711", [jan]),
        ("anna@b", []), ("471", []),
    ):  # fmt: skip
        assert list(queries.matching(Customer.objects.all(), text)) == expected, text


def test_a_verified_real_address_is_shown_first(lipa: Company) -> None:
    anna = CustomerFactory.create(company=lipa)
    CustomerEmailFactory.create(customer=anna, address="relay@members.ebay.com", verified=False, relay=True)
    CustomerEmailFactory.create(customer=anna, address="typed@b.example", verified=False)
    assert queries.emails_of([anna.pk]) == {anna.pk: "typed@b.example"}
    CustomerEmailFactory.create(customer=anna, address="mine@b.example")
    assert queries.emails_of([anna.pk]) == {anna.pk: "mine@b.example"}
