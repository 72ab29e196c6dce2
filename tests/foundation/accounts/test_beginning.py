"""The first person of an installation comes in by a key, once; people after that are invited."""

import json
from functools import partial
from io import StringIO

import pytest
from django.core.management import call_command
from django.test import Client

from config.env import ENV
from erp.foundation.accounts import links, scoping, services
from erp.foundation.accounts.models import User
from erp.foundation.actor import SYSTEM
from erp.foundation.errors import Invalid
from erp.foundation.organisation.models import Company
from tests.concurrency.racing import race
from tests.factories.accounts import AT, a_company, a_member, a_person

PASSWORD = "zielony parasol na deszcz"
TYPED = {"name": "Ola Wójcik", "email": "Ola@Kubek.example", "password": PASSWORD, "language": "pl"}


def _address() -> str:
    return f"/begin/{links.begin_key()}/"


def _let_in(email: str = "ola@kubek.example") -> User:
    return services.let_first_person_in(email=email, name="Ola", password=PASSWORD, language="pl", actor=SYSTEM, at=AT)


def test_the_first_person_comes_in_signed_in_and_is_sent_to_found_a_company(db: None) -> None:
    browser = Client()

    shown = browser.get(_address())
    # With no-referrer the browser would send our own form without an origin, and it would be refused as a forgery.
    assert (shown.status_code, shown["Referrer-Policy"]) == (200, "same-origin")
    assert browser.post(_address(), TYPED)["Location"] == "/"

    ola = User.objects.get()
    assert (ola.email, ola.name, ola.language, ola.runs_installation) == ("ola@kubek.example", "Ola Wójcik", "pl", True)
    assert ola.check_password(PASSWORD)
    assert browser.get("/")["Location"] == "/setup/found/"
    assert scoping.can(ola.actor, "installation.found")
    assert not scoping.can(ola.actor, "organisation.manage")


@pytest.mark.parametrize("key", ["wrong", "bad-key-of-the-same-length-as-a-real-one-xxxx"])
def test_a_wrong_key_opens_nothing(db: None, key: str) -> None:
    assert Client().get(f"/begin/{key}/").status_code == 404
    assert Client().post(f"/begin/{key}/", TYPED).status_code == 404
    assert not User.objects.exists()


def test_once_somebody_is_here_the_key_opens_nothing(db: None) -> None:
    a_person("Anna Nowak")

    assert Client().get(_address()).status_code == 404
    assert Client().post(_address(), TYPED).status_code == 404
    with pytest.raises(services.BegunAlready):
        _let_in()
    assert [user.name for user in User.objects.all()] == ["Anna Nowak"]


def test_a_weak_password_is_refused_at_its_field(db: None) -> None:
    answer = Client(headers={"Accept-Language": "en"}).post(_address(), TYPED | {"password": "parasol"})

    assert answer.status_code == 422
    assert "too short" in answer.content.decode()
    assert not User.objects.exists()
    with pytest.raises(Invalid):
        services.let_first_person_in(
            email="ola@kubek.example", name="Ola", password="1", language="pl", actor=SYSTEM, at=AT
        )


def test_of_ten_who_come_at_once_one_gets_in(own_db: str) -> None:
    results = race([partial(_let_in, f"ola{n}@kubek.example") for n in range(10)])

    assert sorted(type(result).__name__ for result in results) == ["BegunAlready"] * 9 + ["User"]
    assert User.objects.count() == 1


def test_owners_and_who_runs_the_installation_found_companies(db: None) -> None:
    company = a_company()
    runs = User.objects.create_user("runs@example.com", name="Runs", runs_installation=True)

    assert scoping.can(runs.actor, "installation.found")
    assert scoping.can(a_member("owner", company).actor, "installation.found")
    assert not scoping.can(a_member("administrator", company).actor, "installation.found")
    assert not scoping.can(a_person("Ola Wójcik").actor, "installation.found")


def test_who_runs_the_installation_may_nothing_more_in_a_company(db: None) -> None:
    company = a_company()
    runs = User.objects.create_user("runs@example.com", name="Runs", runs_installation=True)

    assert not scoping.can(runs.actor, "organisation.view")
    assert not scoping.visible(Company.objects.all(), runs.actor).exists()
    assert not scoping.can(runs.actor, "organisation.manage", company)


def test_a_stopped_person_founds_nothing(db: None) -> None:
    ola = User.objects.create_user("ola@example.com", name="Ola", runs_installation=True, is_active=False)

    assert not scoping.can(ola.actor, "installation.found")


def test_the_command_keeps_the_address_until_somebody_is_here(db: None) -> None:
    ENV.home.mkdir(parents=True, exist_ok=True)
    path, said = ENV.home / "logins.json", StringIO()

    call_command("begin", stdout=said)
    assert said.getvalue().strip() == ENV.public_url + _address()
    assert json.loads(path.read_text()) == {"begin": ENV.public_url + _address()}
    assert path.stat().st_mode & 0o777 == 0o600

    _let_in()
    call_command("begin", stdout=said)
    assert not path.exists()
