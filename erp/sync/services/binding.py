"""Which remote variant is which of ours: by binding, SKU, barcode; never by name, never one of several."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from erp.catalog import queries as catalog
from erp.catalog.models import Variant
from erp.foundation.actor import Actor
from erp.foundation.db import use_case
from erp.sync import queries
from erp.sync.models import Binding, ChannelAccount
from erp.sync.protocol import RemoteVariant
from erp.sync.services.desiring import desire_stock
from erp.sync.states import Kind


@dataclass(frozen=True, slots=True)
class Matching:
    """What a look at remote variants found: sure matches, those of which several are possible, and unknown ones."""

    matched: dict[str, Variant]
    ambiguous: list[RemoteVariant] = field(default_factory=list)
    unknown: list[RemoteVariant] = field(default_factory=list)


def match_variants(account: ChannelAccount, remotes: Sequence[RemoteVariant]) -> Matching:
    """
    Match by SKU, then by barcode; writes nothing.

    A SKU or barcode that stands on several remote variants decides nothing for any of them, nor does one whose variant
    another remote variant shows already: its stock would be sold twice.

    :param remotes: ones that are not bound.
    """
    skus, codes = Counter(remote.sku for remote in remotes), Counter(remote.barcode for remote in remotes)
    by_sku = catalog.variants_by_sku(account.company, [sku for sku in skus if sku])
    by_code = catalog.variants_by_barcode(account.company, [code for code in codes if code])
    candidates = {variant.pk for variant in (*by_sku.values(), *by_code.values())}
    taken = queries.shown_elsewhere(account.pk, candidates) if candidates else set()
    matched: dict[str, Variant] = {}
    ambiguous, unknown = [], []
    for remote in remotes:
        variant = by_sku.get(remote.sku) if remote.sku else None
        unique = skus[remote.sku] == 1 if variant else codes[remote.barcode] == 1
        variant = variant or (by_code.get(remote.barcode) if remote.barcode else None)
        if variant is None:
            unknown.append(remote)
        elif unique and variant.pk not in taken:
            taken.add(variant.pk)
            matched[remote.remote_id] = variant
        else:
            ambiguous.append(remote)
    return Matching(matched, ambiguous, unknown)


@use_case
def bind_variants(*, account: ChannelAccount, remotes: Sequence[RemoteVariant], actor: Actor, at: datetime) -> Matching:
    """
    Bind the remote variants that match surely, and want their stock shown. Safe to repeat: a binding stays.

    :returns: what was matched now, and what a person must decide.
    """
    known = set(
        Binding.objects.filter(
            account=account, kind=Kind.VARIANT, remote_id__in=[remote.remote_id for remote in remotes]
        ).values_list("remote_id", flat=True)
    )
    matching = match_variants(account, [remote for remote in remotes if remote.remote_id not in known])
    by_id = {remote.remote_id: remote for remote in remotes}
    Binding.objects.bulk_create(
        [
            Binding(
                account=account,
                kind=Kind.VARIANT,
                remote_id=remote_id,
                local_kind=variant.ref.kind,
                local_key=variant.ref.key,
                extra={
                    "stock_item": by_id[remote_id].stock_item,
                    "tracked": by_id[remote_id].tracked,
                    "product": by_id[remote_id].product_id,
                },
                bound_at=at,
            )
            for remote_id, variant in sorted(matching.matched.items())
        ],
        ignore_conflicts=True,
    )
    Binding.objects.filter(account=account, kind=Kind.VARIANT, remote_id__in=known, gone=True).update(gone=False)
    wanted = [variant.pk for variant in matching.matched.values()]
    if wanted:
        desire_stock(variant_ids=wanted, actor=actor, at=at, accounts=[account.pk])
    return matching


@use_case
def record_left(*, account: ChannelAccount, product: str, remote_ids: Sequence[str], actor: Actor, at: datetime) -> int:
    """A product of the channel has these variants only: others of it are gone there; returns how many."""
    rows = Binding.objects.filter(account=account, kind=Kind.VARIANT, extra__product=product, gone=False)
    return rows.exclude(remote_id__in=list(remote_ids)).update(gone=True)
