"""Taking orders: one or five hundred, in the same few statements. What both verbs of placing have in common."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from erp.catalog.models import Variant
from erp.crm import services as crm
from erp.crm.models import Customer
from erp.foundation.actor import Actor
from erp.foundation.events.publishing import publish
from erp.foundation.organisation.models import Company
from erp.inventory import services as inventory
from erp.orders import building, locking, queries, storing
from erp.orders.drafts import OrderDraft
from erp.orders.events import OrderCancelled, OrderCompleted, OrderHeld, OrderPlaced, OrderReady
from erp.orders.models import Order, OrderLine
from erp.orders.services.exceptions import raise_exception
from erp.orders.services.paying import record_tenders
from erp.orders.states import Hold, OrderStatus

SKUS_SHOWN = 5


@dataclass(slots=True)
class Taken:
    """A new order with what is needed to go on with it."""

    draft: OrderDraft
    order: Order
    customer: Customer
    lines: list[OrderLine]


def take(
    drafts: Sequence[OrderDraft], *, company: Company, actor: Actor, at: datetime, accept_shortage: bool = True
) -> list[Taken]:
    """
    Store the orders of one company that are not stored yet, hold stock for them, and tell of them.

    Those that are stored already are left out, also if somebody else stores them at this moment.

    :raises OutOfStock: if a line can't be reserved and a shortage is not accepted.
    """
    known = locking.lock_sources([(draft.source, draft.source_ref) for draft in drafts])
    by_name = {(draft.source, draft.source_ref): draft for draft in drafts}
    built = _build([draft for name, draft in sorted(by_name.items()) if name not in known], company, actor, at)
    if not built:
        return []
    inserted = storing.insert_new([one.order for one in built])
    taken = [one for one in built if one.order.pk in inserted]
    for one in taken:
        publish(OrderPlaced(order_id=one.order.pk), actor=actor, subjects=[one.order.ref, one.customer.ref])
        record_tenders(one.order, one.draft.tenders, actor=actor, new=True)
    _reserve(taken, company, accept_shortage, actor, at)
    _store_parts(taken)
    for one in taken:
        _tell(one, actor, at)
    return taken


def _build(drafts: Sequence[OrderDraft], company: Company, actor: Actor, at: datetime) -> list[Taken]:
    if not drafts:
        return []
    customers = _customers(drafts, company, actor, at)
    variants = _variants(company, drafts)
    order_keys, line_keys = storing.allot_keys(len(drafts), sum(len(draft.lines) for draft in drafts))
    keys, built = iter(line_keys), []
    for draft, customer, key in zip(drafts, customers, order_keys, strict=True):
        holds = building.holds_of(draft, variants)
        order = building.build_order(draft, order_id=key, customer_id=customer.pk, holds=holds, at=at)
        built.append(Taken(draft, order, customer, _lines(draft, order, variants, keys)))
    return built


def _customers(drafts: Sequence[OrderDraft], company: Company, actor: Actor, at: datetime) -> list[Customer]:
    """Who buys, in the order of the drafts: the customer that a person chose, or the one that the contact means."""
    contacts = [draft.contact for draft in drafts if draft.customer_id is None]
    recognised = iter(
        crm.find_or_create_customers(company=company, contacts=contacts, actor=actor, at=at) if contacts else ()
    )
    return [
        next(recognised) if draft.customer_id is None else Customer(pk=draft.customer_id, company=company)
        for draft in drafts
    ]


def _variants(company: Company, drafts: Sequence[OrderDraft]) -> dict[str, int]:
    """Variants by SKU, exactly as written. Titles and look-alikes never match."""
    skus = {line.sku for draft in drafts for line in draft.lines if line.variant_id is None and line.sku}
    if not skus:
        return {}
    return dict(Variant.objects.filter(company=company, sku__in=skus).order_by().values_list("sku", "pk"))


def _lines(draft: OrderDraft, order: Order, variants: Mapping[str, int], keys: Iterator[int]) -> list[OrderLine]:
    lines = [
        building.build_line(
            line,
            line_id=next(keys),
            order_id=order.pk,
            position=position,
            variant_id=building.variant_of(line, variants),
        )
        for position, line in enumerate(draft.lines, 1)
    ]
    for line in lines if order.status == OrderStatus.CANCELLED else ():
        line.cancelled = line.quantity
    return lines


def _reserve(taken: Sequence[Taken], company: Company, accept_shortage: bool, actor: Actor, at: datetime) -> None:
    """Hold what is there, note on each line how much that is, and flag the orders that wait for the rest."""
    wanted = [(one, demand) for one in taken if (demand := queries.demand(one.lines))]
    claims = [inventory.Claim(one.order.ref, demand, one.draft.locations, new_owner=True) for one, demand in wanted]
    if not claims:
        return
    short = inventory.reserve_many(
        claims=claims, company_id=company.pk, at=at, actor=actor, accept_shortage=accept_shortage
    )
    for one, _demand in wanted:
        missing = {line.line_key: line.missing for line in short[one.order.ref]}
        for line in one.lines:
            if line.variant_id is not None:
                line.reserved = line.to_ship - missing.get(str(line.pk), building.ZERO)
        if missing:
            _flag_short(one.order, any(line.reserved > 0 for line in one.lines))


def _flag_short(order: Order, something_held: bool) -> None:
    """The order was stored as one that has everything; it waits for goods, and ships nothing while it has none."""
    order.short = True
    if not something_held:
        order.ready_at = None
    Order.objects.filter(pk=order.pk).update(short=True, ready_at=order.ready_at)


def _store_parts(taken: Sequence[Taken]) -> None:
    storing.insert_parts(
        [line for one in taken for line in one.lines],
        [charge for one in taken for charge in building.build_charges(one.draft, one.order.pk)],
        [address for one in taken for address in building.build_addresses(one.draft, one.order.pk)],
    )


def _tell(one: Taken, actor: Actor, at: datetime) -> None:
    order = one.order
    if order.status == OrderStatus.HELD:
        publish(OrderHeld(order_id=order.pk), actor=actor, subjects=[order.ref])
        _explain_holds(one, actor, at)
    elif order.status == OrderStatus.CANCELLED:
        publish(OrderCancelled(order_id=order.pk), actor=actor, subjects=[order.ref])
    elif order.status == OrderStatus.COMPLETED:
        publish(OrderCompleted(order_id=order.pk), actor=actor, subjects=[order.ref])
    elif order.ready_at is not None:
        publish(OrderReady(order_id=order.pk), actor=actor, subjects=[order.ref])


def _explain_holds(one: Taken, actor: Actor, at: datetime) -> None:
    if Hold.UNKNOWN_SKU in one.order.holds:
        unknown = [line for line in one.lines if line.variant_id is None and line.requires_shipping]
        shown = ", ".join(line.sku or line.title for line in unknown[:SKUS_SHOWN])
        raise_exception(one.order, Hold.UNKNOWN_SKU, {"skus": shown, "count": len(unknown)}, actor=actor, at=at)
    if Hold.TOTAL_DIFFERS in one.order.holds:
        difference = f"{one.order.identity_difference.normalize():f} {one.order.currency}"
        raise_exception(one.order, Hold.TOTAL_DIFFERS, {"difference": difference}, actor=actor, at=at)
