"""What people call the things that a shop shows wrongly: SKUs and parcels instead of the channel's ids."""

from collections.abc import Sequence

from django.urls import reverse

from erp.catalog import queries as catalog
from erp.foundation.refs import Ref
from erp.foundation.web import subjects
from erp.sync.models import Binding, ChannelAccount, DesiredState
from erp.sync.states import Kind, PushKind

SHIPMENT = "shipping.shipment"


def named(account: ChannelAccount, states: Sequence[DesiredState]) -> list[tuple[DesiredState, str, str]]:
    """The states, each with the name of its subject and the address of its page ("" where nothing is known of it)."""
    items = {state.subject.partition("|")[0] for state in states if state.kind == PushKind.STOCK}
    bindings = Binding.objects.filter(account=account, kind=Kind.VARIANT, extra__stock_item__in=sorted(items))
    variants = {row.extra["stock_item"]: int(row.local_key) for row in bindings}
    skus = {key: variant.sku for key, variant in catalog.variants_by_id(list(variants.values())).items()}
    parcels = [Ref(SHIPMENT, state.subject) for state in states if state.kind == PushKind.TRACKING]
    numbers = subjects.names_of(parcels)
    return [(state, *_name(state, variants, skus, numbers)) for state in states]


def _name(
    state: DesiredState, variants: dict[str, int], skus: dict[int, str], numbers: dict[Ref, str]
) -> tuple[str, str]:
    if state.kind == PushKind.STOCK:
        key = variants.get(state.subject.partition("|")[0])
        return (skus[key], reverse("inventory:variant", args=[key])) if key in skus else (_tail(state.subject), "")
    ref = Ref(SHIPMENT, state.subject)
    return (numbers[ref], subjects.url_of(ref)) if ref in numbers else (_tail(state.subject), "")


def _tail(subject: str) -> str:
    return subject.partition("|")[0].rpartition("/")[2]
