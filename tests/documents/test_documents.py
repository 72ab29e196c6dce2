"""Files are kept once, and opened by whoever may see their record."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from erp.documents import queries, rights, vault
from erp.documents import services as documents
from erp.documents.models import Document, DocumentRead
from erp.foundation.accounts.models import User
from erp.foundation.actor import SYSTEM
from erp.foundation.errors import NotFound
from erp.foundation.organisation.models import Company
from erp.foundation.refs import Ref
from tests.factories.accounts import a_member
from tests.factories.documents import DocumentFactory
from tests.factories.organisation import CompanyFactory

AT = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
OWNER, SECRET = Ref("tests.thing", "seen"), Ref("tests.thing", "hidden")
PDF = b"%PDF-1.7 not really"


@pytest.fixture(autouse=True)
def files(settings: Any, tmp_path: Path) -> Path:
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


@pytest.fixture(autouse=True)
def _things(monkeypatch: pytest.MonkeyPatch) -> None:
    """Records of which one is seen by everybody and the other by nobody."""
    monkeypatch.setitem(rights._checks, "tests.thing", lambda actor, key: key == "seen")


@pytest.fixture
def lipa(db: None) -> Company:
    return CompanyFactory.create(name="Lipa")


@pytest.fixture
def anna(lipa: Company) -> User:
    return a_member("sales", lipa)


def _store(company: Company, owner: Ref = OWNER, **other: Any) -> Document:
    said = {"name": "FV 1.pdf", "media_type": "application/pdf", "content": PDF, "kind": "invoice"} | other
    return documents.store_document(owner=owner, company=company, actor=SYSTEM, at=AT, **said)


def _signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return client


def test_a_file_is_kept_with_its_hash(lipa: Company, files: Path) -> None:
    document = _store(lipa)
    assert (document.size, document.sha256, document.owner) == (len(PDF), vault.digest(PDF), OWNER)
    assert queries.content_of(document) == PDF
    assert [path.name for path in files.rglob("*") if path.is_file()] == [document.sha256]
    assert list(queries.documents_of(OWNER)) == [document]
    assert list(queries.documents_of(OWNER, "label")) == []


def test_the_same_content_on_the_same_record_is_one_document(lipa: Company) -> None:
    first = _store(lipa)
    assert _store(lipa, name="again.pdf") == first
    assert _store(lipa, owner=SECRET) != first
    assert _store(lipa, kind="attachment") != first
    assert len({document.path for document in Document.objects.all()}) == 1


def test_the_database_keeps_a_document_once(lipa: Company) -> None:
    DocumentFactory.create(company=lipa, sha256="0" * 64)
    with pytest.raises(IntegrityError, match="document_stored_once"), transaction.atomic():
        DocumentFactory.create(company=lipa, sha256="0" * 64)


@pytest.mark.parametrize("content", [b"", b"x" * (50 * 1024 * 1024 + 1)])
def test_a_file_that_cannot_be_kept_is_refused(lipa: Company, files: Path, content: bytes) -> None:
    with pytest.raises(documents.InvalidDocument):
        _store(lipa, content=content)
    assert not Document.objects.exists()
    assert list(files.iterdir()) == []


@pytest.mark.parametrize(
    "given, kept",
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\a\\FV 1.pdf", "FV 1.pdf"),
        ("a\r\nSet-Cookie: x.pdf", "aSet-Cookie: x.pdf"),
        ("gpj.\u202eexe", "gpj.exe"),
        ("...", "file"),
        ("żółw.pdf", "żółw.pdf"),
    ],
)
def test_a_file_name_is_only_a_name(lipa: Company, given: str, kept: str) -> None:
    assert _store(lipa, name=given).name == kept


def test_a_write_that_is_cut_off_leaves_nothing(files: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="No space"):
        vault.keep(PDF)
    assert [path for path in files.rglob("*") if path.is_file()] == []


def test_a_guarded_file_is_written_down_each_time(lipa: Company, anna: User) -> None:
    document = _store(lipa)
    for _ in range(2):
        documents.open_document(document_id=document.pk, actor=anna.actor, at=AT)
    reads = DocumentRead.objects.values_list("document", "actor_kind", "actor_key", "at")
    assert list(reads) == [(document.pk, "user", str(anna.pk), AT)] * 2


def test_a_picture_is_not_written_down(lipa: Company, anna: User) -> None:
    documents.open_document(document_id=_store(lipa, kind="picture").pk, actor=anna.actor, at=AT)
    assert not DocumentRead.objects.exists()


def test_a_kind_that_nobody_declared_is_guarded(lipa: Company, anna: User) -> None:
    documents.open_document(document_id=_store(lipa, kind="something").pk, actor=anna.actor, at=AT)
    assert DocumentRead.objects.count() == 1


def test_readings_are_never_changed_or_removed(lipa: Company, anna: User) -> None:
    documents.open_document(document_id=_store(lipa).pk, actor=anna.actor, at=AT)
    with pytest.raises(Exception, match="permission denied"), transaction.atomic():
        DocumentRead.objects.update(actor_key="somebody")
    with pytest.raises(Exception, match="permission denied"), transaction.atomic():
        DocumentRead.objects.all().delete()
    assert DocumentRead.objects.get().actor_key == str(anna.pk)


def test_who_may_not_see_the_record_may_not_open_its_files(lipa: Company, anna: User) -> None:
    hidden, ownerless = _store(lipa, owner=SECRET), _store(lipa, owner=Ref("tests.nobody", "1"))
    for pk in (hidden.pk, ownerless.pk, 0):
        with pytest.raises(NotFound):
            documents.open_document(document_id=pk, actor=anna.actor, at=AT)
    assert not DocumentRead.objects.exists()


def test_who_may_not_see_files_at_all_opens_none(lipa: Company) -> None:
    stranger = User.objects.create_user("stranger@example.com", None, name="Stranger")
    with pytest.raises(NotFound):
        documents.open_document(document_id=_store(lipa).pk, actor=stranger.actor, at=AT)


def test_a_second_check_for_a_kind_of_record_is_refused() -> None:
    with pytest.raises(ValueError, match="twice"):
        documents.register_owner_check("tests.thing", lambda actor, key: True)


# --- the page


def test_a_file_is_downloaded_with_headers_that_keep_it_harmless(lipa: Company, anna: User) -> None:
    document = _store(lipa)
    answer = _signed_in(anna).get(f"/documents/{document.pk}/")
    assert b"".join(answer.streaming_content) == PDF  # type: ignore[attr-defined]  # a file response
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"] == 'inline; filename="FV 1.pdf"'
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Cache-Control"] == "no-store"
    assert "sandbox" in answer["Content-Security-Policy"]
    assert DocumentRead.objects.count() == 1


@pytest.mark.parametrize("media_type", ["text/html", "image/svg+xml", "application/x-msdownload"])
def test_what_could_act_is_saved_and_not_shown(lipa: Company, anna: User, media_type: str) -> None:
    document = _store(lipa, name="x.html", media_type=media_type)
    answer = _signed_in(anna).get(f"/documents/{document.pk}/")
    assert answer["Content-Type"] == "application/octet-stream"
    assert answer["Content-Disposition"].startswith("attachment")


def test_a_picture_that_the_browser_has_is_not_sent_again(lipa: Company, anna: User) -> None:
    document = _store(lipa, kind="picture", name="k.png", media_type="image/png")
    client = _signed_in(anna)
    etag = client.get(f"/documents/{document.pk}/")["ETag"]
    again = client.get(f"/documents/{document.pk}/", headers={"If-None-Match": etag})
    assert (again.status_code, again.content) == (304, b"")


def test_hidden_and_missing_files_look_the_same(lipa: Company, anna: User) -> None:
    client = _signed_in(anna)
    hidden, missing = client.get(f"/documents/{_store(lipa, owner=SECRET).pk}/"), client.get("/documents/999999/")
    assert (hidden.status_code, missing.status_code) == (404, 404)
    assert not DocumentRead.objects.exists()


def test_a_visitor_is_sent_to_sign_in(lipa: Company) -> None:
    answer = Client().get(f"/documents/{_store(lipa).pk}/")
    assert answer.status_code == 302
    assert "/login/" in answer["Location"]
    assert not DocumentRead.objects.exists()
