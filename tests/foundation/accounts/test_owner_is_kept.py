"""A company keeps an owner who can sign in, whoever acts and however at once."""

import threading
import time

import psycopg
import pytest
from django.db import IntegrityError, connection, transaction

from erp.foundation.accounts.models import Membership, User
from erp.foundation.accounts.services import LastOwner, deactivate_user, revoke_role
from erp.foundation.actor import SYSTEM
from erp.foundation.organisation.models import Company
from tests import database
from tests.factories.accounts import AT, a_company, a_person, a_role


def test_last_owner_cannot_be_revoked(db: None) -> None:
    membership = a_role(a_person(), "owner", a_company())

    with pytest.raises(LastOwner), transaction.atomic():
        revoke_role(membership=membership, actor=SYSTEM, at=AT)

    assert Membership.objects.filter(pk=membership.pk).exists()


def test_last_owner_cannot_be_deactivated(db: None) -> None:
    anna = a_person()
    a_role(anna, "owner", a_company())

    with pytest.raises(LastOwner), transaction.atomic():
        deactivate_user(user=anna, actor=SYSTEM, at=AT)

    anna.refresh_from_db()
    assert anna.is_active


def test_an_owner_who_cannot_sign_in_does_not_count(db: None) -> None:
    company = a_company()
    anna, piotr = a_person("Anna Nowak"), a_person("Piotr Lis")
    membership = a_role(anna, "owner", company)
    a_role(piotr, "owner", company)
    deactivate_user(user=piotr, actor=SYSTEM, at=AT)

    with pytest.raises(LastOwner), transaction.atomic():
        revoke_role(membership=membership, actor=SYSTEM, at=AT)


def test_one_of_two_owners_can_go(db: None) -> None:
    company = a_company()
    membership = a_role(a_person("Anna Nowak"), "owner", company)
    a_role(a_person("Piotr Lis"), "owner", company)

    revoke_role(membership=membership, actor=SYSTEM, at=AT)

    assert not Membership.objects.filter(pk=membership.pk).exists()


def test_the_database_refuses_even_raw_sql(db: None) -> None:
    membership = a_role(a_person(), "owner", a_company())

    with pytest.raises(IntegrityError, match="without an owner"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE accounts_membership SET role = 'sales' WHERE id = %s", [membership.pk])


def _remove_each_other(company: Company, *, deactivate_second: bool) -> tuple[int, int]:
    """Two owners remove each other at the same moment; returns (owners left, refusals)."""
    anna, piotr = a_person("Anna Nowak"), a_person("Piotr Lis")
    annas, piotrs = a_role(anna, "owner", company), a_role(piotr, "owner", company)
    start, refused = threading.Barrier(2), []

    def remove(membership: Membership, deactivate: User | None) -> None:
        try:
            with transaction.atomic():
                start.wait()
                if deactivate:
                    deactivate_user(user=deactivate, actor=SYSTEM, at=AT)
                else:
                    revoke_role(membership=membership, actor=SYSTEM, at=AT)
                time.sleep(0.2)  # both have removed before either commits, unless something makes them take turns
        except LastOwner:
            refused.append(membership.pk)
        finally:
            connection.close()

    second = piotr if deactivate_second else None
    threads = [threading.Thread(target=remove, args=args) for args in ((annas, None), (piotrs, second))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    left = Membership.objects.filter(company=company, role="owner", user__is_active=True).count()
    return left, len(refused)


@pytest.mark.parametrize("deactivate_second", [False, True])
def test_two_owners_who_remove_each_other_leave_one(own_db: str, deactivate_second: bool) -> None:
    assert _remove_each_other(a_company(), deactivate_second=deactivate_second) == (1, 1)


@pytest.mark.parametrize("deactivate_second", [False, True])
def test_control_without_the_lock_both_go(own_db: str, deactivate_second: bool) -> None:
    company = a_company()
    with psycopg.connect(database.current_urls()[1], autocommit=True) as owner:
        for (definition,) in owner.execute(
            "SELECT pg_get_functiondef(p.oid) FROM pg_proc p"
            " WHERE prosrc LIKE '%organisation_company%FOR NO KEY UPDATE%' AND pronamespace = 'public'::regnamespace"
        ).fetchall():
            owner.execute(definition.replace("FOR NO KEY UPDATE", ""))

    assert _remove_each_other(company, deactivate_second=deactivate_second) == (0, 0)
