"""Orders come in: placed by a person, or imported as a channel sold them."""

from datetime import datetime

from erp.foundation.actor import Actor
from erp.foundation.db import use_case
from erp.foundation.errors import BusinessError
from erp.foundation.organisation.models import Company
from erp.orders import queries
from erp.orders.drafts import OrderDraft
from erp.orders.errors import NoLines, TotalDiffers, UnknownSku
from erp.orders.models import Order
from erp.orders.services.following import follow_draft, go_on
from erp.orders.services.taking import take
from erp.orders.states import Hold
from erp.orders.totals import difference


@use_case
def place_order(*, draft: OrderDraft, actor: Actor, at: datetime) -> Order:
    """
    Turn a draft into an order that holds stock.

    Safe to repeat and to race: (source, source_ref) is unique, and the first order is returned.

    :raises NoLines: for an empty order. :raises UnknownSku: for goods that are not in the catalogue.
    :raises TotalDiffers: if the total does not follow from its parts.
    :raises OutOfStock: if a line can't be reserved and the draft does not accept a shortage.
    """
    if fault := _fault(draft):
        if order := queries.order_by_source(draft.source, draft.source_ref):
            return order
        raise fault
    taken = take([draft], company=_company(draft), actor=actor, at=at, accept_shortage=draft.accept_shortage)
    if not taken:
        return Order.objects.get(source=draft.source, source_ref=draft.source_ref)
    (one,) = taken
    if Hold.UNKNOWN_SKU in one.order.holds:
        unknown = next(line for line in one.lines if line.variant_id is None and line.requires_shipping)
        raise UnknownSku(sku=unknown.sku or unknown.title)
    return one.order


@use_case
def import_order(*, draft: OrderDraft, actor: Actor, at: datetime) -> Order:
    """
    Bring the order that a channel sold to the state that the draft tells; it is taken if it is new.

    What a channel sold is a fact and never refused: what is not in stock becomes a shortage; goods that are not known
    here and totals that don't follow from their parts hold the order and show the cause. Payments, refunds and a
    cancellation in the draft are applied too. Safe to repeat, to race, and to hear in any order: an older draft takes
    nothing back.

    :raises CurrencyMismatch: when an amount is in another currency than the order.
    """
    taken = take([draft], company=_company(draft), actor=actor, at=at)
    if taken:
        return go_on(taken[0].order, draft, actor=actor, at=at)
    return follow_draft(draft, actor=actor, at=at)


def _fault(draft: OrderDraft) -> BusinessError | None:
    """Why a person may not place this."""
    if not draft.lines:
        return NoLines()
    if differs := difference(draft):
        return TotalDiffers(difference=f"{differs.amount.normalize():f} {differs.currency}")
    return None


def _company(draft: OrderDraft) -> Company:
    """The company's key is all that is needed here; that it exists, the foreign keys see to."""
    return Company(pk=draft.company_id)
