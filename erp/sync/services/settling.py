"""Messages are answered by what was fetched, or fail with it."""

from datetime import datetime

from erp.foundation.actor import Actor
from erp.foundation.db import use_case
from erp.sync.models import Binding, InboundMessage
from erp.sync.states import Kind, MessageStatus


@use_case
def settle_messages(
    *, account_id: int, kind: str, remote_id: str, until: datetime, actor: Actor, at: datetime, error: str = ""
) -> int:
    """Messages about a subject that came before its state was fetched are answered by it, or failed with it."""
    rows = InboundMessage.objects.filter(
        account_id=account_id, kind=kind, remote_id=remote_id, status=MessageStatus.NEW, received_at__lte=until
    )
    if error:
        return rows.update(status=MessageStatus.DEAD, error=error[:300])
    return rows.update(status=MessageStatus.DONE, done_at=at)


@use_case
def record_gone(*, account_id: int, kind: Kind, remote_id: str, actor: Actor, at: datetime) -> None:
    """The channel has this object no more: the binding says so, what it meant here stays."""
    Binding.objects.filter(account_id=account_id, kind=kind, remote_id=remote_id).update(gone=True)
