"""What connecting would do: read from the shop and from us, written nowhere."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from erp.catalog import queries as catalog
from erp.catalog.models import Variant
from erp.foundation.db import outside_transaction
from erp.inventory import queries as inventory
from erp.sync import queries, reconciling, services
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
    """Counts and the exact differences; ``subscriptions`` are the topics that the shop would be asked to report."""

    variants: int
    matched: int
    ambiguous: Sequence[RemoteVariant]
    unknown: Sequence[RemoteVariant]
    writes: Sequence[Write]
    subscriptions: Sequence[str]
    hooks_address: str
    missing_scopes: Sequence[str]
    recent_orders: int


def _bound(bound: Mapping[str, int], remotes: Sequence[RemoteVariant]) -> dict[str, Variant]:
    """What stands for the remote variants that were bound before."""
    here = {one.remote_id: bound[one.remote_id] for one in remotes if one.remote_id in bound}
    variants = catalog.variants_by_id(here.values())
    return {remote_id: variants[key] for remote_id, key in here.items() if key in variants}


@outside_transaction
def plan(account: ChannelAccount, at: datetime) -> Plan:
    """
    Match the shop's products, compute its stock and look which messages it does not send yet.

    :raises ChannelError: when the shop can't be read.
    """
    channel, address = channel_of(account), reconciling.hook_address(account)
    remotes = list(channel.variants())
    bound = queries.bound_remotes(account.pk)
    matching = services.match_variants(account, [one for one in remotes if one.remote_id not in bound])
    matching.matched.update(_bound(bound, remotes))
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
        subscriptions=channel.missing_subscriptions(address),
        hooks_address=address,
        missing_scopes=channel.facts().missing_scopes,
        recent_orders=channel.count_orders(at - RECENT),
    )
