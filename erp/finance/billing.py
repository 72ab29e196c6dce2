"""
How much of an order should stand invoiced: pure arithmetic, nothing here reads the database.

Each part of an order (a line, a charge, the adjustments of its refunds) has a share that should stand on its invoices,
corrections taken off. What an invoice or a correction says is that share less what stands already, so it does not
matter in which order shipments and refunds are heard, nor how often.

For a line of quantity Q and amount T, of which *billed* units stand on invoices::

    due    = T - refunds of units never sent - T x (units cancelled without a refund) / Q
    should = due x billed / (Q - cancelled) - refunds of units that were sent

rounded once to the currency's digits: once everything wanted is billed, the fraction is one and the invoices of a line
add up to T less its refunds exactly. The same holds for the tax within, which is shared out like the amount and never
computed again.

A refund of goods "not put back" does not say whether they had been sent. Where the buyer paid in advance every
cancellation comes with a refund, so it accounts for cancelled units first; otherwise for sent ones first.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from erp.foundation.money import digits_of

ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class Share:
    """A part of something billed: units, amount with tax, and the tax in it."""

    quantity: Decimal = ZERO
    gross: Decimal = ZERO
    tax: Decimal = ZERO

    def __add__(self, other: "Share") -> "Share":
        return Share(self.quantity + other.quantity, self.gross + other.gross, self.tax + other.tax)

    def __sub__(self, other: "Share") -> "Share":
        return Share(self.quantity - other.quantity, self.gross - other.gross, self.tax - other.tax)

    def __neg__(self) -> "Share":
        return Share(-self.quantity, -self.gross, -self.tax)

    def __bool__(self) -> bool:
        return bool(self.quantity or self.gross or self.tax)


NOTHING = Share()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sold:
    """A line as sold: ``whole`` is all of it; ``cancelled`` units are not wanted any more, ``shipped`` have left."""

    whole: Share
    shipped: Decimal
    cancelled: Decimal
    currency: str
    prepaid: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Refunds:
    """What was refunded of a line, by what its source says of the goods: never sent, sent back, not put back."""

    never_sent: Share = NOTHING
    sent_back: Share = NOTHING
    not_put_back: Share = NOTHING


def line_should(sold: Sold, billed: Decimal, refunds: Refunds, *, credited: bool = True) -> Share:
    """
    The share of a line that should stand invoiced when ``billed`` units of it have been.

    Not ``credited``: before anything that was refunded of sent goods is taken back, as an invoice says it.
    """
    if billed <= 0:
        return NOTHING
    whole, units = sold.whole, sold.whole.quantity
    unsent = _unsent_units(sold, refunds)
    covered = refunds.never_sent.quantity + unsent
    silent = max(sold.cancelled - covered, ZERO)  # cancelled without a refund
    before = refunds.never_sent + _part(refunds.not_put_back, unsent, sold.currency)
    after = refunds.sent_back + refunds.not_put_back + refunds.never_sent - before
    wanted = units - sold.cancelled
    fraction = min(billed / wanted, Decimal(1)) if wanted > 0 else Decimal(1)
    back = after.quantity + max(refunds.never_sent.quantity - sold.cancelled, ZERO)
    if not credited:
        after, back = NOTHING, ZERO

    def amount(total: Decimal, off_before: Decimal, off_after: Decimal) -> Decimal:
        due = total - off_before - rounded(total * silent / units, sold.currency)
        return max(rounded(due * fraction, sold.currency) - off_after, ZERO)

    return Share(
        billed - min(back, billed),
        amount(whole.gross, before.gross, after.gross),
        amount(whole.tax, before.tax, after.tax),
    )


def charges_should(charges: Iterable[Share], refunded: Share, currency: str) -> tuple[list[Share], Share]:
    """
    The shares of an order's delivery charges after what was refunded of delivery, the last charge first.

    :returns: the shares, and what was refunded beyond them.
    """
    result: list[Share] = []
    left = refunded
    for charge in reversed(list(charges)):
        gross = min(left.gross, charge.gross)
        tax = min(left.tax, charge.tax) if gross < charge.gross else charge.tax
        result.append(Share(charge.quantity if charge.gross > gross else ZERO, charge.gross - gross, charge.tax - tax))
        left = Share(ZERO, left.gross - gross, max(left.tax - tax, ZERO))
    return result[::-1], left


def rounded(amount: Decimal, currency: str) -> Decimal:
    """Rounded to the currency's digits, half away from zero."""
    return amount.quantize(Decimal(1).scaleb(-digits_of(currency)), ROUND_HALF_UP)


def _unsent_units(sold: Sold, refunds: Refunds) -> Decimal:
    """How many units "not put back" account for cancelled goods rather than for sent ones."""
    open_ = max(sold.cancelled - refunds.never_sent.quantity, ZERO)
    vague = refunds.not_put_back.quantity
    if not sold.prepaid:
        vague = min(vague, max(vague + refunds.sent_back.quantity - sold.shipped, ZERO))
    return min(open_, vague)


def _part(share: Share, units: Decimal, currency: str) -> Share:
    if not units:
        return NOTHING
    fraction = units / share.quantity
    return Share(units, rounded(share.gross * fraction, currency), rounded(share.tax * fraction, currency))
