"""
What an order costs, in one currency.

Discounts apply one after another to what the earlier ones left, an order-wide one is divided over the lines by value;
tax is taken per line after all discounts, rounded half up; in a shop with taxes included it lies inside the price.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from erp.simulators.shopify.state.money import rounded, spread


@dataclass(frozen=True, kw_only=True)
class Tax:
    """A tax by its title and its rate as a fraction."""

    title: str
    rate: Decimal


@dataclass(frozen=True, kw_only=True)
class Discount:
    """A percentage (0 to 100) or an amount, off the given lines (None = all) or off the shipping."""

    percentage: Decimal | None = None
    amount: Decimal | None = None
    shipping: bool = False
    lines: tuple[int, ...] | None = None
    each: bool = False


@dataclass(kw_only=True)
class Priced:
    """One line or one shipping line: what it costs and what was taken off it, by discount index."""

    gross: Decimal
    quantity: int = 1
    taxes: Sequence[Tax] = ()
    off: dict[int, Decimal] = field(default_factory=dict)
    tax: list[Decimal] = field(default_factory=list)

    @property
    def net(self) -> Decimal:
        """Return the price after discounts."""
        return self.gross - sum(self.off.values(), Decimal(0))


def price(
    lines: Sequence[Priced], shipping: Sequence[Priced], discounts: Sequence[Discount], *, included: bool, currency: str
) -> None:
    """Fill in what each discount takes off and the taxes."""
    for index, discount in enumerate(discounts):
        if discount.shipping:
            targets = list(shipping)
        else:
            targets = [line for place, line in enumerate(lines) if discount.lines is None or place in discount.lines]
        _take_off(index, discount, targets, currency)
    for each in (*lines, *shipping):
        whole = sum((tax.rate for tax in each.taxes), Decimal(0))
        base = each.net / (1 + whole) if included else each.net
        each.tax = [rounded(base * tax.rate, currency) for tax in each.taxes]


def _take_off(index: int, discount: Discount, targets: Sequence[Priced], currency: str) -> None:
    if discount.percentage is not None:
        for each in targets:
            each.off[index] = rounded(each.net * discount.percentage / 100, currency)
        return
    amount = discount.amount or Decimal(0)
    if discount.each:
        for each in targets:
            each.off[index] = min(rounded(amount * each.quantity, currency), each.net)
        return
    weights = [each.net for each in targets]
    for each, share in zip(targets, spread(min(amount, sum(weights, Decimal(0))), weights, currency), strict=True):
        each.off[index] = share
