"""The administration site: administrators only, read-only rows as visible, no secrets of libraries."""

import pytest
from django.contrib import admin
from django.test import Client

from erp.foundation.organisation.models import Company
from tests.factories.accounts import PASSWORD, a_company, a_member

ADMIN = "/admin/"


def _browser(role: str, company: Company) -> Client:
    client = Client()
    client.force_login(a_member(role, company), backend="django.contrib.auth.backends.ModelBackend")
    return client


def test_a_stranger_is_sent_to_the_one_sign_in_page(db: None) -> None:
    person = a_member("owner", a_company(), password=PASSWORD)
    answer = Client().get(ADMIN)
    tried = Client().post("/admin/login/", {"username": person.email, "password": PASSWORD})

    assert (answer.status_code, answer["Location"]) == (302, "/accounts/login/?next=/admin/")
    assert (tried.status_code, tried["Location"]) == (302, "/accounts/login/?next=/admin/login/")
    assert "sessionid" not in tried.cookies


@pytest.mark.parametrize("role", ["sales", "warehouse", "buyer", "accountant", "marketing", "auditor"])
def test_who_is_no_administrator_does_not_find_it(db: None, role: str) -> None:
    browser = _browser(role, a_company())

    assert [browser.get(path).status_code for path in (ADMIN, "/admin/organisation/company/")] == [404, 404]


@pytest.mark.parametrize("role", ["owner", "administrator"])
def test_an_administrator_sees_the_rows_of_their_company_only(db: None, role: str) -> None:
    mine, other = a_company("Kubek"), a_company("Inna Firma")
    browser = _browser(role, mine)

    assert browser.get(ADMIN).status_code == 200
    listed = browser.get("/admin/organisation/company/").content.decode()
    assert "Kubek" in listed
    assert "Inna Firma" not in listed
    assert browser.get(f"/admin/organisation/company/{mine.pk}/change/").status_code == 200
    assert (
        "Inna Firma" not in browser.get(f"/admin/organisation/company/{other.pk}/change/", follow=True).content.decode()
    )


def test_rows_are_read_only(db: None) -> None:
    company = a_company()
    browser = _browser("owner", company)
    change = browser.post(f"/admin/organisation/company/{company.pk}/change/", {"name": "Changed"})
    add = browser.get("/admin/organisation/company/add/")
    delete = browser.post(f"/admin/organisation/company/{company.pk}/delete/", {"post": "yes"})

    assert [answer.status_code for answer in (change, add, delete)] == [404, 404, 404]
    assert Company.objects.get(pk=company.pk).name == "Sklep Kubek"


def test_the_content_policy_is_relaxed_here_only(db: None) -> None:
    browser = _browser("owner", a_company())

    assert "'unsafe-eval'" in browser.get(ADMIN)["Content-Security-Policy"]
    assert "unsafe" not in browser.get("/")["Content-Security-Policy"]


def test_models_of_libraries_that_hold_secrets_are_not_there() -> None:
    shown = {model._meta.label_lower for model in admin.site._registry}

    assert "oauth2_provider.application" in shown
    assert not {label for label in shown if label.startswith(("mfa.", "account.", "socialaccount.", "auth."))}
    assert not {label for label in shown if "token" in label or label.endswith("grant")}


@pytest.mark.parametrize(
    "path", ["django_celery_beat/periodictask", "oauth2_provider/application", "axes/accessattempt", "accounts/user"]
)
def test_the_pages_that_are_shown_work(db: None, path: str) -> None:
    assert _browser("administrator", a_company()).get(f"/admin/{path}/").status_code == 200
