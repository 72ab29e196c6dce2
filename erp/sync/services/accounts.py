"""Connections: made, set live, paused, found broken and mended."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from erp.foundation.actor import Actor
from erp.foundation.db import lock_rows, use_case
from erp.foundation.errors import NotFound
from erp.foundation.organisation.models import Company, SalesChannel
from erp.sync.models import AccountLocation, Budget, ChannelAccount, SyncRun
from erp.sync.models.runs import RunKind
from erp.sync.protocol import RemoteLocation
from erp.sync.states import ACCOUNT_FLOW, AccountStatus

# Until the shop has said what it allows: Shopify's smallest plan.
_FIRST_MAXIMUM, _FIRST_PER_SECOND = Decimal(1000), Decimal(50)


@use_case
def connect_account(
    *,
    company: Company,
    sales_channel: SalesChannel,
    channel: str,
    name: str,
    settings: Mapping[str, Any],
    access_token: str,
    webhook_secret: str,
    actor: Actor,
    at: datetime,
) -> ChannelAccount:
    """Write down a connection; nothing is asked of the shop and nothing sent before it is set live."""
    account = ChannelAccount(
        company=company,
        sales_channel=sales_channel,
        channel=channel,
        name=name,
        settings=dict(settings),
        access_token=access_token,
        webhook_secret=webhook_secret,
        orders_since=at - timedelta(minutes=5),
        connected_at=at,
    )
    account.save()
    Budget.objects.create(
        account=account, available=_FIRST_MAXIMUM, maximum=_FIRST_MAXIMUM, per_second=_FIRST_PER_SECOND, as_of=at
    )
    return account


@use_case
def map_locations(
    *,
    account: ChannelAccount,
    remotes: Sequence[RemoteLocation],
    warehouses: Mapping[str, int],
    actor: Actor,
    at: datetime,
) -> None:
    """Say which warehouse each place of the shop shows; places without one are left alone. Safe to repeat."""
    for remote in remotes:
        AccountLocation.objects.update_or_create(
            account=account,
            remote_id=remote.remote_id,
            defaults={"name": remote.name, "warehouse_id": warehouses.get(remote.remote_id)},
        )


@use_case
def set_status(*, account_id: int, to: AccountStatus, actor: Actor, at: datetime, problem: str = "") -> ChannelAccount:
    """
    Set an account live, pause it, or note what is wrong with it.

    :raises NotFound: when there is no such account. :raises IllegalMove: when it can't go there.
    """
    found = lock_rows(ChannelAccount.objects.filter(pk=account_id))
    if not found:
        raise NotFound
    (account,) = found
    ACCOUNT_FLOW.move(account, to=to, actor=actor)
    ChannelAccount.objects.filter(pk=account_id).update(problem=problem[:300])
    account.problem = problem[:300]
    return account


@use_case
def note_problem(*, account_id: int, problem: str, actor: Actor, at: datetime) -> None:
    """A live account can't work until a person mends it; "" says that it works again."""
    found = lock_rows(ChannelAccount.objects.filter(pk=account_id).exclude(problem=problem[:300]))
    for account in found:
        ChannelAccount.objects.filter(pk=account.pk).update(problem=problem[:300])
        to = AccountStatus.BROKEN if problem else AccountStatus.LIVE
        if ACCOUNT_FLOW.can_move(account, to=to):
            ACCOUNT_FLOW.move(account, to=to, actor=actor)


@use_case
def record_run(*, run: SyncRun, actor: Actor, at: datetime, since: datetime | None = None) -> SyncRun:
    """Write down what a look at a channel found, and move the cursor of polling with it."""
    run.ended_at = at
    run.save()
    column = {RunKind.POLL.value: "polled_at", RunKind.RECONCILE.value: "reconciled_at"}.get(run.kind)
    changes: dict[str, Any] = {column: at} if column else {}
    if since is not None:
        changes["orders_since"] = since
    if changes:
        ChannelAccount.objects.filter(pk=run.account_id).update(**changes)
    return run
