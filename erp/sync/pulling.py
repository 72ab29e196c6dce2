"""Fetching what changed at a channel, by id, and taking it in. Outside transactions: it talks to the channel."""

from datetime import datetime, timedelta

import structlog
from django.db import InterfaceError, OperationalError

from erp.foundation import clock
from erp.foundation.actor import Actor
from erp.foundation.db import outside_transaction
from erp.foundation.errors import BusinessError, Busy
from erp.foundation.workqueue import services as workqueue
from erp.sync import queries, services
from erp.sync.channels import channel_of
from erp.sync.models import Binding, ChannelAccount, SyncRun
from erp.sync.models.runs import RunKind
from erp.sync.protocol import Channel, ChannelError, Gone, Misconfigured, Retryable, Terminal
from erp.sync.starting import before_us
from erp.sync.states import Kind
from erp.sync.work import UNBOUND, UNREADABLE

log = structlog.get_logger(__name__)
OVERLAP = timedelta(minutes=2)  # the channel's list may lag behind its own clock


def actor_of_account(account: ChannelAccount) -> Actor:
    """Who acts when a channel's news are taken in."""
    return Actor("channel", account.source)


@outside_transaction
def pull(account: ChannelAccount, *, kind: str, remote_id: str) -> None:
    """
    Fetch one object and take it in.

    What can never work is kept as dead letters with the cause, for a person; what may work later raises.

    :raises Retryable: :raises Misconfigured: also written on the account.
    """
    started = clock.now()
    actor = actor_of_account(account)
    try:
        _fetch(account, kind, remote_id, actor, started)
    except Gone:
        services.record_gone(account_id=account.pk, kind=Kind(kind), remote_id=remote_id, actor=actor, at=clock.now())
    except Misconfigured as error:
        services.note_problem(account_id=account.pk, problem=error.reason, actor=actor, at=clock.now())
        raise
    except Busy:
        raise
    except (Terminal, BusinessError) as error:
        _bury(account, kind, remote_id, str(error), started, actor)
        return
    at = clock.now()
    services.settle_messages(account_id=account.pk, kind=kind, remote_id=remote_id, until=started, actor=actor, at=at)


def _fetch(account: ChannelAccount, kind: str, remote_id: str, actor: Actor, at: datetime) -> None:
    if kind == Kind.APP:
        services.note_problem(account_id=account.pk, problem="The shop removed our app.", actor=actor, at=at)
    elif kind == Kind.ORDER:
        pull_order(account, channel_of(account), remote_id)
    elif kind == Kind.PRODUCT:
        pull_product(account, channel_of(account), remote_id)
    elif kind == Kind.CUSTOMER:
        pull_customer(account, channel_of(account), remote_id)


def pull_order(account: ChannelAccount, channel: Channel, remote_id: str) -> None:
    """Fetch an order and import it, with its binding and messages, in one transaction."""
    started = clock.now()
    fetched = channel.fetch_order(remote_id)
    draft = fetched.draft
    if draft.source_ref != remote_id:  # its messages would be settled though it was never taken in
        raise Retryable("The shop answered about another order.", unknown=True)
    if before_us(account, draft.placed_at) and queries.binding(account.pk, Kind.ORDER, remote_id) is None:
        return  # the shop's own people send it; who takes it in now would send it twice
    services.import_order(
        account=account,
        draft=draft,
        version=fetched.version,
        customer=fetched.customer,
        fetched_at=started,
        actor=actor_of_account(account),
        at=clock.now(),
    )


def pull_customer(account: ChannelAccount, channel: Channel, remote_id: str) -> None:
    """Fetch a customer and keep what is new of them."""
    started = clock.now()
    customer = channel.fetch_customer(remote_id)
    if customer.remote_id != remote_id:
        raise Retryable("The shop answered about another customer.", unknown=True)
    services.import_customer(
        account=account, customer=customer, fetched_at=started, actor=actor_of_account(account), at=clock.now()
    )


