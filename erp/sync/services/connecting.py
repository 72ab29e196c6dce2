"""A connection is set up step by step, and goes live at the end; nothing here speaks to the shop."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from erp.foundation.actor import Actor
from erp.foundation.db import lock_rows, use_case
from erp.foundation.errors import BusinessError, NotFound
from erp.sync.models import ChannelAccount
from erp.sync.states import ACCOUNT_FLOW, AccountStatus


class NotReady(BusinessError):
    """Something without which the connection can't work was not set up yet."""

    code = "not-ready"
    status = 409
    message = _("No place of the shop shows a warehouse yet: choose one first.")


@use_case
def change_settings(*, account_id: int, changes: Mapping[str, Any], actor: Actor, at: datetime) -> ChannelAccount:
    """
    Change some of the settings of an account; the others stay.

    :raises NotFound: when there is no such account.
    """
    account = _locked(account_id)
    merged = account.settings | dict(changes)
    if merged != account.settings:
        account.settings = merged
        account.save(update_fields=["settings"])
    return account


@use_case
def change_access(
    *, account_id: int, name: str, address: str, access_token: str, webhook_secret: str, actor: Actor, at: datetime
) -> ChannelAccount:
    """
    Change how a shop is called and spoken to; an empty token or secret stays as it is.

    The secret before is accepted beside a new one: messages signed with it still come for a while.

    :raises NotFound: when there is no such account.
    """
    account = _locked(account_id)
    account.name, account.settings = name, account.settings | {"address": address}
    if access_token:
        account.access_token = access_token
    if webhook_secret and (not account.webhook_secret or account.webhook_secret.reveal() != webhook_secret):
        account.previous_webhook_secret = account.webhook_secret.reveal() if account.webhook_secret else ""
        account.webhook_secret = webhook_secret
    account.save()
    return account


@use_case
def go_live(*, account_id: int, actor: Actor, at: datetime) -> ChannelAccount:
    """
    Let a connection work for the first time: orders placed from now on come in, those before stay the shop's own.

    Where opening stock was taken over from the shop, "from now on" begins at that moment: what was sold since has
    not left our stock yet. Safe to repeat.

    :raises NotReady: when no place of the shop shows a warehouse.
    """
    account = _locked(account_id)
    if account.status == AccountStatus.LIVE:
        return account
    if not account.locations.filter(warehouse__isnull=False).exists():
        raise NotReady
    first = account.settings.get("orders_from") or account.settings.get("opening_at") or at.isoformat()
    account.settings = account.settings | {"orders_from": first}
    account.orders_since = datetime.fromisoformat(first)
    account.save(update_fields=["settings", "orders_since"])
    ACCOUNT_FLOW.move(account, to=AccountStatus.LIVE, actor=actor)
    return account


def _locked(account_id: int) -> ChannelAccount:
    found = lock_rows(ChannelAccount.objects.filter(pk=account_id))
    if not found:
        raise NotFound
    return found[0]
