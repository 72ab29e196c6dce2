"""A product of a shop is taken into the catalogue, with prices and opening stock."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from enum import StrEnum

from django.utils.translation import gettext_lazy as _

from erp.catalog import queries as catalog_queries
from erp.catalog import services as catalog
from erp.catalog.models import Variant
from erp.foundation.actor import Actor
from erp.foundation.db import use_case
from erp.foundation.money import Money
from erp.foundation.refs import Ref
from erp.inventory import services as inventory
from erp.inventory.lines import Receipt
from erp.inventory.models import StockMove
from erp.pricing import services as pricing
from erp.pricing.models import Price, PriceList
from erp.sync import queries
from erp.sync.errors import NotTakenOver
from erp.sync.models import ChannelAccount
from erp.sync.protocol import RemoteProduct, VariantDetails
from erp.sync.services.binding import bind_variants


class Effect(StrEnum):
    """What a variant of a shop would be here."""

    NEW = "new"
    MATCHED = "matched"
    BOUND = "bound"
    AMBIGUOUS = "ambiguous"
    WITHOUT_SKU = "without_sku"


OURS = (Effect.NEW, Effect.MATCHED, Effect.BOUND)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """
    How products are taken over: the language of the shop's texts, the tax classes of taxed and untaxed goods.

    ``price_list`` gets the shop's prices where it has none. ``stock`` (stock item -> warehouse -> quantity) is taken
    as opening stock of what never moved here.
    """

    language: str
    taxable: str = "standard"
    untaxed: str = "exempt"
    price_list: PriceList | None = None
    stock: Mapping[str, Mapping[int, int]] = field(default_factory=dict)


@use_case
def take_over_product(
    *,
    account: ChannelAccount,
    product: RemoteProduct,
    effects: Mapping[str, Effect],
    choices: Choices,
    actor: Actor,
    at: datetime,
) -> Counter[str]:
    """
    Take in what is new of a product, bind what is ours, give it prices and opening stock. Safe to repeat.

    :returns: how many variants, bindings, prices and opening receipts were made.
    :raises NotTakenOver: for a bundle, or variants that belong to several products here.
    :raises BusinessError: what the catalogue says against it.
    """
    done: Counter[str] = Counter()
    by_effect: dict[Effect, list[VariantDetails]] = {effect: [] for effect in Effect}
    for one in product.variants:
        by_effect[effects.get(one.variant.remote_id, Effect.AMBIGUOUS)].append(one)
    if product.gift_card or not any(by_effect[effect] for effect in OURS):
        return done
    if fresh := by_effect[Effect.NEW]:
        known = [one.variant for one in (*by_effect[Effect.MATCHED], *by_effect[Effect.BOUND])]
        _add(account, product, fresh, {one.remote_id for one in known}, choices, actor, at)
        done["new"] += len(fresh)
    unbound = [one.variant for one in (*fresh, *by_effect[Effect.MATCHED])]
    if unbound:
        done["bound"] += len(bind_variants(account=account, remotes=unbound, actor=actor, at=at).matched)
    ours = [one for effect in OURS for one in by_effect[effect]]
    here = _here(account, [one.variant.remote_id for one in ours])
    done["prices"] += _price(here, ours, choices.price_list, actor, at)
    done["stock"] += _open(account, here, ours, choices.stock, actor, at)
    return done


def _add(
    account: ChannelAccount,
    product: RemoteProduct,
    fresh: Sequence[VariantDetails],
    known: set[str],
    choices: Choices,
    actor: Actor,
    at: datetime,
) -> None:
    if any(one.bundle for one in fresh):
        raise NotTakenOver(reason=_("it is a bundle; make it a kit here and give it the same SKU."))
    homes = {variant.product for variant in _known(account, product, known)}
    if len(homes) > 1:
        raise NotTakenOver(reason=_("its variants belong to several products here."))
    if homes:
        (home,) = homes
        for one in fresh:
            catalog.add_variant(product=home, draft=_draft(one), actor=actor, at=at)
        return
    if any(len(name) > 50 for name in product.option_names):
        raise NotTakenOver(reason=_("the name of an option has more than 50 characters."))
    polish = choices.language == "pl"
    draft = catalog.ProductDraft(
        variants=tuple(_draft(one) for one in fresh),
        title_pl=product.title[:255] if polish else "",
        title_en="" if polish else product.title[:255],
        description_pl=product.description if polish else "",
        description_en="" if polish else product.description,
        brand=product.brand[:100],
        tax_class=choices.taxable if any(one.taxable for one in fresh) else choices.untaxed,
        status=product.status,
        option_names=product.option_names,
    )
    catalog.create_product(draft=draft, company=account.company, actor=actor, at=at)


def _draft(one: VariantDetails) -> catalog.VariantDraft:
    code = one.variant.barcode
    if max(len(one.variant.sku), len(code)) > 64 or any(len(value) > 100 for value in one.options):
        raise NotTakenOver(reason=_("a SKU or barcode has more than 64 characters, or an option more than 100."))
    return catalog.VariantDraft(
        sku=one.variant.sku, barcodes=(code,) if code else (), options=one.options, weight_g=one.weight_g
    )


def _known(account: ChannelAccount, product: RemoteProduct, remote_ids: set[str]) -> Sequence[Variant]:
    """Our variants for those of the product that are bound or were matched."""
    bound = queries.bound_remotes(account.pk, remote_ids)
    waiting = [one.variant for one in product.variants if one.variant.remote_id in remote_ids - bound.keys()]
    by_sku = catalog_queries.variants_by_sku(account.company, [one.sku for one in waiting])
    by_code = catalog_queries.variants_by_barcode(account.company, [one.barcode for one in waiting if one.barcode])
    matched = [by_sku.get(one.sku) or by_code.get(one.barcode) for one in waiting]
    return [*catalog_queries.variants_by_id(bound.values()).values(), *(one for one in matched if one)]


def _here(account: ChannelAccount, remote_ids: Sequence[str]) -> dict[str, Variant]:
    bound = queries.bound_remotes(account.pk, remote_ids)
    variants = catalog_queries.variants_by_id(bound.values())
    return {remote_id: variants[key] for remote_id, key in bound.items() if key in variants}


def _price(
    here: Mapping[str, Variant],
    ours: Sequence[VariantDetails],
    price_list: PriceList | None,
    actor: Actor,
    at: datetime,
) -> int:
    """Prices where the list says nothing of a variant; a price that stands there is ours to keep."""
    if price_list is None:
        return 0
    listed = Price.objects.filter(price_list=price_list, variant__in=list(here.values()))
    priced = set(listed.values_list("variant_id", flat=True))
    made = 0
    for one in ours:
        variant = here.get(one.variant.remote_id)
        if variant is None or variant.pk in priced:
            continue
        price = Money(one.price, price_list.currency)
        pricing.set_price(price_list=price_list, variant=variant, unit_price=price, actor=actor, at=at)
        made += 1
    return made


def _open(
    account: ChannelAccount,
    here: Mapping[str, Variant],
    ours: Sequence[VariantDetails],
    stock: Mapping[str, Mapping[int, int]],
    actor: Actor,
    at: datetime,
) -> int:
    """Opening stock of variants that never moved here; what the shop knows no cost of comes in at zero."""
    moved = set(StockMove.objects.filter(variant__in=list(here.values())).values_list("variant_id", flat=True))
    nothing, made = Money.zero(account.company.currency), 0
    for one in ours:
        variant, shown = here.get(one.variant.remote_id), stock.get(one.variant.stock_item)
        if variant is None or not shown or variant.is_kit or variant.pk in moved:
            continue
        cost = one.cost if one.cost and one.cost.currency == nothing.currency else nothing
        lines = [
            Receipt(str(warehouse), variant.pk, warehouse, Decimal(quantity), cost)
            for warehouse, quantity in sorted(shown.items())
        ]
        origin = Ref("sync.opening", f"{account.pk}/{one.variant.remote_id.rpartition('/')[2]}")
        inventory.receive_stock(lines=lines, origin=origin, purpose="opening", actor=actor, at=at)
        moved.add(variant.pk)
        made += 1
    return made
