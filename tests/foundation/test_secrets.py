"""Secrets of other systems: unreadable in the database, bound to their row, rotated by one command."""

import base64
import dataclasses
import pickle
from collections.abc import Iterator
from io import StringIO

import psycopg
import pytest
from django.apps import apps
from django.core.exceptions import ImproperlyConfigured
from django.core.management import CommandError, call_command
from django.db import connection, models
from django.test.utils import isolate_apps

from erp.foundation import secrets
from erp.foundation.secrets import CannotOpen, EncryptedTextField, HoldsSecrets, Secret
from tests import database

OLD, NEW = (base64.b64encode(bytes([letter]) * 32).decode() for letter in b"on")


class Safe(HoldsSecrets):
    """A table with a secret, made by the fixture below."""

    token = EncryptedTextField(null=True)

    class Meta:
        app_label = "foundation"
        managed = False
        db_table = "test_safe"


def _unregister() -> None:
    apps.all_models["foundation"].pop("safe", None)
    apps.clear_cache()


_unregister()  # known only while its table exists, so that other tests which look at all models don't meet it


@pytest.fixture
def safes(own_db: str) -> Iterator[None]:
    with psycopg.connect(database.current_urls()[1], autocommit=True) as owner:
        owner.execute("CREATE TABLE test_safe (id bigserial PRIMARY KEY, seal uuid UNIQUE NOT NULL, token text)")
        owner.execute("GRANT ALL ON test_safe, test_safe_id_seq TO PUBLIC")
    apps.all_models["foundation"]["safe"] = Safe
    apps.clear_cache()
    yield
    _unregister()


def _use_keys(monkeypatch: pytest.MonkeyPatch, keys: str) -> None:
    monkeypatch.setattr(secrets, "ENV", dataclasses.replace(secrets.ENV, field_keys=keys))


def _stored(row: Safe) -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT token FROM test_safe WHERE id = %s", [row.pk])
        (value,) = cursor.fetchone()
    return str(value)


def test_a_secret_comes_back_and_is_unreadable_in_the_database(safes: None) -> None:
    row = Safe.objects.create(token="shpat_zażółć")

    assert Safe.objects.get(pk=row.pk).token.reveal() == "shpat_zażółć"
    assert "shpat" not in _stored(row)


def test_two_rows_with_the_same_secret_store_different_values(safes: None) -> None:
    assert _stored(Safe.objects.create(token="same")) != _stored(Safe.objects.create(token="same"))


def test_saving_other_columns_leaves_the_stored_value(safes: None) -> None:
    row = Safe.objects.create(token="kept")
    before = _stored(row)
    Safe.objects.get(pk=row.pk).save()

    assert _stored(row) == before


def test_a_ciphertext_moved_to_another_row_does_not_open(safes: None) -> None:
    mine, other = Safe.objects.create(token="mine"), Safe.objects.create(token="other")
    with connection.cursor() as cursor:
        cursor.execute("UPDATE test_safe SET token = %s WHERE id = %s", [_stored(mine), other.pk])

    with pytest.raises(CannotOpen, match="another row"):
        _ = Safe.objects.get(pk=other.pk).token


def test_a_damaged_ciphertext_does_not_open(safes: None) -> None:
    row = Safe.objects.create(token="mine")
    with connection.cursor() as cursor:
        cursor.execute("UPDATE test_safe SET token = %s WHERE id = %s", [_stored(row)[:-8] + "AAAAAAA=", row.pk])

    with pytest.raises(CannotOpen):
        _ = Safe.objects.get(pk=row.pk).token


def test_updates_and_filters_by_a_secret_are_refused(safes: None) -> None:
    row = Safe.objects.create(token="kept")

    with pytest.raises(TypeError, match="encrypted"):
        Safe.objects.filter(pk=row.pk).update(token="plain text in the database")
    with pytest.raises(TypeError, match="encrypted"):
        Safe.objects.filter(token="kept").exists()
    assert Safe.objects.get(pk=row.pk).token.reveal() == "kept"


@pytest.mark.parametrize("show", [repr, str, "{}".format, "%s".__mod__, lambda secret: repr([secret])])
def test_a_secret_does_not_show_itself(show: object) -> None:
    assert "hunter2" not in show(Secret("hunter2"))  # type: ignore[operator]


def test_a_secret_is_not_pickled() -> None:
    with pytest.raises(TypeError):
        pickle.dumps(Secret("hunter2"))


def test_rotation_moves_all_values_to_the_first_key(safes: None, monkeypatch: pytest.MonkeyPatch) -> None:
    _use_keys(monkeypatch, f"old:{OLD}")
    rows = [Safe.objects.create(token=f"token {number}") for number in range(3)] + [Safe.objects.create(token=None)]

    _use_keys(monkeypatch, f"new:{NEW},old:{OLD}")
    out = StringIO()
    call_command("rotate_field_keys", stdout=out)
    _use_keys(monkeypatch, f"new:{NEW}")

    assert out.getvalue() == "3 values now use the key new.\n"
    assert [row.token.reveal() for row in Safe.objects.exclude(token=None).order_by("pk")] == [
        "token 0",
        "token 1",
        "token 2",
    ]
    assert Safe.objects.get(pk=rows[3].pk).token is None


def test_rotation_names_what_it_cannot_open(safes: None, monkeypatch: pytest.MonkeyPatch) -> None:
    _use_keys(monkeypatch, f"lost:{OLD}")
    Safe.objects.create(token="gone")
    _use_keys(monkeypatch, f"new:{NEW}")

    with pytest.raises(CommandError, match="1 values could not be opened"):
        call_command("rotate_field_keys", stdout=StringIO(), stderr=StringIO())


@pytest.mark.parametrize("keys", ["", "nocolon", "id:not base64", f"id:{base64.b64encode(b'short').decode()}"])
def test_unusable_keys_are_refused_without_showing_them(keys: str, monkeypatch: pytest.MonkeyPatch) -> None:
    _use_keys(monkeypatch, keys)
    with pytest.raises(ImproperlyConfigured) as refused:
        secrets.seal("x", b"")

    assert not keys or keys not in str(refused.value)


@isolate_apps("erp.foundation")
def test_a_model_without_a_seal_is_an_error_of_the_system_check() -> None:
    class Open(models.Model):
        token = EncryptedTextField()

        class Meta:
            app_label = "foundation"
            managed = False

    assert [error.msg for error in Open._meta.get_field("token").check()] == [
        "A model with encrypted columns must inherit HoldsSecrets."
    ]
