"""What connecting would do: read from the shop and from us, written nowhere."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from erp.foundation.db import outside_transaction
from erp.inventory import queries as inventory
from erp.sync import queries, services
from erp.sync.channels import channel_of
from erp.sync.models import ChannelAccount
from erp.sync.protocol import RemoteVariant
from erp.sync.services.desiring import policy_of

RECENT = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Write:
    """A number that would be written: what the shop shows now (None: not stocked there), what it would show."""

    sku: str
    title: str
    place: str
    now: int | None
    then: int


@dataclass(frozen=True, slots=True)
class Plan:
    """Counts and the exact differences."""

    variants: int
    matched: int
    ambiguous: Sequence[RemoteVariant]
    unknown: Sequence[RemoteVariant]
    writes: Sequence[Write]
    recent_orders: int


@outside_transaction
def plan(account: ChannelAccount, at: datetime) -> Plan:
    """
    Match the shop's products and compute its stock.

    :raises ChannelError: when the shop can't be read.
    """
    channel = channel_of(account)
    remotes = list(channel.variants())
    matching = services.match_variants(account, remotes)
    places = queries.mapped_locations([account.pk]).get(account.pk, [])
    by_id = {remote.remote_id: remote for remote in remotes}
    pairs = [(by_id[remote_id].stock_item, place.remote_id) for remote_id in matching.matched for place in places]
    shown = channel.read_stock(pairs)
    writes = []
    for place in places:
        policy = policy_of(account, place.warehouse_id or 0)
        offered = inventory.publishable([variant.pk for variant in matching.matched.values()], policy)
        for remote_id, variant in matching.matched.items():
            remote = by_id[remote_id]
            now = shown.get((remote.stock_item, place.remote_id))
            if remote.tracked and now != offered[variant.pk]:
                writes.append(Write(remote.sku, remote.title, place.name, now, offered[variant.pk]))
    return Plan(
        variants=len(remotes),
        matched=len(matching.matched),
        ambiguous=matching.ambiguous,
        unknown=matching.unknown,
        writes=writes,
        recent_orders=channel.count_orders(at - RECENT),
    )
