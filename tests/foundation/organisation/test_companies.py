"""Companies and their parts: checked details, unique codes, and what never changes."""

import dataclasses

import pytest
from django.db import IntegrityError, transaction

from erp.foundation.actor import SYSTEM
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
    _create(tax_id="5261040828")

    with pytest.raises(IntegrityError, match="company_tax_id_once"), transaction.atomic():
        _create(name="Inny", tax_id="5261040828")
    assert _create(name="Bez", tax_id="").tax_id == _create(name="Bez dwa", tax_id="").tax_id


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