def pull_product(account: ChannelAccount, channel: Channel, remote_id: str) -> None:
    """
    Bind the variants of a product; those nobody can be sure of go to a person, until they are bound.

    Variants that the product has no more are gone first, so that one that stands in their place is bound.
    """
    actor, at = actor_of_account(account), clock.now()
    remotes = list(channel.variants(remote_id))
    here = [remote.remote_id for remote in remotes]
    services.record_left(account=account, product=remote_id, remote_ids=here, actor=actor, at=at)
    matching = services.bind_variants(account=account, remotes=remotes, actor=actor, at=at)
    unsure = {remote.remote_id for remote in (*matching.ambiguous, *matching.unknown)}
    for remote in remotes:
        about = account.ref._replace(key=f"{account.pk}/{remote.remote_id.rpartition('/')[2]}")
        if remote.remote_id not in unsure:
            workqueue.resolve_item(kind=UNBOUND, about=about, actor=actor, at=at)
            continue
        workqueue.raise_item(
            kind=UNBOUND,
            about=about,
            company_id=account.company_id,
            params={"sku": remote.sku, "title": remote.title, "shop": account.name, "product": remote.product_id},
            actor=actor,
            at=at,
        )


@outside_transaction
def poll(account: ChannelAccount) -> SyncRun:
    """
    Ask for the orders changed since the cursor, with an overlap, and take in those whose version we don't have.

    The net under the webhooks. The cursor moves only when the list was read to its end and all of it was taken in: an
    order that somebody holds at this moment doesn't keep the others waiting, and is asked for again by the next poll.
    It moves by the channel's own clock: ours may be wrong.

    :raises Busy: when all but such orders are taken in. :raises Retryable: :raises Misconfigured:
    """
    actor, started = actor_of_account(account), clock.now()
    channel = channel_of(account)
    since = (account.orders_since or started) - OVERLAP
    changed = list(channel.orders_changed_since(since))
    known = dict(
        Binding.objects.filter(
            account=account, kind=Kind.ORDER, remote_id__in=[item.remote_id for item in changed]
        ).values_list("remote_id", "remote_version")
    )
    missing = [
        item
        for item in changed
        if known.get(item.remote_id, "") < item.version
        and (item.remote_id in known or not before_us(account, item.placed_at))
    ]
    busy: Busy | None = None
    for item in missing:
        try:
            _take_in(account, item.remote_id)
        except Busy as error:
            busy = error
    run = SyncRun(account=account, kind=RunKind.POLL, started_at=started, seen=len(changed), found=len(missing))
    run.findings = [item.remote_id for item in missing[:100]]
    newest = max((item.at for item in changed), default=None)
    services.record_run(run=run, actor=actor, at=clock.now(), since=None if busy else newest)
    if busy:
        raise busy  # who pushes numbers must not go on without these sales
    return run


def _take_in(account: ChannelAccount, remote_id: str) -> None:
    """
    One order of many. What stops all of them stops the poll; what is wrong with this one is kept for a person, so that
    it keeps no other out.
    """
    try:
        pull(account, kind=Kind.ORDER, remote_id=remote_id)
    except (ChannelError, BusinessError, OperationalError, InterfaceError):
        raise
    except Exception as error:
        log.exception("not taken in", account=account.pk, remote_id=remote_id)
        reason = f"It can't be written down ({type(error).__name__})."  # its values may be personal
        _bury(account, Kind.ORDER, remote_id, reason, clock.now(), actor_of_account(account))


def _bury(account: ChannelAccount, kind: str, remote_id: str, reason: str, until: datetime, actor: Actor) -> None:
    at = clock.now()
    log.warning("dead letter", account=account.pk, kind=kind, remote_id=remote_id)
    services.settle_messages(
        account_id=account.pk, kind=kind, remote_id=remote_id, until=until, actor=actor, at=at, error=reason
    )
    workqueue.raise_item(
        kind=UNREADABLE,
        about=account.ref._replace(key=f"{account.pk}/{kind}/{remote_id.rpartition('/')[2]}"),
        company_id=account.company_id,
        params={"shop": account.name, "remote_id": remote_id.rpartition("/")[2], "reason": reason},
        actor=actor,
        at=at,
    )


def refreshed(account_id: int) -> ChannelAccount | None:
    """A working account as it is now; None when it is paused or gone."""
    return queries.working_accounts().filter(pk=account_id).first()
