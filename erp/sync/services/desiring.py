"""What channels should show: computed from our state, compared with what they are known to show."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from erp.foundation.actor import Actor
from erp.foundation.db import use_case
from erp.foundation.events.publishing import publish
from erp.inventory import queries as inventory
from erp.inventory.availability import PublishPolicy
from erp.sync import queries
from erp.sync.events import PushWanted
from erp.sync.locking import lock_desired
from erp.sync.models import AccountLocation, Binding, ChannelAccount, DesiredState
from erp.sync.states import PushKind
from erp.sync.storing import write_states


@dataclass(frozen=True, slots=True)
class StockSubject:
    """A stock item at a place of the shop, and the variant and warehouse it shows; written ``item|place``."""

    account: ChannelAccount
    item: str
    location: AccountLocation
    variant_id: int

    @property
    def key(self) -> str:
        return f"{self.item}|{self.location.remote_id}"


@use_case
def desire_stock(
    *, variant_ids: Iterable[int], actor: Actor, at: datetime, accounts: Iterable[int] | None = None
) -> int:
    """
    Compute anew what channels should show of these variants and of the kits they are in.

    The rows are locked before stock is read, so that of two computations at once the later one sees the newer stock.

    :returns: how many subjects are to be pushed.
    """
    wanted = set(variant_ids)
    wanted |= {kit for kits in inventory.kits_with(wanted).values() for kit in kits}
    subjects = _subjects(queries.bound_variants(wanted, accounts=accounts))
    if not subjects:
        return 0
    by_key = {(subject.account.pk, subject.key): subject for subject in subjects}
    states = _locked(by_key, at)
    numbers = _numbers(subjects)
    changed: dict[int, ChannelAccount] = {}
    for state in states:
        subject = by_key.get((state.account_id, state.subject))
        if subject is not None and _want(state, numbers[(state.account_id, state.subject)], at):
            changed[state.account_id] = subject.account
    write_states(states)
    for account in changed.values():
        publish(PushWanted(account_id=account.pk, kind=PushKind.STOCK), actor=actor, subjects=[account.ref])
    return sum(state.pending for state in states)


@use_case
def want_pushes(*, account: ChannelAccount, actor: Actor, at: datetime) -> int:
    """Tell of each kind of which something is due to be pushed; returns how many kinds."""
    due = DesiredState.objects.filter(account=account, pending=True, next_at__lte=at)
    kinds = sorted(set(due.values_list("kind", flat=True)))
    for kind in kinds:
        publish(PushWanted(account_id=account.pk, kind=kind), actor=actor, subjects=[account.ref])
    return len(kinds)


def policy_of(account: ChannelAccount, warehouse_id: int) -> PublishPolicy:
    """The account's policy for one warehouse; amounts in its settings are texts."""
    chosen: Mapping[str, Any] = account.settings.get("policy", {})
    cap = chosen.get("cap")
    return PublishPolicy(
        locations=(warehouse_id,),
        hold_back=Decimal(str(chosen.get("hold_back", "0"))),
        buffer=Decimal(str(chosen.get("buffer", "0"))),
        share=Decimal(str(chosen.get("share", "1"))),
        cap=Decimal(str(cap)) if cap is not None else None,
    )


def _subjects(bindings: Sequence[Binding]) -> list[StockSubject]:
    places = queries.mapped_locations({row.account_id for row in bindings})
    return [
        StockSubject(row.account, row.extra["stock_item"], place, int(row.local_key))
        for row in bindings
        if row.extra.get("tracked", True)
        for place in places.get(row.account_id, [])
    ]


def _locked(by_key: Mapping[tuple[int, str], StockSubject], at: datetime) -> list[DesiredState]:
    """The rows of these subjects, locked; those that are missing are made."""
    accounts, keys = {account for account, _key in by_key}, {key for _account, key in by_key}
    states = lock_desired(accounts, PushKind.STOCK, keys)
    there = {(state.account_id, state.subject) for state in states}
    missing = [subject for pair, subject in by_key.items() if pair not in there]
    if not missing:
        return states
    DesiredState.objects.bulk_create(
        [
            DesiredState(account=s.account, kind=PushKind.STOCK, subject=s.key, desired=0, wanted_since=at, next_at=at)
            for s in missing
        ],
        ignore_conflicts=True,
    )
    return lock_desired(accounts, PushKind.STOCK, keys)


def _numbers(subjects: Sequence[StockSubject]) -> dict[tuple[int, str], int]:
    numbers: dict[tuple[int, str], int] = {}
    groups: dict[tuple[int, int], list[StockSubject]] = {}
    for subject in subjects:
        groups.setdefault((subject.account.pk, subject.location.pk), []).append(subject)
    for group in groups.values():
        policy = policy_of(group[0].account, group[0].location.warehouse_id or 0)
        offered = inventory.publishable([subject.variant_id for subject in group], policy)
        numbers |= {(s.account.pk, s.key): offered[s.variant_id] for s in group}
    return numbers


def _want(state: DesiredState, number: int, at: datetime) -> bool:
    """Bring a locked row up to date; whether it has to be pushed now."""
    if state.desired != number:
        state.desired, state.version = number, state.version + 1
        state.next_at = min(state.next_at, at)
    pending = state.expected != number
    if pending and not state.pending:
        state.wanted_since, state.next_at = at, at
    state.pending = pending
    return pending
