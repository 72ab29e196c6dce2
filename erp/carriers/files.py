"""Who may open a label's files: whoever sees the label."""

from erp.carriers.models import Label
from erp.documents.services import register_owner_check
from erp.foundation.accounts.scoping import visible
from erp.foundation.actor import Actor


def may_open_label(actor: Actor, key: str) -> bool:
    """The label's own scope decides."""
    return visible(Label.objects.all(), actor).filter(pk=key).exists()


register_owner_check("carriers.label", may_open_label)
