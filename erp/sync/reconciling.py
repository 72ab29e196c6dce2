"""Comparing with a channel: orders by count, stock number by number, subscriptions; what is missing is named."""

from datetime import timedelta

from config.env import ENV
from erp.foundation import clock
from erp.foundation.actor import SYSTEM
from erp.foundation.db import outside_transaction
from erp.sync import pulling, services
from erp.sync.channels import channel_of
from erp.sync.models import Binding, ChannelAccount, DesiredState, SyncRun
from erp.sync.models.runs import RunKind
from erp.sync.protocol import Channel
from erp.sync.starting import before_us
from erp.sync.states import Kind, PushKind

WINDOW = timedelta(days=2)


@outside_transaction
def reconcile(account: ChannelAccount) -> SyncRun:
    """
    One comparison. Missing orders are pulled, lost subscriptions made again, differing stock is read and pushed.

    A number that is only on its way (pending) is no drift.
    """
    started = clock.now()
    channel = channel_of(account)
    run = SyncRun(account=account, kind=RunKind.RECONCILE, started_at=started)
    findings = [
        *_orders(account, channel, run),
        *(f"subscription:{topic}" for topic in channel.ensure_subscriptions(hook_address(account))),
        *_stock(account, channel, run),
    ]
    run.findings, run.found = findings[:200], len(findings)
    return services.record_run(run=run, actor=SYSTEM, at=clock.now())


def public_address(account: ChannelAccount) -> str:
    """Under which address the channel finds us: the account's own, else the installation's."""
    return str(account.settings.get("hooks_address") or ENV.public_url)


def hook_address(account: ChannelAccount) -> str:
    """Where the channel sends its messages for this account."""
    return f"{public_address(account)}/hooks/{account.channel}/{account.pk}/"


def _orders(account: ChannelAccount, channel: Channel, run: SyncRun) -> list[str]:
    begin = max(run.started_at - WINDOW, account.connected_at or run.started_at)
    changed = list(channel.orders_changed_since(begin))
    run.seen = len(changed)
    known = set(
        Binding.objects.filter(
            account=account, kind=Kind.ORDER, remote_id__in=[item.remote_id for item in changed]
        ).values_list("remote_id", flat=True)
    )
    missing = [
        item.remote_id for item in changed if item.remote_id not in known and not before_us(account, item.placed_at)
    ]
    for remote_id in missing:
        pulling.pull(account, kind=Kind.ORDER, remote_id=remote_id)
    counted = channel.count_orders(begin)
    findings = [f"order:{remote_id}" for remote_id in missing]
    if counted > len(changed):
        findings.append(f"count: the shop says {counted}, its list held {len(changed)}")
    return findings


def _stock(account: ChannelAccount, channel: Channel, run: SyncRun) -> list[str]:
    states = list(
        DesiredState.objects.filter(
            account=account, kind=PushKind.STOCK, pending=False, acknowledged_at__lt=run.started_at
        )
    )
    pairs = {state.subject: tuple(state.subject.split("|", 1)) for state in states}
    shown = channel.read_stock([(item, place) for item, place in pairs.values()])
    expected = {state.subject: state.expected for state in states}
    differs = {
        subject: shown[(item, place)]
        for subject, (item, place) in pairs.items()
        if (item, place) in shown and shown[(item, place)] != expected[subject]
    }
    if differs:
        pulling.poll(account)
        services.record_observed(account_id=account.pk, shown=differs, actor=SYSTEM, at=clock.now())
        items = [pairs[subject][0] for subject in differs]
        rows = Binding.objects.filter(account=account, kind=Kind.VARIANT, extra__stock_item__in=items)
        variants = [int(key) for key in rows.values_list("local_key", flat=True)]
        services.desire_stock(variant_ids=variants, actor=SYSTEM, at=clock.now(), accounts=[account.pk])
    return [f"stock:{subject.split('|')[0].rpartition('/')[2]}: {number}" for subject, number in differs.items()]
