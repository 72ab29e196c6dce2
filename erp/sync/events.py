"""Facts of the sync engine."""

from erp.foundation.events.facts import Fact


class RemoteChanged(Fact, app="sync"):
    """Something changed at a channel: its state has to be fetched. ``kind``: order, product, customer, stock, app."""

    account_id: int
    kind: str
    remote_id: str


class PushWanted(Fact, app="sync"):
    """A channel shows something else than it should; ``kind``: stock, tracking."""

    account_id: int
    kind: str


class OrderImported(Fact, app="sync"):
    """An order of a channel stands here for the first time."""

    account_id: int
    order_id: int
