"""The command that makes the first person of an empty installation."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from erp.foundation.accounts.models import Membership, User
from erp.foundation.organisation.models import Company

OPTIONS = {"email": "Jan@Example.com", "name": "Jan Kowalski", "company": "Kubek", "password_from_stdin": True}


def _call(monkeypatch: pytest.MonkeyPatch, password: str, **options: object) -> str:
    monkeypatch.setattr("builtins.input", lambda: password)
    out = StringIO()
    call_command("create_owner", stdout=out, **(OPTIONS | options))
    return out.getvalue()


def test_an_owner_can_sign_in_afterwards_and_repeating_changes_nothing(
    db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert _call(monkeypatch, "zielony parasol 7") == "jan@example.com is an owner of Kubek.\n"
    _call(monkeypatch, "another parasol 8")

    assert User.objects.get().check_password("zielony parasol 7")
    assert list(Membership.objects.values_list("role", "company__name")) == [("owner", "Kubek")]


@pytest.mark.parametrize("password, options", [("short", {}), ("zielony parasol 7", {"tax_id": "123"})])
def test_what_cannot_be_is_said_and_nothing_is_made(
    db: None, monkeypatch: pytest.MonkeyPatch, password: str, options: dict[str, str]
) -> None:
    with pytest.raises(CommandError):
        _call(monkeypatch, password, **options)

    assert (User.objects.count(), Company.objects.count()) == (0, 0)
