"""The administration site: rows of companies as visible and read-only, what is the installation's for who runs it."""

import pytest
from axes.models import AccessAttempt
from django.contrib import admin
from django.test import Client
from django_celery_beat.models import IntervalSchedule, PeriodicTask
from oauth2_provider.models import Application

from erp.foundation.accounts.models import User
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


LIBRARIES = ("django_celery_beat/periodictask", "oauth2_provider/application", "axes/accessattempt")


def _runner() -> Client:
    """The browser of somebody who runs the installation and has no role in any company."""
    client = Client()
    person = User.objects.create_user("runner@example.com", name="Runner", runs_installation=True)
    client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    return client


@pytest.mark.parametrize("path", LIBRARIES)
def test_what_belongs_to_the_installation_is_shown_to_who_runs_it(db: None, path: str) -> None:
    assert _runner().get(f"/admin/{path}/").status_code == 200


def test_who_runs_the_installation_sees_no_rows_of_companies(db: None) -> None:
    company = a_company("Kubek")
    browser = _runner()

    assert "Kubek" not in browser.get(ADMIN).content.decode()
    addresses = ("accounts/user/", "organisation/company/", f"organisation/company/{company.pk}/change/")
    assert [browser.get(f"/admin/{path}").status_code for path in addresses] == [404, 404, 404]


@pytest.mark.parametrize("role", ["owner", "administrator"])
def test_a_companys_administrator_changes_nothing_of_the_installation(db: None, role: str) -> None:
    browser = _browser(role, a_company())
    schedule = IntervalSchedule.objects.create(every=5, period=IntervalSchedule.MINUTES)
    task = PeriodicTask.objects.create(name="Sweep", task="sweep", interval=schedule)
    attempt = AccessAttempt.objects.create(
        username="other@firm.example", ip_address="10.0.0.1", get_data="", post_data="", failures_since_start=8
    )
    answers = [
        browser.get("/admin/django_celery_beat/periodictask/"),
        browser.post(f"/admin/django_celery_beat/periodictask/{task.pk}/change/", {"name": "Mine", "task": "mine"}),
        browser.post(f"/admin/django_celery_beat/periodictask/{task.pk}/delete/", {"post": "yes"}),
        browser.post(
            "/admin/django_celery_beat/periodictask/", {"action": "disable_tasks", "_selected_action": task.pk}
        ),
        browser.post("/admin/django_celery_beat/intervalschedule/add/", {"every": 1, "period": "seconds"}),
        browser.get("/admin/axes/accessattempt/"),
        browser.post(f"/admin/axes/accessattempt/{attempt.pk}/delete/", {"post": "yes"}),
        browser.post(
            "/admin/oauth2_provider/application/add/",
            {"name": "Mine", "client_type": "public", "authorization_grant_type": "client-credentials"},
        ),
    ]

    assert [answer.status_code for answer in answers] == [404] * len(answers)
    assert list(PeriodicTask.objects.values_list("name", "task", "enabled")) == [("Sweep", "sweep", True)]
    assert list(IntervalSchedule.objects.values_list("every", flat=True)) == [5]
    assert list(AccessAttempt.objects.values_list("username", flat=True)) == ["other@firm.example"]
    assert not Application.objects.exists()
    index = browser.get(ADMIN).content.decode()
    assert "periodictask" not in index
    assert "accessattempt" not in index


def test_who_runs_the_installation_changes_what_belongs_to_it(db: None) -> None:
    no_tasks = {"periodictask_set-TOTAL_FORMS": 0, "periodictask_set-INITIAL_FORMS": 0}
    sent = {"every": 7, "period": "minutes", **no_tasks}

    assert _runner().post("/admin/django_celery_beat/intervalschedule/add/", sent).status_code == 302
    assert list(IntervalSchedule.objects.values_list("every", flat=True)) == [7]


def test_whose_access_was_stopped_runs_nothing(db: None) -> None:
    browser = _runner()
    User.objects.update(is_active=False)

    assert browser.get("/admin/django_celery_beat/periodictask/").status_code == 302


def test_another_companys_row_reads_as_one_that_is_not_there(db: None) -> None:
    other = a_company("Inna Firma")
    browser = _browser("administrator", a_company("Kubek"))
    pages = [
        f"/admin/organisation/company/{key}/{page}/" for key in (other.pk, 999_999) for page in ("change", "history")
    ]

    assert [browser.get(page).status_code for page in pages] == [404] * 4


def test_the_page_of_a_person_works(db: None) -> None:
    company = a_company()
    person = a_member("sales", company)

    assert _browser("administrator", company).get(f"/admin/accounts/user/{person.pk}/change/").status_code == 200
