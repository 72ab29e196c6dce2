"""The settings as people use them: what is missing, the company and its parts, and nobody else's."""

from typing import Any

import pytest
from django.test import Client

from erp.foundation.accounts.models import User
from erp.foundation.actor import SYSTEM
from erp.foundation.organisation import services as organisation
from erp.foundation.organisation.models import Branch, Company, Department, SalesChannel
from tests.factories.accounts import AT, a_branch, a_company, a_member

DETAILS = {
    "name": "Lipa",
    "legal_name": "Lipa sp. z o.o.",
    "country": "PL",
    "tax_id": "526-104-08-28",
    "vat": "no",
    "street": "Składowa 4",
    "postal_code": "02-001",
    "city": "Warszawa",
    "language": "en",
    "time_zone": "Europe/Warsaw",
}
PARTS: list[Any] = [
    pytest.param("branches", Branch, {}, id="branch"),
    pytest.param("departments", Department, {}, id="department"),
    pytest.param("channels", SalesChannel, {"kind": "wholesale"}, id="channel"),
]


@pytest.fixture
def lipa(db: None) -> Company:
    return a_company("Lipa")


@pytest.fixture
def inna(db: None) -> Company:
    return a_company("Tajna Firma")


def _signed_in(company: Company, role: str = "owner") -> Client:
    browser = Client(headers={"Accept-Language": "en"})
    browser.force_login(a_member(role, company), backend="django.contrib.auth.backends.ModelBackend")
    return browser


def _text(browser: Client, url: str) -> str:
    answer = browser.get(url)
    assert answer.status_code == 200, f"{url}: {answer.status_code}"
    return answer.content.decode()


def test_what_is_missing_is_offered_until_it_is_there(lipa: Company) -> None:
    browser = _signed_in(lipa)
    page = _text(browser, "/setup/")
    for step in ("Open a branch", "Open a warehouse", "Connect a shop", "Invite people", "Add products"):
        assert step in page
    a_branch(lipa)
    a_member("sales", lipa)

    page = _text(browser, "/setup/")
    assert "Open a branch" not in page
    assert "Invite people" not in page
    assert "1 branch" in page
    assert "2 people" in page


def test_each_role_sees_only_its_own_lines(lipa: Company) -> None:
    accountant = _text(_signed_in(lipa, "accountant"), "/setup/")
    assert "Tax rates" in accountant
    for hidden in ("API keys", "Invite people", "Open a warehouse", "Connect a shop"):
        assert hidden not in accountant
    assert _signed_in(lipa, "sales").get("/setup/").status_code == 404
    assert "Open a branch" not in _text(_signed_in(lipa, "auditor"), "/setup/")


def test_a_company_is_changed_and_the_change_stands_in_its_history(lipa: Company) -> None:
    browser = _signed_in(lipa, "administrator")
    assert browser.get("/setup/companies/")["Location"] == f"/setup/companies/{lipa.pk}/"

    answer = browser.post(f"/setup/companies/{lipa.pk}/edit/", DETAILS)

    assert answer["Location"] == f"/setup/companies/{lipa.pk}/"
    lipa.refresh_from_db()
    assert (lipa.tax_id, lipa.city, lipa.vat_registered, lipa.currency) == ("5261040828", "Warszawa", False, "PLN")
    page = _text(browser, f"/setup/companies/{lipa.pk}/")
    assert "Details changed: tax number, registered for VAT, street and number" in page
    assert "Administrator" in page


def test_a_wrong_tax_number_changes_nothing(lipa: Company) -> None:
    answer = _signed_in(lipa).post(f"/setup/companies/{lipa.pk}/edit/", DETAILS | {"tax_id": "1234567890"})

    assert answer.status_code == 422
    assert "not a tax number of this country" in answer.content.decode()
    lipa.refresh_from_db()
    assert (lipa.tax_id, lipa.city) == ("", "")


