"""What can be done with files."""

from erp.documents.kinds import declare_kind
from erp.documents.rights import may_open, register_owner_check
from erp.documents.services.opening import open_document
from erp.documents.services.storing import InvalidDocument, store_document

__all__ = [
    "InvalidDocument",
    "declare_kind",
    "may_open",
    "open_document",
    "register_owner_check",
    "store_document",
]
