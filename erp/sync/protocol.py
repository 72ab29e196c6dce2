"""
What a channel's adapter fulfils: the core, and optional parts that it declares.

An adapter knows the channel's wire and nothing of our tables: it takes and returns plain values. Mapping to the
drafts of :mod:`erp.orders.drafts` is pure and lies beside it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Protocol

from erp.orders.drafts import OrderDraft


class ChannelError(Exception):
    """Base of what an adapter raises; ``reason`` is for staff and holds no personal data."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Retryable(ChannelError):
    """The channel is away or busy; the same call may work after ``after`` seconds. ``unknown``: it may have worked."""

    def __init__(self, reason: str, *, after: float | None = None, unknown: bool = False) -> None:
        super().__init__(reason)
        self.after, self.unknown = after, unknown


class Terminal(ChannelError):
    """The channel will never accept this."""


class Misconfigured(ChannelError):
    """Token, scopes or settings are wrong: a person must mend the account."""


class Gone(ChannelError):
    """The channel has no such object any more."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """What a webhook is about; ``external_id`` is the event's id, ``remote_id`` the object's."""

    topic: str
    external_id: str
    delivery_id: str
    kind: str
    remote_id: str
    sent_at: datetime | None


@dataclass(frozen=True, slots=True)
class Changed:
    """An object the channel lists as changed, and its version there."""

    remote_id: str
    version: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoteVariant:
    """A variant of the channel. ``stock_item`` is the id under which its stock is read and written."""

    remote_id: str
    product_id: str
    stock_item: str
    sku: str
    barcode: str
    title: str
    tracked: bool
    price: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoteLocation:
    """A place whose stock the channel keeps."""

    remote_id: str
    name: str
    active: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class StockWrite:
    """Show ``quantity``; only if the channel shows ``expected`` (None: whatever it shows, for a first write)."""

    subject: str
    stock_item: str
    location: str
    quantity: int
    expected: int | None


@dataclass(frozen=True, slots=True)
class StockResult:
    """What became of one write: ``ok``, ``stale`` (it showed something else) or ``refused`` with the reason."""

    subject: str
    outcome: str
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TrackingWrite:
    """Tell the channel that goods of an order left: quantities by the channel's line ids."""

    order: str
    lines: Mapping[str, int]
    tracking_number: str
    tracking_url: str
    carrier: str
    notify: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class ShopFacts:
    """What a connection test learns: name, currency, whether prices include tax, time zone, scopes, version's end."""

    name: str
    currency: str
    taxes_included: bool
    time_zone: str
    scopes: frozenset[str]
    api_version: str
    version_ends: date | None
    missing_scopes: frozenset[str] = field(default_factory=frozenset)


class Channel(Protocol):
    """A connected account. Methods that touch the network run outside transactions."""

    api_version: str
    batch_size: int

    def facts(self) -> ShopFacts: ...

    def locations(self) -> Sequence[RemoteLocation]: ...

    def fetch_order(self, remote_id: str) -> tuple[OrderDraft, str]:
        """The order as a draft, and its version. :raises Gone:"""
        ...

    def orders_changed_since(self, since: datetime) -> Iterator[Changed]: ...

    def count_orders(self, since: datetime) -> int: ...

    def variants(self, product: str | None = None) -> Iterator[RemoteVariant]:
        """All variants, or those of one product."""
        ...

    def read_stock(self, pairs: Sequence[tuple[str, str]]) -> dict[tuple[str, str], int]:
        """What is shown for (stock item, location) pairs; a pair that isn't stocked there is missing."""
        ...

    def push_stock(self, writes: Sequence[StockWrite], *, key: str) -> Sequence[StockResult]:
        """At most ``batch_size`` writes; the same key must never write twice."""
        ...

    def push_tracking(self, write: TrackingWrite) -> None:
        """Safe to repeat: what already stands there with this tracking number is not made again."""
        ...

    def ensure_subscriptions(self, address: str) -> Sequence[str]:
        """Compare the channel's subscriptions with what we need; returns the topics that had to be made again."""
        ...


class ReadsMessages(Protocol):
    """Telling genuine messages from others; touches no network and no database."""

    def verify(self, headers: Mapping[str, str], body: bytes, secrets: Sequence[str]) -> bool: ...

    def parse(self, headers: Mapping[str, str], body: bytes) -> Parsed:
        """:raises ValueError: when the message can't be read."""
        ...


class BudgetKeeper(Protocol):
    """How an adapter's client asks for room and reports what the channel said."""

    def acquire(self, cost: int) -> None: ...

    def learn(self, *, available: Decimal, maximum: Decimal, per_second: Decimal) -> None: ...

    def throttled(self, wait_seconds: float) -> None: ...


Settings = Mapping[str, Any]
