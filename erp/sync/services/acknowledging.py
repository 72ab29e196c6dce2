"""What channels are known to show, after pushes, reads and their own sales."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from erp.foundation.actor import Actor
from erp.foundation.db import use_case
from erp.sync.locking import lock_desired
from erp.sync.models import DesiredState
from erp.sync.states import PushKind
from erp.sync.storing import write_states

LONGEST_DELAY_SECONDS = 300


@use_case
def record_pushed(*, pushed: Sequence[DesiredState], actor: Actor, at: datetime) -> None:
    """
    The channel took what these rows, as they were when pushed, desired.

    Sales of the channel that lowered ``expected`` meanwhile came after the write (else it would have been refused as
    stale), so they are taken off what was written.
    """
    before = {state.subject: state for state in pushed}
    states = lock_desired({row.account_id for row in pushed}, pushed[0].kind, before)
    for state in states:
        then = before[state.subject]
        sold = (state.expected - then.expected) if state.expected is not None and then.expected is not None else 0
        state.expected = then.desired + sold
        state.acknowledged_version, state.acknowledged_at = then.version, at
        state.attempt, state.failures, state.last_error = state.attempt + 1, 0, ""
        _settle(state, at)
    write_states(states)


@use_case
def record_observed(*, account_id: int, shown: Mapping[str, int | None], actor: Actor, at: datetime) -> None:
    """What the channel was read to show of these subjects; None: it doesn't stock the item there."""
    states = lock_desired([account_id], PushKind.STOCK, shown)
    for state in states:
        state.expected = shown[state.subject]
        state.attempt += 1
        _settle(state, at)
    write_states(states)


@use_case
def record_refused(
    *, states: Sequence[DesiredState], reasons: Mapping[str, str], for_ever: bool, actor: Actor, at: datetime
) -> None:
    """The channel didn't take these; unless it never will, they are tried again later and later."""
    locked = lock_desired({row.account_id for row in states}, states[0].kind, reasons)
    for state in locked:
        state.failures += 1
        state.attempt += 1
        state.last_error = reasons[state.subject][:300]
        state.next_at = at + timedelta(seconds=min(2**state.failures, LONGEST_DELAY_SECONDS))
        state.pending = not for_ever
    write_states(locked)


@use_case
def record_sold(*, account_id: int, sold: Mapping[str, int], actor: Actor, at: datetime) -> None:
    """The channel sold so much of these subjects: it has lowered its own number."""
    states = lock_desired([account_id], PushKind.STOCK, sold)
    for state in states:
        if state.expected is not None:
            state.expected -= sold[state.subject]
            _settle(state, at)
    write_states(states)


@use_case
def record_tracking_pushed(*, state: DesiredState, actor: Actor, at: datetime) -> None:
    """The channel knows the tracking number."""
    for row in lock_desired([state.account_id], PushKind.TRACKING, [state.subject]):
        row.expected, row.pending, row.acknowledged_at = state.desired, False, at
        row.acknowledged_version, row.failures, row.last_error = state.version, 0, ""
        row.save()


def _settle(state: DesiredState, at: datetime) -> None:
    pending = state.expected != state.desired
    if pending and not state.pending:
        state.wanted_since = at
    state.pending, state.next_at = pending, at
