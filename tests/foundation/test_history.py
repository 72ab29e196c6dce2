"""History: every change of a tracked row is kept, with who made it, and nobody can change what was kept."""

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from erp.foundation import history
from erp.foundation.accounts.models import User
from erp.foundation.actor import Actor
from erp.foundation.organisation.models import Branch, Company
from erp.foundation.organisation.services import create_branch
from tests.factories.accounts import AT, a_branch, a_company, a_person

IGNORE = "SELECT set_config('pgtrigger.ignore', '{organisation_companyhistory:append_only}', true);"
ANNA = Actor("user", "7")


def _changes(row: Branch) -> list[tuple[str, str, str | None]]:
    rows = row.history.order_by("pgh_id")  # type: ignore[attr-defined]  # made by the decorator
    return [(kept.pgh_label, kept.name, (kept.pgh_context or {}).get("actor")) for kept in rows]


def test_insert_update_and_delete_are_kept_with_their_actor(db: None) -> None:
    branch = create_branch(company=a_company(), code="WAW", name="Warszawa", actor=ANNA, at=AT)
    with history.context(actor=Actor("user", "8"), reason="moved"):
        Branch.objects.filter(pk=branch.pk).update(name="Warszawa Wola")
    kept = branch.history.latest("pgh_id")  # type: ignore[attr-defined]
    assert kept.pgh_context == {"actor": "user:8", "reason": "moved"}
    key = branch.pk
    branch.delete()

    assert _changes(Branch(pk=key)) == [
        ("insert", "Warszawa", "user:7"),
        ("update", "Warszawa Wola", "user:8"),
        ("delete", "Warszawa Wola", None),
    ]


def test_raw_sql_is_kept_too(db: None) -> None:
    branch = a_branch(a_company())
    with history.context(actor=ANNA), connection.cursor() as cursor:
        cursor.execute("UPDATE organisation_branch SET name = '100%' WHERE id = " + str(int(branch.pk)))

    assert _changes(branch)[-1] == ("update", "100%", "user:7")


def test_an_update_that_changes_nothing_is_not_kept(db: None) -> None:
    branch = a_branch(a_company())
    Branch.objects.filter(pk=branch.pk).update(name=branch.name)

    assert [label for label, *_ in _changes(branch)] == ["insert"]


def test_the_actor_of_one_transaction_is_not_left_to_the_next(own_db: str) -> None:
    branch = create_branch(company=a_company(), code="WAW", name="a", actor=ANNA, at=AT)
    Branch.objects.filter(pk=branch.pk).update(name="b")
    with history.context(actor=Actor("user", "8")):
        Branch.objects.filter(pk=branch.pk).update(name="c")

    assert _changes(branch) == [("insert", "a", "user:7"), ("update", "b", None), ("update", "c", "user:8")]


def test_a_savepoint_that_is_rolled_back_does_not_lose_the_actor(own_db: str) -> None:
    branch = a_branch(a_company())
    with transaction.atomic(), history.context(actor=ANNA):
        with pytest.raises(IntegrityError), transaction.atomic():
            Branch.objects.create(company=branch.company, code=branch.code, name="twin")
        Branch.objects.filter(pk=branch.pk).update(name="after")

    assert _changes(branch)[-1] == ("update", "after", "user:7")


def test_many_statements_at_once_and_copy_are_attributed(own_db: str) -> None:
    company = a_company()
    with history.context(actor=ANNA), transaction.atomic(), connection.cursor() as cursor:
        history.attach()
        with cursor.copy("COPY organisation_branch (company_id, code, name) FROM STDIN") as copy:
            copy.write_row((company.pk, "A", "by copy"))
        cursor.executemany(
            "INSERT INTO organisation_branch (company_id, code, name) VALUES (%s, %s, %s)",
            [(company.pk, "B", "many"), (company.pk, "C", "many")],
        )

    assert [_changes(branch) for branch in Branch.objects.order_by("code")] == [
        [("insert", "by copy", "user:7")],
        [("insert", "many", "user:7")],
        [("insert", "many", "user:7")],
    ]


def test_personal_columns_and_passwords_are_not_in_history(db: None) -> None:
    columns = {field.name for field in User.history.rel.related_model._meta.fields}  # type: ignore[attr-defined]

    assert not columns & {"email", "name", "password", "last_login"}
    person = a_person()
    User.objects.filter(pk=person.pk).update(name="Somebody Else")
    assert person.history.count() == 1  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE organisation_companyhistory SET name = 'x'",
        "DELETE FROM organisation_companyhistory",
        "TRUNCATE organisation_companyhistory",
        f"{IGNORE} UPDATE organisation_companyhistory SET name = 'x'",
        f"{IGNORE} DELETE FROM organisation_companyhistory",
    ],
)
def test_the_application_cannot_change_history(db: None, statement: str) -> None:
    company = a_company()

    with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)

    assert list(company.history.values_list("name")) == [("Sklep Kubek",)]  # type: ignore[attr-defined]


def test_valuation_and_currency_are_fixed_at_creation(db: None) -> None:
    company = a_company()
    for change in ({"valuation": "fifo"}, {"currency": "EUR"}):
        with pytest.raises(DatabaseError, match="Cannot update"), transaction.atomic():
            Company.objects.filter(pk=company.pk).update(**change)
