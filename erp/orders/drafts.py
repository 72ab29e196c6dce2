"""
The language in which an order is told to Backroom: by a channel's mapping, the phone page, the demo, a benchmark.

Plain frozen values; nothing here reads the database. Every amount is :class:`Money` in the order's own currency
(the shop's; the buyer's is kept beside it), as the channel charged it: prices are frozen facts and are never
computed again. Whether prices include tax is a property of the whole order.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum

from erp.crm.contacts import Contact, PostalAddress
from erp.foundation.money import Money


class ChargeKind(StrEnum):
    """What an amount beside the goods is for. Gift cards and store credit are no charges but tenders."""

    SHIPPING = "shipping"
    TIP = "tip"
    DUTY = "duty"
    FEE = "fee"
    ROUNDING = "rounding"


class PaymentTerms(StrEnum):
    """When an order may ship: once paid, or before that because it is paid at the door or on account."""

    PREPAID = "prepaid"
    ON_DELIVERY = "cod"
    ON_ACCOUNT = "on_account"


class Restock(StrEnum):
    """What happened to refunded goods: never sent (their reservation is freed), sent back, or neither."""

    CANCEL = "cancel"
    RETURN = "return"
    NO_RESTOCK = "no_restock"


@dataclass(frozen=True, slots=True, kw_only=True)
class LineDraft:
    """
    One line of goods.

    ``source_line_ref`` is the channel's id of the line and its key for ever: the same SKU may stand on two lines.
    ``unit_price`` is before discounts; ``discounts`` holds every allocation that fell on this line, the order's own
    discounts included. ``tax`` is of the whole line after discounts; ``tax_rate`` in percent, None when mixed.
    """

    source_line_ref: str
    sku: str
    title: str
    quantity: Decimal
    unit_price: Money
    tax: Money | None = None
    tax_rate: Decimal | None = None
    discounts: tuple[Money, ...] = ()
    variant_id: int | None = None
    requires_shipping: bool = True
    gift_card: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ChargeDraft:
    """Shipping, a tip, a duty, a fee or cash rounding; ``discounts`` are what was taken off it."""

    kind: ChargeKind
    title: str
    amount: Money
    tax: Money | None = None
    tax_rate: Decimal | None = None
    discounts: tuple[Money, ...] = ()
    source_ref: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TenderDraft:
    """
    A means by which the order is paid; ``remote_id`` is unique within the order's source.

    ``method``: card, transfer, cod, gift_card, store_credit or other. ``state``: pending, authorised, paid, failed or
    voided.
    """

    remote_id: str
    method: str
    amount: Money
    state: str
    at: datetime
    gateway: str = ""
    reference: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TenderRefundDraft:
    """Money given back; ``tender_remote_id`` names the tender it went back to. ``state``: pending, done or failed."""

    remote_id: str
    amount: Money
    state: str
    at: datetime
    tender_remote_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RefundLineDraft:
    """
    Goods of a line that were refunded. ``amount`` is what the buyer gets back for them, tax included; ``tax`` the
    tax in it. ``location_id`` is where returned goods were put.
    """

    source_line_ref: str
    quantity: Decimal
    amount: Money
    tax: Money | None = None
    restock: Restock = Restock.NO_RESTOCK
    location_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RefundDraft:
    """
    A refund as the channel made it: ``amount`` = lines + shipping + adjustment, all with tax.

    ``tax`` is the tax in the amount. A refund may have no line, only shipping, or only an adjustment. Its money
    moves by ``tenders``, which may still be pending.
    """

    source_ref: str
    amount: Money
    at: datetime
    lines: tuple[RefundLineDraft, ...] = ()
    shipping: Money | None = None
    shipping_tax: Money | None = None
    adjustment: Money | None = None
    tax: Money | None = None
    reason: str = ""
    tenders: tuple[TenderRefundDraft, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderDraft:
    """
    An order as its source knows it at ``source_updated_at``.

    ``source`` names where it came from and by which account ("shopify:3", "phone"); with ``source_ref`` it is the
    order's identity. ``source_number`` is what the buyer was told ("#1001"). ``total`` is what the source says the
    buyer pays; :mod:`erp.orders.totals` says what follows from the parts. ``locations``: where it may be served from,
    None for everywhere. ``pickup_point`` is the code of a parcel locker or shop. ``customer_id`` is a customer whom a
    person chose; without it the contact is recognised, or a new customer made.
    """

    company_id: int
    sales_channel_id: int
    source: str
    source_ref: str
    placed_at: datetime
    currency: str
    prices_include_tax: bool
    total: Money
    contact: Contact
    lines: tuple[LineDraft, ...]
    charges: tuple[ChargeDraft, ...] = ()
    tenders: tuple[TenderDraft, ...] = ()
    refunds: tuple[RefundDraft, ...] = ()
    shipping_address: PostalAddress | None = None
    billing_address: PostalAddress | None = None
    branch_id: int | None = None
    customer_id: int | None = None
    source_number: str = ""
    source_updated_at: datetime | None = None
    buyer_total: Money | None = None
    payment_terms: PaymentTerms = PaymentTerms.PREPAID
    delivery_method: str = ""
    pickup_point: str = ""
    note: str = ""
    locations: tuple[int, ...] | None = None
    accept_shortage: bool = True
    cancelled_at: datetime | None = None
    cancel_reason: str = ""


def sum_of(amounts: Iterable[Money | None], currency: str) -> Money:
    """The sum of amounts, of which missing ones are nothing."""
    return Money.total((amount for amount in amounts if amount is not None), currency)
