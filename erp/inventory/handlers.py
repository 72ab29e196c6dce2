"""Open pages hear that stock changed."""

from collections.abc import Sequence

from erp.foundation.events.registry import Delivered, handles
from erp.foundation.refs import Ref
from erp.foundation.web import live
from erp.inventory import queries
from erp.inventory.events import AvailabilityChanged, StockValued

LIST_TOPIC, VARIANT_TOPIC = "stock.list", "stock.variant"


@handles(AvailabilityChanged, StockValued, name="inventory.refresh_pages", batch=True)
def refresh_pages(batch: Sequence[tuple[AvailabilityChanged | StockValued, Delivered]]) -> None:
    """One hint for each variant that changed, however often it did."""
    variants: set[int] = set()
    for fact, _delivered in batch:
        if isinstance(fact, AvailabilityChanged):
            variants.add(fact.variant_id)
        else:
            moves = queries.moves_of(Ref(fact.origin_kind, fact.origin_key), fact.purpose)
            variants |= {move.variant_id for move in moves}
    if variants:
        live.notify(LIST_TOPIC, *(f"{VARIANT_TOPIC}:{variant}" for variant in sorted(variants)))
