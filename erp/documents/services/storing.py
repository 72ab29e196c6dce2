"""Files are put on records."""

import unicodedata
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from erp.documents import vault
from erp.documents.models import Document
from erp.foundation.actor import Actor
from erp.foundation.db import use_case
from erp.foundation.errors import Invalid
from erp.foundation.organisation.models import Company
from erp.foundation.refs import Ref

LARGEST = 50 * 1024 * 1024
_MEDIA_TYPE_LENGTH = 100


class InvalidDocument(Invalid):
    """A file that can't be kept; ``field`` says why."""

    code = "invalid-document"


@use_case
def store_document(
    *,
    owner: Ref,
    company: Company,
    name: str,
    media_type: str,
    content: bytes,
    kind: str,
    actor: Actor,
    at: datetime,
) -> Document:
    """
    Put a file on a record. Safe to repeat: the same content of the same kind on the same record is kept once.

    :raises InvalidDocument: when it is empty or larger than 50 MB.
    """
    if not content:
        raise InvalidDocument(field="content", reason=_("the file is empty."))
    if len(content) > LARGEST:
        raise InvalidDocument(field="content", reason=_("a file has at most 50 MB."))
    document, _created = Document.objects.get_or_create(
        owner_kind=owner.kind,
        owner_key=owner.key,
        kind=kind,
        sha256=vault.digest(content),
        defaults={
            "company": company,
            "name": plain_name(name),
            "media_type": media_type[:_MEDIA_TYPE_LENGTH].lower() or "application/octet-stream",
            "size": len(content),
            "path": vault.keep(content),
            "created_at": at,
            "created_by_kind": actor.kind,
            "created_by_key": actor.key,
        },
    )
    return document


def plain_name(name: str) -> str:
    """A file name without folders and without characters that a screen or a header would act upon."""
    last = name.replace("\\", "/").rpartition("/")[2]
    visible = "".join(c for c in unicodedata.normalize("NFC", last) if unicodedata.category(c)[0] != "C")
    return visible.strip(" .")[:200] or "file"
