"""
What a carrier's adapter fulfils: one folder with ``adapter.py``, registered in ``registry.py``.

An adapter knows the carrier's wire and nothing of our tables. Every call may be repeated: ``reference`` is ours, the
same for each attempt, and the same content under it must give the same label.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any, Protocol

from erp.carriers.states import Tracking
from erp.foundation.money import Money


class CarrierError(Exception):
    """Base of what an adapter raises; ``reason`` is for staff and holds no personal data."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Retryable(CarrierError):
    """The carrier is away, busy or not ready; the same call may work later, after ``after`` seconds if given."""

    def __init__(self, reason: str, *, after: float | None = None) -> None:
        super().__init__(reason)
        self.after = after


class Terminal(CarrierError):
    """The carrier will never accept this request; ``fields`` names what it dislikes."""

    def __init__(self, reason: str, *, fields: Mapping[str, str] | None = None) -> None:
        super().__init__(reason)
        self.fields = dict(fields or {})


class Misconfigured(CarrierError):
    """The account's token or settings are wrong: a person must mend them, then everything goes on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """Sender or receiver. ``country`` is ISO 3166-1 alpha-2, ``phone`` as the person wrote it."""

    name: str
    firm: str
    street: str
    street2: str
    city: str
    postcode: str
    country: str
    phone: str
    email: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Parcel:
    """Weight in grams, sides in millimetres."""

    weight_g: int
    length_mm: int
    width_mm: int
    height_mm: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelRequest:
    """What a label is bought for. ``service`` is the carrier's own word, taken from the delivery method."""

    reference: str
    service: str
    sender: Party
    receiver: Party
    parcels: Sequence[Parcel]
    point: str = ""
    cod: Money | None = None
    insurance: Money | None = None
    contents: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BoughtLabel:
    """What came back; ``pdf`` and ``zpl`` are the label's files, ``cost`` what the carrier charges, if it says."""

    remote_id: str
    tracking_number: str
    tracking_url: str
    cost: Money | None
    pdf: bytes
    zpl: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class TrackingEvent:
    """One report about one parcel; ``remote_id`` is unique within the account."""

    remote_id: str
    tracking_number: str
    status: Tracking
    at: datetime
    note: str = ""
    cod_collected: Decimal | None = None


@dataclass(frozen=True, slots=True)
class TrackingPage:
    """Reports after a cursor, and the cursor to go on from."""

    events: Sequence[TrackingEvent]
    cursor: str
    more: bool


class CarrierAdapter(Protocol):
    """A carrier's account, ready to be spoken to. All methods touch the network: call them outside transactions."""

    def buy_label(self, request: LabelRequest) -> BoughtLabel:
        """:raises Retryable: :raises Terminal: :raises Misconfigured:"""
        ...

    def cancel_label(self, remote_id: str) -> None:
        """Safe to repeat. :raises Terminal: when the parcel is with the carrier already."""
        ...

    def tracking_after(self, cursor: str) -> TrackingPage:
        """Reports after the cursor ("" = from the beginning), oldest first."""
        ...


class MakesAdapter(Protocol):
    """Makes an adapter of an account's settings and token."""

    def __call__(self, settings: Mapping[str, Any], token: str) -> CarrierAdapter: ...