@pytest.mark.parametrize("place, model, more", PARTS)
def test_a_part_is_made_renamed_and_its_code_is_its_own(
    lipa: Company, place: str, model: Any, more: dict[str, str]
) -> None:
    browser = _signed_in(lipa)
    typed = {"company": str(lipa.pk), "code": "POZ", "name": "Poznań"} | more

    where = browser.post(f"/setup/{place}/new/", typed)["Location"]
    twin = browser.post(f"/setup/{place}/new/", typed | {"name": "Twin"})
    assert (twin.status_code, model.objects.count()) == (422, 1)
    assert "has one with this code already" in twin.content.decode()
    small = browser.post(f"/setup/{place}/new/", typed | {"code": "poz"})
    assert (small.status_code, model.objects.count()) == (422, 1)

    assert browser.post(f"{where}rename/", {"name": "Poznań Jeżyce"})["Location"] == where
    page = _text(browser, where)
    assert "Poznań Jeżyce" in page
    assert "renamed" in page
    assert "Poznań Jeżyce" in _text(browser, f"/setup/{place}/")
    assert model.objects.get().code == "POZ"


@pytest.mark.parametrize("place, model, more", PARTS)
def test_nobody_sees_or_changes_a_part_of_another_company(
    lipa: Company, inna: Company, place: str, model: Any, more: dict[str, str]
) -> None:
    theirs = model.objects.create(company=inna, code="TAJ", name="Tajny", **more)
    browser = _signed_in(lipa)

    assert "Tajny" not in _text(browser, f"/setup/{place}/")
    narrowed = _text(browser, f"/setup/{place}/?company={inna.pk}")
    assert "Tajn" not in narrowed
    for url in (f"/setup/{place}/{theirs.pk}/", f"/setup/{place}/{theirs.pk}/rename/"):
        assert browser.get(url).status_code == 404
    assert browser.post(f"/setup/{place}/{theirs.pk}/rename/", {"name": "Moje"}).status_code == 404
    made = browser.post(f"/setup/{place}/new/", {"company": str(inna.pk), "code": "MOJ", "name": "Moje"} | more)
    assert made.status_code == 422
    assert list(model.objects.values_list("company", "name")) == [(inna.pk, "Tajny")]


def test_nobody_sees_or_changes_another_company(lipa: Company, inna: Company) -> None:
    browser = _signed_in(lipa)

    assert browser.get(f"/setup/companies/{inna.pk}/").status_code == 404
    assert browser.post(f"/setup/companies/{inna.pk}/edit/", DETAILS).status_code == 404
    assert browser.get("/setup/companies/")["Location"] == f"/setup/companies/{lipa.pk}/"
    inna.refresh_from_db()
    assert inna.name == "Tajna Firma"


@pytest.mark.parametrize("role", ["sales", "accountant", "warehouse", "auditor"])
def test_who_only_looks_at_companies_changes_nothing(lipa: Company, role: str) -> None:
    branch = a_branch(lipa)
    browser = _signed_in(lipa, role)

    assert _text(browser, f"/setup/companies/{lipa.pk}/")
    assert browser.post(f"/setup/companies/{lipa.pk}/edit/", DETAILS).status_code == 404
    assert browser.post(f"/setup/branches/{branch.pk}/rename/", {"name": "X"}).status_code == 404
    new = browser.post("/setup/branches/new/", {"company": lipa.pk, "code": "X", "name": "X"})
    assert new.status_code == 404
    assert list(Branch.objects.values_list("name", flat=True)) == [branch.name]


def test_who_runs_the_installation_without_a_role_sees_no_company(lipa: Company) -> None:
    runs = User.objects.create_user("runs@example.com", name="Runs", runs_installation=True)
    browser = Client()
    browser.force_login(runs, backend="django.contrib.auth.backends.ModelBackend")

    assert browser.get("/").status_code == 200  # there is a company, so nothing has to be founded first
    assert browser.get("/setup/found/").status_code == 200
    assert browser.get("/setup/").status_code == 404
    assert browser.get(f"/setup/companies/{lipa.pk}/").status_code == 404


def test_changing_details_by_the_service_needs_a_name(lipa: Company) -> None:
    details = organisation.CompanyDetails(name=" ", legal_name="X", country="PL", time_zone="Europe/Warsaw")
    with pytest.raises(organisation.InvalidDetail):
        organisation.update_company(company=lipa, details=details, actor=SYSTEM, at=AT)
