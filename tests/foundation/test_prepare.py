"""The rights of the application's role: what the database refuses whoever asks."""

import pytest
from django.core.management import CommandError, call_command
from django.db import ProgrammingError, connection, transaction

from erp.foundation.management.commands.prepare import append_only_tables, grant_rights
from tests import database


def rights(table):
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT privilege FROM unnest(ARRAY['SELECT','INSERT','UPDATE','DELETE','TRUNCATE']) privilege "
            "WHERE has_table_privilege(%s, privilege)",
            [f'public."{table}"'],
        )
        return {privilege for (privilege,) in cursor.fetchall()}


def existing():
    with connection.cursor() as cursor:
        cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        return sorted(table for (table,) in cursor.fetchall())


def test_tables_that_only_grow_can_be_read_and_added_to(db):
    tables = append_only_tables()
    assert "events_event" in tables
    assert {table: rights(table) for table in tables} == {table: {"SELECT", "INSERT"} for table in tables}


def test_other_tables_can_be_changed_but_never_truncated(db):
    others = [table for table in existing() if table not in append_only_tables() and table != "django_migrations"]
    assert {table: rights(table) for table in others} == {
        table: {"SELECT", "INSERT", "UPDATE", "DELETE"} for table in others
    }


def test_the_record_of_migrations_is_read_only(db):
    assert rights("django_migrations") == {"SELECT"}


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE events_event SET name = name",
        "DELETE FROM events_event",
        "TRUNCATE events_event CASCADE",
        "SELECT * FROM events_event FOR UPDATE",
        "ALTER TABLE events_event DISABLE TRIGGER ALL",
        "SET session_replication_role = replica",
        "CREATE TABLE mine (id int)",
        "SET ROLE backroom_owner",
        "DROP TABLE events_event CASCADE",
    ],
)
def test_the_application_cannot_change_the_event_log(db, statement):
    with (
        pytest.raises(ProgrammingError, match=r"permission denied|must be owner"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)


def test_switching_triggers_off_does_not_help_the_application(db):
    """pgtrigger.ignore is a setting anybody may write; the missing right is what holds."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL pgtrigger.ignore = '{events.Event:append_only}'")
        with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
            cursor.execute("UPDATE events_event SET name = name")


def test_a_new_table_starts_without_update(own_db):
    """Between a migration and `prepare`, a new ledger must not be open to change for a moment."""
    owner = database.current_urls()[1]
    with database.connected(owner) as other:
        other.execute("CREATE TABLE fresh (id int)")
    assert rights("fresh") == {"SELECT", "INSERT"}


def test_granting_twice_changes_nothing(own_db):
    before = {table: rights(table) for table in existing()}
    app_url, owner = database.current_urls()
    database.point_at(owner, owner_url=owner)
    grant_rights("backroom_app")
    grant_rights("backroom_app")
    database.point_at(app_url, owner_url=owner)
    assert {table: rights(table) for table in existing()} == before


def test_the_owner_cannot_be_the_application(own_db):
    app_url, owner = database.current_urls()
    database.point_at(owner, owner_url=owner)
    with pytest.raises(CommandError, match="the same role"):
        call_command("prepare", grants_only=True)
    database.point_at(app_url, owner_url=owner)
