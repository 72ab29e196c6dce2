"""The table of roles fits what the apps declare."""

import pytest

from erp.foundation.accounts.models import Membership
from erp.foundation.accounts.roles import LINK, ROLES
from erp.foundation.accounts.services import (
    EmailTaken,
    assign_role,
    deactivate_user,
    invite_user,
    revoke_role,
)
from erp.foundation.actor import SYSTEM
from erp.foundation.errors import NotAllowed
from erp.foundation.permissions import covers, field_rules, permissions
from tests.factories.accounts import AT, a_company, a_member, a_person, a_role

_ALL = [*ROLES.values(), LINK]
OWNERS_ALONE = {"installation.found"}  # whoever founds a company becomes its owner, which nobody else may make


def test_every_pattern_of_a_role_covers_a_declared_permission() -> None:
    idle = {
        pattern for role in _ALL for pattern in role.may if not any(covers(pattern, name) for name in permissions())
    }

    declaring = {name.split(".")[0] for name in permissions()}
    assert {pattern for pattern in idle if pattern.split(".")[0] in declaring} == set()


def test_every_permission_is_held_by_a_role_that_does_not_hold_all() -> None:
    orphans = {name for name in permissions() if not any(role.holds(name) for role in _ALL if "*" not in role.may)}

    assert orphans == OWNERS_ALONE


def test_every_permission_has_a_label_for_people() -> None:
    assert [name for name, permission in permissions().items() if not str(permission.label).strip()] == []


def test_roles_read_only_declared_kinds_of_values() -> None:
    assert {rule for role in _ALL for rule in role.reads} <= set(field_rules())


@pytest.mark.parametrize("name", sorted(permissions()))
def test_the_auditor_changes_nothing(name: str) -> None:
    if ROLES["auditor"].holds(name):
        assert name.split(".")[1].startswith(("view", "export", "audit"))


def test_only_an_owner_makes_an_owner(db: None) -> None:
    company = a_company()
    boss, administrator, friend = a_member("owner", company), a_member("administrator", company), a_person()

    with pytest.raises(NotAllowed):
        assign_role(user=friend, role="owner", company=company, actor=administrator.actor, at=AT)
    assert not Membership.objects.filter(user=friend).exists()
    assign_role(user=friend, role="owner", company=company, actor=boss.actor, at=AT)
    assert Membership.objects.filter(user=friend, role="owner").exists()


def test_an_owner_of_another_company_makes_none_here(db: None) -> None:
    stranger = a_member("owner", a_company("Inny"))

    with pytest.raises(NotAllowed):
        assign_role(user=stranger, role="owner", company=a_company("Kubek"), actor=stranger.actor, at=AT)


def test_an_administrator_cannot_unmake_an_owner(db: None) -> None:
    company = a_company()
    first = a_role(a_person("Anna Nowak"), "owner", company)
    a_role(a_person("Piotr Lis"), "owner", company)

    with pytest.raises(NotAllowed):
        revoke_role(membership=first, actor=a_member("administrator", company).actor, at=AT)
    assert Membership.objects.filter(pk=first.pk).exists()


def test_inviting_twice_makes_one_person_with_one_role(db: None) -> None:
    company = a_company()
    owner = a_member("owner", company).actor
    first, second = (
        invite_user(email=email, name="Ewa", role="sales", company=company, actor=owner, at=AT)
        for email in ("Ewa@Example.com", "ewa@example.com ")
    )

    assert first == second
    assert first.email == "ewa@example.com"
    assert not first.has_usable_password()
    assert list(first.memberships.values_list("role", flat=True)) == ["sales"]


def test_somebody_whose_access_was_stopped_is_not_invited_again(db: None) -> None:
    company = a_company()
    person = a_member("sales", company)
    deactivate_user(user=person, actor=SYSTEM, at=AT)

    with pytest.raises(EmailTaken):
        invite_user(email=person.email, name="x", role="buyer", company=company, actor=SYSTEM, at=AT)
    assert list(person.memberships.values_list("role", flat=True)) == ["sales"]
