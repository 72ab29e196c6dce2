"""Where a connection begins: what the shop sold before stays its own."""

from datetime import datetime

from erp.sync.models import ChannelAccount


def before_us(account: ChannelAccount, placed_at: datetime | None) -> bool:
    """
    Whether an order was placed before the account went live: such ones stay the shop's own, changed or not.

    Shops tell whole seconds. An order of the very second counts as ours: one too many is seen, one too few is lost.
    """
    first = account.settings.get("orders_from")
    return bool(first and placed_at and placed_at < datetime.fromisoformat(first).replace(microsecond=0))
