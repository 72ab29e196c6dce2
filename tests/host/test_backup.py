"""A backup, restored into an installation that holds nothing."""

import json
import os
import zipfile
from io import StringIO

import psycopg
import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from psycopg.conninfo import make_conninfo

from config.env import ENV
from erp.finance.audits import CHECKS
from erp.finance.models import AuditRun, Invoice
from erp.foundation.accounts.models import User
from erp.foundation.management.archive import count_rows, keys_beside
from erp.inventory.models import StockLevel
from erp.inventory.queries import stock_value
from host.binaries import find_binaries
from tests import database
from tests.builders import an_order
from tests.factories.finance import a_shop_with_books, balances, told_the_books
from tests.finance.test_audits import goods_leave


@pytest.fixture
def as_owner(own_db, tmp_path, settings, monkeypatch):
    """The commands as `bin/erp` runs them: as the owner, with a data folder and PostgreSQL's own programs."""
    (tmp_path / "home").mkdir()
    settings.MEDIA_ROOT = str(tmp_path / "files")
    (tmp_path / "files" / "2026").mkdir(parents=True)
    (tmp_path / "files" / "2026" / "invoice.pdf").write_bytes(b"%PDF old invoice")
    for name, value in {
        "home": tmp_path / "home",
        "pg_bindir": str(find_binaries(os.environ).folder),
        "secret_key": "the old secret key",
        "field_keys": "k1:b2xk",
    }.items():
        before = getattr(ENV, name)
        object.__setattr__(ENV, name, value)
        monkeypatch.setitem(UNDO, name, before)
    app, owner = database.current_urls()
    User.objects.create_user(email="anna@example.com", password="a long enough password")
    database.point_at(owner, owner_url=owner)
    object.__setattr__(ENV, "database_url", app)
    yield tmp_path
    for name, value in UNDO.items():
        object.__setattr__(ENV, name, value)


UNDO: dict[str, object] = {}


@pytest.fixture
def empty_installation(as_owner, test_server, settings):
    """Turns to a second installation; called after the backup was made."""
    made = []

    def turn():
        name = database.empty(test_server, "second")
        made.append(name)
        url = make_conninfo(test_server.owner, dbname=name)
        database.point_at(url, owner_url=url)
        object.__setattr__(ENV, "database_url", test_server.app_url(name))
        settings.MEDIA_ROOT = str(as_owner / "second" / "files")
        object.__setattr__(ENV, "home", as_owner / "second")
        (as_owner / "second").mkdir()
        (as_owner / "second" / "keys").write_text("SECRET_KEY=new\nFIELD_KEYS=k1:new\n")

    yield turn
    connection.close()
    for name in made:
        database.drop(test_server, name)


def test_a_backup_comes_back_whole(as_owner, empty_installation):
    (as_owner / "home" / "state.json").write_text('{"company": "demo", "ports": {"shopify": 8801}, "static": "x"}')
    call_command("backup", as_owner / "archive")
    rows = count_rows()
    empty_installation()
    call_command("restore", as_owner / "archive")
    assert count_rows() == rows
    assert User.objects.get().email == "anna@example.com"
    assert (as_owner / "second" / "files" / "2026" / "invoice.pdf").read_bytes() == b"%PDF old invoice"
    assert (as_owner / "second" / "keys").read_text() == "SECRET_KEY=the old secret key\nFIELD_KEYS=k1:b2xk\n"
    assert (as_owner / "second" / "keys").stat().st_mode & 0o777 == 0o600
    assert json.loads((as_owner / "second" / "state.json").read_text()) == {
        "company": "demo",
        "ports": {"shopify": 8801},
    }


def test_the_books_hold_in_what_was_restored_as_they_did_before(as_owner, empty_installation):
    shop = a_shop_with_books()
    goods_leave(an_order("reserved", shop=shop), shop)
    an_order("reserved", shop=shop)
    told_the_books()
    before = figures(shop)
    call_command("backup", as_owner / "archive")
    empty_installation()
    call_command("restore", as_owner / "archive")

    database.point_at(ENV.database_url, owner_url=database.current_urls()[1])
    assert figures(shop) == before
    assert before["invoices"] == 1
    assert audited() == [check.name for check in CHECKS]

    # A new order goes on where the old ones ended: series, sequences and levels came along.
    goods_leave(an_order("reserved", shop=shop), shop)
    told_the_books()
    assert sorted(Invoice.objects.values_list("number", flat=True)) == ["FV/2026/11/1", "FV/2026/11/2"]
    assert audited() == [check.name for check in CHECKS]


def test_the_audit_tells_of_a_row_that_a_restore_lost(as_owner, empty_installation):
    shop = a_shop_with_books()
    goods_leave(an_order("reserved", shop=shop), shop)
    told_the_books()
    call_command("backup", as_owner / "archive")
    empty_installation()
    call_command("restore", as_owner / "archive")
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE finance_entryline DISABLE TRIGGER USER")
        cursor.execute("DELETE FROM finance_entryline WHERE id = (SELECT max(id) FROM finance_entryline)")
    with pytest.raises(CommandError, match="faults"):
        call_command("audit", stdout=StringIO())


def audited():
    """The names of the checks, all made by the command, which fails when one finds a fault."""
    call_command("audit", stdout=StringIO())
    return [finding.name for finding in AuditRun.objects.latest("pk").findings.order_by("position")]


def figures(shop):
    """What goods and books come to."""
    return {
        "invoices": Invoice.objects.count(),
        "balances": balances(shop.company),
        "stock": stock_value(shop.company),
        "levels": sorted(StockLevel.objects.values_list("variant__sku", "on_hand", "reserved")),
    }


def test_the_application_has_its_rights_after_a_restore(as_owner, empty_installation):
    call_command("backup", as_owner / "archive")
    empty_installation()
    call_command("restore", as_owner / "archive")
    with psycopg.connect(ENV.database_url) as app:
        assert app.execute("SELECT count(*) FROM accounts_user").fetchone() == (1,)
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            app.execute("DELETE FROM events_event")


def test_keys_are_never_in_the_archive(as_owner):
    call_command("backup", as_owner / "archive")
    for path in (as_owner / "archive").iterdir():
        assert b"the old secret key" not in path.read_bytes()
    with zipfile.ZipFile(as_owner / "archive" / "files.zip") as files:
        assert files.namelist() == ["2026/invoice.pdf"]
    assert keys_beside(as_owner / "archive").stat().st_mode & 0o777 == 0o600


def test_a_damaged_archive_is_refused_before_anything_is_written(as_owner, empty_installation):
    call_command("backup", as_owner / "archive")
    dump = as_owner / "archive" / "database.dump"
    content = bytearray(dump.read_bytes())
    content[len(content) // 2] ^= 1
    dump.write_bytes(content)
    empty_installation()
    with pytest.raises(CommandError, match=r"database\.dump is damaged"):
        call_command("restore", as_owner / "archive")
    assert count_rows() == {}
    assert (as_owner / "second" / "keys").read_text() == "SECRET_KEY=new\nFIELD_KEYS=k1:new\n"


def test_an_installation_that_holds_something_is_left_alone(as_owner):
    call_command("backup", as_owner / "archive")
    with pytest.raises(CommandError, match="not empty"):
        call_command("restore", as_owner / "archive")
    assert User.objects.count() == 1


def test_a_folder_that_holds_something_is_not_written_into(as_owner):
    with pytest.raises(CommandError, match="is not empty"):
        call_command("backup", as_owner)
