"""What channels should say of shipments."""

from datetime import datetime

from erp.foundation.actor import Actor
from erp.foundation.db import use_case
from erp.foundation.events.publishing import publish
from erp.sync.events import PushWanted
from erp.sync.models import ChannelAccount, DesiredState
from erp.sync.protocol import TrackingWrite
from erp.sync.states import PushKind


@use_case
def desire_tracking(
    *, account: ChannelAccount, subject: str, write: TrackingWrite, actor: Actor, at: datetime
) -> DesiredState:
    """Want a shipment shown at its channel. Safe to repeat."""
    desired = {
        "order": write.order,
        "lines": dict(write.lines),
        "tracking_number": write.tracking_number,
        "tracking_url": write.tracking_url,
        "carrier": write.carrier,
        "notify": write.notify,
    }
    state, made = DesiredState.objects.get_or_create(
        account=account,
        kind=PushKind.TRACKING,
        subject=subject,
        defaults={"desired": desired, "wanted_since": at, "next_at": at},
    )
    if made:
        publish(PushWanted(account_id=account.pk, kind=PushKind.TRACKING), actor=actor, subjects=[account.ref])
    return state
