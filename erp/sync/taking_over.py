"""
A shop's products become ours: first a look at what each would be, then product by product.

For a firm that begins with a shop full of products. What is in the catalogue already stays as it is.
"""

from collections import Counter
from collections.abc import Mapping, Sequence

from erp.foundation.db import outside_transaction
from erp.sync import queries, services
from erp.sync.models import AccountLocation, ChannelAccount
from erp.sync.protocol import Channel, RemoteProduct, RemoteVariant
from erp.sync.services.taking_over import Effect

SAMPLES = 100


def effects(account: ChannelAccount, remotes: Sequence[RemoteVariant]) -> dict[str, Effect]:
    """What each variant of the shop would be, seen together with all the others; writes nothing."""
    bound = queries.bound_remotes(account.pk)
    skus = Counter(remote.sku for remote in remotes)
    codes = Counter(remote.barcode for remote in remotes if remote.barcode)
    matching = services.match_variants(account, [remote for remote in remotes if remote.remote_id not in bound])
    ambiguous = {remote.remote_id for remote in matching.ambiguous}
    found: dict[str, Effect] = {}
    for remote in remotes:
        key = remote.remote_id
        if key in bound:
            found[key] = Effect.BOUND
        elif key in matching.matched:
            twice = skus[remote.sku] > 1 if remote.sku else codes[remote.barcode] > 1
            found[key] = Effect.AMBIGUOUS if twice else Effect.MATCHED
        elif not remote.sku:
            found[key] = Effect.WITHOUT_SKU
        elif key in ambiguous or skus[remote.sku] > 1 or codes[remote.barcode] > 1:
            found[key] = Effect.AMBIGUOUS
        else:
            found[key] = Effect.NEW
    return found


def summary(remotes: Sequence[RemoteVariant], found: Mapping[str, Effect]) -> dict[str, object]:
    """Counts by effect, and the first variants of each as (SKU, title), for the preview."""
    samples: dict[str, list[tuple[str, str]]] = {effect.value: [] for effect in Effect}
    for remote in remotes:
        shown = samples[found[remote.remote_id].value]
        if len(shown) < SAMPLES:
            shown.append((remote.sku, remote.title[:120]))
    counts = Counter(effect.value for effect in found.values())
    products = len({remote.product_id for remote in remotes})
    return {"products": products, "counts": {one.value: counts[one.value] for one in Effect}, "samples": samples}


@outside_transaction
def shown_stock(
    channel: Channel, places: Sequence[AccountLocation], products: Sequence[RemoteProduct]
) -> dict[str, dict[int, int]]:
    """What the shop shows of these products' stock items: item -> warehouse -> quantity; only above zero."""
    items = [one.variant.stock_item for product in products for one in product.variants if one.variant.tracked]
    warehouses = {place.remote_id: place.warehouse_id for place in places if place.warehouse_id is not None}
    shown: dict[str, dict[int, int]] = {}
    read = channel.read_stock([(item, place) for place in warehouses for item in items])
    for (item, place), quantity in read.items():
        if quantity > 0:
            shown.setdefault(item, {})[warehouses[place]] = quantity
    return shown
