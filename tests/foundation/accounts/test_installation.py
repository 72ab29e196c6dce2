"""Who runs the installation: the first owner, whoever was given it since, and always somebody."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from erp.foundation.accounts import services
from erp.foundation.accounts.models import User
from erp.foundation.actor import SYSTEM
from erp.foundation.errors import NotAllowed
from tests.factories.accounts import AT, a_company, a_member, a_person


def _running() -> list[str]:
    return list(User.objects.filter(runs_installation=True).values_list("name", flat=True))


def _first() -> User:
    return services.give_installation(user=a_person("Anna Nowak"), actor=SYSTEM, at=AT)


def test_the_first_owner_runs_the_installation_and_later_ones_do_not(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("builtins.input", lambda: "zielony parasol 7")
    for name, company in (("Jan Kowalski", "Kubek"), ("Ewa Lis", "Miska")):
        email = f"{name.split()[0]}@example.com"
        call_command(
            "create_owner", name=name, email=email, company=company, password_from_stdin=True, stdout=StringIO()
        )

    assert _running() == ["Jan Kowalski"]


def test_it_is_given_and_taken_by_who_runs_it_and_repeating_changes_nothing(db: None) -> None:
    anna, piotr = _first(), a_person("Piotr Lis")
    for _ in range(2):
        services.give_installation(user=piotr, actor=anna.actor, at=AT)
    assert _running() == ["Anna Nowak", "Piotr Lis"]

    for _ in range(2):
        services.take_installation(user=anna, actor=piotr.actor, at=AT)
    assert _running() == ["Piotr Lis"]


@pytest.mark.parametrize("role", ["owner", "administrator"])
def test_no_role_gives_or_takes_it(db: None, role: str) -> None:
    anna = _first()
    person = a_member(role, a_company())
    with pytest.raises(NotAllowed):
        services.give_installation(user=person, actor=person.actor, at=AT)
    with pytest.raises(NotAllowed):
        services.take_installation(user=anna, actor=person.actor, at=AT)

    assert _running() == ["Anna Nowak"]


def test_somebody_who_can_sign_in_is_left(db: None) -> None:
    anna, piotr = _first(), a_person("Piotr Lis")
    services.give_installation(user=piotr, actor=anna.actor, at=AT)
    User.objects.filter(pk=piotr.pk).update(is_active=False)
    with pytest.raises(services.NobodyElse):
        services.take_installation(user=anna, actor=anna.actor, at=AT)

    assert _running() == ["Anna Nowak", "Piotr Lis"]


def test_a_companys_owner_neither_stops_nor_lets_in_who_runs_the_installation(db: None) -> None:
    company = a_company()
    runner = a_member("sales", company, name="Anna Nowak")
    services.give_installation(user=runner, actor=SYSTEM, at=AT)
    owner = a_member("owner", company)
    assert not services.may_stop(owner.actor, runner)
    with pytest.raises(NotAllowed):
        services.deactivate_user(user=runner, actor=owner.actor, at=AT)
    runner.refresh_from_db()
    assert runner.is_active

    services.give_installation(user=owner, actor=SYSTEM, at=AT)
    assert services.may_stop(owner.actor, runner)


def test_the_command_shows_gives_and_takes(db: None) -> None:
    _first()
    a_person("Piotr Lis")
    out = StringIO()
    call_command("installation", give="PIOTR.LIS@example.com", stdout=out)
    assert out.getvalue() == "anna.nowak@example.com\npiotr.lis@example.com\n"

    call_command("installation", take="anna.nowak@example.com", stdout=StringIO())
    with pytest.raises(CommandError, match="Nobody else runs"):
        call_command("installation", take="piotr.lis@example.com", stdout=StringIO())
    with pytest.raises(CommandError, match="no person"):
        call_command("installation", give="nobody@example.com", stdout=StringIO())
    assert _running() == ["Piotr Lis"]
