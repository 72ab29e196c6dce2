"""
What a channel's adapter fulfils: the core, and optional parts that it declares.

An adapter knows the channel's wire and nothing of our tables: it takes and returns plain values. Mapping to the
drafts of :mod:`erp.orders.drafts` is pure and lies beside it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Protocol

from erp.crm.contacts import Contact, PostalAddress
from erp.foundation.money import Money
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
    """
    An object the channel lists as changed, its version there, when it changed by the channel's own clock, and for an
    order when it was placed.
    """

    remote_id: str
    version: str
    at: datetime
    placed_at: datetime | None = None


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


@dataclass(frozen=True, slots=True, kw_only=True)
class VariantDetails:
    """What the channel knows of a variant beyond its name; ``options`` in the order of the product's option names."""

    variant: RemoteVariant
    options: tuple[str, ...]
    price: Decimal
    cost: Money | None
    weight_g: int | None
    taxable: bool
    bundle: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoteProduct:
    """A product of the channel with all its variants; ``status`` in our words: draft, active, archived."""

    remote_id: str
    title: str
    description: str
    brand: str
    status: str
    gift_card: bool
    option_names: tuple[str, ...]
    variants: tuple[VariantDetails, ...]


@dataclass(frozen=True, slots=True)
class ProductPage:
    """Some products and the place behind them, from which the next ones are read."""

    products: tuple[RemoteProduct, ...]
    cursor: str


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


@dataclass(frozen=True, slots=True)
class NeededScope:
    """A right that we ask the channel for, what it is for (in English, for gettext), and whether it was granted."""

    handle: str
    purpose: str
    granted: bool
    required: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ShopFacts:
    """What a connection test learns; ``taxes_shipping``: tax is charged on deliveries too."""

    name: str
    currency: str
    country: str
    taxes_included: bool
    taxes_shipping: bool
    time_zone: str
    scopes: Sequence[NeededScope]
    api_version: str
    version_ends: date | None

    @property
    def missing_scopes(self) -> list[str]:
        """Rights without which the connection can't work."""
        return [scope.handle for scope in self.scopes if scope.required and not scope.granted]


@dataclass(frozen=True, slots=True)
class SeenTax:
    """A tax that stands on so many of the newest orders; ``rate`` in percent, ``country`` where they went."""

    title: str
    rate: Decimal
    country: str
    orders: int


@dataclass(frozen=True, slots=True)
class SeenDelivery:
    """A name under which the channel sold a delivery, on so many of the newest orders."""

    title: str
    orders: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Habits:
    """What the newest orders of a channel show of its taxes and deliveries; ``orders`` is how many were looked at."""

    orders: int
    taxes: Sequence[SeenTax]
    deliveries: Sequence[SeenDelivery]


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoteCustomer:
    """A customer of the channel as it is now, and its version there."""

    remote_id: str
    contact: Contact
    address: PostalAddress | None
    version: str


@dataclass(frozen=True, slots=True)
class FetchedOrder:
    """An order, its version, and its customer where the channel knows one: what came along need not be fetched."""

    draft: OrderDraft
    version: str
    customer: RemoteCustomer | None = None


class Channel(Protocol):
    """A connected account. Methods that touch the network run outside transactions."""

    api_version: str
    batch_size: int

    def facts(self) -> ShopFacts: ...

    def habits(self) -> Habits: ...

    def locations(self) -> Sequence[RemoteLocation]: ...

    def fetch_order(self, remote_id: str) -> FetchedOrder:
        """:raises Gone:"""
        ...

    def fetch_customer(self, remote_id: str) -> RemoteCustomer:
        """:raises Gone:"""
        ...

    def orders_changed_since(self, since: datetime) -> Iterator[Changed]: ...

    def count_orders(self, since: datetime) -> int: ...

    def variants(self, product: str | None = None) -> Iterator[RemoteVariant]:
        """All variants, or those of one product."""
        ...

    def products(self, after: str = "") -> Iterator[ProductPage]:
        """Whole products in a fixed order, those behind a place where another reading ended."""
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

    def missing_subscriptions(self, address: str) -> Sequence[str]:
        """The topics that :meth:`ensure_subscriptions` would make; changes nothing."""
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
