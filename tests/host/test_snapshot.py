"""The schema file that new databases start from."""

import json

import pytest
from django.core.management import call_command
from django.db import connection, connections

from erp.foundation.management import snapshot
from tests import database

SHAPE = """
SELECT 'column', table_name, column_name || ' ' || data_type || ' ' || is_nullable || coalesce(column_default, '')
  FROM information_schema.columns WHERE table_schema = 'public'
UNION ALL SELECT 'constraint', conrelid::regclass::text, conname || contype::text || condeferrable || condeferred
  FROM pg_constraint WHERE connamespace = 'public'::regnamespace
UNION ALL SELECT 'index', tablename, indexname FROM pg_indexes WHERE schemaname = 'public'
UNION ALL SELECT 'trigger', tgrelid::regclass::text, pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal
UNION ALL SELECT 'function', p.proname, p.prosrc FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace
  AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
UNION ALL SELECT 'migration', app, name FROM django_migrations
ORDER BY 1, 2, 3
"""


@pytest.fixture
def nothing(own_db, test_server):
    """An empty database, connected as its owner."""
    name = database.empty(test_server, "nothing")
    database.point_at(test_server.owner_url(name))
    yield
    connections.close_all()
    database.drop(test_server, name)


def shape():
    with connection.cursor() as cursor:
        cursor.execute(SHAPE)
        return cursor.fetchall()


def tables():
    return connection.introspection.table_names()


@pytest.mark.long
def test_the_file_gives_what_the_migrations_give(nothing, test_server):
    assert snapshot.stale() == []
    assert snapshot.load()
    from_file = shape()
    name = database.empty(test_server, "migrated")
    database.point_at(test_server.owner_url(name))
    call_command("migrate", verbosity=0)
    migrated = shape()
    connections.close_all()
    database.drop(test_server, name)
    assert from_file == migrated


def test_a_file_of_other_migrations_is_void(nothing, tmp_path, monkeypatch):
    """A changed migration makes the file worthless; the migrations themselves run instead."""
    held = snapshot.hashes() | {"events.0001_event_log": "another"}
    made = tmp_path / "schema.sql"
    made.write_text(f"{snapshot._HEADER}{json.dumps(held)}\nCREATE TABLE wrong (id int);\n")
    monkeypatch.setattr(snapshot, "SNAPSHOT", made)
    assert snapshot.stale() == ["events.0001_event_log"]
    assert not snapshot.load()
    assert tables() == []


def test_a_file_the_server_does_not_understand_leaves_nothing_behind(nothing, tmp_path, monkeypatch):
    made = tmp_path / "schema.sql"
    made.write_text(f"{snapshot._HEADER}{json.dumps(snapshot.hashes())}\nCREATE TABLE half (id int);\nNONSENSE;\n")
    monkeypatch.setattr(snapshot, "SNAPSHOT", made)
    assert not snapshot.load()
    assert tables() == []


def test_a_database_that_holds_something_is_left_alone(nothing, tmp_path, monkeypatch):
    made = tmp_path / "schema.sql"
    made.write_text(f"{snapshot._HEADER}{json.dumps(snapshot.hashes())}\nCREATE TABLE second (id int);\n")
    monkeypatch.setattr(snapshot, "SNAPSHOT", made)
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE first (id int)")
    assert not snapshot.load()
    assert tables() == ["first"]
