"""
The identity of an order's total: how the parts make up what the buyer pays. This page is the reference.

With prices that include tax::

    total = lines - line discounts + shipping + tips + duties + fees + rounding

With prices that don't::

    total = lines - line discounts + shipping + tips + duties + fees + rounding + taxes

- *lines*: unit price x quantity, rounded once per line to the currency's digits, half away from zero.
- *line discounts*: every allocation on a line, whether it was given for the line or for the order.
- *shipping, tips, duties, fees*: after the discounts given on them.
- *rounding*: what cash rounding added or took away; it carries a sign.
- *taxes*: of lines and of charges, as the source computed them. They are never computed again, so a source that
  rounds per line and one that rounds per order both come out exact.
- Gift cards and store credit pay the total; they are tenders and stand nowhere in it.

All terms are in the order's currency, and the identity is exact to its minor unit. What a source's own total differs
by is the order's *identity difference*: the order is taken, held and shown with it. There is no line that makes up
for it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from erp.foundation.money import Money
from erp.orders.drafts import ChargeDraft, ChargeKind, LineDraft, OrderDraft, RefundDraft, sum_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """The terms of the identity. ``tax`` counts towards the total only when prices don't include it."""

    lines: Money
    discount: Money
    shipping: Money
    tip: Money
    duty: Money
    fee: Money
    rounding: Money
    tax: Money
    prices_include_tax: bool

    @property
    def total(self) -> Money:
        """What follows from the terms."""
        before_tax = self.lines - self.discount + self.shipping + self.tip + self.duty + self.fee + self.rounding
        return before_tax if self.prices_include_tax else before_tax + self.tax


def totals_of(
    lines: Iterable[LineDraft], charges: Iterable[ChargeDraft], *, currency: str, prices_include_tax: bool
) -> Totals:
    """
    The terms of an order made of these parts.

    :raises CurrencyMismatch: when an amount is in another currency than the order.
    """
    lines, charges = tuple(lines), tuple(charges)
    by_kind = {
        kind: Money.total((net_charge(charge) for charge in charges if charge.kind == kind), currency)
        for kind in ChargeKind
    }
    return Totals(
        lines=Money.total((line_amount(line.unit_price, line.quantity) for line in lines), currency),
        discount=Money.total((line_discount(line) for line in lines), currency),
        shipping=by_kind[ChargeKind.SHIPPING],
        tip=by_kind[ChargeKind.TIP],
        duty=by_kind[ChargeKind.DUTY],
        fee=by_kind[ChargeKind.FEE],
        rounding=by_kind[ChargeKind.ROUNDING],
        tax=sum_of((*(line.tax for line in lines), *(charge.tax for charge in charges)), currency),
        prices_include_tax=prices_include_tax,
    )


def totals_of_order(draft: OrderDraft) -> Totals:
    """The terms of a draft's identity. :raises CurrencyMismatch: when a part is in another currency."""
    return totals_of(draft.lines, draft.charges, currency=draft.currency, prices_include_tax=draft.prices_include_tax)


def difference(draft: OrderDraft) -> Money:
    """What the source's total exceeds the identity by; zero for an order that follows from its parts."""
    return draft.total - totals_of_order(draft).total


def refund_difference(refund: RefundDraft) -> Money:
    """What a refund's amount exceeds its parts by: ``amount = lines + shipping + adjustment``, all with tax."""
    currency = refund.amount.currency
    parts = sum_of((line.amount for line in refund.lines), currency)
    return refund.amount - parts - sum_of((refund.shipping, refund.adjustment), currency)


def line_amount(unit_price: Money, quantity: Decimal) -> Money:
    """Price x quantity, rounded once to the currency's digits."""
    return (unit_price * quantity).rounded()


def line_discount(line: LineDraft) -> Money:
    """Everything taken off a line."""
    return Money.total(line.discounts, line.unit_price.currency)


def line_total(line: LineDraft) -> Money:
    """What a line adds before tax that comes on top: amount less discounts."""
    return line_amount(line.unit_price, line.quantity) - line_discount(line)


def net_charge(charge: ChargeDraft) -> Money:
    """A charge after what was taken off it."""
    return charge.amount - Money.total(charge.discounts, charge.amount.currency)


def tax_within(gross: Money, rate: Decimal) -> Money:
    """The tax contained in an amount that includes it, ``rate`` in percent: gross x rate / (100 + rate)."""
    return Money(gross.amount * rate / (100 + rate), gross.currency).rounded()


def tax_upon(net: Money, rate: Decimal) -> Money:
    """The tax that comes on top of a net amount, ``rate`` in percent."""
    return Money(net.amount * rate / 100, net.currency).rounded()
