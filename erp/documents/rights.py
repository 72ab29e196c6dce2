"""Who may open a file: whoever may see the record that it belongs to, as the record's app says."""

from collections.abc import Callable

from erp.documents.models import Document
from erp.foundation.accounts.scoping import can
from erp.foundation.actor import Actor

OwnerCheck = Callable[[Actor, str], bool]

_checks: dict[str, OwnerCheck] = {}


def register_owner_check(kind: str, check: OwnerCheck) -> None:
    """
    Say for a kind of record (``orders.order``) whether an actor may see the record of a key.

    :raises ValueError: when the kind has a check already.
    """
    if _checks.setdefault(kind, check) is not check:
        raise ValueError(f"the owner check of {kind} is registered twice")


def may_open(actor: Actor, document: Document) -> bool:
    """Whether the actor may open a file; never where no app answers for its record."""
    check = _checks.get(document.owner_kind)
    return check is not None and can(actor, "documents.view") and check(actor, document.owner_key)
