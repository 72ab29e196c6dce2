"""What the sync engine does when something happened at a channel or with us."""

from collections.abc import Sequence

from erp.carriers.queries import label_of
from erp.foundation import clock
from erp.foundation.actor import SYSTEM
from erp.foundation.events.registry import Delivered, handles
from erp.inventory.events import AvailabilityChanged
from erp.shipping.events import ShipmentDispatched
from erp.shipping.models import Shipment
from erp.shipping.services.packing import ordered_units
from erp.sync import pulling, pushing, queries, services
from erp.sync.events import PushWanted, RemoteChanged
from erp.sync.protocol import TrackingWrite


@handles(
    RemoteChanged,
    name="sync.pull",
    key=lambda fact: f"{fact.account_id}/{fact.kind}/{fact.remote_id}",
    coalesce=True,
    network=True,
    max_attempts=20,
)
def pull(fact: RemoteChanged, delivered: Delivered) -> None:
    """
    Fetch what changed; a paused account is left alone, its poll catches up later.

    A channel tells of a sale by several messages. Those that came before the object was last fetched are settled by it,
    whoever fetched it, and ask for nothing more. What a person wants fetched again is fetched.
    """
    told_by_channel = delivered.actor.kind == "channel"
    if told_by_channel and not queries.has_open_messages(fact.account_id, fact.kind, fact.remote_id):
        return
    account = pulling.refreshed(fact.account_id)
    if account is not None:
        pulling.pull(account, kind=fact.kind, remote_id=fact.remote_id)


@handles(AvailabilityChanged, name="sync.desire_stock", batch=True)
def desire_stock(told: Sequence[tuple[AvailabilityChanged, Delivered]]) -> None:
    """
    More or less is free of many variants: compute what shops should show of them.

    All that waits at once: a large order, a delivery or a count changes hundreds of variants, and what is computed
    together is pushed together, in as few calls as the channel allows.
    """
    services.desire_stock(variant_ids={fact.variant_id for fact, _delivered in told}, actor=SYSTEM, at=clock.now())


@handles(
    PushWanted,
    name="sync.push",
    key=lambda fact: f"{fact.account_id}/{fact.kind}",
    coalesce=True,
    network=True,
    max_attempts=30,
)
def push(fact: PushWanted, delivered: Delivered) -> None:
    """Push everything of this kind that the account shows wrongly."""
    account = pulling.refreshed(fact.account_id)
    if account is not None:
        pushing.push(account, fact.kind)


@handles(ShipmentDispatched, name="sync.desire_tracking")
def desire_tracking(fact: ShipmentDispatched, delivered: Delivered) -> None:
    """Goods of a channel's order left: the channel should say so."""
    shipment = Shipment.objects.select_related("order", "method__account").get(pk=fact.shipment_id)
    account = queries.account_of_source(shipment.order.source)
    if account is None:
        return
    label = label_of(shipment.ref)
    units = dict(ordered_units(list(shipment.lines.all())))
    refs = dict(shipment.order.lines.filter(pk__in=units).values_list("pk", "source_line_ref"))
    write = TrackingWrite(
        order=shipment.order.source_ref,
        lines={refs[line]: int(quantity) for line, quantity in units.items() if quantity >= 1},
        tracking_number=label.tracking_number if label else shipment.number,
        tracking_url=label.tracking_url if label else "",
        carrier=str(shipment.method.account) if shipment.method and shipment.method.account else "",
    )
    services.desire_tracking(
        account=account, subject=str(shipment.pk), write=write, actor=delivered.actor, at=clock.now()
    )
