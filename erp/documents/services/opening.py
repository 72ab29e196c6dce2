"""Files are opened by people, who must be allowed to and of whom it is written down."""

from datetime import datetime

from erp.documents.kinds import kind_named
from erp.documents.models import Document, DocumentRead
from erp.documents.rights import may_open
from erp.foundation.actor import Actor
from erp.foundation.db import use_case
from erp.foundation.errors import NotFound


@use_case
def open_document(*, document_id: int, actor: Actor, at: datetime) -> Document:
    """
    A file that the actor may open; a guarded one is handed out only together with the note that it was read.

    :raises NotFound: when there is none, or the actor may not open it; nobody can tell which.
    """
    document = Document.objects.filter(pk=document_id).first()
    if document is None or not may_open(actor, document):
        raise NotFound
    if kind_named(document.kind).guarded:
        DocumentRead.objects.create(document=document, actor_kind=actor.kind, actor_key=actor.key, at=at)
    return document
