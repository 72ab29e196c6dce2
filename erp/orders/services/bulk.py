"""Many orders at once: a batch is one transaction; one that can't be taken is found by halving and left out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import groupby

from erp.foundation.actor import Actor
from erp.foundation.db import in_transaction, use_case
from erp.foundation.errors import Busy
from erp.foundation.events.publishing import without_notify
from erp.foundation.organisation.models import Company
from erp.orders.drafts import OrderDraft
from erp.orders.services.following import follow_draft, go_on
from erp.orders.services.taking import take

BATCH = 500


@dataclass(frozen=True, slots=True)
class Failure:
    """An order that could not be taken, and why."""

    draft: OrderDraft
    error: Exception


@dataclass(slots=True)
class Imported:
    """What became of a bulk import."""

    created: int = 0
    known: int = 0
    failures: list[Failure] = field(default_factory=list)


def import_orders(*, drafts: Sequence[OrderDraft], actor: Actor, at: datetime) -> Imported:
    """
    Import many orders, as :func:`import_order` does each, 500 a transaction. Safe to repeat and to be cut off.

    A draft that can't be taken fails alone: a batch that fails is tried again in halves, down to the one.

    :raises RuntimeError: inside a transaction: each batch is committed by itself.
    """
    if in_transaction():
        raise RuntimeError("a bulk import commits each batch by itself")
    result = Imported()
    with without_notify():
        for batch in _batches(drafts):
            _try(batch, result, actor, at)
    return result


def _batches(drafts: Sequence[OrderDraft]) -> Iterator[list[OrderDraft]]:
    """At most 500 drafts of one company each, a draft that stands twice in different batches."""
    ordered = sorted(drafts, key=lambda draft: draft.company_id)
    for _company, group in groupby(ordered, key=lambda draft: draft.company_id):
        of_company = list(group)
        for start in range(0, len(of_company), BATCH):
            yield of_company[start : start + BATCH]


def _try(batch: list[OrderDraft], result: Imported, actor: Actor, at: datetime) -> None:
    try:
        created = _import_batch(drafts=batch, actor=actor, at=at)
    except Busy:
        raise
    except Exception as error:
        if len(batch) == 1:
            result.failures.append(Failure(batch[0], error))
            return
        middle = len(batch) // 2
        _try(batch[:middle], result, actor, at)
        _try(batch[middle:], result, actor, at)
    else:
        result.created += created
        result.known += len(batch) - created


@use_case
def _import_batch(*, drafts: list[OrderDraft], actor: Actor, at: datetime) -> int:
    """Take those that are new, in one go, and let the others follow their source; returns how many were new."""
    taken = take(drafts, company=Company(pk=drafts[0].company_id), actor=actor, at=at)
    new = {id(one.draft) for one in taken}
    for one in taken:
        go_on(one.order, one.draft, actor=actor, at=at)
    for draft in sorted(drafts, key=lambda draft: (draft.source, draft.source_ref)):
        if id(draft) not in new:
            follow_draft(draft, actor=actor, at=at)
    return len(taken)
