"""Reading bindings and desired states."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import QuerySet

from erp.foundation.refs import Ref
from erp.sync.models import AccountLocation, Binding, ChannelAccount, DesiredState, InboundMessage
from erp.sync.states import AccountStatus, Kind, MessageStatus, PushKind

WORKING = (AccountStatus.LIVE, AccountStatus.BROKEN)


def working_accounts() -> "QuerySet[ChannelAccount]":
    """Accounts whose shop is kept up to date: live ones, and broken ones, which are tried again."""
    return ChannelAccount.objects.filter(status__in=WORKING).order_by("pk")


def account_of_source(source: str) -> ChannelAccount | None:
    """The account that an order's source (``shopify:3``) names."""
    channel, _colon, key = source.partition(":")
    return ChannelAccount.objects.filter(channel=channel, pk=int(key)).first() if key.isdigit() else None


def binding(account_id: int, kind: Kind, remote_id: str) -> Binding | None:
    return Binding.objects.filter(account_id=account_id, kind=kind, remote_id=remote_id).first()


def has_open_messages(account_id: int, kind: str, remote_id: str) -> bool:
    """Whether a message about this object came after it was last fetched."""
    news = InboundMessage.objects.filter(account_id=account_id, kind=kind, remote_id=remote_id)
    return news.filter(status=MessageStatus.NEW).exists()


def bound_variants(variant_ids: Iterable[int], *, accounts: Iterable[int] | None = None) -> list[Binding]:
    """The remote variants of ours that still exist, at working accounts or at the given ones."""
    rows = Binding.objects.filter(
        kind=Kind.VARIANT,
        local_kind="catalog.variant",
        local_key__in=[str(variant_id) for variant_id in variant_ids],
        gone=False,
    )
    rows = rows.filter(account__in=accounts) if accounts is not None else rows.filter(account__status__in=WORKING)
    return list(rows.select_related("account").order_by("account_id", "pk"))


def bound_remotes(account_id: int, remote_ids: Iterable[str] | None = None) -> dict[str, int]:
    """The account's variants that are bound, or those of some: id there -> our variant's id."""
    rows = Binding.objects.filter(account=account_id, kind=Kind.VARIANT, local_kind="catalog.variant")
    rows = rows.filter(remote_id__in=list(remote_ids)) if remote_ids is not None else rows
    return {remote: int(key) for remote, key in rows.values_list("remote_id", "local_key")}


def shown_elsewhere(account_id: int, variant_ids: Iterable[int]) -> set[int]:
    """Those of our variants that a variant of the channel shows already."""
    rows = Binding.objects.filter(
        account=account_id,
        kind=Kind.VARIANT,
        local_kind="catalog.variant",
        local_key__in=[str(key) for key in variant_ids],
        gone=False,
    )
    return {int(key) for key in rows.values_list("local_key", flat=True)}


def mapped_locations(account_ids: Iterable[int]) -> dict[int, list[AccountLocation]]:
    """Per account the shop's places that show a warehouse."""
    result: dict[int, list[AccountLocation]] = {}
    rows = AccountLocation.objects.filter(account__in=list(account_ids), warehouse__isnull=False).order_by("pk")
    for row in rows:
        result.setdefault(row.account_id, []).append(row)
    return result


def due_states(account_id: int, kind: PushKind, *, at: datetime, limit: int) -> list[DesiredState]:
    """What an account still shows wrongly, longest waiting first."""
    rows = DesiredState.objects.filter(account_id=account_id, kind=kind, pending=True, next_at__lte=at)
    return list(rows.order_by("next_at", "pk")[:limit])


def order_binding(account_id: int, order: Ref) -> Binding | None:
    """The remote order of one of ours."""
    return Binding.objects.filter(
        account_id=account_id, kind=Kind.ORDER, local_kind=order.kind, local_key=order.key
    ).first()
