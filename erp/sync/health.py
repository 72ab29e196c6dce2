"""Whether the shops show the truth: lags, what waits, errors, drift, budget, dates that end; five queries for all."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from django.db import connection
from django.db.models import Count, Min, Q

from erp.sync.channels.shopify.adapter import VERSION_ENDS
from erp.sync.channels.shopify.client import API_VERSION
from erp.sync.models import ChannelAccount, DesiredState, InboundMessage, SyncRun
from erp.sync.models.runs import RunKind
from erp.sync.states import AccountStatus, MessageStatus

HOUR = timedelta(hours=1)
LATE_SECONDS = 60
WARN_DAYS, ALERT_DAYS = 90, 30

# From the channel's own time of an event to the moment it was taken in; and from a change of ours to the shop's answer.
_IN = """
SELECT account_id, percentile_cont(0.95) WITHIN GROUP (
    ORDER BY extract(epoch FROM done_at - coalesce(sent_at, received_at)))
FROM sync_inboundmessage WHERE kind = 'order' AND done_at > %s AND account_id = ANY(%s) GROUP BY account_id
"""
_OUT = """
SELECT account_id, percentile_cont(0.95) WITHIN GROUP (ORDER BY extract(epoch FROM acknowledged_at - wanted_since))
FROM sync_desiredstate WHERE acknowledged_at > %s AND acknowledged_at >= wanted_since AND account_id = ANY(%s)
GROUP BY account_id
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Health:
    """One channel on one line; seconds are of the last hour, ``oldest`` since when the longest waits."""

    account: ChannelAccount
    tone: str
    seconds_in: float | None
    seconds_out: float | None
    waiting_in: int
    oldest_in: datetime | None
    waiting_out: int
    oldest_out: datetime | None
    dead: int
    refused: int
    drift: int
    reconciled_at: datetime | None
    budget_percent: int | None
    version: str
    version_ends: date | None
    version_tone: str


def health_of(accounts: Sequence[ChannelAccount], at: datetime) -> list[Health]:
    """How each account fares."""
    ids = [account.pk for account in accounts]
    taken, shown = _percentiles(_IN, at - HOUR, ids), _percentiles(_OUT, at - HOUR, ids)
    inbox = _by_account(InboundMessage.objects.filter(account__in=ids), _INBOX)
    outbox = _by_account(DesiredState.objects.filter(account__in=ids), _OUTBOX)
    runs = {
        run.account_id: run
        for run in SyncRun.objects.filter(account__in=ids, kind=RunKind.RECONCILE)
        .order_by("account_id", "-pk")
        .distinct("account_id")
    }
    return [
        _health(account, taken, shown, inbox.get(account.pk, {}), outbox.get(account.pk, {}), runs.get(account.pk), at)
        for account in accounts
    ]


_INBOX = {
    "new": Count("pk", filter=Q(status=MessageStatus.NEW)),
    "oldest": Min("received_at", filter=Q(status=MessageStatus.NEW)),
    "dead": Count("pk", filter=Q(status=MessageStatus.DEAD)),
}
_OUTBOX = {
    "waiting": Count("pk", filter=Q(pending=True)),
    "oldest": Min("wanted_since", filter=Q(pending=True)),
    "refused": Count("pk", filter=~Q(last_error="")),
}


def _health(
    account: ChannelAccount,
    taken: dict[int, float],
    shown: dict[int, float],
    inbox: dict[str, Any],
    outbox: dict[str, Any],
    run: SyncRun | None,
    at: datetime,
) -> Health:
    oldest = min((moment for moment in (inbox.get("oldest"), outbox.get("oldest")) if moment), default=None)
    late = oldest is not None and (at - oldest).total_seconds() > LATE_SECONDS
    ends = VERSION_ENDS.get(API_VERSION)
    troubled = bool(inbox.get("dead") or outbox.get("refused"))
    return Health(
        account=account,
        tone=_tone(account, late=late, troubled=troubled),
        seconds_in=taken.get(account.pk),
        seconds_out=shown.get(account.pk),
        waiting_in=inbox.get("new", 0),
        oldest_in=inbox.get("oldest"),
        waiting_out=outbox.get("waiting", 0),
        oldest_out=outbox.get("oldest"),
        dead=inbox.get("dead", 0),
        refused=outbox.get("refused", 0),
        drift=sum(str(finding).startswith("stock:") for finding in run.findings) if run else 0,
        reconciled_at=run.ended_at if run else None,
        budget_percent=_used(account, at),
        version=API_VERSION,
        version_ends=ends,
        version_tone=version_tone(ends, at.date()),
    )


def _tone(account: ChannelAccount, *, late: bool, troubled: bool) -> str:
    if account.status == AccountStatus.BROKEN:
        return "bad"
    if account.status != AccountStatus.LIVE:
        return ""
    return "warn" if late or troubled else "good"


def version_tone(ends: date | None, today: date) -> str:
    """How near the end of the API version is: warn below 90 days, bad below 30."""
    if ends is None:
        return "bad"
    left = (ends - today).days
    return "bad" if left < ALERT_DAYS else "warn" if left < WARN_DAYS else "good"


def _used(account: ChannelAccount, at: datetime) -> int | None:
    budget = getattr(account, "budget", None)
    if budget is None:
        return None
    grown = budget.available + budget.per_second * Decimal(str((at - budget.as_of).total_seconds()))
    return 100 - int(min(grown, budget.maximum) * 100 / budget.maximum)


def _percentiles(query: str, since: datetime, ids: list[int]) -> dict[int, float]:
    with connection.cursor() as cursor:
        cursor.execute(query, [since, ids])
        return {account: float(seconds) for account, seconds in cursor.fetchall() if seconds is not None}


def _by_account(rows: Any, counts: dict[str, Any]) -> dict[int, dict[str, Any]]:
    return {row["account_id"]: row for row in rows.values("account_id").annotate(**counts)}
