"""Companies and their parts: checked details, unique codes, and what never changes."""

import dataclasses

import pytest
from django.db import IntegrityError, transaction

from erp.foundation.actor import SYSTEM
from erp.foundation.events.models import Event
from erp.foundation.organisation import queries, services
from erp.foundation.organisation.models import Branch, Company
from tests.factories.accounts import AT, a_branch, a_company

DETAILS = services.CompanyDetails(name="Kubek", legal_name="Kubek sp. z o.o.", country="PL", time_zone="Europe/Warsaw")


def _create(currency: str = "PLN", **changes: object) -> Company:
    details = dataclasses.replace(DETAILS, **changes)  # type: ignore[arg-type]
    return services.create_company(details=details, currency=currency, valuation="fifo", actor=SYSTEM, at=AT)


@pytest.mark.parametrize(
    "country, typed, kept",
    [
        ("PL", "526-104-08-28", "5261040828"),
        ("PL", "PL 5261040828", "5261040828"),
        ("DE", "DE 136,695 976", "136695976"),
        ("GB", "GB 980 7806 84", "980780684"),
        ("XX", "ab-12 3", "AB123"),
    ],
)
def test_a_tax_number_is_checked_and_kept_without_signs(db: None, country: str, typed: str, kept: str) -> None:
    assert _create(country=country, tax_id=typed).tax_id == kept


@pytest.mark.parametrize(
    "field, changes",
    [
        ("tax_id", {"tax_id": "5261040829"}),
        ("country", {"country": "pl"}),
        ("country", {"country": "POL"}),
        ("time_zone", {"time_zone": "Europe/Krakow"}),
        ("currency", {"currency": "ZLO"}),
    ],
)
def test_a_detail_that_cannot_be_right_is_named(db: None, field: str, changes: dict[str, str]) -> None:
    with pytest.raises(services.InvalidDetail) as refused:
        _create(**changes)  # type: ignore[arg-type]

    assert refused.value.params["field"] == field
    assert not Company.objects.exists()


def test_making_a_company_twice_makes_it_once(db: None) -> None:
    assert _create() == _create(legal_name="Another")
    assert queries.company_by_name("Kubek") == Company.objects.get()
    assert Company.objects.get().legal_name == "Kubek sp. z o.o."


def test_details_change_and_the_books_do_not(db: None) -> None:
    company = _create()
    changed = services.update_company(
        company=company,
        details=dataclasses.replace(DETAILS, name="Kubki", tax_id="5261040828"),
        actor=SYSTEM,
        at=AT,
    )

    assert (changed.name, changed.tax_id, changed.currency, changed.valuation) == ("Kubki", "5261040828", "PLN", "fifo")


def test_two_companies_do_not_share_a_tax_number(db: None) -> None:
    first = _create(tax_id="5261040828")
    other = _create(name="Inny")

    for refused in (
        lambda: _create(name="Trzeci", tax_id="526-104-08-28"),
        lambda: services.update_company(
            company=other, details=dataclasses.replace(DETAILS, tax_id="5261040828"), actor=SYSTEM, at=AT
        ),
    ):
        with pytest.raises(services.InvalidDetail):
            refused()
    with pytest.raises(IntegrityError, match="company_tax_id_once"), transaction.atomic():
        Company.objects.filter(pk=other.pk).update(tax_id=first.tax_id)
    assert _create(name="Bez", tax_id="").tax_id == _create(name="Bez dwa", tax_id="").tax_id


def test_a_company_does_not_take_the_name_of_another(db: None) -> None:
    company = _create()
    _create(name="Inny")

    with pytest.raises(services.InvalidDetail) as refused:
        services.update_company(company=company, details=dataclasses.replace(DETAILS, name="Inny"), actor=SYSTEM, at=AT)
    assert refused.value.params["field"] == "name"
    assert queries.company_by_name("Kubek") == company


def test_what_changed_about_a_company_is_told_once(db: None) -> None:
    company = _create()
    for _ in range(2):
        services.update_company(company=company, details=dataclasses.replace(DETAILS, city="Łódź"), actor=SYSTEM, at=AT)

    assert [event.data for event in Event.objects.filter(name="organisation.CompanyChanged")] == [
        {"company_id": company.pk, "changed": ["city"]}
    ]


@pytest.mark.parametrize("kind", ["branch", "department", "sales_channel"])
def test_parts_are_renamed_and_keep_their_code(db: None, kind: str) -> None:
    company = _create()
    more = {"kind": "phone"} if kind == "sales_channel" else {}
    make, rename = getattr(services, f"create_{kind}"), getattr(services, f"rename_{kind}")
    part = make(company=company, code="WAW", name="Warszawa", actor=SYSTEM, at=AT, **more)

    for _ in range(2):
        assert rename(**{kind: part}, name=" Mokotów ", actor=SYSTEM, at=AT).name == "Mokotów"
    with pytest.raises(services.InvalidPart):
        rename(**{kind: part}, name=" ", actor=SYSTEM, at=AT)

    part.refresh_from_db()
    assert (part.code, part.name) == ("WAW", "Mokotów")
    told = Event.objects.filter(subjects__kind=part.ref.kind).order_by("id")
    assert [event.data["opened"] for event in told] == [True, False]


def test_a_code_is_unique_in_its_company_only(db: None) -> None:
    mine, other = a_company("Kubek"), a_company("Inny")
    first = a_branch(mine, "WAW")

    assert a_branch(mine, "WAW") == first
    assert a_branch(other, "WAW") != first
    assert queries.branch_by_code(other, "WAW") == Branch.objects.get(company=other)
    with pytest.raises(IntegrityError, match="branch_code_once"), transaction.atomic():
        Branch.objects.create(company=mine, code="WAW", name="twin")


@pytest.mark.parametrize("code", ["", "waw", "A B", "-A"])
def test_the_database_refuses_a_code_that_reads_badly(db: None, code: str) -> None:
    with pytest.raises(IntegrityError, match="branch_code_form"), transaction.atomic():
        Branch.objects.create(company=a_company(), code=code, name="x")


@pytest.mark.parametrize(
    "column, value, constraint",
    [
        ("country", "pl", "company_country_code"),
        ("currency", "zl", "company_currency_code"),
        ("language", "de", "company_language_known"),
        ("valuation", "lifo", "company_valuation_known"),
        ("tax_id", "PL 1", "company_tax_id_compact"),
    ],
)
def test_the_database_refuses_a_detail_of_the_wrong_form(db: None, column: str, value: str, constraint: str) -> None:
    company = Company(
        name="X", legal_name="X", country="PL", currency="PLN", time_zone="UTC", valuation="fifo", created_at=AT
    )
    setattr(company, column, value)

    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        company.save()
