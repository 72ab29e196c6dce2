"""Showing channels what they should show. Outside transactions: it talks to the channel."""

import hashlib
from collections.abc import Sequence

import structlog

from erp.foundation import clock
from erp.foundation.actor import SYSTEM
from erp.foundation.db import outside_transaction
from erp.sync import pulling, queries, services
from erp.sync.channels import channel_of
from erp.sync.models import Binding, ChannelAccount, DesiredState
from erp.sync.protocol import Channel, Gone, Misconfigured, Retryable, StockResult, StockWrite, Terminal, TrackingWrite
from erp.sync.states import Kind, PushKind

log = structlog.get_logger(__name__)
MOST_ROUNDS = 50  # of one call; what is left then is pushed by the next


@outside_transaction
def push_stock(account: ChannelAccount) -> int:
    """
    Push what the account shows wrongly, batch by batch, by compare-and-set.

    A stale item was sold or changed there since we last knew: the shop's number is read, then its new orders are
    pulled, then what it should show is computed anew and pushed against the number read. No sale is lost: one
    between the reading and the write makes the write stale again.

    :returns: how many items were written.
    :raises Retryable: when the channel is away. :raises Misconfigured: also written on the account.
    """
    channel, written = channel_of(account), 0
    for _round in range(MOST_ROUNDS):
        states = queries.due_states(account.pk, PushKind.STOCK, at=clock.now(), limit=channel.batch_size)
        if not states:
            break
        unknown = [state for state in states if state.expected is None]
        if unknown:
            _read(account, channel, unknown)
            continue
        written += _write(account, channel, states)
    return written


def _write(account: ChannelAccount, channel: Channel, states: Sequence[DesiredState]) -> int:
    writes = [_stock_write(state) for state in states]
    try:
        results = channel.push_stock(writes, key=_key(states))
    except Terminal as error:
        results = [StockResult(state.subject, "refused", error.reason) for state in states]
    by_outcome: dict[str, list[DesiredState]] = {}
    by_subject = {state.subject: state for state in states}
    for result in results:
        by_outcome.setdefault(result.outcome, []).append(by_subject[result.subject])
    if done := by_outcome.get("ok"):
        services.record_pushed(pushed=done, actor=SYSTEM, at=clock.now())
    if refused := by_outcome.get("refused"):
        reasons = {result.subject: result.reason for result in results if result.outcome == "refused"}
        services.record_refused(states=refused, reasons=reasons, for_ever=False, actor=SYSTEM, at=clock.now())
    if stale := by_outcome.get("stale"):
        _read(account, channel, stale)
    return len(by_outcome.get("ok", []))


def _read(account: ChannelAccount, channel: Channel, states: Sequence[DesiredState]) -> None:
    """Read what is shown, pull the shop's orders up to now, compute anew."""
    shown = channel.read_stock([_pair(state.subject) for state in states])
    found = {state.subject: shown.get(_pair(state.subject)) for state in states}
    absent = {subject: "The shop does not stock this item here." for subject, number in found.items() if number is None}
    pulling.poll(account)
    services.record_observed(
        account_id=account.pk,
        shown={subject: number for subject, number in found.items() if number is not None},
        actor=SYSTEM,
        at=clock.now(),
    )
    if absent:
        missing = [state for state in states if state.subject in absent]
        services.record_refused(states=missing, reasons=absent, for_ever=False, actor=SYSTEM, at=clock.now())
    variants = _variants(account, [state.subject for state in states])
    services.desire_stock(variant_ids=variants, actor=SYSTEM, at=clock.now(), accounts=[account.pk])


def _variants(account: ChannelAccount, subjects: Sequence[str]) -> list[int]:
    items = {_pair(subject)[0] for subject in subjects}
    rows = Binding.objects.filter(account=account, kind=Kind.VARIANT, extra__stock_item__in=sorted(items))
    return [int(key) for key in rows.values_list("local_key", flat=True)]


def _pair(subject: str) -> tuple[str, str]:
    item, _bar, location = subject.partition("|")
    return item, location


def _stock_write(state: DesiredState) -> StockWrite:
    item, location = _pair(state.subject)
    return StockWrite(
        subject=state.subject, stock_item=item, location=location, quantity=state.desired, expected=state.expected
    )


def _key(states: Sequence[DesiredState]) -> str:
    """The same for the same intent and generation of attempts, so that a repeated call can't write twice."""
    parts = [f"{state.pk}:{state.version}:{state.attempt}:{state.expected}:{state.desired}" for state in states]
    return hashlib.sha256("|".join(parts).encode()).hexdigest()[:40]


@outside_transaction
def push_tracking(account: ChannelAccount) -> int:
    """
    Tell the account's channel of shipments it doesn't know yet, one by one, until it knows all.

    :returns: how many were told. :raises Retryable: :raises Misconfigured:
    """
    channel, told = channel_of(account), 0
    for _round in range(MOST_ROUNDS):
        states = queries.due_states(account.pk, PushKind.TRACKING, at=clock.now(), limit=100)
        if not states:
            break
        told += sum(_tell(channel, state) for state in states)
    return told


def _tell(channel: Channel, state: DesiredState) -> bool:
    try:
        channel.push_tracking(TrackingWrite(**state.desired))
    except (Gone, Terminal) as error:
        services.record_refused(
            states=[state], reasons={state.subject: error.reason}, for_ever=True, actor=SYSTEM, at=clock.now()
        )
        return False
    services.record_tracking_pushed(state=state, actor=SYSTEM, at=clock.now())
    return True


def push(account: ChannelAccount, kind: str) -> int:
    """Push one kind; errors that a person must mend are written on the account."""
    try:
        count = push_stock(account) if kind == PushKind.STOCK else push_tracking(account)
    except Misconfigured as error:
        services.note_problem(account_id=account.pk, problem=error.reason, actor=SYSTEM, at=clock.now())
        raise
    except Retryable as error:
        log.warning("push later", account=account.pk, kind=kind, reason=error.reason)
        raise
    if account.problem:
        services.note_problem(account_id=account.pk, problem="", actor=SYSTEM, at=clock.now())
    return count
