"""The channels there are: one folder and one line each."""

from collections.abc import Callable

from erp.sync.budgets import StoredBudget
from erp.sync.channels.shopify.adapter import Shopify
from erp.sync.channels.shopify.messages import ShopifyMessages
from erp.sync.models import ChannelAccount
from erp.sync.protocol import BudgetKeeper, Channel, Misconfigured, ReadsMessages

Connect = Callable[[ChannelAccount, BudgetKeeper], Channel]

CHANNELS: dict[str, tuple[Connect, ReadsMessages]] = {
    "shopify": (Shopify.connect, ShopifyMessages()),
}


def channel_of(account: ChannelAccount) -> Channel:
    """
    An account's adapter, drawing on its budget.

    :raises Misconfigured: when the channel is unknown or the account's settings are wrong.
    """
    if account.channel not in CHANNELS:
        raise Misconfigured(f"There is no channel called {account.channel}.")
    connect, _reader = CHANNELS[account.channel]
    return connect(account, StoredBudget(account.pk))


def reader_of(channel: str) -> ReadsMessages:
    """:raises Misconfigured: when the channel is unknown."""
    if channel not in CHANNELS:
        raise Misconfigured(f"There is no channel called {channel}.")
    return CHANNELS[channel][1]
