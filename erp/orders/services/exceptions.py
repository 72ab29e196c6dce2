"""What a person must see to is put into the queue, and taken out when it is settled."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from erp.foundation.actor import Actor
from erp.foundation.workqueue import services as workqueue
from erp.orders.models import Order
from erp.orders.states import Hold

# A hold by a person is no exception: whoever made it knows of it.
EXCEPTIONS = (Hold.UNKNOWN_SKU, Hold.TOTAL_DIFFERS, Hold.CHANGED_AT_SOURCE, Hold.REFUND_DIFFERS)


def kind_of(hold: Hold) -> str:
    """The kind of work item that a hold raises."""
    return f"orders.{hold.value}"


def raise_exception(order: Order, hold: Hold, params: Mapping[str, Any], *, actor: Actor, at: datetime) -> None:
    """Show a hold's cause in the queue; while it is open only its params change."""
    workqueue.raise_item(
        kind=kind_of(hold),
        about=order.ref,
        company_id=order.company_id,
        params={"number": order.number, **params},
        actor=actor,
        at=at,
    )


def settle_exceptions(order: Order, holds: list[Hold], *, actor: Actor, at: datetime) -> None:
    """Take what these holds raised out of the queue."""
    for hold in holds:
        if hold in EXCEPTIONS:
            workqueue.resolve_item(kind=kind_of(hold), about=order.ref, actor=actor, at=at)
