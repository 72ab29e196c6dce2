"""Signing in: closed to strangers, locked after wrong tries, a second factor where one is set."""

import pytest
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret, hotp_value, yield_hotp_counters_from_time
from axes.models import AccessAttempt
from django.conf import settings
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse

from tests.factories.accounts import PASSWORD, a_company, a_member, a_person
from tests.factories.api import client_of

LOGIN = "/accounts/login/"


def _try(browser: Client, email: str, password: str) -> int:
    return browser.post(LOGIN, {"login": email, "password": password}).status_code


def test_nobody_signs_up(db: None) -> None:
    browser = Client()
    sent = {"email": "stranger@example.com", "password1": PASSWORD, "password2": PASSWORD}
    page, answer = browser.get(reverse("account_signup")), browser.post(reverse("account_signup"), sent)

    assert "password1" not in page.content.decode() + answer.content.decode()
    assert not get_user_model().objects.exists()


def test_the_right_password_gets_in_whatever_the_case_of_the_email(db: None) -> None:
    person = a_person("Anna Nowak", password=PASSWORD)
    browser = Client()

    assert _try(browser, person.email.upper(), PASSWORD) == 302
    assert browser.session["_auth_user_id"] == str(person.pk)


@pytest.mark.parametrize("email", ["anna.nowak@example.com", "nobody@example.com"])
def test_a_wrong_password_and_an_unknown_person_read_the_same(db: None, email: str) -> None:
    a_person("Anna Nowak", password=PASSWORD)
    answer = Client().post(LOGIN, {"login": email, "password": "wrong"})

    assert answer.status_code == 200
    assert "not correct" in answer.content.decode()


def test_wrong_tries_lock_this_person_at_this_address_only(db: None) -> None:
    person, other = a_person("Anna Nowak", password=PASSWORD), a_person("Piotr Lis", password=PASSWORD)
    browser = Client()
    for _ in range(settings.AXES_FAILURE_LIMIT):
        _try(browser, person.email, "wrong")

    assert _try(browser, person.email, PASSWORD) == 429
    assert _try(browser, other.email, PASSWORD) == 302
    elsewhere = Client(REMOTE_ADDR="10.1.2.3")
    assert _try(elsewhere, person.email, PASSWORD) == 302


def test_wrong_keys_of_the_api_lock_nobody(db: None) -> None:
    for _ in range(settings.AXES_FAILURE_LIMIT + 1):
        client_of("brk_wrong").get("/api/v1/self/")

    assert not AccessAttempt.objects.exists()


def test_who_may_not_sign_in_does_not(db: None) -> None:
    person = a_person("Anna Nowak", password=PASSWORD)
    person.is_active = False
    person.save()
    browser = Client()
    _try(browser, person.email, PASSWORD)

    assert "_auth_user_id" not in browser.session


def test_a_second_factor_is_asked_for_where_it_is_set(db: None) -> None:
    person = a_member("owner", a_company(), name="Anna Nowak", password=PASSWORD)
    secret = generate_totp_secret()
    TOTP.activate(person, secret)
    browser = Client()
    _try(browser, person.email, PASSWORD)
    assert "_auth_user_id" not in browser.session

    wrong = browser.post(reverse("mfa_authenticate"), {"code": "000000"})
    assert "_auth_user_id" not in browser.session
    assert wrong.status_code == 200
    code = hotp_value(secret, next(iter(yield_hotp_counters_from_time())))
    browser.post(reverse("mfa_authenticate"), {"code": f"{code:06d}"})
    assert browser.session["_auth_user_id"] == str(person.pk)


def test_the_second_step_opens_nothing_by_itself(db: None) -> None:
    person = a_member("owner", a_company(), name="Anna Nowak", password=PASSWORD)
    TOTP.activate(person, generate_totp_secret())
    browser = Client()
    _try(browser, person.email, PASSWORD)

    assert browser.get("/").status_code == 302
    assert browser.get("/api/v1/self/").status_code == 401


def test_sensitive_pages_ask_for_the_password_again(db: None) -> None:
    person = a_person("Anna Nowak", password=PASSWORD)
    browser = Client()
    browser.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    sent_away = browser.get(reverse("mfa_activate_totp"))
    assert (sent_away.status_code, sent_away["Location"].split("?")[0]) == (302, "/accounts/reauthenticate/")

    browser.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    assert browser.get(reverse("mfa_activate_totp")).status_code == 200
