"""Posting what the goods ledger did to the value of stock."""

from collections import defaultdict
from datetime import datetime
from decimal import Decimal

from erp.finance.models import Entry, Journal, Role
from erp.finance.services.posting import Posting, post_entry
from erp.foundation.actor import Actor
from erp.foundation.db import use_case
from erp.foundation.money import Money
from erp.foundation.refs import Ref
from erp.inventory.models import LocationKind, StockMove

# Which account stands against the stock account, by the place outside the company's stock that goods came from or
# went to. A move between places inside the stock has no value and no entry.
_AGAINST = {
    LocationKind.SUPPLIER: Role.GOODS_RECEIVED,
    LocationKind.CUSTOMER: Role.COST_OF_GOODS,
    LocationKind.SCRAP: Role.SCRAP,
    LocationKind.ADJUSTMENT: Role.STOCK_DIFFERENCES,
}


@use_case
def post_stock(*, origin: Ref, purpose: str, actor: Actor, at: datetime) -> Entry | None:
    """
    Post one group of valued moves; safe to repeat. The values are the moves' own, rounded there once.

    :returns: ``None`` when the moves are worth nothing.
    :raises KeyError: for goods that went somewhere no account is known for.
    """
    moves = list(
        StockMove.objects.filter(origin_kind=origin.kind, origin_key=origin.key, purpose=purpose)
        .exclude(value=0)
        .select_related("source", "destination")
    )
    if not moves:
        return None
    currency = moves[0].currency
    against: dict[tuple[Role, int | None], Decimal] = defaultdict(Decimal)
    for move in moves:
        inside, outside = (move.destination, move.source) if move.value > 0 else (move.source, move.destination)
        against[(_AGAINST[LocationKind(outside.kind)], inside.branch_id)] += move.value
    postings = [
        posting
        for (role, branch), value in sorted(against.items(), key=str)
        for posting in (
            Posting(Role.STOCK, Money(value, currency), branch_id=branch),
            Posting(role, Money(-value, currency), branch_id=branch),
        )
    ]
    return post_entry(
        company_id=moves[0].company_id,
        journal=Journal.STOCK,
        on=moves[0].on,
        postings=postings,
        origin=origin,
        purpose=f"stock:{purpose}",
        actor=actor,
        at=at,
    )
