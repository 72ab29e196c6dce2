"""Reads of documents."""

from collections.abc import Iterable

from django.db.models import QuerySet

from erp.documents import vault
from erp.documents.models import Document
from erp.foundation.refs import Ref


def documents_of(owner: Ref, kind: str | None = None) -> "QuerySet[Document]":
    """The files of a record, of one kind or all, oldest first."""
    rows = Document.objects.filter(owner_kind=owner.kind, owner_key=owner.key).order_by("pk")
    return rows if kind is None else rows.filter(kind=kind)


def documents_by_id(document_ids: Iterable[int]) -> dict[int, Document]:
    """Documents by id."""
    return Document.objects.in_bulk(list(document_ids))


def content_of(document: Document) -> bytes:
    """
    The bytes of a file, for the program's own use (a mail's attachment, a print job); people go through open_document.

    :raises FileNotFoundError: when the storage has lost it.
    """
    return vault.read(document.path)
